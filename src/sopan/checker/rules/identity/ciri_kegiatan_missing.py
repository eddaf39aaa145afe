"""ID-55: what sets the work off decides how it begins and ends."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-55",
    name="ciri-kegiatan-missing",
    severity=Severity.INFO,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def ciri_kegiatan_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if procedure.identity.ciri_kegiatan is None:
        yield remark(
            None,
            "Ciri kegiatan belum dipilih. Pilih pelayanan, rutin atau penugasan.",
            field="ciri_kegiatan",
        )
