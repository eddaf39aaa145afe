"""ID-09: a procedure takes effect after it has been written."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain import tanggal
from sopan.domain.procedure import Procedure


@rule(
    code="ID-09",
    name="efektif-before-pembuatan",
    severity=Severity.ERROR,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.RATIFICATION,
)
def efektif_before_pembuatan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    identity = procedure.identity
    written, effective = tanggal.read(identity.tanggal_pembuatan), tanggal.read(identity.tanggal_efektif)
    if written and effective and effective < written:
        yield remark(
            None,
            "Tanggal Efektif ({efektif}) mendahului Tanggal Pembuatan ({pembuatan}), yaitu hari SOP selesai ditulis. "
            "Periksa kedua tanggal itu.",
            field="tanggal_efektif",
            efektif=identity.tanggal_efektif,
            pembuatan=identity.tanggal_pembuatan,
        )
