"""Tables of Word: their grid, merged cells, and rows as high as the file says, or as their text needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree

from sopan.domain.errors import SourceTooLarge
from sopan.readers.docx.column import Column, Surroundings, blocks
from sopan.readers.docx.laid import Content, Table, TableCell
from sopan.readers.docx.styles import MM_PER_TWIP, number
from sopan.readers.office.alternates import child, children, local, value

BORDER = 0.18
"""Of a row whose height follows from its text: half a point."""
MAX_COLUMNS = 200
MAX_CELLS = 100_000
USUAL_INSET = 108 * MM_PER_TWIP
_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "customXml", "smartTag"})


@dataclass(slots=True)
class _Open:
    """A cell that may still grow downwards."""

    first: int
    last: int
    """Columns of the grid, `last` not included."""
    row: int
    top: float
    content: Content
    inset: float
    align: str
    place: str
    bottom: float = 0.0


@dataclass(slots=True)
class _Grid:
    """The table so far."""

    edges: list[float]
    cells: list[_Open] = field(default_factory=list)
    open: dict[int, _Open] = field(default_factory=dict)
    """Merged cells that reach down to the row before, by their first column."""
    top: float = 0.0
    is_certain: bool = True


def lay_out(table: etree._Element, around: Surroundings, width: float, *, level: int) -> Table:
    """The table, in a column of this width."""
    properties = child(table, "tblPr")
    grid = _Grid(edges=_edges(table, width))
    number_of_table = next(around.table_numbers)
    inset = _inset(properties)
    style = value(properties, "tblStyle")
    for place, row in enumerate(_rows(table)):
        cells = list(_laid_cells(row, grid, around, style, inset, level, f"tabel {number_of_table}, baris {place + 1}"))
        _add_row(grid, row, place, cells)
        if len(grid.cells) > MAX_CELLS:
            raise SourceTooLarge("Satu tabel berisi lebih dari {batas} sel, jadi tidak dibaca.", batas=MAX_CELLS)
    return Table(
        left=_left(properties, grid.edges[-1], width),
        height=grid.top,
        cells=tuple(_closed(cell, grid.edges) for cell in grid.cells),
        is_certain=grid.is_certain,
    )


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    """Rows that are shown: neither hidden nor deleted."""
    for row in _inner(table, "tr"):
        properties = child(row, "trPr")
        if child(properties, "del") is None and child(properties, "hidden") is None:
            yield row


def _inner(holder: etree._Element, name: str) -> Iterator[etree._Element]:
    for one in children(holder):
        if local(one) in _WRAPPERS:
            yield from _inner(one, name)
        elif local(one) == name:
            yield one


def _edges(table: etree._Element, width: float) -> list[float]:
    """Edges of the columns of the grid, from the left edge of the table; a column without a width takes its share."""
    rows = list(_inner(table, "tr"))
    columns = min(max((sum(map(_span, _inner(row, "tc"))) for row in rows[:50]), default=0) or 1, MAX_COLUMNS)
    listed = child(table, "tblGrid")
    said = [number(value(one, key="w")) for one in (listed if listed is not None else ()) if local(one) == "gridCol"]
    if not any(said) and rows:
        said = [number(value(cell, "tcPr", "tcW", key="w")) for cell in _inner(rows[0], "tc")]
    said = (said + [0.0] * columns)[: max(columns, min(len(said), MAX_COLUMNS))]
    share = width / MM_PER_TWIP / len(said)
    return [0.0, *accumulate((one if one > 0 else share) * MM_PER_TWIP for one in said)]


def _span(cell: etree._Element) -> int:
    return max(1, min(int(number(value(cell, "tcPr", "gridSpan"))), MAX_COLUMNS))


def _inset(properties: etree._Element | None) -> float:
    said = value(properties, "tblCellMar", "left", key="w") or value(properties, "tblCellMar", "start", key="w")
    return number(said) * MM_PER_TWIP if said else USUAL_INSET


def _left(properties: etree._Element | None, table_width: float, width: float) -> float:
    align = value(properties, "jc")
    if align in ("center", "right", "end"):
        return (width - table_width) / (2 if align == "center" else 1)
    return number(value(properties, "tblInd", key="w")) * MM_PER_TWIP


def _laid_cells(
    row: etree._Element, grid: _Grid, around: Surroundings, style: str, inset: float, level: int, place: str
) -> Iterator[tuple[_Open, str]]:
    """The cells of a row with how they are merged: `restart`, `continue` or not at all."""
    last = len(grid.edges) - 1
    column = min(int(max(0.0, number(value(row, "trPr", "gridBefore")))), last)
    for ordinal, cell in enumerate(_inner(row, "tc"), 1):
        end = min(column + _span(cell), last)
        if column >= last:
            return
        properties = child(cell, "tcPr")
        merge = child(properties, "vMerge")
        kind = (value(merge) or "continue") if merge is not None else ""
        width = max(grid.edges[end] - grid.edges[column] - 2 * inset, 1.0)
        text = Column(around, width, lay_out, table_style=style, level=level)
        if kind != "continue":
            text.add(blocks(cell))
        said = f"{place}, kolom {ordinal}"
        yield _Open(column, end, 0, grid.top, text.content, inset, value(properties, "vAlign"), said), kind
        column = end


def _add_row(grid: _Grid, row: etree._Element, place: int, cells: list[tuple[_Open, str]]) -> None:
    before, grid.open = grid.open, {}
    fresh: list[_Open] = []
    for cell, kind in cells:
        above = before.get(cell.first)
        if kind == "continue" and above is not None:
            grid.open[cell.first] = above
            continue
        cell.row = place
        fresh.append(cell)
        if kind == "restart":
            grid.open[cell.first] = cell
    height, is_certain = _height(row, [cell for cell in fresh if cell.first not in grid.open])
    ending = [one for column, one in before.items() if column not in grid.open or grid.open[column] is not one]
    height = max([height, *(0.0 if is_certain else one.top + one.content.height - grid.top for one in ending)])
    grid.is_certain &= is_certain
    grid.top += height
    for cell in (*fresh, *grid.open.values()):
        cell.bottom = grid.top
    grid.cells += fresh


def _height(row: etree._Element, cells: list[_Open]) -> tuple[float, bool]:
    """Of a row, and whether the file says it."""
    said = child(row, "trPr", "trHeight")
    height = number(value(said)) * MM_PER_TWIP if said is not None else 0.0
    if said is not None and value(said, key="hRule") == "exact":
        return height, True
    needed = max((cell.content.height for cell in cells), default=0.0) + BORDER
    return max(height, needed), height > 0 and needed <= height


def _closed(cell: _Open, edges: list[float]) -> TableCell:
    spare = max(cell.bottom - cell.top - cell.content.height, 0.0)
    return TableCell(
        left=edges[cell.first],
        top=cell.top,
        right=edges[cell.last],
        bottom=cell.bottom,
        content=cell.content,
        inset=cell.inset,
        shift={"center": spare / 2, "bottom": spare}.get(cell.align, 0.0),
        place=cell.place,
    )
