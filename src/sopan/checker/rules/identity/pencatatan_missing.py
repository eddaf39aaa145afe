"""ID-27: a procedure says what is recorded, so that it can be shown that it was followed."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_RECORDING
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-27",
    name="pencatatan-missing",
    severity=Severity.WARNING,
    basis=PERMENPANRB_35_2012_RECORDING,
    gate=Gate.REVIEW,
)
def pencatatan_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not stated(procedure.identity.pencatatan):
        yield remark(
            None,
            "Pencatatan dan Pendataan belum diisi. "
            "Tuliskan buku, formulir atau aplikasi tempat pelaksanaan prosedur ini dicatat.",
            field="pencatatan",
        )
