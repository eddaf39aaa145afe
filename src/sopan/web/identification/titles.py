"""Titles of procedures, proposed from aspek and output: “penyusunan” + “laporan SKM” → “Penyusunan Laporan SKM”."""

from __future__ import annotations

import re

from sopan.checker.language.titles import names_an_aspect
from sopan.checker.language.verbs import opening
from sopan.checker.language.words import split_after, without_list_mark, word_set, words
from sopan.domain.identity import CiriKegiatan

ASPECTS = (
    "Penyusunan",
    "Pelaksanaan",
    "Evaluasi",
    "Pelaporan",
    "Publikasi",
    "Distribusi",
    "Pelayanan",
    "Penerbitan",
    "Pengelolaan",
    "Penanganan",
    "Verifikasi",
    "Penetapan",
    "Penyelenggaraan",
)
"""The first six are those of Permenpan-RB 35/2012; the others are used in practice."""
_SMALL = word_set("dan atau di ke dari dengan untuk bagi pada oleh dalam yang tentang terhadap atas serta")
_SERVICE = re.compile(
    r"\b(?:pelayanan|layanan|permohonan|pengaduan|konsultasi|izin|rekomendasi|perizinan)\b", re.IGNORECASE
)
_ASSIGNED = re.compile(
    r"\b(?:tugas(?:\s+kedinasan)?\s+lain|fungsi\s+lain|penugasan|disposisi|perintah)\b", re.IGNORECASE
)


def proposed(aspek: str, output: str) -> str:
    """The title; empty while one of the two is missing. An output that names its aspect already is not given
    two, and one that is written as an activity gives its thing."""
    aspek, output = _bare(aspek), _thing_of(_bare(output))
    if not aspek or not output:
        return ""
    first = words(output)[:1]
    if first and first == words(aspek)[:1]:
        return _capitalised(output)
    return _capitalised(f"{aspek} {output}")


def fault_of(judul: str) -> str:
    """What is amiss with a title, as a sentence; empty when it is one (digest 1.7 E)."""
    said = words(judul)
    if not said:
        return ""
    start = said[1:] if said[0] == "sop" else said
    if start and not names_an_aspect(start[0]):
        active = opening(" ".join(start)).active
        if active == start[0]:
            return "Judul dimulai dengan kata kerja. Mulailah dengan aspek, misalnya “Penyusunan” atau “Pelayanan”."
        return "Judul belum dimulai dengan aspek kegiatan, misalnya “Penyusunan” atau “Evaluasi”."
    if any(re.fullmatch(r"(?:19|20)\d\d", word) for word in said):
        return "Judul menyebut tahun. Lepaskan tahunnya agar SOP berlaku terus."
    return ""


def fault_of_output(output: str) -> str:
    """An output is a thing one can count, never an activity (digest 3.2)."""
    begins = opening(output)
    if begins.word and begins.active == begins.word:
        return "Output adalah benda yang dapat dihitung, misalnya “dokumen” atau “laporan”, bukan kegiatan."
    return ""


def likely_ciri(kegiatan: str, aspek: str) -> CiriKegiatan:
    """What most likely sets the work off (digest 3.3); a person may say otherwise."""
    if _SERVICE.search(kegiatan) or words(aspek)[:1] == ("pelayanan",):
        return CiriKegiatan.SERVICE
    if _ASSIGNED.search(kegiatan):
        return CiriKegiatan.ASSIGNMENT
    return CiriKegiatan.ROUTINE


def _thing_of(output: str) -> str:
    """The thing an activity yields: “dokumen ABK” of “menyusun dokumen ABK”."""
    begins = opening(output)
    if not begins.word or begins.active != begins.word:
        return output
    return split_after(output, begins.length)[1].strip()


def _bare(text: str) -> str:
    return without_list_mark(" ".join(text.split())).strip(" .;,")


def _capitalised(title: str) -> str:
    """Words begin with a capital letter, small ones inside the title do not; an abbreviation stays as it is."""
    said = title.split(" ")
    return " ".join(
        word if place and word.lower() in _SMALL else word[:1].upper() + word[1:] for place, word in enumerate(said)
    )
