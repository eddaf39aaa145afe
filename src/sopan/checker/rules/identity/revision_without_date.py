"""ID-11: a revised procedure says when it was revised."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.page_facts import is_blank, is_revised
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-11",
    name="revision-without-date",
    severity=Severity.ERROR,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.RATIFICATION,
)
def revision_without_date(procedure: Procedure, context: Context) -> Iterator[Remark]:
    identity = procedure.identity
    if is_revised(identity) and is_blank(identity.tanggal_revisi):
        yield remark(
            None,
            "SOP ini revisi ke-{revisi}, tetapi Tanggal Revisi belum diisi. Tuliskan tanggal revisinya.",
            field="tanggal_revisi",
            revisi=identity.revisi_ke,
        )
