"""FL-24: the flow is read from top to bottom, so its start stands in the first row."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-24", name="start-below-first-row", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def start_below_first_row(procedure: Procedure, context: Context) -> Iterator[Remark]:
    start = next((step for step in procedure.steps if Kind.START in step.kinds), None)
    if start and procedure.row(start.id) > 0:
        yield remark(
            start,
            "Prosedur dimulai pada langkah {langkah}, bukan pada baris pertama. "
            "Pindahkan langkah itu ke baris pertama, atau perbaiki jenisnya.",
            field="jenis",
            langkah=spoken(procedure, start),
        )
