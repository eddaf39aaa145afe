"""FL-12: a negative answer returns to the work that must be redone, or goes a way of its own, such as a rejection."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import activity, decisions, goes_up, leaves_decision, spoken
from sopan.checker.language.answers import is_negative
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Edge, Kind, Procedure


@rule(code="FL-12", name="negative-answer-ahead", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def negative_answer_ahead(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for decision in decisions(procedure):
        for exit in decision.exits:
            if is_negative(exit.answer) and _skips_ahead(procedure, exit):
                yield remark(
                    decision.step,
                    "Jawaban “{jawaban}” pada keputusan “{kegiatan}” melompat maju ke langkah {tujuan}. "
                    "Kembalikan ke langkah yang harus diperbaiki, atau arahkan ke penolakan yang mengakhiri prosedur.",
                    field="ke",
                    jawaban=exit.answer,
                    kegiatan=activity(decision.step),
                    tujuan=spoken(procedure, exit.target.step),
                )


def _skips_ahead(procedure: Procedure, exit: Edge) -> bool:
    """Whether the way goes down into work that is also done when all is well."""
    if exit.is_inner or goes_up(procedure, exit) or Kind.END in procedure.step(exit.target.step).kinds:
        return False
    return not all(
        leaves_decision(procedure, arriving) and is_negative(arriving.answer)
        for arriving in procedure.edges_to(exit.target.step)
    )
