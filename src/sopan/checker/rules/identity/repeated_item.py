"""ID-61: an item stands once in its list."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import LIST_FIELDS
from sopan.checker.rule import Context, Gate, Remark, Severity, remark, rule
from sopan.domain.operations import set_identity
from sopan.domain.procedure import Procedure


@rule(
    code="ID-61",
    name="repeated-item",
    severity=Severity.WARNING,
    basis=GOOD_PRACTICE,
    gate=Gate.REVIEW,
)
def repeated_item(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for field in LIST_FIELDS:
        items: tuple[str, ...] = getattr(procedure.identity, field)
        first: dict[str, str] = {}
        again = [item for item in items if first.setdefault(_spelt(item), item) is not item]
        if again:
            yield remark(
                None,
                "“{butir}” tertulis lebih dari satu kali. Sisakan satu saja.",
                field=field,
                fix=(set_identity(procedure, field, tuple(first.values())),),
                butir=shortened(again[0]),
            )


def _spelt(item: str) -> str:
    return " ".join(item.split()).casefold().rstrip(".;,")
