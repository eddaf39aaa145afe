"""FL-13: work that comes back to a decision has been changed on the way."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import activity, goes_up, spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import graph
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-13", name="loop-without-work", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def loop_without_work(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for loop in graph.loops(_only_decisions(procedure)):
        inside = set(loop.steps)
        for id in loop.steps:
            for edge in procedure.edges_from(id):
                if edge.target.step in inside and goes_up(procedure, edge):
                    yield remark(
                        edge,
                        "Jawaban “{jawaban}” pada keputusan “{kegiatan}” kembali ke keputusan {tujuan} tanpa ada yang "
                        "diperbaiki. Kembalikan ke langkah yang mengerjakan perbaikannya.",
                        field="ke",
                        jawaban=edge.answer or "…",
                        kegiatan=activity(procedure.step(id)),
                        tujuan=spoken(procedure, edge.target.step),
                    )


def _only_decisions(procedure: Procedure) -> Procedure:
    """The rows that hold nothing but diamonds, with the ways between them: whatever goes round here does no work."""
    rows = tuple(step for step in procedure.steps if step.kinds == {Kind.DECISION})
    ids = {step.id for step in rows}
    edges = (edge for edge in procedure.edges if edge.source.step in ids and edge.target.step in ids)
    return Procedure(steps=rows, edges=tuple(edges))
