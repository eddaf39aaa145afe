"""MB-01: every activity says how long it takes."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.kegiatan_facts import only_begins_or_ends
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="MB-01", name="step-without-waktu", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_FLOWCHART)
def step_without_waktu(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if is_blank(step.mutu_baku.waktu) and not only_begins_or_ends(step.kegiatan):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” belum mempunyai waktu. Tuliskan lamanya dengan satuan, misalnya “15 menit”.",
                field="waktu",
                kegiatan=shortened(step.kegiatan),
            )
