"""The cells of a page as a table with rows, columns and spans, so that assistive technology can walk through it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopan.flowchart.diagram import Cell, CellRole

SAME_PLACE = 2
"""Decimals of a millimetre in which two borders are compared."""


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


def as_table(cells: Sequence[Cell]) -> Table | None:
    """The table these cells make; None when there are none."""
    if not cells:
        return None
    across = _borders(edge for cell in cells for edge in (cell.x, cell.x + cell.width))
    down = _borders(edge for cell in cells for edge in (cell.y, cell.y + cell.height))
    placed = [_place(cell, across, down) for cell in cells]
    return Table(
        x=across[0],
        y=down[0],
        columns=tuple(end - start for start, end in pairwise(across)),
        rows=tuple(end - start for start, end in pairwise(down)),
        head=tuple(it for it in placed if it.cell.role is CellRole.HEADING),
        body=tuple(it for it in placed if it.cell.role is not CellRole.HEADING),
    )


def _borders(edges: Iterable[float]) -> list[float]:
    return sorted({round(edge, SAME_PLACE) for edge in edges})


def _place(cell: Cell, across: list[float], down: list[float]) -> Placed:
    left, right = (across.index(round(edge, SAME_PLACE)) for edge in (cell.x, cell.x + cell.width))
    top, bottom = (down.index(round(edge, SAME_PLACE)) for edge in (cell.y, cell.y + cell.height))
    return Placed(cell, left, top, right - left, bottom - top)
