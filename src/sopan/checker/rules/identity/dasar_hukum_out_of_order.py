"""ID-17: laws are cited from the highest to the lowest, and those of one rank from the oldest to the youngest."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language import laws
from sopan.checker.language.words import shortened
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.operations import set_identity
from sopan.domain.procedure import Procedure


@rule(
    code="ID-17",
    name="dasar-hukum-out-of-order",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def dasar_hukum_out_of_order(procedure: Procedure, context: Context) -> Iterator[Remark]:
    cited = procedure.identity.dasar_hukum
    ranked = [text for text in cited if _place(text)]
    inverted = next((pair for pair in pairwise(ranked) if _place(pair[0]) > _place(pair[1])), None)
    if inverted:
        ordered = iter(sorted(ranked, key=_place))
        yield remark(
            None,
            "“{atas}” ditulis sebelum “{bawah}”. Urutkan Dasar Hukum dari peraturan yang paling tinggi, "
            "dan yang setingkat dari tahun yang paling lama.",
            field="dasar_hukum",
            fix=(set_identity(procedure, "dasar_hukum", tuple(next(ordered) if _place(t) else t for t in cited)),),
            atas=shortened(inverted[0]),
            bawah=shortened(inverted[1]),
        )


def _place(text: str) -> tuple[int, ...]:
    """Rank and year of a law; empty for what cannot be placed, which stays where it is."""
    law = laws.read(text)
    return (law.kind.rank, law.year) if law and (law.year or law.kind is laws.LawKind.UUD) else ()
