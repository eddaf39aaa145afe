"""FL-32: nothing follows the end."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Edge, Kind, Procedure


@rule(code="FL-32", name="end-with-exit", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def end_with_exit(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        for edge in procedure.edges_from(step.id):
            if _leaves_an_end(procedure, edge):
                yield remark(
                    step,
                    "Langkah {langkah} adalah kapsul akhir, tetapi masih berlanjut ke langkah {tujuan}. "
                    "Hapus lanjutannya, atau ubah jenisnya bila prosedur belum selesai di sini.",
                    field="ke",
                    langkah=spoken(procedure, step),
                    tujuan=spoken(procedure, edge.target.step),
                )


def _leaves_an_end(procedure: Procedure, edge: Edge) -> bool:
    """A whole row leaves an end when it holds nothing but ends; a symbol when it is one."""
    step = procedure.step(edge.source.step)
    if edge.source.pelaksana:
        return step.kind_of(edge.source.pelaksana) is Kind.END
    return step.kinds == {Kind.END}
