"""FL-31: only a decision lets the work go different ways."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import process_exits, spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, set_cell
from sopan.domain.procedure import Kind, Procedure, Step


@rule(code="FL-31", name="forking-process", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def forking_process(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        targets = list(dict.fromkeys(edge.target.step for edge in process_exits(procedure, step)))
        if len(targets) > 1:
            yield remark(
                step,
                "Langkah {langkah} bercabang ke langkah {tujuan} tanpa keputusan. "
                "Jadikan keputusan dengan jawaban pada tiap cabang, atau lanjutkan ke satu langkah saja.",
                field="ke",
                fix=_make_it_decide(procedure, step),
                langkah=spoken(procedure, step),
                tujuan=", ".join(procedure.nomor(id) for id in targets),
            )


def _make_it_decide(procedure: Procedure, step: Step) -> tuple[Operation, ...]:
    """When every way already carries an answer of its own, the box was meant to be a diamond."""
    answers = [edge.answer.strip().casefold() for edge in procedure.edges_from(step.id)]
    plain = step.kind is Kind.PROCESS and not any(symbol.kind for symbol in step.symbols)
    if not plain or not all(answers) or len(set(answers)) < len(answers):
        return ()
    return (set_cell(procedure, step.id, "kind", Kind.DECISION),)
