"""ID-38: a procedure that is to bind says when it was written and since when it binds."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-38",
    name="tanggal-missing",
    severity=Severity.ERROR,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.RATIFICATION,
)
def tanggal_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if is_blank(procedure.identity.tanggal_pembuatan):
        yield remark(
            None,
            "Tanggal Pembuatan belum diisi. Tuliskan tanggal SOP selesai ditulis.",
            field="tanggal_pembuatan",
        )
    if is_blank(procedure.identity.tanggal_efektif):
        yield remark(
            None,
            "Tanggal Efektif belum diisi. Tuliskan tanggal SOP mulai berlaku, atau tanggal pengesahannya.",
            field="tanggal_efektif",
        )
