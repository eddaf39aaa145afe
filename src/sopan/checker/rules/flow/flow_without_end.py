"""FL-02: at least one activity is drawn as the capsule that ends the procedure."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, set_cell
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-02", name="flow-without-end", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_SYMBOLS)
def flow_without_end(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not procedure.steps or any(Kind.END in step.kinds for step in procedure.steps):
        return
    last = procedure.steps[-1]
    yield remark(
        last,
        "Belum ada kapsul akhir. Gambarkan kegiatan terakhir, langkah {langkah}, sebagai kapsul.",
        field="jenis",
        fix=_make_it_end(procedure),
        langkah=spoken(procedure, last),
    )


def _make_it_end(procedure: Procedure) -> tuple[Operation, ...]:
    """A plain last box from which nothing leaves becomes a capsule; anything else needs its author."""
    last = procedure.steps[-1]
    plain = last.kinds == {Kind.PROCESS} and not any(symbol.kind for symbol in last.symbols)
    if len(procedure.steps) < 2 or not plain or procedure.edges_from(last.id):
        return ()
    return (set_cell(procedure, last.id, "kind", Kind.END),)
