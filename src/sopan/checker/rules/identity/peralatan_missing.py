"""ID-25: a procedure lists the equipment it cannot do without."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-25",
    name="peralatan-missing",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def peralatan_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not stated(procedure.identity.peralatan):
        yield remark(
            None,
            "Peralatan dan Perlengkapan belum diisi. "
            "Tuliskan alat, perlengkapan dan aplikasi yang langsung dipakai dalam prosedur ini.",
            field="peralatan",
        )
