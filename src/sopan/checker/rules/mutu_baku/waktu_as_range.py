"""MB-03: a range is harder to hold anyone to than one time."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_PRINCIPLES
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import waktu
from sopan.domain.procedure import Procedure


@rule(code="MB-03", name="waktu-as-range", severity=Severity.WARNING, basis=TRAINING_PRINCIPLES)
def waktu_as_range(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if waktu.read(step.mutu_baku.waktu).is_range:
            yield remark(
                step,
                "Waktu “{waktu}” berupa rentang. Tetapkan satu waktu baku, yaitu yang terlama yang masih wajar.",
                field="waktu",
                waktu=shortened(step.mutu_baku.waktu),
            )
