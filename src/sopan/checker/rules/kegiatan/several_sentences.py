"""KG-21: an activity of several sentences is several activities, or an explanation in the wrong column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.language.words import CACHED_TEXTS, shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

NEXT_SENTENCE = re.compile(r"(?:(?<=[^\W\d_]{4})[.;]\s+[A-Z]|\n[^\S\n]*(?:[-•*]|\(?\w{1,2}[.)])\s*\w)")
"""A full stop after a whole word (not `No.` or `Kab.`) before a capital, or a list of points."""


@rule(code="KG-21", name="several-sentences", severity=Severity.WARNING, basis=PERMENPANRB_35_2012_FLOWCHART)
def several_sentences(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if _goes_on(step.kegiatan):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” terdiri atas beberapa kalimat. Jadikan tiap pekerjaan satu baris, "
                "dan pindahkan penjelasan ke Keterangan.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
            )


@lru_cache(maxsize=CACHED_TEXTS)
def _goes_on(kegiatan: str) -> bool:
    return NEXT_SENTENCE.search(kegiatan) is not None
