"""Columns whose border nobody drew: a row that numbers the columns tells how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopan.drawn import Box
from sopan.readers.pdf.geometry import Squares
from sopan.readers.pdf.letters import Word

FEWEST = 5
"""Numbers that a row of column numbers holds at least."""
SAME = 1.5
"""Millimetres between the sides of two cells of one column."""
NUMBER = re.compile(r"\(?(\d{1,2})\)?")


def with_every_column(tables: Sequence[Sequence[Box]], words: Sequence[Word]) -> list[list[Box]]:
    """The same tables, with a cell parted in two where the row of column numbers has two numbers in it."""
    numbers = [word for word in words if NUMBER.fullmatch(word.text) and not word.turns]
    return [_parted(table, numbers) for table in tables]


def _parted(table: Sequence[Box], numbers: Sequence[Word]) -> list[Box]:
    cell_at = Squares(table)
    held: dict[int, list[Word]] = {}
    for number in numbers:
        for place in cell_at.holding(number.box.centre):
            held.setdefault(place, []).append(number)
    borders = [(table[place], at) for row in _rows(table, held) for place in row for at in _borders(held[place])]
    return [part for box in table for part in _parts(box, borders)]


def _rows(table: Sequence[Box], held: dict[int, list[Word]]) -> Iterator[list[int]]:
    """Rows of cells that hold nothing but the numbers from 1 on, and somewhere two of them."""
    rows: dict[int, list[int]] = {}
    for place in held:
        rows.setdefault(round(table[place].top), []).append(place)
    for row in rows.values():
        found = sorted((word for place in row for word in held[place]), key=lambda word: word.along)
        counted = [int(NUMBER.sub(r"\1", word.text)) for word in found]
        if len(row) < len(counted) >= FEWEST and counted == list(range(1, len(counted) + 1)):
            yield row


def _borders(numbers: Sequence[Word]) -> Iterator[float]:
    for word, following in pairwise(sorted(numbers, key=lambda word: word.along)):
        yield (word.box.centre[0] + following.box.centre[0]) / 2


def _parts(box: Box, borders: Sequence[tuple[Box, float]]) -> Iterator[Box]:
    """The cell in pieces, where it stands in a column that has to be parted."""
    left = box.left
    for column, at in sorted(borders, key=lambda border: border[1]):
        if abs(column.left - box.left) <= SAME and abs(column.right - box.right) <= SAME:
            yield Box(left, box.top, at, box.bottom)
            left = at
    yield Box(left, box.top, box.right, box.bottom)
