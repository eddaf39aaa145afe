"""Identity rules where the page's examples do not reach: their edges, and the exact words of a fix."""

from __future__ import annotations

from datetime import date

import pytest

from sopan.checker.registry import rule_of
from sopan.checker.rule import Context, Remark
from sopan.domain.identity import Identity, PejabatPengesah
from sopan.domain.operations import apply_all
from sopan.domain.procedure import Procedure

NO_PARAMETERS: dict[str, object] = {}


def remarks(
    code: str, identity: Identity, *, today: date | None = None, parameters: dict[str, object] = NO_PARAMETERS
) -> list[Remark]:
    return list(rule_of(code).inspect(Procedure(identity=identity), Context(today=today, parameters=parameters)))


def mended(code: str, identity: Identity) -> Identity:
    (said, *_) = remarks(code, identity)
    return apply_all(Procedure(identity=identity), said.fix).identity


def signed_by(jabatan: str = "Kepala Dinas", *, nip: str = "", selaku: str = "") -> Identity:
    return Identity(disahkan_oleh=PejabatPengesah(jabatan=jabatan, nip=nip, selaku=selaku))


@pytest.mark.parametrize(
    ("judul", "shorter"),
    [
        ("Penyusunan Laporan Kinerja 2026", "Penyusunan Laporan Kinerja"),
        ("Penyusunan LKPD TA 2025", "Penyusunan LKPD"),
        ("Penyusunan RKPD Tahun Anggaran 2025/2026", "Penyusunan RKPD"),
        ("Evaluasi Renja (2026)", "Evaluasi Renja"),
    ],
)
def test_a_year_at_the_end_of_a_title_goes_without_a_trace(judul: str, shorter: str):
    assert mended("ID-05", Identity(judul=judul)).judul == shorter


@pytest.mark.parametrize("judul", ["Evaluasi Renja 2025 dan Renja 2026", "2026"])
def test_a_year_that_cannot_simply_go_is_left_to_the_author(judul: str):
    (said,) = remarks("ID-05", Identity(judul=judul))
    assert said.fix == ()


@pytest.mark.parametrize("judul", ["Penerapan ISO 9001", "Pemberian Cuti Menurut PP 11/2017", "Pengelolaan Loket 24"])
def test_other_numbers_are_no_years(judul: str):
    assert remarks("ID-05", Identity(judul=judul)) == []


def test_laws_that_cannot_be_placed_stay_where_they_are():
    cited = ("Perbup 5/2020 tentang A", "Pedoman setempat", "UU 43/2009 tentang B", "PP 28/2012 tentang C")
    assert mended("ID-17", Identity(dasar_hukum=cited)).dasar_hukum == (
        "UU 43/2009 tentang B",
        "Pedoman setempat",
        "PP 28/2012 tentang C",
        "Perbup 5/2020 tentang A",
    )


def test_the_constitution_comes_first():
    cited = ("UU 43/2009 tentang Kearsipan", "Undang-Undang Dasar 1945")
    assert mended("ID-17", Identity(dasar_hukum=cited)).dasar_hukum == tuple(reversed(cited))


@pytest.mark.parametrize(
    ("nip", "word"),
    [
        ("19801301 200501 1 001", "tanggal lahir"),
        ("19800101 200520 1 001", "pengangkatan"),
        ("19800101 198501 1 001", "usia"),
        ("19800101 200501 3 001", "1 atau 2"),
        ("19800101 200501 1 000", "000"),
        ("19800101 200501 1 00", "18 angka"),
        ("198O0101 200501 1 001", "18 angka"),
    ],
)
def test_each_fault_of_a_nip_is_named(nip: str, word: str):
    (said,) = remarks("ID-42", signed_by(nip=nip))
    assert word in said.sentence.format_map(said.parameters)


def test_an_appointment_in_the_future_is_seen_when_the_date_is_known():
    identity = signed_by(nip="19800101 203001 1 001")
    assert remarks("ID-42", identity) == []
    assert len(remarks("ID-42", identity, today=date(2026, 4, 1))) == 1


def test_a_finding_about_a_nip_does_not_repeat_it():
    (said,) = remarks("ID-42", signed_by(nip="19801301 200501 1 001"))
    assert "1980" not in said.sentence.format_map(said.parameters)


