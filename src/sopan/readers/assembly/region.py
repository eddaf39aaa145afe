"""What stands in a part of a page: cells and free texts as lines, from above and from the left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sopan.drawn import Box, Cell, Page, Text
from sopan.readers.assembly.text import clean

_SAME_LINE = 0.5
"""Share of the lower height that two texts of one line have in common."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of text, where it stands, and in which cell."""

    text: str
    box: Box
    place: str = ""
    bold: bool = False


def written(page: Page, box: Box, leave_out: Iterable[Cell | Text] = ()) -> list[Written]:
    """Lines of all cells and texts whose middle lies in the box."""
    left_out = {id(cell) for cell in leave_out}
    found: list[Written] = []
    things: tuple[Cell | Text, ...] = (*page.cells, *page.texts)
    for thing in things:
        if thing.text and id(thing) not in left_out and box.holds(thing.box.centre):
            found += _lines(thing)
    return sorted(found, key=lambda line: (line.box.top, line.box.left))


def in_rows(lines: Sequence[Written]) -> list[Written]:
    """Texts beside each other put together, from the left: a number and its item, a colon and its value."""
    rows: list[list[Written]] = []
    for line in sorted(lines, key=lambda line: line.box.centre[1]):
        if rows and _beside(rows[-1][0].box, line.box):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_joined(sorted(row, key=lambda line: line.box.left)) for row in rows]


def _lines(thing: Cell | Text) -> list[Written]:
    """The lines of a text, each in its share of the height."""
    lines = clean(thing.text).split("\n")
    box, share = thing.box, thing.box.height / len(lines)
    is_bold = isinstance(thing, Cell) and thing.bold
    return [
        Written(line, Box(box.left, box.top + n * share, box.right, box.top + (n + 1) * share), thing.place, is_bold)
        for n, line in enumerate(lines)
        if line
    ]


def _beside(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    apart = one.right <= other.left + 1 or other.right <= one.left + 1
    return apart and shared > _SAME_LINE * min(one.height, other.height)


def _joined(row: Sequence[Written]) -> Written:
    boxes = [line.box for line in row]
    box = Box(
        min(b.left for b in boxes), min(b.top for b in boxes), max(b.right for b in boxes), max(b.bottom for b in boxes)
    )
    return Written(" ".join(line.text for line in row), box, row[0].place, row[0].bold)
