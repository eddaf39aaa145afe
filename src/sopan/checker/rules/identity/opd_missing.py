"""ID-15: the page is headed by the name of the unit that made it."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_IDENTITY
from sopan.checker.page_facts import is_blank
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-15",
    name="opd-missing",
    severity=Severity.ERROR,
    basis=PERMENPANRB_35_2012_IDENTITY,
    gate=Gate.REVIEW,
)
def opd_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if is_blank(procedure.identity.opd) and is_blank(procedure.identity.unit_kerja):
        yield remark(
            None,
            "Nama perangkat daerah belum diisi. Tuliskan nomenklatur OPD atau unit kerja yang membuat SOP ini.",
            field="opd",
        )
