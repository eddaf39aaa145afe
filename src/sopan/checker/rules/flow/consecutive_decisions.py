"""FL-14: the same executor rarely has to decide twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import decision_exits, spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure, Step


@rule(code="FL-14", name="consecutive-decisions", severity=Severity.INFO, basis=GOOD_PRACTICE)
def consecutive_decisions(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.decisions:
        following = next((next_step for next_step in _following(procedure, step) if _deciders(step, next_step)), None)
        if following:
            yield remark(
                step,
                "{pelaksana} memutuskan dua kali berturut-turut, pada langkah {langkah} dan {berikut}. "
                "Pertimbangkan satu keputusan saja, atau tuliskan pekerjaan di antaranya.",
                field="jenis",
                pelaksana=", ".join(_deciders(step, following)),
                langkah=spoken(procedure, step),
                berikut=spoken(procedure, following),
            )


def _following(procedure: Procedure, step: Step) -> Iterator[Step]:
    """Rows right below this one in the work, to which an answer of it leads."""
    for edge in decision_exits(procedure, step):
        if procedure.row(edge.target.step) > procedure.row(step.id):
            yield procedure.step(edge.target.step)


def _deciders(step: Step, following: Step) -> list[str]:
    """Executors with a diamond in both rows."""
    return [
        name
        for name in step.daftar_pelaksana
        if name in following.daftar_pelaksana
        and step.kind_of(name) is Kind.DECISION
        and following.kind_of(name) is Kind.DECISION
    ]
