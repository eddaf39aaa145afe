"""FL-01: the first activity is drawn as a capsule."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, set_cell
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-01", name="start-without-capsule", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_SYMBOLS)
def start_without_capsule(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not procedure.steps or any(Kind.START in step.kinds for step in procedure.steps):
        return
    first = procedure.steps[0]
    yield remark(
        first,
        "Belum ada kapsul awal. Gambarkan kegiatan pertama, langkah {langkah}, sebagai kapsul.",
        field="jenis",
        fix=_make_it_start(procedure),
        langkah=spoken(procedure, first),
    )


def _make_it_start(procedure: Procedure) -> tuple[Operation, ...]:
    """A plain box becomes a capsule; a diamond or a mixed row needs its author."""
    first = procedure.steps[0]
    if first.kinds != {Kind.PROCESS} or any(symbol.kind for symbol in first.symbols):
        return ()
    return (set_cell(procedure, first.id, "kind", Kind.START),)
