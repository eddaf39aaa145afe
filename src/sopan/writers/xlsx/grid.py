"""Edges of columns and rows in whole pixels, where cells of a sheet lie among them, and how Excel anchors a shape.

Excel and LibreOffice agree on widths and heights only in whole pixels of 1/96 inch, so edges are rounded to those,
each for itself: no border is further than half a pixel (0.13 mm) from where it stands on paper.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sopan.drawingml import EMU_PER_PIXEL

PIXELS_PER_MILLIMETRE = 96 / 25.4
TALLEST_ROW = 540
"""Pixels; Excel takes no row over 409 points (545 pixels)."""

Corner = tuple[int, int, int, int]
"""Column, EMU from its left edge, row, EMU from its upper edge."""


def pixels(millimetres: float) -> int:
    """The nearest whole pixel."""
    return round(millimetres * PIXELS_PER_MILLIMETRE)


@dataclass(frozen=True, slots=True)
class Span:
    """Rows and columns a cell covers, counted from 0, the last ones excluded."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def address(self) -> str:
        """`C12`, or `C12:D14`."""
        first = cell_name(self.top, self.left)
        return f"{first}:{cell_name(self.bottom - 1, self.right - 1)}" if self.is_merged else first

    @property
    def is_merged(self) -> bool:
        """Whether it covers more than one cell of the grid."""
        return (self.bottom - self.top) * (self.right - self.left) > 1

    def places(self) -> Iterable[tuple[int, int]]:
        """Row and column of every cell of the grid in it."""
        return ((row, column) for row in range(self.top, self.bottom) for column in range(self.left, self.right))


@dataclass(frozen=True, slots=True)
class Grid:
    """Edges in pixels, from 0 to the end, of columns and of rows."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]

    @classmethod
    def of(cls, columns: Iterable[int], rows: Iterable[int]) -> Grid:
        """With rows that are higher than Excel allows parted."""
        return cls(tuple(sorted({0, *columns})), tuple(_parted(sorted({0, *rows}))))

    def span(self, left: int, top: int, right: int, bottom: int) -> Span:
        """The cells of the grid between these edges, which are among its own."""
        rows, columns = self.rows, self.columns
        return Span(
            *(bisect_left(rows, edge) for edge in (top, bottom)),
            *(bisect_left(columns, edge) for edge in (left, right)),
        )

    def corner(self, x: float, y: float) -> Corner:
        """How an anchor names a point, given in EMU; points outside are moved to the edge."""
        column, across = _place(self.columns, x)
        row, down = _place(self.rows, y)
        return column, across, row, down


def cell_name(row: int, column: int) -> str:
    """`A1` for the first cell."""
    return f"{column_name(column)}{row + 1}"


def column_name(column: int) -> str:
    """`A`, … `Z`, `AA`, …"""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _parted(edges: list[int]) -> Iterable[int]:
    yield from edges[:1]
    for start, end in pairwise(edges):
        parts = -(-(end - start) // TALLEST_ROW)
        yield from (start + (end - start) * part // parts for part in range(1, parts + 1))


def _place(edges: tuple[int, ...], emu: float) -> tuple[int, int]:
    emu = min(max(round(emu), 0), edges[-1] * EMU_PER_PIXEL)
    place = min(bisect_right(edges, emu / EMU_PER_PIXEL) - 1, max(len(edges) - 2, 0))
    return place, emu - edges[place] * EMU_PER_PIXEL
