"""ID-33: a number belongs to one procedure."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.neighbours import folder_of
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-33",
    name="nomor-repeated",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.RATIFICATION,
    needs_folder=True,
)
def nomor_repeated(procedure: Procedure, context: Context) -> Iterator[Remark]:
    other = next(folder_of(procedure, context).with_nomor_of(procedure), None)
    if other:
        yield remark(
            None,
            "Nomor {nomor} juga dipakai oleh SOP “{lain}”. Beri salah satunya nomor lain.",
            field="nomor",
            nomor=procedure.identity.nomor,
            lain=shortened(other.identity.judul),
        )
