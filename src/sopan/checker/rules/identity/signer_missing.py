"""ID-13: a procedure that is to bind names the official who ratifies it."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-13",
    name="signer-missing",
    severity=Severity.ERROR,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.RATIFICATION,
)
def signer_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    signer = procedure.identity.disahkan_oleh
    if is_blank(signer.jabatan):
        yield remark(
            None,
            "Jabatan pejabat yang mengesahkan belum diisi. Tuliskan nomenklatur jabatannya.",
            field="disahkan_oleh.jabatan",
        )
    if is_blank(signer.nama):
        yield remark(
            None,
            "Nama pejabat yang mengesahkan belum diisi. Tuliskan nama lengkap dan gelarnya.",
            field="disahkan_oleh.nama",
        )
