"""FL-34: only a decision sends the work back to its start."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import leaves_decision, spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-34", name="arrow-into-start", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def arrow_into_start(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if Kind.START not in step.kinds:
            continue
        for edge in procedure.edges_to(step.id):
            if not leaves_decision(procedure, edge):
                yield remark(
                    edge,
                    "Anak panah dari langkah {langkah} masuk ke kapsul awal, langkah {tujuan}, tanpa keputusan. "
                    "Tambahkan keputusan yang mengembalikannya, atau arahkan ke langkah lain.",
                    field="ke",
                    langkah=spoken(procedure, edge.source.step),
                    tujuan=spoken(procedure, step),
                )
