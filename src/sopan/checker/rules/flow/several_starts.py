"""FL-23: a procedure starts in one place."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.flow_facts import spoken
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.procedure import Kind, Procedure


@rule(code="FL-23", name="several-starts", severity=Severity.WARNING, basis=GOOD_PRACTICE)
def several_starts(procedure: Procedure, context: Context) -> Iterator[Remark]:
    starts = [step for step in procedure.steps if Kind.START in step.kinds]
    for extra in starts[1:]:
        yield remark(
            extra,
            "Langkah {langkah} digambar sebagai kapsul awal, padahal prosedur sudah dimulai pada langkah {awal}. "
            "Sisakan satu kapsul awal dan ubah yang lain menjadi kotak.",
            field="jenis",
            langkah=spoken(procedure, extra),
            awal=spoken(procedure, starts[0]),
        )
