"""ID-16: a procedure rests on legislation."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-16",
    name="dasar-hukum-missing",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def dasar_hukum_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not stated(procedure.identity.dasar_hukum):
        yield remark(
            None,
            "Dasar Hukum belum diisi. Tuliskan peraturan yang mendasari prosedur ini beserta aturan pelaksanaannya.",
            field="dasar_hukum",
        )
