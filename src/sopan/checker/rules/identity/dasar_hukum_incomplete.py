"""ID-46: a law is cited by kind, number, year and subject."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language import laws
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import stated
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.procedure import Procedure


@rule(
    code="ID-46",
    name="dasar-hukum-incomplete",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def dasar_hukum_incomplete(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for text in stated(procedure.identity.dasar_hukum):
        law = laws.read(text)
        if law and law.missing:
            yield remark(
                None,
                "Dasar hukum “{peraturan}” belum menyebut {kurang}. Tuliskan jenis, nomor, tahun dan judulnya.",
                field="dasar_hukum",
                peraturan=shortened(text),
                kurang=", ".join(_named(part) for part in law.missing),
            )


def _named(part: str) -> str:
    """What is missing, as a sentence calls it; what a law is about stands in its title."""
    return "judul" if part == "tentang" else part
