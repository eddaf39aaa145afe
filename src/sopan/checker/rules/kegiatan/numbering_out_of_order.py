"""KG-11: the column No. counts the rows from 1."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure


@rule(code="KG-11", name="numbering-out-of-order", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_FLOWCHART)
def numbering_out_of_order(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for place, step in enumerate(procedure.steps, start=1):
        if step.nomor and step.nomor.strip(" .)") != str(place):
            yield remark(
                step,
                "Baris ke-{urutan} bernomor “{nomor}”. Nomor kegiatan berurutan mulai dari 1; "
                "kosongkan nomornya agar dihitung sendiri.",
                field="nomor",
                fix=(set_cell(procedure, step.id, "nomor", ""),),
                urutan=place,
                nomor=step.nomor,
            )
