"""MB-17: no activity takes no time."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.checker.waktu_facts import longest_minutes
from sopan.domain import waktu
from sopan.domain.procedure import Procedure


@rule(code="MB-17", name="waktu-of-nothing", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def waktu_of_nothing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        words = step.mutu_baku.waktu
        if waktu.read(words).is_measured and max(longest_minutes(words)) == 0:
            yield remark(
                step,
                "Waktu “{waktu}” berarti tidak ada waktu. Tuliskan waktu terpendek yang benar-benar diperlukan.",
                field="waktu",
                waktu=shortened(words),
            )
