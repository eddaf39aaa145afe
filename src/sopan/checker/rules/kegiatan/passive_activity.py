"""KG-04: an activity that begins with a passive verb hides who acts and what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.language.offices import agent_in
from sopan.checker.language.verbs import Form, opening, with_active_opening
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure


@rule(code="KG-04", name="passive-activity", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_SYMBOLS)
def passive_activity(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        if opening(step.kegiatan).form is not Form.PASSIVE:
            continue
        active = with_active_opening(step.kegiatan)
        yield remark(
            step,
            "Kegiatan “{kegiatan}” dimulai dengan kata kerja pasif. Tulis aktif, misalnya “{usul}”.",
            field="kegiatan",
            fix=() if agent_in(step.kegiatan) else (set_cell(procedure, step.id, "kegiatan", active),),
            kegiatan=shortened(step.kegiatan),
            usul=shortened(active),
        )
