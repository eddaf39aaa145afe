"""Pages at the end of our own documents with the whole text of cells that say `lihat lampiran`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sopan.drawn import Page
from sopan.readers.assembly.text import clean
from sopan.readers.headings import column

REFERENCE = re.compile(r"(?i)\(?lihat lampiran\)?\.?")
_TITLE = re.compile(r"(?i)lampiran: langkah (\S+), (.+)")


def appendix(pages: Sequence[Page]) -> dict[tuple[str, str], str]:
    """(number of the step, column) → the whole text, put together from all pages."""
    found: dict[tuple[str, str], list[str]] = {}
    for page in pages:
        titles = [(cell, named) for cell in page.cells if cell.text and (named := _TITLE.fullmatch(clean(cell.text)))]
        for title, named in titles:
            key = named[1], column(named[2])
            below = [
                cell
                for cell in page.cells
                if cell.text
                and abs(cell.box.top - title.box.bottom) < 1
                and cell.box.holds((title.box.centre[0], cell.box.centre[1]))
            ]
            found.setdefault(key, []).extend(clean(cell.text) for cell in below)
    return {key: "\n".join(texts) for key, texts in found.items()}
