"""FL-25: the last row is where a procedure ends."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-25", name="last-row-not-end", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def last_row_not_end(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not any(Kind.END in step.kinds for step in procedure.steps):
        return
    last = procedure.steps[-1]
    if Kind.END not in last.kinds:
        yield remark(
            last,
            "Baris terakhir, langkah {langkah}, bukan kapsul akhir. "
            "Jadikan kapsul, atau pindahkan langkah yang mengakhiri prosedur ke baris terakhir.",
            field="jenis",
            langkah=spoken(procedure, last),
        )
