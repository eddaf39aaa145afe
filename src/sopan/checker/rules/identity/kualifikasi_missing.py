"""ID-24: a procedure says what its executors must be able to do."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-24",
    name="kualifikasi-missing",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def kualifikasi_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not stated(procedure.identity.kualifikasi_pelaksana):
        yield remark(
            None,
            "Kualifikasi Pelaksana belum diisi. Tuliskan kemampuan yang diperlukan para pelaksana pada umumnya.",
            field="kualifikasi_pelaksana",
        )
