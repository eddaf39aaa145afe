"""FL-28: positions that structure simplification may have abolished are checked against the structure in force."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import HOUSE
from sopan.checker.language.offices import may_be_abolished
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="FL-28", name="abolished-position", severity=Severity.INFO, basis=HOUSE, gate=Gate.REVIEW)
def abolished_position(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for column in procedure.columns:
        if may_be_abolished(column):
            yield remark(
                None,
                "Jabatan “{pelaksana}” termasuk yang banyak dialihkan saat penyederhanaan struktur. "
                "Cocokkan dengan susunan organisasi yang berlaku, dan ganti bila sudah tidak ada.",
                field="pelaksana",
                pelaksana=column,
            )
