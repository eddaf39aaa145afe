"""FL-33: one answer leads one way."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import activity, decisions
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Edge, Procedure


@rule(code="FL-33", name="repeated-answer", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def repeated_answer(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for decision in decisions(procedure):
        for ways in _by_answer(decision.exits).values():
            if len(ways) > 1:
                yield remark(
                    decision.step,
                    "Jawaban “{jawaban}” pada keputusan “{kegiatan}” menuju beberapa langkah: {tujuan}. "
                    "Beri tiap jalur jawaban yang berbeda, atau arahkan ke satu langkah.",
                    field="ke",
                    jawaban=ways[0].answer,
                    kegiatan=activity(decision.step),
                    tujuan=", ".join(procedure.nomor(way.target.step) for way in ways),
                )


def _by_answer(exits: tuple[Edge, ...]) -> dict[str, list[Edge]]:
    """Ways by the answer they carry, however it is spelt; those without one are left out."""
    ways: dict[str, list[Edge]] = {}
    for exit in exits:
        if answer := " ".join(exit.answer.split()).casefold():
            ways.setdefault(answer, []).append(exit)
    return ways
