"""KG-14: every row says what is done."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="KG-14", name="step-without-kegiatan", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_FLOWCHART)
def step_without_kegiatan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if is_blank(step.kegiatan):
            yield remark(
                step,
                "Baris {nomor} belum menyebut kegiatannya. Tuliskan apa yang dikerjakan, atau hapus barisnya.",
                field="kegiatan",
                nomor=procedure.nomor(step.id),
            )
