"""The table of a page in Word: rows as high and columns as wide as the diagram has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise

from sopan.flowchart.diagram import Cell
from sopan.writers.docx.fields import Field
from sopan.writers.docx.texts import paragraph
from sopan.writers.docx.xml import Element, twips, w
from sopan.writers.tables import Placed, Table

BORDER = 6
"""Eighths of a point: 0,26 mm."""
_SIDES = ("top", "left", "bottom", "right")


def table_element(table: Table, fields: Mapping[Cell, Field], *, left: float, caption: str) -> Element:
    """The table; `left` is where the text of the page begins, in millimetres."""
    return _Weaver(table, fields).woven(left, caption)


class _Weaver:
    """Puts the cells of one table into rows."""

    def __init__(self, table: Table, fields: Mapping[Cell, Field]) -> None:
        self.table = table
        self.fields = fields
        self.widths = [end - start for start, end in pairwise(_edges(table.x, table.columns))]
        self.covering = _covering(table)
        crossings = len(table.columns) * len(table.rows)
        self.is_whole = len(self.covering) == crossings and all(cell.border for cell in fields)
        """Without gaps: then the table has the borders, else each cell has its own."""

    def woven(self, left: float, caption: str) -> Element:
        properties = w(
            "tblPr",
            w("tblW", w=sum(self.widths), type="dxa"),
            w("tblInd", w=twips(self.table.x) - twips(left), type="dxa"),
            _borders("tblBorders", *_SIDES, "insideH", "insideV") if self.is_whole else None,
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=0, type="dxa") for side in _SIDES)),
            w("tblCaption", val=caption),
        )
        return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in self.widths)), *self._rows())

    def _rows(self) -> Iterator[Element]:
        head = max((placed.row + placed.rows for placed in self.table.head), default=0)
        for row, (upper, lower) in enumerate(pairwise(_edges(self.table.y, self.table.rows))):
            properties = w(
                "trPr",
                w("cantSplit"),
                w("trHeight", val=lower - upper, hRule="exact"),
                w("tblHeader") if row < head else None,
            )
            yield w("tr", properties, *self._cells(row))

    def _cells(self, row: int) -> Iterator[Element]:
        column = 0
        for placed, group in groupby(self.covering.get((row, column)) for column in range(len(self.widths))):
            span = len(list(group))
            size = _size(span, sum(self.widths[column : column + span]))
            column += span
            yield self._cell(placed, row, size) if placed else w("tc", w("tcPr", *size), w("p"))

    def _cell(self, placed: Placed, row: int, size: Sequence[Element | None]) -> Element:
        cell, field = placed.cell, self.fields[placed.cell]
        starts = row == placed.row
        properties = w(
            "tcPr",
            *size,
            w("vMerge", val="restart" if starts else None) if placed.rows > 1 else None,
            _borders("tcBorders", *_SIDES) if cell.border and not self.is_whole else None,
            w("textDirection", val="btLr") if cell.rotated else None,
            w("vAlign", val="center") if field.is_centred else None,
        )
        content = [paragraph(each) for each in field.content] if starts else []
        return w("tc", properties, *(content or [w("p")]))


def _edges(start: float, lengths: Sequence[float]) -> list[int]:
    """Borders in twips, each rounded for itself, so that errors do not add up."""
    return [twips(place) for place in accumulate(lengths, initial=start)]


def _covering(table: Table) -> dict[tuple[int, int], Placed]:
    """Which cell lies over each crossing of a row and a column."""
    return {
        (row, column): placed
        for placed in (*table.head, *table.body)
        for row in range(placed.row, placed.row + placed.rows)
        for column in range(placed.column, placed.column + placed.columns)
    }


def _size(span: int, width: int) -> tuple[Element, Element | None]:
    return w("tcW", w=width, type="dxa"), w("gridSpan", val=span) if span > 1 else None


def _borders(name: str, *sides: str) -> Element:
    return w(name, *(w(side, val="single", sz=BORDER, space=0, color="000000") for side in sides))
