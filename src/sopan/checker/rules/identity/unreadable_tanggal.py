"""ID-37: a date is a day that exists."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain import tanggal
from sopan.domain.procedure import Procedure

FIELDS = {
    "tanggal_pembuatan": "Tanggal Pembuatan",
    "tanggal_revisi": "Tanggal Revisi",
    "tanggal_efektif": "Tanggal Efektif",
}


@rule(
    code="ID-37",
    name="unreadable-tanggal",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def unreadable_tanggal(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for field, label in FIELDS.items():
        written: str = getattr(procedure.identity, field)
        if not is_blank(written) and tanggal.read(written) is None:
            yield remark(
                None,
                "{kolom} berbunyi “{tanggal}”, yang bukan tanggal lengkap. "
                "Tuliskan hari, bulan dan tahunnya, misalnya 2 Maret 2026.",
                field=field,
                kolom=label,
                tanggal=written,
            )
