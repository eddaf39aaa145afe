"""ID-40: a revision comes after the writing and before it takes effect."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import is_revised
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain import tanggal
from sopan.domain.procedure import Procedure


@rule(
    code="ID-40",
    name="revisi-out-of-order",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.RATIFICATION,
)
def revisi_out_of_order(procedure: Procedure, context: Context) -> Iterator[Remark]:
    identity = procedure.identity
    revised = tanggal.read(identity.tanggal_revisi)
    if not revised:
        return
    written, effective = tanggal.read(identity.tanggal_pembuatan), tanggal.read(identity.tanggal_efektif)
    if written and revised < written:
        yield remark(
            None,
            "Tanggal Revisi ({revisi}) mendahului Tanggal Pembuatan ({lain}). Periksa kedua tanggal itu.",
            field="tanggal_revisi",
            revisi=identity.tanggal_revisi,
            lain=identity.tanggal_pembuatan,
        )
    elif effective and revised > effective and is_revised(identity):
        yield remark(
            None,
            "Tanggal Revisi ({revisi}) melewati Tanggal Efektif ({lain}) revisi itu. Periksa kedua tanggal itu.",
            field="tanggal_revisi",
            revisi=identity.tanggal_revisi,
            lain=identity.tanggal_efektif,
        )
