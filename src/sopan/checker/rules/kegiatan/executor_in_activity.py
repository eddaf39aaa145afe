"""KG-05: who acts is told by the column of the symbol, not by the activity."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.kegiatan_facts import subject_of
from sopan.checker.language.offices import expanded
from sopan.checker.language.verbs import Form, opening
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, set_cell
from sopan.domain.procedure import Procedure, Step


@rule(code="KG-05", name="executor-in-activity", severity=Severity.ERROR, basis=PERMENPANRB_35_2012_SYMBOLS)
def executor_in_activity(procedure: Procedure, context: Context) -> Iterator[Remark]:
    columns = procedure.columns
    for step in procedure.steps:
        subject, rest = subject_of(columns, step.kegiatan)
        if subject:
            yield remark(
                step,
                "Kegiatan “{kegiatan}” menyebut pelaksananya, “{pelaksana}”. Hapus dari kalimat dan mulai dengan "
                "kata kerja; pelaksana ditunjukkan oleh kolom tempat simbolnya.",
                field="kegiatan",
                fix=_without_subject(procedure, step, subject, rest),
                kegiatan=shortened(step.kegiatan),
                pelaksana=subject,
            )


def _without_subject(procedure: Procedure, step: Step, subject: str, rest: str) -> tuple[Operation, ...]:
    """The activity without its subject, when that is the executor of the row and an active verb is left."""
    executors = {expanded(part) for name in step.daftar_pelaksana for part in (name, name.rpartition(" / ")[2])}
    if opening(rest).form is not Form.ACTIVE or expanded(subject) not in executors:
        return ()
    return (set_cell(procedure, step.id, "kegiatan", rest[0].upper() + rest[1:]),)
