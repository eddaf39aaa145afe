"""ID-29: a micro procedure is a part of a macro one, and names it."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.identity import Besaran
from sopan.domain.procedure import Procedure


@rule(
    code="ID-29",
    name="micro-without-parent",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def micro_without_parent(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if procedure.identity.besaran is Besaran.MICRO and not stated(procedure.identity.keterkaitan):
        yield remark(
            None,
            "SOP mikro adalah bagian dari SOP makro, tetapi Keterkaitan belum menyebutnya. Tuliskan SOP induknya.",
            field="keterkaitan",
        )
