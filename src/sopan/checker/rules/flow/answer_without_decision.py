"""FL-41: answers belong to decisions."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import process_exits, spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Connect, Disconnect
from sopan.domain.procedure import Edge, Procedure


@rule(code="FL-41", name="answer-without-decision", severity=Severity.INFO, basis=GOOD_PRACTICE)
def answer_without_decision(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        exits = process_exits(procedure, step)
        if len(exits) == 1 and exits[0].answer.strip():
            plain = Edge(exits[0].source, exits[0].target)
            yield remark(
                step,
                "Langkah {langkah} bukan keputusan, tetapi jalurnya diberi jawaban “{jawaban}”. "
                "Hapus jawabannya, atau jadikan langkah ini keputusan.",
                field="ke",
                fix=(Disconnect(exits[0]), Connect(plain)),
                langkah=spoken(procedure, step),
                jawaban=exits[0].answer,
            )
