"""Pages at the end of our own documents with the whole text of cells that say `lihat lampiran`."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Sequence

from sopan.drawn import Cell, Page
from sopan.readers.assembly.text import clean
from sopan.readers.headings import column

REFERENCE = re.compile(r"(?i)\(?lihat lampiran\)?\.?")
_TITLE = re.compile(r"(?i)lampiran: langkah (\S+), (.+)")

Appendix = dict[tuple[str, str], deque[str]]
"""(number of the step, column) → whole texts in the order of the steps; several steps may print one number."""


def appendix(pages: Sequence[Page]) -> Appendix:
    """What the pages of the appendix hold. A text that fills its page goes on under the same title on the next."""
    found: Appendix = defaultdict(deque)
    last: tuple[str, str] | None = None
    for page in pages:
        titles = [(cell, title) for cell in page.cells if cell.text and (title := _TITLE.fullmatch(clean(cell.text)))]
        for place, (cell, title) in enumerate(titles):
            key = title[1].strip(" .()"), column(title[2])
            text = _below(page, cell)
            if place == 0 and key == last:
                text = f"{found[key].pop()}\n{text}"
            found[key].append(text)
            last = key
    return found


def _below(page: Page, title: Cell) -> str:
    x = title.box.centre[0]
    cells = (c for c in page.cells if abs(c.box.top - title.box.bottom) < 1 and c.box.left <= x <= c.box.right)
    return "\n".join(clean(cell.text) for cell in cells)
