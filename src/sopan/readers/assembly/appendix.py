"""Pages at the end of our own documents with the whole text of cells that say `lihat lampiran`."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sopan.drawn import Cell, Page
from sopan.readers.assembly.text import clean
from sopan.readers.headings import column

REFERENCE = re.compile(r"(?i)\(?lihat lampiran\)?\.?")
_TITLE = re.compile(r"(?i)lampiran: langkah (\S+), (.+)")
_ITEM = re.compile(r"-\s")

Key = tuple[str, str]
"""Printed number of a step, and a column."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The text under one title."""

    text: str
    goes_on: bool
    """Whether it stands first on its page, below the title that the page before ended with."""


def appendix(pages: Sequence[Page], references: Mapping[Key, int]) -> dict[Key, deque[str]]:
    """Whole texts in the order of the steps that refer to them; `references` says how many steps do.

    A text that fills its page goes on under the same title. Where several steps print one number, a title at the
    head of a page goes on and any other begins a text.
    """
    parts: dict[Key, list[_Part]] = defaultdict(list)
    last: Key | None = None
    for page in pages:
        titles = [(cell, title) for cell in page.cells if cell.text and (title := _TITLE.fullmatch(clean(cell.text)))]
        for place, (cell, title) in enumerate(titles):
            key = title[1].strip(" .()"), column(title[2])
            parts[key].append(_Part(_below(page, cell), place == 0 and key == last))
            last = key
    return {key: deque(_whole(found, references.get(key, 0))) for key, found in parts.items()}


def _whole(parts: Sequence[_Part], count: int) -> list[str]:
    texts: list[str] = []
    for part in parts:
        if texts and (part.goes_on or count == 1):
            texts[-1] += ("\n" if _ITEM.match(part.text) else " ") + part.text
        else:
            texts.append(part.text)
    return texts


def _below(page: Page, title: Cell) -> str:
    x = title.box.centre[0]
    cells = (c for c in page.cells if abs(c.box.top - title.box.bottom) < 1 and c.box.left <= x <= c.box.right)
    return "\n".join(clean(cell.text) for cell in cells)
