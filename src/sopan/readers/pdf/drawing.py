"""The drawing of a page told from its tables: symbols, connectors with their arrows, and what remains for rulings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopan.domain import SourceTooLarge
from sopan.drawn import Box, Form, Line, Symbol
from sopan.readers.pdf.arrows import arrows_of
from sopan.readers.pdf.connectors import Connectors
from sopan.readers.pdf.geometry import grown, lies_in, overlap
from sopan.readers.pdf.strokes import Closed, Sorted, Stroke

MAX_CLOSED = 2_500
MAX_STROKES = 12_000
MOST = 0.6
"""Of a side."""
SHARED, ALIKE = 0.8, 1.0
"""Millimetres between two sides that are one side, and between the ends of two sides of one length."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, and what is left: lines of tables, and boxes that are cells."""

    symbols: tuple[Symbol, ...]
    lines: tuple[Line, ...]
    strokes: tuple[Stroke, ...]
    cells: tuple[Box, ...]


def drawing_of(found: Sorted) -> Drawing:
    """Symbols and connectors of a page. Raises SourceTooLarge for more of them than fit on paper."""
    corners = sum(len(stroke.points) for stroke in found.strokes)
    if len(found.closed) > MAX_CLOSED or len(found.heads) > MAX_STROKES or corners > 4 * MAX_STROKES:
        raise SourceTooLarge("Gambar di PDF ini terlalu rumit untuk sebuah SOP. Ambil halaman SOP-nya saja.")
    forms = _unique(found.closed)
    boxes = [form for form in forms if form.form is Form.BOX]
    cells = _Sides(boxes, found.strokes).cells()
    drawn = [form for form in forms if form not in cells]
    symbols = [
        Symbol(key=f"s{number}", form=form.form, box=form.box, said=form.said) for number, form in enumerate(drawn, 1)
    ]
    arrows = arrows_of(found.strokes, found.heads)
    connectors = Connectors(found.strokes, [symbol.box for symbol in symbols], arrows)
    return Drawing(
        symbols=tuple(symbols),
        lines=(*(arrows.line(place, found.strokes[place]) for place in sorted(connectors.found)), *arrows.alone),
        strokes=tuple(connectors.rulings(arrows.spent)),
        cells=tuple(form.box for form in cells if form.is_outlined),
    )


def _unique(forms: Sequence[Closed]) -> list[Closed]:
    """Each form once: filling, outline and shadow of one symbol lie over each other."""
    kept: list[Closed] = []
    for form in sorted(forms, key=lambda form: (not form.is_outlined, -form.box.width * form.box.height)):
        if not any(_is_same(form.box, other.box) for other in kept):
            kept.append(form)
    return sorted(kept, key=lambda form: (form.box.top, form.box.left))


def _is_same(first: Box, second: Box) -> bool:
    smaller, larger = sorted((first.width * first.height, second.width * second.height))
    return smaller > 0.6 * larger and overlap(first, second) > 0.7


Side = tuple[bool, float, float, float]
"""Whether it runs across the page, where it lies, where it starts, where it ends."""


class _Sides:
    """The sides of all rectangles and all straight lines, by where they lie."""

    def __init__(self, boxes: Sequence[Closed], strokes: Sequence[Stroke]) -> None:
        self._boxes = boxes
        self._near: dict[tuple[bool, int], list[tuple[Side, int]]] = {}
        for number, box in enumerate(boxes):
            for side in _sides_of(box.box):
                self._put(side, number)
        for stroke in strokes:
            if stroke.is_upright:
                self._put(_side(stroke), -1)

    def cells(self) -> list[Closed]:
        """Rectangles that are cells or their background: they share sides, or are frames around others."""
        found = {number for number, box in enumerate(self._boxes) if self._is_surely_cell(number, box)}
        reached = list(found)
        while reached:
            further = self._beside(reached.pop()) - found
            found |= further
            reached += further
        return [self._boxes[number] for number in sorted(found)]

    def _put(self, side: Side, owner: int) -> None:
        self._near.setdefault((side[0], int(side[1] // SHARED)), []).append((side, owner))

    def _is_surely_cell(self, number: int, form: Closed) -> bool:
        """A symbol may touch a line, or another symbol; two neighbours, or lines on three sides, are too many."""
        inside = grown(form.box, -SHARED)
        if any(lies_in(other.box, inside) for other in self._boxes):
            return True
        shares = [self._share(side, number) for side in _sides_of(form.box)]
        beside = sum(boxes >= MOST for boxes, _ in shares)
        if not form.is_outlined:
            return any(boxes + lines >= MOST for boxes, lines in shares)
        return beside >= 2 or sum(boxes + lines >= MOST for boxes, lines in shares) >= 3

    def _share(self, side: Side, owner: int) -> tuple[float, float]:
        """Of a side, how much other rectangles and lines run along it."""
        _, _, start, end = side
        drawn = [0.0, 0.0]
        for (_, _, since, to), other in self._along(side, owner):
            if since <= start + SHARED or to >= end - SHARED:
                drawn[other < 0] += max(0.0, min(end, to) - max(start, since)) / (end - start)
        return drawn[0], drawn[1]

    def _beside(self, number: int) -> set[int]:
        """Rectangles that have a whole side in common with this one."""
        return {
            owner
            for side in _sides_of(self._boxes[number].box)
            for other, owner in self._along(side, number)
            if owner >= 0 and abs(other[2] - side[2]) <= ALIKE and abs(other[3] - side[3]) <= ALIKE
        }

    def _along(self, side: Side, but: int) -> Iterator[tuple[Side, int]]:
        """Sides of others, and lines, that lie where this side lies."""
        place = int(side[1] // SHARED)
        for step in (-1, 0, 1):
            for other, owner in self._near.get((side[0], place + step), ()):
                if owner != but and abs(other[1] - side[1]) <= SHARED:
                    yield other, owner


def _sides_of(box: Box) -> Iterator[Side]:
    yield True, box.top, box.left, box.right
    yield True, box.bottom, box.left, box.right
    yield False, box.left, box.top, box.bottom
    yield False, box.right, box.top, box.bottom


def _side(stroke: Stroke) -> Side:
    (x, y), (u, v) = stroke.points[0], stroke.points[-1]
    if abs(x - u) >= abs(y - v):
        return True, (y + v) / 2, min(x, u), max(x, u)
    return False, (x + u) / 2, min(y, v), max(y, v)
