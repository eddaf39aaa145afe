"""KG-20: the answers of a decision stand on its arrows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

ANSWERS = re.compile(r"\b(?:ya\s*[/,]\s*tidak|tidak\s*[/,]\s*ya|y\s*/\s*t)\b", re.IGNORECASE)


@rule(code="KG-20", name="answer-in-activity", severity=Severity.INFO, basis=GOOD_PRACTICE)
def answer_in_activity(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        found = ANSWERS.search(step.kegiatan)
        if found:
            yield remark(
                step,
                "Kegiatan “{kegiatan}” memuat jawaban “{jawaban}”. Hapus dari kalimat, jadikan kegiatannya keputusan, "
                "dan tulis tiap jawaban pada panahnya.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
                jawaban=found.group(0),
            )
