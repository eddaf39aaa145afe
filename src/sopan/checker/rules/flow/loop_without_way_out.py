"""FL-30: no loop holds the work for ever."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import graph
from sopan.domain.procedure import Procedure


@rule(code="FL-30", name="loop-without-way-out", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def loop_without_way_out(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if len(graph.reaches_end(procedure)) == len(procedure.steps):
        return
    for loop in graph.loops(procedure):
        if _is_closed(procedure, loop):
            yield remark(
                loop.steps[0],
                "Langkah {langkah} berputar tanpa jalan keluar, sehingga prosedur tidak pernah selesai. "
                "Tambahkan jalur dari salah satunya menuju akhir prosedur.",
                field="ke",
                langkah=", ".join(map(procedure.nomor, loop.steps)),
            )


def _is_closed(procedure: Procedure, loop: graph.Loop) -> bool:
    """Whether the work neither ends in the loop nor leaves it."""
    inside = set(loop.steps)
    ends = inside.intersection(graph.ends(procedure))
    return not ends and all(inside.issuperset(graph.successors(procedure, id)) for id in loop.steps)
