"""FL-04: every activity has a symbol in the column of whoever carries it out."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="FL-04", name="step-without-executor", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_FLOWCHART)
def step_without_executor(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if not step.symbols:
            yield remark(
                step,
                "Langkah {langkah} belum punya pelaksana. Tuliskan jabatan yang mengerjakannya.",
                field="pelaksana",
                langkah=spoken(procedure, step),
            )
