"""ID-28: a procedure is classified on the four axes of its type."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_TYPES
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure

AXES = {
    "sifat": "teknis atau administratif",
    "besaran": "makro atau mikro",
    "kelengkapan_jenis": "final atau parsial",
    "jenis": "generik atau spesifik",
}


@rule(code="ID-28", name="type-missing", severity=Severity.WARNING, basis=TRAINING_TYPES, gate=Gate.REVIEW)
def type_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for field, choices in AXES.items():
        if getattr(procedure.identity, field) is None:
            yield remark(
                None,
                "Jenis SOP belum lengkap: {kunci} belum dipilih. Isi dengan {pilihan}.",
                field=field,
                kunci=field,
                pilihan=choices,
            )
