"""KG-15: the number of a row stands in the column No., not in the activity."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened, without_list_mark
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure


@rule(code="KG-15", name="list-mark-in-activity", severity=Severity.INFO, basis=GOOD_PRACTICE)
def list_mark_in_activity(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        plain = without_list_mark(step.kegiatan)
        if plain and plain != step.kegiatan.strip():
            yield remark(
                step,
                "Kegiatan “{kegiatan}” diawali tanda urutan. Hapus tandanya; nomor sudah ada di kolom No.",
                field="kegiatan",
                fix=(set_cell(procedure, step.id, "kegiatan", plain),),
                kegiatan=shortened(step.kegiatan),
            )
