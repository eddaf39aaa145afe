"""ID-52: a warning names the consequence."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.consequences import names_a_consequence
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-52",
    name="peringatan-without-consequence",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def peringatan_without_consequence(procedure: Procedure, context: Context) -> Iterator[Remark]:
    warnings = stated(procedure.identity.peringatan)
    if warnings and not any(map(names_a_consequence, warnings)):
        yield remark(
            None,
            "Peringatan “{peringatan}” belum menyebut akibatnya. Lengkapi menjadi “Apabila … maka …”.",
            field="peringatan",
            peringatan=shortened(warnings[0]),
        )
