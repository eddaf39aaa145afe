"""FL-29: the work goes on until it has ended."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import graph
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-29", name="step-without-exit", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def step_without_exit(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for id in graph.dead_ends(procedure):
        if Kind.DECISION not in procedure.step(id).kinds:
            yield remark(
                id,
                "Pekerjaan terhenti pada langkah {langkah}: tidak ada anak panah ke langkah berikutnya. "
                "Tuliskan langkah lanjutannya, atau jadikan langkah ini kapsul akhir.",
                field="ke",
                langkah=spoken(procedure, id),
            )
