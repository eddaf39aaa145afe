"""The table of a page in Word: rows as high and columns as wide as the diagram has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise

from sopan.flowchart.diagram import Cell
from sopan.writers.docx.fields import Field
from sopan.writers.docx.texts import carrier, paragraph
from sopan.writers.docx.xml import Element, twips, w
from sopan.writers.tables import Placed, Table

BORDER = 6
"""Eighths of a point: 0,26 mm."""
_SIDES = ("top", "left", "bottom", "right")


def table_element(table: Table, fields: Mapping[Cell, Field], *, left: float, caption: str) -> Element:
    """The table; `left` is where the text of the page begins, in millimetres."""
    widths = [end - start for start, end in pairwise(_edges(table.x, table.columns))]
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=twips(table.x) - twips(left), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in _SIDES)),
        w("tblCaption", val=caption),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *_rows(table, fields, widths))


def _edges(start: float, lengths: Sequence[float]) -> list[int]:
    """Borders in twips, each rounded for itself, so that errors do not add up."""
    return [twips(place) for place in accumulate(lengths, initial=start)]


def _rows(table: Table, fields: Mapping[Cell, Field], widths: Sequence[int]) -> Iterator[Element]:
    head = max((placed.row + placed.rows for placed in table.head), default=0)
    covering = _covering(table)
    for row, (upper, lower) in enumerate(pairwise(_edges(table.y, table.rows))):
        properties = w(
            "trPr",
            w("cantSplit"),
            w("trHeight", val=lower - upper, hRule="exact"),
            w("tblHeader") if row < head else None,
        )
        there = [covering.get((row, column)) for column in range(len(widths))]
        yield w("tr", properties, *_cells(row, there, fields, widths))


def _covering(table: Table) -> dict[tuple[int, int], Placed]:
    """Which cell lies over each crossing of a row and a column."""
    return {
        (row, column): placed
        for placed in (*table.head, *table.body)
        for row in range(placed.row, placed.row + placed.rows)
        for column in range(placed.column, placed.column + placed.columns)
    }


def _cells(
    row: int, there: Sequence[Placed | None], fields: Mapping[Cell, Field], widths: Sequence[int]
) -> Iterator[Element]:
    column = 0
    for placed, group in groupby(there):
        span = len(list(group))
        width = sum(widths[column : column + span])
        column += span
        yield _empty(span, width) if placed is None else _cell(placed, fields[placed.cell], row, span, width)


def _cell(placed: Placed, field: Field, row: int, span: int, width: int) -> Element:
    cell = placed.cell
    starts = row == placed.row
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else None,
        w("vMerge", val="restart" if starts else None) if placed.rows > 1 else None,
        _borders() if cell.border else None,
        w("textDirection", val="btLr") if cell.rotated else None,
        w("vAlign", val="center") if field.is_centred else None,
    )
    content = [paragraph(each) for each in field.content] if starts else []
    return w("tc", properties, *(content or [carrier()]))


def _empty(span: int, width: int) -> Element:
    """A place between cells, with nothing in it and nothing around it."""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), w("gridSpan", val=span) if span > 1 else None), carrier())


def _borders() -> Element:
    return w("tcBorders", *(w(side, val="single", sz=BORDER, space=0, color="000000") for side in _SIDES))
