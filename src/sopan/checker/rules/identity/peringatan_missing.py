"""ID-23: a procedure warns of what happens when it is not followed."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-23",
    name="peringatan-missing",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def peringatan_missing(procedure: Procedure, context: Context) -> Iterator[Remark]:
    if not stated(procedure.identity.peringatan):
        yield remark(
            None,
            "Peringatan belum diisi. Tuliskan apa akibatnya bila prosedur ini tidak dijalankan: “Apabila … maka …”.",
            field="peringatan",
        )
