"""ID-49: a procedure says with which others it works together, or why with none."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-49",
    name="keterkaitan-missing",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def keterkaitan_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not stated(procedure.identity.keterkaitan):
        yield remark(
            None,
            "Keterkaitan belum diisi. Tuliskan SOP lain yang langsung berkaitan; "
            "bila tidak ada, tuliskan alasannya, misalnya “Tidak ada, karena …”.",
            field="keterkaitan",
        )
