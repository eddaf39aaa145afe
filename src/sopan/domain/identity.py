"""First page of the form: what the procedure is, on what it rests and who stands for it (digest 1.7 B)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Sifat(StrEnum):
    """Nature of the work: how one position does it, or the stages among several (digest 1.3)."""

    TECHNICAL = "technical"
    ADMINISTRATIVE = "administrative"


class Besaran(StrEnum):
    """Scope: a chain of procedures, or one link of such a chain (digest 1.3)."""

    MACRO = "macro"
    MICRO = "micro"


class KelengkapanJenis(StrEnum):
    """Completeness: yields the main, last product, or not yet (digest 1.3)."""

    FINAL = "final"
    PARTIAL = "partial"


class Jenis(StrEnum):
    """Kind: alike wherever it is applied, or peculiar to one place (digest 1.3)."""

    GENERIC = "generic"
    SPECIFIC = "specific"


class CiriKegiatan(StrEnum):
    """What sets the work off: an applicant, the work plan, or an order (digest 3.3)."""

    SERVICE = "service"
    ROUTINE = "routine"
    ASSIGNMENT = "assignment"


@dataclass(frozen=True, slots=True, kw_only=True)
class PejabatPengesah:
    """Who ratifies, as it is printed in the signature block."""

    jabatan: str = ""
    selaku: str = ""
    """Capacity: `Plt.`, `Plh.`, `Pj.`, `a.n.`, `u.b.`; empty for the holder of the office."""
    nama: str = ""
    pangkat: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """The identity page. Every field may be empty; dates are kept as they were written."""

    judul: str = ""
    nomor: str = ""
    pemerintah_daerah: str = ""
    opd: str = ""
    logo: str = ""
    """Name of a picture file in the folder of the procedure's own file."""
    revisi_ke: str = ""
    unit_kerja: str = ""
    tanggal_pembuatan: str = ""
    tanggal_revisi: str = ""
    tanggal_efektif: str = ""
    disahkan_oleh: PejabatPengesah = field(default_factory=PejabatPengesah)
    sifat: Sifat | None = None
    besaran: Besaran | None = None
    kelengkapan_jenis: KelengkapanJenis | None = None
    jenis: Jenis | None = None
    ciri_kegiatan: CiriKegiatan | None = None
    dasar_hukum: tuple[str, ...] = ()
    keterkaitan: tuple[str, ...] = ()
    peringatan: tuple[str, ...] = ()
    kualifikasi_pelaksana: tuple[str, ...] = ()
    peralatan: tuple[str, ...] = ()
    pencatatan: tuple[str, ...] = ()
