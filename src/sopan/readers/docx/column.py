"""Lays paragraphs, drawings and tables out below one another, as well as it can be done without Word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol

from lxml import etree

from sopan.flowchart.measures import POINT
from sopan.flowchart.text import HelveticaMeasurer, Typesetter
from sopan.readers.docx.fonts import leading_of, width_of
from sopan.readers.docx.laid import Anchored, Content, Table, Words
from sopan.readers.docx.numbering import Numbering
from sopan.readers.docx.styles import Look, Styles
from sopan.readers.office.alternates import child, children, descendants, local, value
from sopan.readers.office.words import of_paragraph, tidy

MAX_LEVELS = 8
"""Tables within tables."""
MM_PER_EMU = 1 / 36_000
DRAWINGS = frozenset({"drawing", "pict", "object"})
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What paragraphs refer to, wherever they stand."""

    styles: Styles
    numbering: Numbering
    typesetter: Typesetter = field(default_factory=lambda: Typesetter(HelveticaMeasurer()))
    table_numbers: Iterator[int] = field(default_factory=lambda: count(1))


def blocks(holder: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables, also those inside controls and insertions."""
    for one in children(holder):
        if local(one) in _WRAPPERS:
            yield from blocks(one)
        elif local(one) in ("p", "tbl"):
            yield one


class LayTable(Protocol):
    """Lays a table out in a column of this width; `level` counts the tables around it."""

    def __call__(self, table: etree._Element, around: Surroundings, width: float, *, level: int) -> Table: ...


class Column:
    """A column of text that grows downwards."""

    def __init__(
        self, around: Surroundings, width: float, lay_table: LayTable, *, table_style: str = "", level: int = 0
    ) -> None:
        self._around = around
        self._lay_table = lay_table
        self._width = width
        self._table_style = table_style
        self._level = level
        self._words: list[Words] = []
        self._drawings: list[Anchored] = []
        self._tables: list[tuple[float, Table]] = []
        self.height = 0.0

    def add_paragraph(self, paragraph: etree._Element) -> None:
        """One paragraph with the drawings it holds."""
        look = self._around.styles.look(paragraph, self._table_style)
        text = self._text(paragraph, look)
        top = self.height + look.before
        drawings = [one for one in descendants(paragraph) if local(one) in DRAWINGS]
        inline = [size for one in drawings if (size := _inline_size(one))]
        height = max([self._text_height(text, look), *(high for _, high in inline)])
        start = self._start(look, sum(wide for wide, _ in inline))
        for one in drawings:
            size = _inline_size(one)
            self._drawings.append(Anchored(element=one, top=top, left=start))
            start += size[0] if size else 0.0
        if text:
            self._words.append(Words(top=top, bottom=top + height, text=text, bold=look.bold))
        self.height = top + height + look.after

    def add_table(self, table: etree._Element) -> None:
        """One table."""
        if self._level < MAX_LEVELS:
            laid = self._lay_table(table, self._around, self._width, level=self._level + 1)
            self._tables.append((self.height, laid))
            self.height += laid.height

    def add(self, elements: Iterable[etree._Element]) -> None:
        """Paragraphs and tables in their order."""
        for one in elements:
            if local(one) == "tbl":
                self.add_table(one)
            else:
                self.add_paragraph(one)

    @property
    def content(self) -> Content:
        """What is laid out so far."""
        return Content(
            width=self._width,
            height=self.height,
            words=tuple(self._words),
            drawings=tuple(self._drawings),
            tables=tuple(self._tables),
        )

    def _text(self, paragraph: etree._Element, look: Look) -> str:
        text = tidy([of_paragraph(paragraph)])
        list_id, level = look.numbering
        label = self._around.numbering.label(list_id, level) if text and list_id else ""
        return f"{label} {text}" if label else text

    def _text_height(self, text: str, look: Look) -> float:
        width = max(self._width - max(look.left, 0.0) - max(look.right, 0.0), 2.0) / width_of(look.font)
        lines = len(self._around.typesetter.block(text, width, look.size, bold=look.bold).lines) if text else 1
        usual = look.size * POINT * leading_of(look.font) * look.lines
        leading = look.leading if look.is_exact else max(look.leading, usual)
        return lines * leading

    def _start(self, look: Look, wide: float) -> float:
        """Where drawings in the line of text begin."""
        room = max(self._width - look.left - look.right - wide, 0.0)
        return look.left + {"center": room / 2, "right": room, "end": room}.get(look.align, 0.0)


def _inline_size(drawing: etree._Element) -> tuple[float, float] | None:
    extent = child(drawing, "inline", "extent")
    if extent is None:
        return None
    wide, high = (value(extent, key=key) for key in ("cx", "cy"))
    if not (wide.isdigit() and high.isdigit() and len(wide) < 10 and len(high) < 10):
        return None
    return int(wide) * MM_PER_EMU, int(high) * MM_PER_EMU
