"""FL-16: the flow is read downward; only a decision sends work back up."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import goes_up, process_exits, spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="FL-16", name="upward-arrow-from-box", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def upward_arrow_from_box(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        for edge in process_exits(procedure, step):
            if goes_up(procedure, edge):
                yield remark(
                    step,
                    "Anak panah dari langkah {langkah} kembali ke langkah {tujuan} tanpa keputusan. "
                    "Tambahkan keputusan yang mengembalikannya, atau susun ulang urutan barisnya.",
                    field="ke",
                    langkah=spoken(procedure, step),
                    tujuan=spoken(procedure, edge.target.step),
                )
