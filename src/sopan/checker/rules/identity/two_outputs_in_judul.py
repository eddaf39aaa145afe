"""ID-06: one procedure, one output."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.titles import names_an_aspect
from sopan.checker.language.words import shortened, word_set, words
from sopan.checker.page_facts import bare_title
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

ALTERNATIVES = re.compile(r"\bdan\s*/\s*atau\b|\batau\b|\bserta\b", re.IGNORECASE)
CLAUSE = re.compile(r"\byang\b.*", re.IGNORECASE | re.DOTALL)
"""`… yang Hilang atau Rusak` tells of a state, not of another output."""
PAIRS = word_set("""
    kependudukan-pencatatan perencanaan-penganggaran monitoring-evaluasi pemantauan-evaluasi pengawasan-pengendalian
    pembinaan-pengawasan penelitian-pengembangan pendidikan-pelatihan pendidikan-kebudayaan perindustrian-perdagangan
    kearsipan-perpustakaan perpustakaan-kearsipan kebersihan-pertamanan ketenteraman-ketertiban ketentraman-ketertiban
    penyelidikan-penyidikan pencegahan-penanggulangan kepegawaian-pengembangan pertanian-ketahanan modal-pelayanan
    umum-penataan penduduk-keluarga umum-kepegawaian keuangan-pelaporan kehutanan-perkebunan kesehatan-keselamatan
    """)
"""Words on both sides of `dan` that are one name together, be it of an office or of a kind of work."""
UNITS = word_set("dinas badan bagian bidang seksi subbagian subbag subbidang sekretariat kantor kementerian balai")
"""Words after which the title names an office."""


@rule(code="ID-06", name="two-outputs-in-judul", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def two_outputs_in_judul(procedure: Procedure, context: Context) -> Iterator[Remark]:
    title = CLAUSE.sub("", bare_title(procedure.identity.judul))
    alternatives = ALTERNATIVES.search(title)
    joint = alternatives.group() if alternatives else _second_aspect(title)
    if joint:
        yield remark(
            None,
            "Judul “{judul}” tampaknya memuat dua hasil, dihubungkan oleh “{kata}”. "
            "Pisahkan menjadi dua SOP, masing-masing dengan satu hasil.",
            field="judul",
            judul=shortened(procedure.identity.judul),
            kata=joint,
        )


def _second_aspect(title: str) -> str:
    """`dan` and the aspect of work it leads to; inside a name (Rencana Kerja dan Anggaran) it joins nothing."""
    said = words(title.replace("&", " dan "))
    office = next((at for at, word in enumerate(said) if word in UNITS), len(said))
    for before, joint, after in zip(said[:office], said[1:office], said[2:office], strict=False):
        if joint == "dan" and names_an_aspect(after) and f"{before}-{after}" not in PAIRS:
            return f"{joint} {after}"
    return ""
