"""KG-07: one row, one activity."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.language.verbs import first_active, joined_verbs
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="KG-07", name="several-verbs", severity=Severity.WARNING, basis=PERMENPANRB_35_2012_FLOWCHART)
def several_verbs(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        further = joined_verbs(step.kegiatan)
        if further:
            yield remark(
                step,
                "Kegiatan “{kegiatan}” memuat lebih dari satu pekerjaan: {kata_kerja}. "
                "Pecah menjadi satu baris untuk tiap pekerjaan, atau sisakan kata kerja yang utama.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
                kata_kerja=", ".join(dict.fromkeys((*first_active(step.kegiatan), *further))),
            )
