"""FL-39: one row holds one activity, so its symbols are of one kind."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-39", name="mixed-row", severity=Severity.INFO, basis=GOOD_PRACTICE)
def mixed_row(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if len(step.kinds) > 1 and Kind.DECISION in step.kinds:
            deciders = [name for name in step.daftar_pelaksana if step.kind_of(name) is Kind.DECISION]
            yield remark(
                step,
                "Langkah {langkah} memuat pekerjaan dan keputusan ({pelaksana}) dalam satu baris. "
                "Uraikan menjadi dua baris, agar tiap baris memuat satu kegiatan.",
                field="pelaksana",
                langkah=spoken(procedure, step),
                pelaksana=", ".join(deciders),
            )
