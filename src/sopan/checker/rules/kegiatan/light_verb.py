"""KG-19: “melakukan pemeriksaan” is a long way to say “memeriksa”."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.verbs import without_light_verb
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure


@rule(code="KG-19", name="light-verb", severity=Severity.INFO, basis=GOOD_PRACTICE)
def light_verb(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        direct = without_light_verb(step.kegiatan)
        if direct:
            yield remark(
                step,
                "Kegiatan “{kegiatan}” dapat lebih singkat: “{usul}”.",
                field="kegiatan",
                fix=(set_cell(procedure, step.id, "kegiatan", direct),),
                kegiatan=shortened(step.kegiatan),
                usul=shortened(direct),
            )
