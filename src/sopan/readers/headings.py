"""How the official form's headings are spelled in real files: one table, and how a text is held against it.

Case, colons, numbering, line breaks and spaces inside words do not count: `MUTU BAKU :`, `Mutu  Baku` and
`M u t u  B a k u` are one heading. A single wrong letter in a long heading is forgiven.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

IDENTITY: Mapping[str, tuple[str, ...]] = {
    "nomor": (
        "nomor sop", "no sop", "nomor sop ap", "no sop ap", "nomor", "nomor dokumen", "no dokumen", "no dok",
        "nomor standar operasional prosedur", "nomor prosedur", "kode sop",
    ),
    "judul": (
        "nama sop", "judul sop", "nama sop ap", "judul sop ap", "nama sop administrasi pemerintahan", "judul",
        "nama prosedur", "judul prosedur", "nama standar operasional prosedur", "judul standar operasional prosedur",
    ),
    "tanggal_pembuatan": (
        "tanggal pembuatan", "tgl pembuatan", "tanggal dibuat", "tgl dibuat", "tanggal penyusunan", "tgl penyusunan",
        "tanggal terbit", "tgl terbit", "tanggal pembuatan sop",
    ),
    "tanggal_revisi": (
        "tanggal revisi", "tgl revisi", "tanggal direvisi", "tgl direvisi", "tanggal perubahan", "tanggal peninjauan",
    ),
    "tanggal_efektif": (
        "tanggal efektif", "tgl efektif", "tanggal berlaku", "tgl berlaku", "tanggal mulai berlaku", "berlaku efektif",
        "tanggal diberlakukan", "tanggal pengesahan", "tgl pengesahan", "tanggal disahkan", "tgl disahkan",
        "tanggal ditetapkan", "tanggal efektif berlaku",
    ),
    "revisi_ke": ("revisi ke", "nomor revisi", "no revisi", "revisi"),
    "disahkan_oleh": ("disahkan oleh", "disahkan", "ditetapkan oleh", "disyahkan oleh", "pengesahan"),
    "dasar_hukum": ("dasar hukum", "landasan hukum", "dasar hukum sop"),
    "keterkaitan": (
        "keterkaitan", "keterkaitan sop", "keterkaitan sop ap", "keterkaitan dengan sop lain", "keterkaitan dengan sop",
        "keterkaitan dengan sop ap lain", "keterkaitan antar sop", "keterkaitan sop lain", "keterkaitan prosedur",
        "sop terkait",
    ),
    "peringatan": ("peringatan", "peringatan dini"),
    "kualifikasi_pelaksana": (
        "kualifikasi pelaksana", "kualifikasi pelaksanaan", "kualifikasi", "kualifikasi pelaksana sop",
        "kualifikasi personil", "kualifikasi sdm",
    ),
    "peralatan": (
        "peralatan dan perlengkapan", "peralatan perlengkapan", "peralatan", "perlengkapan dan peralatan",
        "perlengkapan peralatan", "peralatan dan kelengkapan", "peralatan kelengkapan", "sarana dan prasarana",
    ),
    "pencatatan": (
        "pencatatan dan pendataan", "pencatatan pendataan", "pencatatan", "pendataan dan pencatatan",
        "pencatatan dan pelaporan", "pencatatan dan pengarsipan",
    ),
    "opd": (
        "nama skpd", "skpd", "nama opd", "opd", "perangkat daerah", "nama perangkat daerah", "instansi",
        "nama instansi", "satuan kerja", "nama satuan kerja",
    ),
    "unit_kerja": ("unit kerja", "nama unit kerja", "unit pelaksana kerja"),
}  # fmt: skip
"""Field of `Identity` → how its label is spelled; letters only, spaces do not count."""

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "nomor": ("no", "nomor", "nomer", "no urut", "nomor urut", "no langkah"),
    "kegiatan": (
        "kegiatan", "uraian kegiatan", "uraian prosedur", "aktivitas", "aktifitas", "uraian aktivitas", "langkah",
        "uraian aktifitas", "prosedur", "uraian", "langkah langkah", "langkah kegiatan", "langkah langkah kegiatan",
        "tahapan", "tahapan kegiatan", "tahap kegiatan", "kegiatan aktivitas", "aktivitas kegiatan", "uraian langkah",
        "rincian kegiatan", "urutan kegiatan", "deskripsi kegiatan", "nama kegiatan", "prosedur kegiatan",
        "uraian prosedur kegiatan", "langkah prosedur", "kegiatan prosedur", "uraian tahapan",
    ),
    "pelaksana": (
        "pelaksana", "pelaksana sop", "pelaksana kegiatan", "pelaksanaan", "aktor", "penanggung jawab", "pelaku",
        "pihak pelaksana", "aktor pelaksana", "pelaksana aktor", "pelaksana jabatan", "jabatan pelaksana",
        "pelaksana penanggung jawab",
        "unit pelaksana", "pelaksanan", "pihak terkait",
    ),
    "mutu_baku": ("mutu baku", "baku mutu", "standar mutu", "mutu", "standar mutu baku", "standar baku mutu"),
    "kelengkapan": (
        "kelengkapan", "persyaratan", "persyaratan kelengkapan", "kelengkapan persyaratan", "persyaratan perlengkapan",
        "perlengkapan", "persyaratan dan kelengkapan", "persyaratan dan perlengkapan", "syarat", "kelengkapan dokumen",
        "input", "masukan", "persyaratan input", "input kelengkapan", "kelengkapan input", "bahan", "sumber data",
        "dokumen kelengkapan", "syarat kelengkapan", "perlengkapan peralatan", "peralatan perlengkapan",
    ),
    "waktu": (
        "waktu", "waktu penyelesaian", "durasi", "durasi waktu", "lama waktu", "jangka waktu", "waktu proses",
        "waktu pelaksanaan", "lama", "lama penyelesaian", "waktu baku",
    ),
    "output": (
        "output", "keluaran", "hasil", "output hasil", "hasil output", "keluaran output", "output keluaran",
        "produk", "hasil kegiatan", "output kegiatan",
    ),
    "keterangan": ("keterangan", "ket", "catatan", "keterangan catatan"),
    "jenis": ("jenis", "jenis simbol", "simbol"),
    "ke": ("ke", "lanjut ke", "langkah berikutnya", "berikutnya"),
}  # fmt: skip
"""Column of the step table → how its head is spelled. `jenis` and `ke` stand only in tables made for SOPAN."""

_SAFE_WITHOUT_COLON = re.compile(r"(?i)\s*(?:nomor|no\.?|nama|judul|tanggal|tgl\.?|disahkan|dasar|kualifikasi)\s+\S")
"""Labels of two words; one word, as `Peringatan`, may as well begin a sentence."""
_UNITS = re.compile(r"(?i)\b(detik|menit|jam|hari(?:\s+kerja)?|minggu|bulan|tahun)\b")
_NUMBER_BEHIND = re.compile(r"[^\W\d_].*\d", re.DOTALL)
_LONGEST = 80
"""Letters; a heading is never longer."""


@dataclass(frozen=True, slots=True)
class Label:
    """The label of an identity field, and what stands behind it in the same cell."""

    field: str
    rest: str = ""


def letters(text: str) -> str:
    """The letters of a text without case, marks, digits and spaces: what headings are compared by."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalpha())


