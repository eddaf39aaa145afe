"""ID-28: a procedure is classified on the four axes of its type."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_TYPES
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

REMARKS = (
    remark(None, "Sifat SOP belum dipilih. Pilih teknis atau administratif.", field="sifat"),
    remark(None, "Besaran SOP belum dipilih. Pilih makro atau mikro.", field="besaran"),
    remark(None, "Kelengkapan SOP belum dipilih. Pilih final atau parsial.", field="kelengkapan_jenis"),
    remark(None, "Jenis SOP belum dipilih. Pilih generik atau spesifik.", field="jenis"),
)


@rule(code="ID-28", name="type-missing", severity=Severity.WARNING, basis=TRAINING_TYPES, gate=Gate.REVIEW)
def type_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for missing in REMARKS:
        if getattr(procedure.identity, missing.field) is None:
            yield missing
