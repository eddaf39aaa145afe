"""ID-56: a macro procedure integrates several others, and names them."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.identity import Besaran
from sopan.domain.procedure import Procedure


@rule(
    code="ID-56",
    name="macro-without-parts",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def macro_without_parts(procedure: Procedure, context: Context) -> Iterator[Remark]:
    parts = len(stated(procedure.identity.keterkaitan))
    if procedure.identity.besaran is Besaran.MACRO and parts < 2:
        yield remark(
            None,
            "SOP makro merangkai sekurangnya dua SOP mikro, tetapi Keterkaitan memuat {n}. "
            "Tuliskan SOP mikro yang menjadi bagiannya, atau ubah besarannya menjadi mikro.",
            field="keterkaitan",
            n=parts,
        )
