"""MB-15: every activity yields something."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.kegiatan_facts import only_begins_or_ends
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="MB-15", name="step-without-output", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_FLOWCHART)
def step_without_output(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if is_blank(step.mutu_baku.output) and not only_begins_or_ends(step.kegiatan):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” belum mempunyai output. "
                "Tuliskan hasilnya sebagai benda, misalnya “Berkas lengkap”.",
                field="output",
                kegiatan=shortened(step.kegiatan),
            )
