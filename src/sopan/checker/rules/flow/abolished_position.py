"""FL-28: positions that structure simplification may have abolished are checked against the structure in force."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import HOUSE
from sopan.checker.language.offices import may_be_abolished
from sopan.checker.language.words import word_set, words
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

KEPT = word_set("kecamatan kelurahan distrik puskesmas upt uptd camat lurah")
"""Where posts of this echelon mostly stayed."""


@rule(code="FL-28", name="abolished-position", severity=Severity.INFO, basis=HOUSE, gate=Gate.REVIEW)
def abolished_position(procedure: Procedure, context: Context) -> Iterator[Remark]:
    identity = procedure.identity
    if not KEPT.isdisjoint(words(f"{identity.opd} {identity.unit_kerja}")):
        return
    for column in procedure.columns:
        if may_be_abolished(column) and KEPT.isdisjoint(words(column)):
            yield remark(
                None,
                "Jabatan “{pelaksana}” termasuk yang banyak dialihkan saat penyederhanaan struktur. "
                "Cocokkan dengan susunan organisasi yang berlaku, dan ganti bila sudah tidak ada.",
                field="pelaksana",
                pelaksana=column,
            )
