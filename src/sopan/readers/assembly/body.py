"""The rows of a step table on one page: which cells belong to which row, and where its executors' columns are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sopan.drawn import Cell, Form, Page
from sopan.readers.assembly.head import EXECUTOR, EXTRA, TOUCHING, Column
from sopan.readers.assembly.text import one_line

CONNECTORS = frozenset({Form.PENTAGON, Form.CIRCLE})
_NUMBER = re.compile(r"\(?[^\s()]{1,24}\)?|[\divxIVX]+\s?[.)]?\s?[a-z]?[.)]?")
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?\.?")
_TOTAL = re.compile(r"(?i)(?:jumlah|total)\b.{0,40}")
_OF_ROW = frozenset({"nomor", "kegiatan"})
"""Columns that say where a row begins."""
_NARROW = 0.3
"""Share of the activity's width that a number takes at most."""
_FEWEST_NUMBERS = 2
_LOOSE = 3.0
"""Millimetres without a cell, below which a table without numbers ends."""


@dataclass(slots=True)
class Row:
    """A row as it stands on one page."""

    page: Page
    top: float
    bottom: float
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    """Cells with text by the role of their column."""
    lanes: dict[str, list[Cell]] = field(default_factory=dict)
    """Text inside the columns of executors, by name."""
    has_symbol: bool = False

    def text(self, role: str) -> str:
        """What stands in a column, on one line."""
        return " ".join(one_line(cell.text) for cell in self.cells.get(role, ()))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands in the row, as in a strip for connectors."""
        return not self.cells and not self.lanes and not self.has_symbol


@dataclass(slots=True)
class Body:
    """The rows of one table on one page."""

    page: Page
    columns: tuple[Column, ...]
    top: float
    bottom: float
    rows: list[Row]
    sections: list[Cell]
    """Cells across the table, such as `Tahap persiapan`."""

    @property
    def executors(self) -> tuple[Column, ...]:
        """Columns that stand for one executor each."""
        return tuple(column for column in self.columns if column.role == EXECUTOR)

    def row_at(self, y: float) -> int | None:
        """Number of the row at a height; None above the first and below the last."""
        number = bisect_right([row.top for row in self.rows], y) - 1
        return number if number >= 0 and y <= self.rows[number].bottom + TOUCHING else None

    def lane_at(self, x: float) -> Column | None:
        """The executor whose column holds a place; a little outside the outer ones still counts."""
        lanes = self.executors
        if not lanes or not lanes[0].left - TOUCHING <= x <= lanes[-1].right + TOUCHING:
            return None
        return min(lanes, key=lambda lane: max(lane.left - x, x - lane.right))


def body(page: Page, columns: Sequence[Column], table: int | None, top: float, limit: float) -> Body:
    """The rows between two heights."""
    left, right = columns[0].left, columns[-1].right
    cells = [
        cell
        for cell in page.cells
        if (table is None or cell.table == table)
        and cell.box.top >= top - TOUCHING
        and cell.box.centre[1] <= limit
        and left - TOUCHING <= cell.box.centre[0] <= right + TOUCHING
    ]
    columns = _with_numbers(columns, cells)
    sections = [cell for cell in cells if cell.text and _is_across(cell, columns)]
    placed = [(cell, _column_of(cell, columns)) for cell in cells if cell not in sections]
    found = Body(page, tuple(columns), top, limit, _rows(page, placed, sections, top, limit), sections)
    _notice_symbols(found)
    found.rows = _without_surroundings(found.rows)
    if found.rows:
        found.bottom = found.rows[-1].bottom
    return found


def is_number(text: str) -> bool:
    """Whether this can stand in the column No."""
    return bool(_NUMBER.fullmatch(text))


def _with_numbers(columns: Sequence[Column], cells: Sequence[Cell]) -> Sequence[Column]:
    """The columns, with one for the numbers where they stand in cells of their own below the head of the activity."""
    activity = next(column for column in columns if column.role == "kegiatan")
    if any(column.role == "nomor" for column in columns):
        return columns
    narrow = [
        cell.box.right
        for cell in cells
        if abs(cell.box.left - activity.left) <= TOUCHING
        and cell.box.width < _NARROW * (activity.right - activity.left)
        and is_number(one_line(cell.text))
    ]
    if len(narrow) < _FEWEST_NUMBERS:
        return columns
    edge = max(narrow)
    split = (Column("nomor", "", activity.left, edge), replace(activity, left=edge))
    return [part for column in columns for part in (split if column is activity else (column,))]


def _is_across(cell: Cell, columns: Sequence[Column]) -> bool:
    """Whether a cell spans the activity and executors, as the title of a section does."""
    covered = [
        c for c in columns if min(cell.box.right, c.right) - max(cell.box.left, c.left) > 0.6 * (c.right - c.left)
    ]
    roles = [column.role for column in covered]
    return "kegiatan" in roles and len(roles) > 2 and len(roles) > 0.4 * len(columns)


def _column_of(cell: Cell, columns: Sequence[Column]) -> Column | None:
    """The column a cell lies in: the one it shares most of its width with."""

    def shared(column: Column) -> float:
        return min(cell.box.right, column.right) - max(cell.box.left, column.left)

    best = max(columns, key=shared)
    return best if shared(best) > 0.5 * min(cell.box.width, best.right - best.left) else None


Placed = tuple[Cell, Column | None]


def _rows(page: Page, placed: Sequence[Placed], sections: Sequence[Cell], top: float, limit: float) -> list[Row]:
    tops = _starts(placed)
    if not tops and placed:
        tops = [top]
    if tops and tops[0] - top > _LOOSE and any(cell.text and cell.box.top < tops[0] - TOUCHING for cell, _ in placed):
        tops = [top, *tops]
    rows = [Row(page, start, end) for start, end in pairwise((*tops, limit))]
    for cell, column in placed:
        number = bisect_right(tops, cell.box.top + TOUCHING) - 1
        if number >= 0 and column and cell.text.strip():
            store = rows[number].lanes if column.role == EXECUTOR else rows[number].cells
            store.setdefault(column.name if column.role == EXECUTOR else column.role, []).append(cell)
    _end_rows(rows, placed, sections)
    for row in rows:
        row.cells.pop(EXTRA, None)
        for cells in (*row.cells.values(), *row.lanes.values()):
            cells.sort(key=lambda cell: (cell.box.top, cell.box.left))
    return rows


def _starts(placed: Sequence[Placed]) -> list[float]:
    """Upper edges at which rows begin: those of numbers and activities. Edges that nearly meet are one.

    Inside of the cell of a number, an activity begins a row only where something else begins as well.
    """
    numbers = sorted(
        (cell.box.top, cell.box.bottom) for cell, column in placed if column and column.role == "nomor" and cell.text
    )
    others = {round(cell.box.top / TOUCHING) for cell, column in placed if column and column.role not in _OF_ROW}
    starts: list[float] = []
    for top in sorted(cell.box.top for cell, column in placed if column and column.role in _OF_ROW):
        if starts and top - starts[-1] <= TOUCHING:
            continue
        last = bisect_right(numbers, (top - TOUCHING, 0.0)) - 1
        inside = last >= 0 and top < numbers[last][1] - TOUCHING
        if not inside or not others.isdisjoint(round(top / TOUCHING) + step for step in (-1, 0, 1)):
            starts.append(top)
    return starts


def _end_rows(rows: Sequence[Row], placed: Sequence[Placed], sections: Sequence[Cell]) -> None:
    """The last row ends with its cells where borders say so; the title of a section ends the row above it."""
    if not rows:
        return
    has_borders = any(not cell.text for cell, _ in placed)
    lowest = max(cell.box.bottom for cell, _ in placed)
    rows[-1].bottom = min(rows[-1].bottom, lowest if has_borders else lowest + 4 * _LOOSE)
    for section in sections:
        for row in rows:
            if row.top < section.box.top < row.bottom:
                row.bottom = section.box.top


def _notice_symbols(found: Body) -> None:
    for symbol in found.page.symbols:
        x, y = symbol.box.centre
        if symbol.form not in CONNECTORS and found.lane_at(x) is not None:
            number = found.row_at(y)
            if number is not None:
                found.rows[number].has_symbol = True


def _without_surroundings(rows: Sequence[Row]) -> list[Row]:
    """The rows that are steps or parts of them: no numbers of columns, no empty strips, no sums, nothing below."""
    kept: list[Row] = []
    for number, row in enumerate(rows):
        if number <= 1 and not kept and _numbers_columns(row):
            continue
        if kept and _ends_before(kept[-1], row):
            break
        if not row.is_empty and not (_TOTAL.fullmatch(row.text("kegiatan")) and not row.has_symbol):
            kept.append(row)
    return kept


def _numbers_columns(row: Row) -> bool:
    texts = [row.text(role) for role in row.cells] + [one_line(c.text) for cells in row.lanes.values() for c in cells]
    numbers = [text for text in texts if _COLUMN_NUMBER.fullmatch(text)]
    return bool(_COLUMN_NUMBER.fullmatch(row.text("kegiatan"))) and len(numbers) > 0.6 * len(texts)


def _ends_before(last: Row, row: Row) -> bool:
    """Whether a row stands apart from the table above and has no number of its own."""
    cells = [cell for cells in last.cells.values() for cell in cells]
    lowest = max((cell.box.bottom for cell in cells), default=row.top)
    return row.top - lowest > _LOOSE and not row.text("nomor") and not row.has_symbol
