"""FL-44: where arrows run inside a row, they take in every symbol of it."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure, Step


@rule(code="FL-44", name="idle-symbol", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def idle_symbol(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        for name in _left_out(procedure, step):
            yield remark(
                step,
                "Simbol {pelaksana} pada langkah {langkah} tidak dihubungkan dengan simbol lain. "
                "Tambahkan anak panah dari atau ke simbol itu, atau hapus simbolnya.",
                field="pelaksana",
                pelaksana=name,
                langkah=spoken(procedure, step),
            )


def _left_out(procedure: Procedure, step: Step) -> list[str]:
    """Symbols no arrow names, in a row whose arrows name the others."""
    inner = procedure.inner_edges(step.id)
    if not inner:
        return []
    edges = (*inner, *procedure.edges_from(step.id), *procedure.edges_to(step.id))
    named = {end.pelaksana for edge in edges for end in (edge.source, edge.target) if end.step == step.id}
    return [name for name in step.daftar_pelaksana if name not in named]
