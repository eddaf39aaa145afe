"""ID-12: a new procedure may name the day it will be looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.page_facts import is_blank, is_revised
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-12",
    name="review-not-planned",
    severity=Severity.INFO,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.RATIFICATION,
)
def review_not_planned(procedure: Procedure, context: Context) -> Iterator[Remark]:
    identity = procedure.identity
    if is_blank(identity.tanggal_revisi) and not is_revised(identity):
        yield remark(
            None,
            "Tanggal Revisi masih kosong. Untuk SOP baru, kolom ini dapat diisi rencana tanggal peninjauan ulang.",
            field="tanggal_revisi",
        )
