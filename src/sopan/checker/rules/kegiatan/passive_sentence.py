"""KG-18: “Surat diterima” says what happens to a thing, not what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.language.consequences import condition_in
from sopan.checker.language.verbs import Form, active_of, opening, passive_in
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="KG-18", name="passive-sentence", severity=Severity.WARNING, basis=PERMENPANRB_35_2012_SYMBOLS)
def passive_sentence(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        passive, begins = passive_in(step.kegiatan), opening(step.kegiatan).form
        if passive and begins in (Form.OTHER, Form.NOMINALISED) and not condition_in(step.kegiatan):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” berupa kalimat pasif (“{pasif}”). "
                "Balikkan kalimatnya: mulai dengan “{aktif}”, lalu objeknya.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
                pasif=passive,
                aktif=active_of(passive).capitalize(),
            )
