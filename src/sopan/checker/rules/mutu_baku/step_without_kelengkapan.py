"""MB-14: every activity says what it needs."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.kegiatan_facts import only_begins_or_ends
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="MB-14", name="step-without-kelengkapan", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_FLOWCHART)
def step_without_kelengkapan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if not stated(step.mutu_baku.kelengkapan) and not only_begins_or_ends(step.kegiatan):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” belum mempunyai kelengkapan. "
                "Tuliskan dokumen atau bahan yang harus ada sebelum dimulai.",
                field="kelengkapan",
                kegiatan=shortened(step.kegiatan),
            )
