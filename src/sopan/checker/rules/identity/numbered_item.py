"""ID-62: items are numbered when they are printed, not by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import shortened
from sopan.checker.page_facts import LIST_FIELDS
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_identity
from sopan.domain.procedure import Procedure

NUMBER = re.compile(r"\s*(?:\d{1,2}[.),]|[a-z][.)]|[-•–*])\s+(?=\S)")


@rule(code="ID-62", name="numbered-item", severity=Severity.INFO, basis=GOOD_PRACTICE)
def numbered_item(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for field in LIST_FIELDS:
        items: tuple[str, ...] = getattr(procedure.identity, field)
        numbered = next((item for item in items if NUMBER.match(item)), None)
        if numbered is not None:
            bare = tuple(NUMBER.sub("", item, count=1) if NUMBER.match(item) else item for item in items)
            yield remark(
                None,
                "Butir “{butir}” diberi nomor dengan tangan. Hapus nomornya; nomor dicetak dengan sendirinya.",
                field=field,
                fix=(set_identity(procedure, field, bare),),
                butir=shortened(numbered),
            )
