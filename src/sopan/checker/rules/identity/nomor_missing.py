"""ID-01: a procedure that is to bind carries its number."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-01",
    name="nomor-missing",
    severity=Severity.ERROR,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.RATIFICATION,
)
def nomor_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if is_blank(procedure.identity.nomor):
        yield remark(
            None,
            "Nomor SOP belum diisi. Mintalah nomor menurut tata naskah dinas yang berlaku, sebelum SOP disahkan.",
            field="nomor",
        )
