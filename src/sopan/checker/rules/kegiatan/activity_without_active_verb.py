"""KG-03: an activity begins with an active verb, as one says what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.kegiatan_facts import names_a_subject, only_begins_or_ends
from sopan.checker.language.consequences import condition_in
from sopan.checker.language.verbs import Form, opening, passive_in, with_active_opening
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure, Step


@rule(
    code="KG-03",
    name="activity-without-active-verb",
    severity=Severity.WARNING,
    basis=PERMENPANRB_35_2012_SYMBOLS,
)
def activity_without_active_verb(procedure: Procedure, context: Context) -> Iterator[Remark]:
    columns = procedure.columns
    for step in procedure.steps:
        form = opening(step.kegiatan).form
        if form is Form.BARE:
            active = with_active_opening(step.kegiatan)
            yield remark(
                step,
                "Kegiatan “{kegiatan}” dimulai dengan kata kerja tanpa awalan. Tulis “{usul}”.",
                field="kegiatan",
                fix=(set_cell(procedure, step.id, "kegiatan", active),),
                kegiatan=shortened(step.kegiatan),
                usul=shortened(active),
            )
        elif form in (Form.OTHER, Form.STATIVE) and not _is_heard_elsewhere(columns, step):
            yield remark(
                step,
                "Kegiatan “{kegiatan}” tidak dimulai dengan kata kerja aktif. "
                "Awali dengan kata seperti “Memeriksa”, “Menyusun”, atau “Menyerahkan”.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
            )


def _is_heard_elsewhere(columns: tuple[str, ...], step: Step) -> bool:
    """Whether the sentence has a fault of its own: nothing said, a subject, a condition, a passive verb."""
    text = step.kegiatan
    silent = is_blank(text) or only_begins_or_ends(text)
    return silent or names_a_subject(columns, text) or bool(condition_in(text)) or bool(passive_in(text))
