"""MB-20: several needed things are several items, so that each can be ticked off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from sopan.checker.basis import GOOD_PRACTICE
from sopan.checker.language.words import CACHED_TEXTS, shortened, without_list_mark
from sopan.checker.rule import Context, Remark, Severity, remark, rule
from sopan.domain.operations import set_cell
from sopan.domain.procedure import Procedure

BETWEEN_ITEMS = re.compile(r"[;\n]|(?<!\s)\s+(?=\d{1,2}[.)]\s+[^\W\d_])")
"""A semicolon, a new line, or the next number of a list."""


@rule(code="MB-20", name="lumped-kelengkapan", severity=Severity.INFO, basis=GOOD_PRACTICE)
def lumped_kelengkapan(procedure: Procedure, context: Context) -> Iterator[Remark]:
    for step in procedure.steps:
        lumped = [item for item in step.mutu_baku.kelengkapan if len(_parts_of(item)) > 1]
        if lumped:
            parts = tuple(part for item in step.mutu_baku.kelengkapan for part in _parts_of(item))
            yield remark(
                step,
                "Kelengkapan “{kelengkapan}” memuat beberapa butir sekaligus. Jadikan satu butir per baris.",
                field="kelengkapan",
                fix=(set_cell(procedure, step.id, "kelengkapan", parts),),
                kelengkapan=shortened(lumped[0]),
            )


@lru_cache(maxsize=CACHED_TEXTS)
def _parts_of(item: str) -> tuple[str, ...]:
    """The items lumped together in one; the item itself when it is one."""
    parts = tuple(filter(None, (without_list_mark(part) for part in BETWEEN_ITEMS.split(item))))
    return parts if len(parts) > 1 else (item,)
