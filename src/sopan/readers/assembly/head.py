"""The head of a step table: where it stands on a page, and what each column is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sopan.drawn import Cell, Page
from sopan.readers.assembly.text import one_line
from sopan.readers.headings import column, unit

TOUCHING = 0.8
"""Millimetres between edges that are meant to be one."""
_MORE_ROWS = 4
"""Rows of a head below the one with the activity at most."""
_QUALITY = frozenset({"kelengkapan", "waktu", "output"})
_BANDS = frozenset({"pelaksana", "mutu_baku"})
EXECUTOR = "executor"
EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table. `role` is a key of `headings.COLUMNS`, or `executor`, or `extra`."""

    role: str
    name: str
    left: float
    right: float
    unit: str = ""
    """Of bare numbers in a time column."""


@dataclass(frozen=True, slots=True)
class Head:
    """A head with its columns from left to right."""

    columns: tuple[Column, ...]
    top: float
    bottom: float
    table: int

    @property
    def executors(self) -> tuple[Column, ...]:
        """Columns that stand for one executor each."""
        return tuple(found for found in self.columns if found.role == EXECUTOR)


Named = tuple[Cell, str]
"""A cell with text, and the heading it spells, or empty."""


def heads(page: Page) -> tuple[Head, ...]:
    """The heads of the page from above: an activity column with at least two others of the form beside it."""
    named = [(cell, column(cell.text)) for cell in page.cells if cell.text]
    found: list[Head] = []
    for cell in sorted((cell for cell, role in named if role == "kegiatan"), key=lambda cell: cell.box.top):
        if not any(head.top - TOUCHING <= cell.box.top < head.bottom for head in found):
            found += _head(cell, [entry for entry in named if entry[0].table == cell.table])
    return tuple(found)


def _head(activity: Cell, named: Sequence[Named]) -> Iterator[Head]:
    beside = [entry for entry in named if entry[1] and _is_beside(entry, activity)]
    if len({role for _, role in beside} - {"kegiatan"}) < 2:
        return
    top = min(cell.box.top for cell, _ in beside)
    bottom = _bottom(activity, beside, named)
    area = [entry for entry in named if top - TOUCHING <= entry[0].box.top < bottom - TOUCHING]
    columns = _columns(activity, area)
    if any(found.role == "kegiatan" for found in columns):  # unless cells overlap, as no table's do
        yield Head(tuple(columns), top, bottom, activity.table)


def _is_beside(entry: Named, activity: Cell) -> bool:
    """Whether a heading stands in the rows of the activity's head, or spans columns in the row above it."""
    cell, role = entry
    if min(cell.box.bottom, activity.box.bottom) - max(cell.box.top, activity.box.top) > TOUCHING:
        return True
    above = activity.box.top - cell.box.bottom
    apart = cell.box.right <= activity.box.left + TOUCHING or cell.box.left >= activity.box.right - TOUCHING
    return role in _BANDS and apart and -TOUCHING <= above <= TOUCHING


def _bottom(activity: Cell, beside: Sequence[Named], named: Sequence[Named]) -> float:
    """The lower edge of the head: rows with more headings, or with names under the executors, still belong to it."""
    bottom = max(cell.box.bottom for cell, _ in beside)
    for _ in range(_MORE_ROWS):
        row = [entry for entry in named if abs(entry[0].box.top - bottom) <= TOUCHING]
        if not row or not _is_more_head(row, activity, beside):
            break
        bottom = max(cell.box.bottom for cell, _ in row)
    return bottom


def _is_more_head(row: Sequence[Named], activity: Cell, beside: Sequence[Named]) -> bool:
    if any(_shares_width(cell, activity) for cell, _ in row) or any(role == "nomor" for _, role in row):
        return False
    if any(_is_under(cell, band) for band, role in beside if role == "nomor" for cell, _ in row):
        return False
    if any(role in _QUALITY for _, role in row):
        return True
    bands = [band for band, role in beside if role in _BANDS]
    return bool(bands) and all(any(_is_under(cell, band) for band in bands) for cell, _ in row)


