"""KG-08: what depends on something is a decision, and a decision is a diamond."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import PERMENPANRB_35_2012_SYMBOLS
from sopan.checker.language.consequences import condition_in
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure


@rule(
    code="KG-08",
    name="condition-outside-decision",
    severity=Severity.WARNING,
    basis=PERMENPANRB_35_2012_SYMBOLS,
)
def condition_outside_decision(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        condition = condition_in(step.kegiatan)
        if condition and Kind.DECISION not in step.kinds:
            yield remark(
                step,
                "Kegiatan “{kegiatan}” memuat syarat (“{syarat}”), tetapi bukan keputusan. Jadikan belah ketupat "
                "dengan jawabannya, atau pindahkan syaratnya ke Keterangan.",
                field="kegiatan",
                kegiatan=shortened(step.kegiatan),
                syarat=condition,
            )
