"""FL-22: the capsule is the first and the last activity itself; a row "Mulai" or "Selesai" says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, remove_step, set_cell
from sopan.domain.procedure import Kind, Procedure, Step

EMPTY = re.compile(r"\W*(mulai|start|awal|selesai|akhir|end|finish|stop)\W*", re.IGNORECASE)


@rule(code="FL-22", name="row-that-only-starts", severity=Severity.INFO, basis=GOOD_PRACTICE)
def row_that_only_starts(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if EMPTY.fullmatch(step.kegiatan):
            yield remark(
                step,
                "Baris {langkah} tidak memuat kegiatan. Kapsul adalah kegiatan pertama atau terakhir itu sendiri: "
                "hapus baris ini dan jadikan langkah di sebelahnya kapsul.",
                field="kegiatan",
                fix=_hand_the_capsule_on(procedure, step),
                langkah=spoken(procedure, step),
            )


def _hand_the_capsule_on(procedure: Procedure, step: Step) -> tuple[Operation, ...]:
    """The only neighbour, when it is a plain box, becomes the capsule and the empty row goes."""
    arriving, leaving = procedure.edges_to(step.id), procedure.edges_from(step.id)
    if step.kinds == {Kind.START} and not arriving and len(leaving) == 1:
        neighbour, kind = procedure.step(leaving[0].target.step), Kind.START
    elif step.kinds == {Kind.END} and not leaving and len(arriving) == 1:
        neighbour, kind = procedure.step(arriving[0].source.step), Kind.END
    else:
        return ()
    busy = kind is Kind.END and len(procedure.edges_from(neighbour.id)) > 1
    if busy or neighbour.kinds != {Kind.PROCESS} or any(symbol.kind for symbol in neighbour.symbols):
        return ()
    return (set_cell(procedure, neighbour.id, "kind", kind), remove_step(procedure, step.id))
