"""FL-22: the capsule is the first and the last activity itself; a row "Mulai" or "Selesai" says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, remove_step, set_cell
from sopan.domain.procedure import Kind, Procedure, Step

START = re.compile(r"\W*(?:mulai|start|awal|begin)\W*", re.IGNORECASE)
END = re.compile(r"\W*(?:selesai|akhir|end|finish|stop)\W*", re.IGNORECASE)


@rule(code="FL-22", name="row-that-only-starts", severity=Severity.INFO, basis=GOOD_PRACTICE)
def row_that_only_starts(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if START.fullmatch(step.kegiatan) or END.fullmatch(step.kegiatan):
            yield remark(
                step,
                "Baris {langkah} tidak memuat kegiatan. Kapsul adalah kegiatan pertama atau terakhir itu sendiri: "
                "hapus baris ini dan jadikan langkah di sebelahnya kapsul.",
                field="kegiatan",
                fix=_hand_the_capsule_on(procedure, step),
                langkah=spoken(procedure, step),
            )


def _hand_the_capsule_on(procedure: Procedure, step: Step) -> tuple[Operation, ...]:
    """The only neighbour in the flow, when it is a plain box, becomes the capsule and the empty row goes."""
    arriving, leaving = procedure.edges_to(step.id), procedure.edges_from(step.id)
    kind = Kind.START if START.fullmatch(step.kegiatan) else Kind.END
    if kind is Kind.START and not arriving and len(leaving) == 1:
        neighbour = procedure.step(leaving[0].target.step)
    elif kind is Kind.END and not leaving and len(arriving) == 1:
        neighbour = procedure.step(arriving[0].source.step)
    else:
        return ()
    goes_elsewhere = kind is Kind.END and len(procedure.edges_from(neighbour.id)) > 1
    already = neighbour.kinds == {kind}
    plain = neighbour.kinds == {Kind.PROCESS} and not any(symbol.kind for symbol in neighbour.symbols)
    if goes_elsewhere or not (plain or already):
        return ()
    capsule = () if already else (set_cell(procedure, neighbour.id, "kind", kind),)
    return (*capsule, remove_step(procedure, step.id))