@pytest.mark.parametrize("jabatan", ["BUPATI CONTOH", "Wali Kota Contoh", "Walikota Contoh", "Gubernur"])
def test_a_head_of_region_needs_no_nip(jabatan: str):
    assert remarks("ID-41", signed_by(jabatan)) == []
    assert len(remarks("ID-43", signed_by(jabatan, nip="19800101 200501 1 001"))) == 1


def test_the_office_of_a_head_of_region_is_not_the_head():
    assert len(remarks("ID-41", signed_by("Kepala Bagian Protokol Sekretariat Bupati"))) == 1


@pytest.mark.parametrize(("selaku", "usual"), [("PLT", "Plt."), ("plh", "Plh."), ("Pj", "Pj."), ("an.", "a.n.")])
def test_a_known_capacity_is_spelt_as_usual(selaku: str, usual: str):
    assert mended("ID-63", signed_by(selaku=selaku)).disahkan_oleh.selaku == usual


def test_an_unknown_capacity_is_left_to_the_author():
    (said,) = remarks("ID-63", signed_by(selaku="Wakil"))
    assert said.fix == ()


def test_a_capacity_moves_out_of_the_office():
    signer = mended("ID-64", signed_by("PLT. Kepala Dinas Kesehatan")).disahkan_oleh
    assert (signer.selaku, signer.jabatan) == ("Plt.", "Kepala Dinas Kesehatan")


@pytest.mark.parametrize("jabatan", ["Pjok", "Anggota", "Ub"])
def test_what_only_begins_like_a_capacity_is_none(jabatan: str):
    assert remarks("ID-64", signed_by(jabatan)) == []


@pytest.mark.parametrize(
    ("nomor", "follows"),
    [
        ("000.8.3.2/12/DUKCAPIL/2026", True),
        ("000.8.3.2/012.a/DINAS-SOSIAL/2026", True),
        ("000.8.3.2/12/DUKCAPIL/26", False),
        ("000.8.3.2/12/2026", False),
        ("SOP/12/DUKCAPIL/2026", False),
    ],
)
def test_a_number_follows_the_template_of_the_house(nomor: str, follows: bool):
    parameters: dict[str, object] = {"pola_nomor": ("{klasifikasi}/{urut}/{opd}/{tahun}",)}
    assert (remarks("ID-32", Identity(nomor=nomor), parameters=parameters) == []) is follows


def test_one_of_several_templates_is_enough():
    parameters: dict[str, object] = {"pola_nomor": ("{urut}/{tahun}", "SOP-{urut}/{bulan}/{tahun}")}
    assert remarks("ID-32", Identity(nomor="SOP-7/IV/2026"), parameters=parameters) == []
    assert len(remarks("ID-32", Identity(nomor="SOP-7/XIII/2026"), parameters=parameters)) == 1


def test_a_house_without_a_template_accepts_any_number():
    assert remarks("ID-32", Identity(nomor="tanpa pola")) == []


def test_the_first_spelling_of_a_repeated_item_stays_in_its_place():
    identity = Identity(peralatan=("Komputer", "Printer", "komputer.", "Kertas", "PRINTER"))
    assert mended("ID-61", identity).peralatan == ("Komputer", "Printer", "Kertas")


@pytest.mark.parametrize("item", ["1. Komputer", "1) Komputer", "a. Komputer", "- Komputer", "• Komputer"])
def test_a_mark_in_front_of_an_item_goes(item: str):
    assert mended("ID-62", Identity(peralatan=(item,))).peralatan == ("Komputer",)


@pytest.mark.parametrize("item", ["3 unit komputer", "A4 80 gram", "2026", "-"])
def test_a_number_that_belongs_to_an_item_stays(item: str):
    assert remarks("ID-62", Identity(peralatan=(item,))) == []


def test_age_is_not_judged_without_a_date():
    assert remarks("LC-08", Identity(tanggal_efektif="1 Maret 2010")) == []


def test_a_house_decides_how_long_a_procedure_may_go_unreviewed():
    identity, today = Identity(tanggal_efektif="1 Maret 2022"), date(2026, 4, 1)
    assert len(remarks("LC-08", identity, today=today)) == 1
    assert remarks("LC-08", identity, today=today, parameters={"tahun_tanpa_peninjauan": 5}) == []


def test_a_placeholder_is_not_a_roman_number():
    assert remarks("ID-60", Identity(pencatatan=("Lampiran XXX", "Buku agenda ..."))) == []
    assert len(remarks("ID-60", Identity(pencatatan=("Lampiran xxx",)))) == 1
