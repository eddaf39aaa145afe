"""ID-48: laws stand under Dasar Hukum, not under Keterkaitan."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language import laws
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.operations import Operation, set_identity
from sopan.domain.procedure import Procedure


@rule(
    code="ID-48",
    name="law-in-keterkaitan",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def law_in_keterkaitan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for text in procedure.identity.keterkaitan:
        law = laws.read(text)
        if law and law.number and law.year:
            yield remark(
                None,
                "Keterkaitan memuat peraturan, “{butir}”. Pindahkan ke Dasar Hukum; Keterkaitan memuat SOP lain.",
                field="keterkaitan",
                fix=_move(procedure, text),
                butir=shortened(text),
            )


def _move(procedure: Procedure, text: str) -> tuple[Operation, ...]:
    identity = procedure.identity
    left = tuple(item for item in identity.keterkaitan if item != text)
    added = () if text in identity.dasar_hukum else (text,)
    return (
        set_identity(procedure, "keterkaitan", left),
        set_identity(procedure, "dasar_hukum", (*identity.dasar_hukum, *added)),
    )
