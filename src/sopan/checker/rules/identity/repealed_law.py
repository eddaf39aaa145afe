"""ID-18: a procedure rests on law that is in force."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import TRAINING_PRINCIPLES
from sopan.checker.language import laws
from sopan.checker.language.words import shortened
from sopan.checker.repealed import successors_of
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-18",
    name="repealed-law",
    severity=Severity.WARNING,
    basis=TRAINING_PRINCIPLES,
    gate=Gate.REVIEW,
)
def repealed_law(procedure: Procedure, context: Context) -> Iterator[Remark]:
    successors = successors_of(context.words("peraturan_dicabut"))
    for text in procedure.identity.dasar_hukum:
        law = laws.read(text)
        if law and law.key in successors:
            yield remark(
                None,
                "“{peraturan}” menurut daftar kami sudah dicabut dan diganti dengan {pengganti}. "
                "Periksa di JDIH, lalu ganti dengan peraturan yang berlaku.",
                field="dasar_hukum",
                peraturan=shortened(text),
                pengganti=successors[law.key],
            )