@lru_cache(maxsize=4096)
def column(text: str) -> str:
    """Key of `COLUMNS` that this text is the head of; empty when it is none."""
    if len(text) > 2 * _LONGEST:
        return ""
    bare = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text) if "(" in text or "[" in text else text
    return _named(_COLUMNS, bare) or (_named(_COLUMNS, text) if bare != text else "")


def unit(text: str) -> str:
    """The unit that the head of a time column names: `menit` of `Waktu (menit)`; empty when it names none."""
    found = _UNITS.search(text)
    return " ".join(found[1].casefold().split()) if found else ""


@lru_cache(maxsize=4096)
def label(text: str) -> Label | None:
    """The identity field whose label begins this text, and the text behind the label; None when it is no label."""
    whole = _named(_IDENTITY, text)
    if whole:
        return Label(whole)
    found = _LABEL.match(text)
    if found is None:
        return None
    behind = text[found.end() :]
    parted = re.match(r"[^\S\n]*(?:\([^)\n]{0,30}\)\s*)?(?:[:：=]|\n)", behind)
    if parted is None and not _SAFE_WITHOUT_COLON.match(text):
        return None
    return Label(_IDENTITY[letters(found.group())], behind[parted.end() if parted else 0 :].strip(" \t\n:="))


def _named(table: Mapping[str, str], text: str) -> str:
    """The key that a whole text spells, one wrong letter forgiven; numbers may stand in front only."""
    if len(text) > _LONGEST or _NUMBER_BEHIND.search(text):
        return ""
    bare = letters(text)
    alike = _BEGINNINGS.get(bare[:2], ())
    return table.get(bare) or next((table[known] for known in alike if known in table and _nearly(bare, known)), "")


def _nearly(text: str, spelling: str) -> bool:
    """Whether one letter more, less or other makes the spelling; only for long ones, where that cannot mislead."""
    if len(spelling) < 8 or abs(len(text) - len(spelling)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(text, spelling, strict=False)) if a != b), len(spelling) - 1)
    return any(text[same + more :] == spelling[same + less :] for more, less in ((1, 1), (1, 0), (0, 1)))


def _by_letters(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {letters(spelling): key for key, spellings in table.items() for spelling in spellings}


def _label_pattern() -> re.Pattern[str]:
    """Any label at the beginning of a text, longer ones first; between its letters there may be spaces and marks."""
    spellings = (r"[ \t\xa0.,/&-]{0,8}".join(spelling) for spelling in sorted(_IDENTITY, key=len, reverse=True))
    return re.compile(rf"(?i)[\W\d_]*(?:{'|'.join(spellings)})(?![^\W\d_])")


_IDENTITY = _by_letters(IDENTITY)
_COLUMNS = _by_letters(COLUMNS)
_LABEL = _label_pattern()
_BEGINNINGS = {
    beginning: tuple(known for known in {**_IDENTITY, **_COLUMNS} if known.startswith(beginning))
    for beginning in {known[:2] for known in (*_IDENTITY, *_COLUMNS)}
}
"""First two letters, which have to be right, → the spellings that begin so."""
