"""The cells of a page as a table with rows, columns and spans, so that assistive technology can walk through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopan.flowchart.diagram import Cell, CellRole, Page, PageKind, Shape
from sopan.writers.landmarks import Landmarks

Home = tuple[str | None, str]
"""The lane cell in which a symbol stands: step and executor."""
TABLE_ROLES = frozenset({CellRole.HEADING, CellRole.BODY, CellRole.LANE})


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the rows and columns it covers."""

    cell: Cell
    column: int
    row: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Table:
    """Column widths and row heights in millimetres from `x`, `y`, with the cells of the head and of the body."""

    x: float
    y: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    head: tuple[Placed, ...]
    body: tuple[Placed, ...]


def parted(page: Page) -> tuple[list[Cell], list[Cell]]:
    """Cells of the table of a page, and the others. The identity page is read as text, field by field."""
    inside: list[Cell] = []
    outside: list[Cell] = []
    for cell in page.cells:
        tabular = page.kind is not PageKind.IDENTITY and cell.role in TABLE_ROLES
        (inside if tabular else outside).append(cell)
    return inside, outside


def is_title(cell: Cell) -> bool:
    """Whether this cell shows the title of the procedure as the form wants it."""
    return cell.column == "judul" and cell.role is CellRole.BODY and any(cell.lines)


def as_table(cells: Sequence[Cell]) -> Table | None:
    """The table these cells make, read row by row; None when there are none."""
    if not cells:
        return None
    across = Landmarks(edge for cell in cells for edge in (cell.x, cell.x + cell.width))
    down = Landmarks(edge for cell in cells for edge in (cell.y, cell.y + cell.height))
    placed = sorted((_place(cell, across, down) for cell in cells), key=lambda it: (it.row, it.column))
    return Table(
        x=across.places[0],
        y=down.places[0],
        columns=tuple(end - start for start, end in pairwise(across.places)),
        rows=tuple(end - start for start, end in pairwise(down.places)),
        head=tuple(it for it in placed if it.cell.role is CellRole.HEADING),
        body=tuple(it for it in placed if it.cell.role is not CellRole.HEADING),
    )


def _place(cell: Cell, across: Landmarks, down: Landmarks) -> Placed:
    left, right = across.index(cell.x), across.index(cell.x + cell.width)
    top, bottom = down.index(cell.y), down.index(cell.y + cell.height)
    return Placed(cell, left, top, right - left, bottom - top)


def home(shape: Shape) -> Home:
    """Where a symbol belongs."""
    return shape.step, shape.pelaksana


def at_home(shapes: Iterable[Shape], cells: Iterable[Cell]) -> Mapping[Home, Sequence[Shape]]:
    """The lane cells there are, each with the symbols that stand in it."""
    found: dict[Home, list[Shape]] = {(cell.step, cell.column): [] for cell in cells if cell.role is CellRole.LANE}
    for shape in shapes:
        if home(shape) in found:
            found[home(shape)].append(shape)
    return found


def residents(cell: Cell, homes: Mapping[Home, Sequence[Shape]]) -> Sequence[Shape]:
    """The symbols in a cell."""
    return homes.get((cell.step, cell.column), ()) if cell.role is CellRole.LANE else ()
