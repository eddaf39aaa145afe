"""KG-01: a procedure shows how it begins, what it mainly does and how it ends."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(code="KG-01", name="too-few-activities", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def too_few_activities(procedure: Procedure, context: Context) -> Iterator[Remark]:
    least = context.number("kegiatan_paling_sedikit", 3)
    if len(procedure.steps) < least:
        yield remark(
            None,
            "SOP ini baru memuat {jumlah} kegiatan. Tuliskan sekurangnya {paling_sedikit:g}: "
            "kegiatan yang mengawali, kegiatan utama, dan kegiatan yang mengakhiri.",
            field="langkah",
            jumlah=len(procedure.steps),
            paling_sedikit=least,
        )
