"""KG-06: an activity is an order to act, not the name of an act."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.kegiatan_facts import names_a_subject, reads_on_after_opening
from sopan.checker.language.verbs import Form, opening, passive_in, with_active_opening
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure


@rule(code="KG-06", name="nominalised-activity", severity=Severity.WARNING, basis=PERMENPANRB_35_2012_SYMBOLS)
def nominalised_activity(procedure: Procedure, context: Context) -> Iterator[Remark]:
    columns = procedure.columns
    for step in procedure.steps:
        begins = opening(step.kegiatan)
        if begins.form is not Form.NOMINALISED or names_a_subject(columns, step.kegiatan) or passive_in(step.kegiatan):
            continue
        active = with_active_opening(step.kegiatan)
        if not active:
            yield remark(
                step,
                "Kegiatan “{kegiatan}” dimulai dengan kata benda “{kata}”. "
                "Tulis dengan kata kerja aktif berawalan me-.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
                kata=begins.word,
            )
            continue
        yield remark(
            step,
            "Kegiatan “{kegiatan}” dimulai dengan kata benda. Tulis dengan kata kerja, misalnya “{usul}”.",
            field="kegiatan",
            fix=(set_cell(procedure, step.id, "kegiatan", active),) if reads_on_after_opening(step.kegiatan) else (),
            kegiatan=shortened(step.kegiatan),
            usul=shortened(active),
        )
