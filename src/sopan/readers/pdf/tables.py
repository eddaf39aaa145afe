"""Tables: the cells between the lines of a page, merged where no line parts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopan.domain import SourceTooLarge
from sopan.drawn import Box
from sopan.readers.pdf.rulings import TOGETHER, Ruling, Rulings

MAX_FIELDS = 60_000
"""Of one table: what its lines cut the page into before cells are merged."""

Field = tuple[int, int]
"""Column and row between neighbouring lines."""


def tables_of(rulings: Rulings) -> list[list[Box]]:
    """The cells of every table, from the top; tables from the top too."""
    parts = [Rulings(*part) for part in _connected(rulings) if len(part[0]) > 1 and len(part[1]) > 1]
    tables = [cells for part in parts if (cells := sorted(_cells(part), key=lambda box: (box.top, box.left)))]
    return sorted(tables, key=lambda cells: (cells[0].top, cells[0].left))


def _connected(rulings: Rulings) -> Iterator[tuple[tuple[Ruling, ...], tuple[Ruling, ...]]]:
    """Lines that touch each other, directly or through others. A line in several stretches may belong to several."""
    across = [Ruling(ruling.at, (stretch,)) for ruling in rulings.across for stretch in ruling.stretches]
    down = [Ruling(ruling.at, (stretch,)) for ruling in rulings.down for stretch in ruling.stretches]
    waiting_across, waiting_down = set(range(len(across))), set(range(len(down)))
    while waiting_across:
        reached = [(True, waiting_across.pop())]
        part: tuple[list[Ruling], list[Ruling]] = ([], [])
        while reached:
            is_across, index = reached.pop()
            ruling = across[index] if is_across else down[index]
            part[0 if is_across else 1].append(ruling)
            others, waiting = (down, waiting_down) if is_across else (across, waiting_across)
            touched = [other for other in waiting if _touch(ruling, others[other])]
            waiting.difference_update(touched)
            reached += [(not is_across, other) for other in touched]
        yield _together(part[0]), _together(part[1])


def _touch(first: Ruling, second: Ruling) -> bool:
    return second.reaches(first.at) and first.reaches(second.at)


def _together(rulings: Sequence[Ruling]) -> tuple[Ruling, ...]:
    """Stretches on one line are one ruling again."""
    stretches: dict[float, list[tuple[float, float]]] = {}
    for ruling in rulings:
        stretches.setdefault(ruling.at, []).extend(ruling.stretches)
    return tuple(Ruling(at, tuple(sorted(stretches[at]))) for at in sorted(stretches))


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where lines stand, open sides included, and which of them part neighbouring fields."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: dict[float, Ruling]
    down: dict[float, Ruling]

    def is_parted_below(self, field: Field) -> bool:
        column, row = field
        ruling = self.across.get(self.ys[row + 1])
        return ruling is not None and ruling.covers(self.xs[column], self.xs[column + 1])

    def is_parted_right(self, field: Field) -> bool:
        column, row = field
        ruling = self.down.get(self.xs[column + 1])
        return ruling is not None and ruling.covers(self.ys[row], self.ys[row + 1])

    def box(self, first: Field, last: Field) -> Box:
        return Box(self.xs[first[0]], self.ys[first[1]], self.xs[last[0] + 1], self.ys[last[1] + 1])


def _cells(rulings: Rulings) -> Iterator[Box]:
    grid = _grid(rulings)
    for region in _regions(grid):
        yield from (grid.box(first, last) for first, last in _rectangles(region) if not _is_outside(grid, first, last))


def _grid(rulings: Rulings) -> _Grid:
    across = {ruling.at: ruling for ruling in rulings.across}
    down = {ruling.at: ruling for ruling in rulings.down}
    xs = _with_open_sides(sorted(down), rulings.across)
    ys = _with_open_sides(sorted(across), rulings.down)
    if len(xs) * len(ys) > MAX_FIELDS:
        raise SourceTooLarge("Tabel di PDF ini mempunyai terlalu banyak garis. Ambil halaman SOP-nya saja.")
    return _Grid(xs, ys, across, down)


def _with_open_sides(places: list[float], others: Sequence[Ruling]) -> tuple[float, ...]:
    """The lines of one direction, and where the lines of the other direction begin and end without one."""
    first, last = min(other.start for other in others), max(other.end for other in others)
    before = [first] if places and first < places[0] - 2 * TOGETHER else []
    after = [last] if places and last > places[-1] + 2 * TOGETHER else []
    return (*before, *places, *after)


def _regions(grid: _Grid) -> Iterator[set[Field]]:
    """Fields that no line parts."""
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    waiting = {(column, row) for row in range(rows) for column in range(columns)}
    parted_below = {field for field in waiting if grid.is_parted_below(field)}
    parted_right = {field for field in waiting if grid.is_parted_right(field)}
    for field in sorted(waiting, key=lambda field: (field[1], field[0])):
        if field not in waiting:
            continue
        waiting.discard(field)
        region, reached = {field}, [field]
        while reached:
            column, row = reached.pop()
            ways = (
                ((column, row + 1), (column, row) in parted_below),
                ((column, row - 1), (column, row - 1) in parted_below),
                ((column + 1, row), (column, row) in parted_right),
                ((column - 1, row), (column - 1, row) in parted_right),
            )
            found = [other for other, is_parted in ways if not is_parted and other in waiting]
            waiting.difference_update(found)
            region.update(found)
            reached += found
        yield region


def _rectangles(region: set[Field]) -> Iterator[tuple[Field, Field]]:
    """The region itself where it is a rectangle; else the rectangles it falls into, as wide as they go."""
    left = set(region)
    for field in sorted(region, key=lambda field: (field[1], field[0])):
        if field not in left:
            continue
        column, row = field
        right = column
        while (right + 1, row) in left:
            right += 1
        below = row
        while all((other, below + 1) in left for other in range(column, right + 1)):
            below += 1
        left -= {(x, y) for x in range(column, right + 1) for y in range(row, below + 1)}
        yield field, (right, below)


def _is_outside(grid: _Grid, first: Field, last: Field) -> bool:
    """Whether the rectangle lies in a notch of the table: two of its sides or more are not drawn."""
    box = grid.box(first, last)
    across = (grid.across.get(box.top), grid.across.get(box.bottom))
    down = (grid.down.get(box.left), grid.down.get(box.right))
    drawn = [ruling is not None and ruling.covers(box.left, box.right) for ruling in across]
    drawn += [ruling is not None and ruling.covers(box.top, box.bottom) for ruling in down]
    return sum(drawn) < 3