def _shares_width(one: Cell, other: Cell) -> bool:
    return min(one.box.right, other.box.right) - max(one.box.left, other.box.left) > TOUCHING


def _is_under(cell: Cell, band: Cell) -> bool:
    return band.box.left - TOUCHING <= cell.box.centre[0] <= band.box.right + TOUCHING


def _columns(activity: Cell, area: Sequence[Named]) -> list[Column]:
    leaves = sorted((e for e in area if _is_leaf(e[0], area)), key=lambda e: (e[0].box.left, e[0].box.top))
    found = [_column(cell, role, activity, _above(cell, area)) for cell, role in leaves]
    found = _with_executors(found, area)
    return list(_without_repetition(found))


def _is_leaf(cell: Cell, area: Sequence[Named]) -> bool:
    box = cell.box
    return not any(
        other is not cell
        and other.box.top >= box.bottom - TOUCHING
        and box.left - TOUCHING <= other.box.centre[0] <= box.right + TOUCHING
        for other, _ in area
    )


def _above(leaf: Cell, area: Sequence[Named]) -> list[Named]:
    """Headings that span the column of a leaf, from above."""
    spanning = (
        entry
        for entry in area
        if entry[0] is not leaf and entry[0].box.bottom <= leaf.box.top + TOUCHING and _is_under(leaf, entry[0])
    )
    return sorted(spanning, key=lambda entry: entry[0].box.top)


def _column(cell: Cell, role: str, activity: Cell, above: Sequence[Named]) -> Column:
    box = cell.box
    bands = [number for number, (_, spanning) in enumerate(above) if spanning == "pelaksana"]
    if bands:
        names = [one_line(spanning.text) for spanning, _ in above[bands[0] + 1 :]]
        return Column(EXECUTOR, " / ".join([*names, one_line(cell.text)]), box.left, box.right)
    if cell is activity:
        return Column("kegiatan", "", box.left, box.right)
    if role and role not in ("kegiatan", "mutu_baku"):
        return Column(role, "", box.left, box.right, unit(cell.text) if role == "waktu" else "")
    groups = [one_line(spanning.text) for spanning, own in above if not own]
    return Column(EXTRA, " / ".join([*groups, one_line(cell.text)]), box.left, box.right)


def _with_executors(columns: Sequence[Column], area: Sequence[Named]) -> list[Column]:
    """Unnamed columns right of the activity stand for executors, unless a head of their own is beside `Pelaksana`."""
    bands = [cell for cell, role in area if role == "pelaksana"]
    start = next((number for number, found in enumerate(columns, 1) if found.role == "kegiatan"), len(columns))
    found = list(columns)
    for number in range(start, len(found)):
        if found[number].role not in (EXTRA, EXECUTOR):
            break
        if found[number].role == EXTRA and not _has_own_head(found[number], bands, area):
            found[number] = replace(found[number], role=EXECUTOR)
    return found


def _has_own_head(found: Column, bands: Sequence[Cell], area: Sequence[Named]) -> bool:
    """Whether a column has a heading of its own beside an unmerged `Pelaksana`."""
    centre = (found.left + found.right) / 2
    tops = [band.box.top for band in bands]
    return bool(tops) and any(
        abs(cell.box.top - tops[0]) <= TOUCHING and cell.box.left <= centre <= cell.box.right for cell, _ in area
    )


def _without_repetition(columns: Sequence[Column]) -> Iterator[Column]:
    """Each role once, the first time it comes; each executor under a name of its own."""
    seen: Counter[tuple[str, str]] = Counter()
    for found in columns:
        key = (found.role, found.name)
        seen[key] += 1
        if found.role == EXTRA or seen[key] == 1:
            yield found
        elif found.role == EXECUTOR:
            yield replace(found, name=f"{found.name} ({seen[key]})")
        else:
            yield replace(found, role=EXTRA)
