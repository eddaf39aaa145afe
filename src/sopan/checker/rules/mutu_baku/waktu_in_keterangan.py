"""MB-22: a time in the column Keterangan while Waktu is empty stands in the wrong column."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_FLOWCHART
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain import waktu
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure


@rule(code="MB-22", name="waktu-in-keterangan", severity=Severity.WARNING, basis=PERMENPANRB_35_2012_FLOWCHART)
def waktu_in_keterangan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        noted = waktu.read(step.keterangan)
        if is_blank(step.mutu_baku.waktu) and noted.is_measured and not noted.unread.strip():
            yield remark(
                step,
                "Keterangan “{keterangan}” adalah lama waktu, sedangkan kolom Waktu kosong. Pindahkan ke kolom Waktu.",
                field="keterangan",
                fix=(
                    set_cell(procedure, step.id, "waktu", step.keterangan),
                    set_cell(procedure, step.id, "keterangan", ""),
                ),
                keterangan=shortened(step.keterangan),
            )
