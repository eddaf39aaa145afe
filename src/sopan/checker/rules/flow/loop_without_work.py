"""FL-13: work that comes back to a decision has been changed on the way."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import activity, decisions, goes_up, spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import graph
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-13", name="loop-without-work", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def loop_without_work(procedure: Procedure, context: Context) -> Iterator[Remark]:
    work = {step.id for step in procedure.steps if step.kinds != {Kind.DECISION}}
    for decision in decisions(procedure):
        for exit in decision.exits:
            back_to = exit.target.step
            if not goes_up(procedure, exit) or back_to in work or decision.step.id in work:
                continue
            if decision.step.id in graph.onward(procedure, back_to, beyond=work):
                yield remark(
                    decision.step,
                    "Jawaban “{jawaban}” pada keputusan “{kegiatan}” kembali ke keputusan {tujuan} tanpa ada yang "
                    "diperbaiki. Kembalikan ke langkah yang mengerjakan perbaikannya.",
                    field="ke",
                    jawaban=exit.answer,
                    kegiatan=activity(decision.step),
                    tujuan=spoken(procedure, back_to),
                )
