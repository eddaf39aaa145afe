"""FL-12: a negative answer returns to the work that must be redone, or ends in a rejection."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import Decision, activity, decisions, goes_up, spoken
from sopan.checker.language.answers import is_negative
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import graph
from sopan.domain.procedure import Edge, Kind, Procedure


@rule(code="FL-12", name="negative-answer-ahead", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def negative_answer_ahead(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for decision in decisions(procedure):
        for exit in decision.exits:
            if is_negative(exit.answer) and _skips_ahead(procedure, decision, exit):
                yield remark(
                    decision.step,
                    "Jawaban “{jawaban}” pada keputusan “{kegiatan}” melompat maju ke langkah {tujuan}. "
                    "Kembalikan ke langkah yang harus diperbaiki, atau arahkan ke penolakan yang mengakhiri prosedur.",
                    field="ke",
                    jawaban=exit.answer,
                    kegiatan=activity(decision.step),
                    tujuan=spoken(procedure, exit.target.step),
                )


def _skips_ahead(procedure: Procedure, decision: Decision, exit: Edge) -> bool:
    """Whether the way goes down and joins the work that another answer leads to, before any end."""
    if exit.is_inner or goes_up(procedure, exit):
        return False
    here = (decision.step.id,)
    onward = [other.target.step for other in decision.exits if not is_negative(other.answer)]
    joined = graph.onward(procedure, exit.target.step, beyond=here) & graph.onward(procedure, *onward, beyond=here)
    return any(Kind.END not in procedure.step(id).kinds for id in joined)
