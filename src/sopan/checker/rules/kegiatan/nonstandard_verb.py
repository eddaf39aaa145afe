"""KG-17: verbs as the dictionary spells them."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.spelling import respelled, standard_spelling
from sopan.checker.language.words import words
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure


@rule(code="KG-17", name="nonstandard-verb", severity=Severity.INFO, basis=GOOD_PRACTICE)
def nonstandard_verb(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        faulty = [word for word in dict.fromkeys(words(step.kegiatan)) if standard_spelling(word)]
        if faulty:
            yield remark(
                step,
                "Ejaan baku untuk “{kata}” adalah “{baku}”. Perbaiki ejaannya pada kegiatan ini.",
                field="kegiatan",
                fix=(set_cell(procedure, step.id, "kegiatan", respelled(step.kegiatan)),),
                kata=", ".join(faulty),
                baku=", ".join(map(standard_spelling, faulty)),
            )
