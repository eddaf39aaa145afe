"""What stands in a column of text once it is laid out: paragraphs, drawings and tables; millimetres.

Everything is measured from the upper left corner of the column, so that it can be put where the column stands when
that is known.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A paragraph with text."""

    top: float
    bottom: float
    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchored:
    """A drawing (`w:drawing`, `w:pict`, `w:object`) at the paragraph that holds it."""

    element: etree._Element
    top: float
    """Of its paragraph, below the room before it."""
    left: float = 0.0
    """Where it stands when it stands in the line of text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A column of text."""

    width: float
    height: float = 0.0
    words: tuple[Words, ...] = ()
    drawings: tuple[Anchored, ...] = ()
    tables: tuple[tuple[float, Table], ...] = ()
    """With the distance of each from the top."""

    @property
    def text(self) -> str:
        """All paragraphs, one under the other."""
        return "\n".join(one.text for one in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A cell with its edges, measured from the corner of the table."""

    left: float
    top: float
    right: float
    bottom: float
    content: Content
    inset: float
    """Between its left edge and its text."""
    shift: float
    """Between its upper edge and its text."""
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, `left` of which is measured from the column it stands in."""

    left: float
    height: float
    cells: tuple[TableCell, ...]
    is_certain: bool
    """Whether the file itself says how high the rows are."""
