"""The cells of a page as a table with rows, columns and spans, so that assistive technology can walk through it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopan.flowchart.diagram import Cell, CellRole, Page, PageKind, Point, Shape
from sopan.writers.landmarks import Landmarks

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


class Homes:
    """Which symbols stand in which lane cell: that of their executor and step, and on their height.

    The strips above and below the rows, where connectors stand, belong to no step, so these two are not enough.
    """

    def __init__(self, shapes: Iterable[Shape], cells: Iterable[Cell]) -> None:
        lanes: defaultdict[tuple[str | None, str], list[Cell]] = defaultdict(list)
        for cell in cells:
            if cell.role is CellRole.LANE:
                lanes[cell.step, cell.column].append(cell)
        self._residents: defaultdict[Point, list[Shape]] = defaultdict(list)
        self.homeless: list[Shape] = []
        """Symbols outside every lane cell."""
        for shape in shapes:
            middle = shape.y + shape.height / 2
            candidates = lanes[shape.step, shape.pelaksana]
            home = next((cell for cell in candidates if cell.y <= middle <= cell.y + cell.height), None)
            (self._residents[home.x, home.y] if home else self.homeless).append(shape)

    def residents(self, cell: Cell) -> Sequence[Shape]:
        """The symbols in a cell."""
        return self._residents.get((cell.x, cell.y), ()) if cell.role is CellRole.LANE else ()
