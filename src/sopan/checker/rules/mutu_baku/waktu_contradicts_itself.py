"""MB-16: one time, said once, or said twice alike."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.checker.waktu_facts import is_said_twice_differently
from sopan.domain.procedure import Procedure


@rule(code="MB-16", name="waktu-contradicts-itself", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def waktu_contradicts_itself(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if is_said_twice_differently(step.mutu_baku.waktu):
            yield remark(
                step,
                "Waktu “{waktu}” menyebut dua lama yang berbeda. Tuliskan satu waktu saja.",
                field="waktu",
                waktu=shortened(step.mutu_baku.waktu),
            )
