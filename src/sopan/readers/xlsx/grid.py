"""Where the columns and rows of a sheet stand, as Excel measures them; EMU."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from math import trunc

from sopan.drawingml.units import EMU_PER_PIXEL

MAX_COLUMNS = 16_384
MAX_ROWS = 1_048_576

_DIGIT_WIDTHS = {"calibri": 0.507, "arial": 0.556, "times new roman": 0.5, "cambria": 0.554, "courier new": 0.6}
"""Of the widest digit, as a share of the type size."""
_OTHER_DIGIT = 0.53


class Edges:
    """The edges between columns, or between rows: all of one size, but for those that have their own."""

    def __init__(self, default: int, sizes: Mapping[int, int], most: int) -> None:
        self._default = default
        self._sizes = sizes
        self._most = most
        self._places = sorted(sizes)
        self._added = [0]
        for place in self._places:
            self._added.append(self._added[-1] + sizes[place] - default)

    def size(self, place: int) -> int:
        """Of one column or row, counted from 0."""
        return self._sizes.get(place, self._default)

    def start(self, place: int) -> int:
        """Left or upper edge of a column or row; for the first one after the last, where the sheet ends."""
        place = max(0, min(place, self._most))
        return place * self._default + self._added[bisect_right(self._places, place - 1)]

    def at(self, distance: float) -> int:
        """The column or row that holds this distance from the corner of the sheet."""
        low, high = 0, self._most - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.start(middle) <= distance else (low, middle - 1)
        return low


def digit_width(font: str, points: float) -> int:
    """Pixels of the widest digit of the Normal style's font, in which widths of columns are counted."""
    return max(1, round(points * 96 / 72 * _DIGIT_WIDTHS.get(font.lower(), _OTHER_DIGIT)))


def column_size(width: float, digit: int) -> int:
    """EMU of a column that is `width` digits wide."""
    return trunc((256 * min(max(width, 0.0), 255.0) + trunc(128 / digit)) / 256 * digit) * EMU_PER_PIXEL


def default_column(said: float, base: int, digit: int) -> int:
    """EMU of a column nobody has touched: eight digits and a margin, in steps of eight pixels."""
    if said:
        return column_size(said, digit)
    return -(-(base * digit + 5) // 8) * 8 * EMU_PER_PIXEL


def row_size(points: float) -> int:
    """EMU of a row of this height, which Excel holds in whole pixels."""
    return round(min(max(points, 0.0), 2_000.0) * 96 / 72) * EMU_PER_PIXEL


def letters(column: int) -> str:
    """`A` for 0, `AA` for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(column: int, row: int) -> str:
    """`C12` for column 2 and row 11."""
    return f"{letters(column)}{row + 1}"
