"""FL-30: no loop holds the work for ever."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import graph
from sopan.domain.procedure import Procedure


@rule(code="FL-30", name="loop-without-way-out", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def loop_without_way_out(procedure: Procedure, context: Context) -> Iterator[Remark]:
    ends = set(graph.ends(procedure))
    for loop in graph.loops(procedure):
        inside = set(loop.steps)
        leaves = any(following not in inside for id in loop.steps for following in graph.successors(procedure, id))
        if not leaves and not inside & ends:
            yield remark(
                loop.steps[0],
                "Langkah {langkah} berputar tanpa jalan keluar, sehingga prosedur tidak pernah selesai. "
                "Tambahkan jalur dari salah satunya menuju akhir prosedur.",
                field="ke",
                langkah=", ".join(map(procedure.nomor, loop.steps)),
            )
