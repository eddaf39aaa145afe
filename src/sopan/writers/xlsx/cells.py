"""Text of a sheet in its cells: what the author wrote, parted only where the author parted it, never a formula."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lxml import etree

from sopan.domain.procedure import Procedure
from sopan.drawingml.markup import element
from sopan.flowchart.diagram import Cell
from sopan.writers.paragraphs import paragraphs
from sopan.writers.xlsx.grid import Span, cell_name
from sopan.writers.xlsx.sheets import PlacedCell, Sheet
from sopan.writers.xlsx.styles import Look, Styles, look_of

LONGEST = 32_767
"""Characters that a cell can hold."""
NUMBERS = frozenset({"nomor", "nomor_kolom"})
"""Columns in which a number is a number, so that a person can sort by it."""
_NUMBER = re.compile(r"[1-9][0-9]{0,8}", re.ASCII)
_FORMULA = re.compile(r"[=+\-@\t\r]")
_LIKE_A_CODE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""`_x0041_` means a letter in a workbook, unless its first line is written as a code itself."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Place = tuple[int, int]
"""Row and column, counted from 0."""
Value = tuple[str | None, str]
"""What kind of value a cell says it has, and the value as it is written."""


@dataclass(slots=True)
class Texts:
    """Every distinct text of the workbook, written once."""

    places: dict[str, int] = field(default_factory=dict)

    def index(self, text: str) -> int:
        """Number of a text."""
        return self.places.setdefault(text, len(self.places))

    def part(self) -> etree._Element:
        """The table of shared strings."""
        return element("x:sst", *map(_text, self.places), uniqueCount=len(self.places))


@dataclass(slots=True)
class Filler:
    """Fills the sheets of one workbook."""

    procedure: Procedure
    family: str
    styles: Styles
    texts: Texts

    def rows(self, sheet: Sheet) -> etree._Element:
        """All rows with their heights, and their cells with text and look."""
        looks, values = self._looks(sheet.cells), self._values(sheet.cells)
        return element("x:sheetData", *self._rows(sheet.grid.rows, looks, values))

    def _looks(self, cells: Sequence[PlacedCell]) -> Mapping[Place, Look]:
        """Of every cell of the grid; an empty one looks as what will be typed into it should."""
        borders = _borders(cells)
        looks: dict[Place, Look] = {}
        for placed in sorted(cells, key=lambda placed: _size(placed.span), reverse=True):
            quoted = _FORMULA.match(cell_text(placed.cell, self.procedure)) is not None
            for place in placed.span.places():
                looks[place] = look_of(placed.cell, borders.get(place, ()), self.family, quoted=quoted)
        return looks

    def _values(self, cells: Sequence[PlacedCell]) -> Mapping[Place, Value]:
        """What cells say, by where they begin; two texts in one place only where one was longer than its box."""
        said: defaultdict[Place, list[PlacedCell]] = defaultdict(list)
        for placed in cells:
            if any(placed.cell.lines):
                said[placed.span.top, placed.span.left].append(placed)
        return {
            place: self._value(those[0].cell, "\n".join(cell_text(each.cell, self.procedure) for each in those))
            for place, those in said.items()
        }

    def _value(self, cell: Cell, text: str) -> Value:
        if cell.column in NUMBERS and _NUMBER.fullmatch(text):
            return None, text
        return "s", str(self.texts.index(text[:LONGEST]))

    def _rows(
        self, edges: Iterable[int], looks: Mapping[Place, Look], values: Mapping[Place, Value]
    ) -> Iterable[etree._Element]:
        places: defaultdict[int, list[Place]] = defaultdict(list)
        for place in sorted(looks):
            places[place[0]].append(place)
        for row, (start, end) in enumerate(pairwise(edges)):
            cells = (self._cell(place, looks[place], values.get(place)) for place in places[row])
            yield element("x:row", *cells, r=row + 1, ht=f"{(end - start) * 0.75:g}", customHeight=True)

    def _cell(self, place: Place, look: Look, value: Value | None) -> etree._Element:
        kind, written = value or (None, "")
        inside = [element("x:v", text=written)] if value else []
        return element("x:c", *inside, r=cell_name(*place), s=self.styles.index(look), t=kind)


def cell_text(cell: Cell, procedure: Procedure) -> str:
    """Whole text of a cell, with a line feed where a paragraph or an item ends."""
    return "\n".join(paragraphs(cell, procedure))


def merged(cells: Iterable[PlacedCell]) -> list[Span]:
    """What is one cell to the eye and several in the grid; a box around other cells stays parted."""
    taken: set[Place] = set()
    found = []
    for span in sorted((placed.span for placed in cells), key=_size):
        places = set(span.places())
        if len(places) > 1 and not places & taken:
            found.append(span)
        taken |= places
    return sorted(found, key=lambda span: (span.top, span.left))


def _size(span: Span) -> int:
    return (span.bottom - span.top) * (span.right - span.left)


def _borders(cells: Iterable[PlacedCell]) -> Mapping[Place, tuple[str, ...]]:
    """Sides of each cell of the grid at which a line is drawn."""
    sides: defaultdict[Place, set[str]] = defaultdict(set)
    for placed in cells:
        if placed.cell.border:
            for place, side in _outline(placed.span):
                sides[place].add(side)
    return {place: tuple(sorted(drawn)) for place, drawn in sides.items()}


def _outline(span: Span) -> Iterable[tuple[Place, str]]:
    for column in range(span.left, span.right):
        yield (span.top, column), "top"
        yield (span.bottom - 1, column), "bottom"
    for row in range(span.top, span.bottom):
        yield (row, span.left), "left"
        yield (row, span.right - 1), "right"


def _text(text: str) -> etree._Element:
    words = element("x:t", text=_LIKE_A_CODE.sub("_x005F_", text))
    words.set(_SPACE, "preserve")
    return element("x:si", words)
