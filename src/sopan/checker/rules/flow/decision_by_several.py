"""FL-40: one position answers for a decision."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-40", name="decision-by-several", severity=Severity.INFO, basis=GOOD_PRACTICE)
def decision_by_several(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.decisions:
        deciders = [name for name in step.daftar_pelaksana if step.kind_of(name) is Kind.DECISION]
        if len(deciders) > 1 and not procedure.inner_edges(step.id):
            yield remark(
                step,
                "Keputusan {langkah} diambil oleh {pelaksana} sekaligus. "
                "Tuliskan siapa yang memutuskan; yang lain diberi langkah sendiri.",
                field="pelaksana",
                langkah=spoken(procedure, step),
                pelaksana=", ".join(deciders),
            )
