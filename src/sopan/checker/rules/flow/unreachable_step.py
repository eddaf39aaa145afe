"""FL-09: the work can come to every step."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import graph
from sopan.domain.procedure import Procedure


@rule(code="FL-09", name="unreachable-step", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def unreachable_step(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for id in _where_lost_ways_begin(procedure):
        yield remark(
            id,
            "Langkah {langkah} tidak pernah tercapai dari awal prosedur. "
            "Arahkan anak panah dari langkah sebelumnya ke sini, atau hapus langkah ini.",
            field="ke",
            langkah=spoken(procedure, id),
        )


def _where_lost_ways_begin(procedure: Procedure) -> Iterator[str]:
    """Of the steps never come to, those from which all the others follow: first the ones nothing leads to."""
    found = graph.reachable_from_start(procedure)
    lost = [step.id for step in procedure.steps if step.id not in found]
    for id in sorted(lost, key=lambda id: bool(graph.predecessors(procedure, id))):
        if id not in found:
            found |= graph.onward(procedure, id, beyond=found)
            yield id
