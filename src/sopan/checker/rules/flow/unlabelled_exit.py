"""FL-11: every way out of a decision carries its answer."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.flow_facts import Decision, activity, decisions, spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Connect, Disconnect, Operation
from sopan.domain.procedure import Edge, Procedure

COUNTERPARTS = {"ya": "Tidak", "tidak": "Ya"}


@rule(code="FL-11", name="unlabelled-exit", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_SYMBOLS)
def unlabelled_exit(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for decision in decisions(procedure):
        for exit in decision.exits:
            if not exit.answer.strip():
                yield remark(
                    decision.step,
                    "Anak panah dari keputusan “{kegiatan}” ke langkah {tujuan} belum diberi jawaban. "
                    "Tuliskan jawabannya, misalnya Ya atau Tidak.",
                    field="ke",
                    fix=_counterpart(decision, exit),
                    kegiatan=activity(decision.step),
                    tujuan=spoken(procedure, exit.target.step),
                )


def _counterpart(decision: Decision, exit: Edge) -> tuple[Operation, ...]:
    """Of two ways, one of them Ya or Tidak, the other can only be the opposite."""
    others = [other for other in decision.exits if other != exit]
    answer = COUNTERPARTS.get(others[0].answer.strip().casefold()) if len(others) == 1 else None
    return (Disconnect(exit), Connect(Edge(exit.source, exit.target, answer))) if answer else ()
