"""FL-29: the work goes on until it has ended."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import graph
from sopan.domain.operations import Connect, Operation
from sopan.domain.procedure import Edge, End, Kind, Procedure


@rule(code="FL-29", name="step-without-exit", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def step_without_exit(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for id in graph.dead_ends(procedure):
        if Kind.DECISION not in procedure.step(id).kinds:
            yield remark(
                id,
                "Pekerjaan terhenti pada langkah {langkah}: tidak ada anak panah ke langkah berikutnya. "
                "Tuliskan langkah lanjutannya, atau jadikan langkah ini kapsul akhir.",
                field="ke",
                fix=_go_on_below(procedure, id),
                langkah=spoken(procedure, id),
            )


def _go_on_below(procedure: Procedure, id: str) -> tuple[Operation, ...]:
    """Two loose ends, one below the other, belong together: nothing leaves this row and nothing arrives at the next."""
    below = procedure.steps[procedure.row(id) + 1 :][:1]
    if not below or Kind.START in below[0].kinds or procedure.edges_from(id) or procedure.edges_to(below[0].id):
        return ()
    return (Connect(Edge(End(id), End(below[0].id))),)
