"""House parameters: every number and list a rule takes from the house, with its default and its bounds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number the house may set. All of these are settings, none is law."""

    name: str
    default: float
    lowest: float
    highest: float
    meaning: str
    """Indonesian, for the manual and for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListParameter:
    """A list of texts the house may set; empty by default."""

    name: str
    meaning: str


PARAMETERS: tuple[Parameter | ListParameter, ...] = (
    Parameter(
        name="kegiatan_paling_sedikit",
        default=3,
        lowest=1,
        highest=20,
        meaning="jumlah kegiatan paling sedikit dalam satu SOP",
    ),
    Parameter(
        name="kegiatan_paling_banyak",
        default=25,
        lowest=2,
        highest=200,
        meaning="jumlah kegiatan paling banyak sebelum SOP diusulkan untuk dipecah",
    ),
    Parameter(
        name="kata_kegiatan_paling_banyak",
        default=25,
        lowest=5,
        highest=100,
        meaning="jumlah kata paling banyak dalam satu kegiatan",
    ),
    Parameter(
        name="hari_kerja_tanpa_keterangan",
        default=5,
        lowest=0.5,
        highest=60,
        meaning="lama satu kegiatan dalam hari kerja yang masih wajar tanpa penjelasan di kolom Keterangan",
    ),
    Parameter(
        name="judul_paling_panjang",
        default=150,
        lowest=30,
        highest=500,
        meaning="jumlah huruf paling banyak dalam judul",
    ),
    Parameter(
        name="kemiripan_judul",
        default=0.75,
        lowest=0.3,
        highest=1,
        meaning="seberapa mirip dua judul (0 sampai 1) sehingga dianggap hampir sama",
    ),
    Parameter(
        name="tahun_tanpa_peninjauan",
        default=3,
        lowest=1,
        highest=20,
        meaning="lama SOP berlaku dalam tahun sebelum diusulkan untuk ditinjau ulang",
    ),
    ListParameter(
        name="pola_nomor",
        meaning="pola nomor SOP yang berlaku, misalnya {klasifikasi}/{urut}/{opd}/{tahun}",
    ),
    ListParameter(
        name="peraturan_dicabut",
        meaning="peraturan yang sudah dicabut dan penggantinya, misalnya Perbup 5/2015 = Perbup 7/2022",
    ),
)
