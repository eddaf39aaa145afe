"""MB-19: “dan lain-lain” leaves it to the clerk what an applicant has to bring."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import TRAINING_PRINCIPLES
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

OPEN_END = re.compile(
    r"\b(?:dll|dst|dsb|etc|dan\s+lain(?:\s*-?\s*lain(?:nya)?|nya)|dan\s+sebagainya|dan\s+seterusnya)\b", re.IGNORECASE
)


@rule(code="MB-19", name="open-ended-kelengkapan", severity=Severity.INFO, basis=TRAINING_PRINCIPLES)
def open_ended_kelengkapan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        for item in step.mutu_baku.kelengkapan:
            found = OPEN_END.search(item)
            if found:
                yield remark(
                    step,
                    "Kelengkapan “{kelengkapan}” tidak tertutup karena “{kata}”. Sebutkan semuanya satu per satu.",
                    field="kelengkapan",
                    kelengkapan=shortened(item),
                    kata=found.group(0),
                )
