"""The drawing of a page told from its tables: symbols, connectors with their arrows, and what remains for rulings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sopan.domain import SourceTooLarge
from sopan.drawn import Box, Form, Line, Point, Symbol
from sopan.readers.pdf.arrows import Arrows, arrows_of
from sopan.readers.pdf.geometry import away_from, grown, overlap
from sopan.readers.pdf.strokes import Closed, Sorted, Stroke

MAX_CLOSED = 2_500
MAX_STROKES = 12_000
TOUCH = 0.9
"""Millimetres between things that are meant to touch."""
SHARED = 0.5
"""Millimetres between two sides that are one side."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, and what is left: lines of tables, and boxes that are cells."""

    symbols: tuple[Symbol, ...]
    lines: tuple[Line, ...]
    strokes: tuple[Stroke, ...]
    cells: tuple[Box, ...]


def drawing_of(found: Sorted) -> Drawing:
    """Symbols and connectors of a page. Raises SourceTooLarge for more of them than fit on paper."""
    if len(found.closed) > MAX_CLOSED or max(len(found.strokes), len(found.heads)) > MAX_STROKES:
        raise SourceTooLarge("Gambar di PDF ini terlalu rumit untuk sebuah SOP. Ambil halaman SOP-nya saja.")
    forms = _unique(found.closed)
    boxes = [form for form in forms if form.form is Form.BOX]
    sides = _Sides([form.box for form in boxes], found.strokes)
    cells = [form for form in boxes if sides.is_cell(form)]
    drawn = [form for form in forms if form not in cells]
    symbols = [
        Symbol(key=f"s{number}", form=form.form, box=form.box, said=form.said) for number, form in enumerate(drawn, 1)
    ]
    arrows = arrows_of(found.strokes, found.heads)
    connectors = _Connectors(found.strokes, [symbol.box for symbol in symbols], arrows).found
    return Drawing(
        symbols=tuple(symbols),
        lines=(*(arrows.line(place, found.strokes[place]) for place in sorted(connectors)), *arrows.alone),
        strokes=tuple(_rulings(found.strokes, connectors | arrows.spent)),
        cells=tuple(form.box for form in cells if form.is_outlined),
    )


def _unique(forms: Sequence[Closed]) -> list[Closed]:
    """Each form once: filling, outline and shadow of one symbol lie over each other."""
    kept: list[Closed] = []
    for form in sorted(forms, key=lambda form: not form.is_outlined):
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

    def __init__(self, boxes: Sequence[Box], strokes: Sequence[Stroke]) -> None:
        self._boxes = boxes
        self._near: dict[tuple[bool, int], list[Side]] = {}
        for side in (*(side for box in boxes for side in _sides_of(box)), *map(_side, filter(_is_upright, strokes))):
            self._near.setdefault((side[0], int(side[1] // SHARED)), []).append(side)

    def is_cell(self, form: Closed) -> bool:
        """Whether a rectangle is a cell or its background: it shares sides with others, or is a frame around some."""
        shared = sum(self._is_shared(side) for side in _sides_of(form.box))
        if shared >= (2 if form.is_outlined else 1):
            return True
        inside = grown(form.box, -SHARED)
        return any(inside.holds((box.left, box.top)) and inside.holds((box.right, box.bottom)) for box in self._boxes)

    def _is_shared(self, side: Side) -> bool:
        is_across, at, start, end = side
        place = int(at // SHARED)
        others = (other for step in (-1, 0, 1) for other in self._near.get((is_across, place + step), ()))
        along = [
            (max(start, since), min(end, to))
            for _, where, since, to in others
            if (where, since, to) != (at, start, end) and abs(where - at) <= SHARED and not _is_within(side, since, to)
        ]
        drawn = sum(max(0.0, to - since) for since, to in along)
        return drawn >= 0.6 * (end - start)


def _is_within(side: Side, since: float, to: float) -> bool:
    """Whether the other is shorter at both ends: a piece of decoration, not a line that goes on."""
    _, _, start, end = side
    return since > start + SHARED and to < end - SHARED


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


def _is_upright(stroke: Stroke) -> bool:
    return stroke.is_upright


class _Connectors:
    """Which strokes are drawn from symbol to symbol. They are known by their place in the list."""

    def __init__(self, strokes: Sequence[Stroke], symbols: Sequence[Box], arrows: Arrows) -> None:
        self._strokes = strokes
        self._symbols = [grown(box, TOUCH) for box in symbols]
        self.found = {place for place in arrows.tips if place not in arrows.spent}
        waiting = {
            place: self._loose_ends(stroke)
            for place, stroke in enumerate(strokes)
            if place not in self.found and place not in arrows.spent
        }
        waiting = {place: ends for place, ends in waiting.items() if not self._is_part_of_symbol(strokes[place])}
        self.found |= {place for place, ends in waiting.items() if len(ends) < 2}
        while joined := {place for place in waiting if place not in self.found and self._joins(place, waiting[place])}:
            self.found |= joined

    def _is_part_of_symbol(self, stroke: Stroke) -> bool:
        """Whether it lies within one symbol, as the lines of a pile of papers do."""
        return any(all(map(box.holds, stroke.points)) for box in self._symbols)

    def _loose_ends(self, stroke: Stroke) -> list[Point]:
        """Its ends that touch no symbol."""
        ends = (stroke.points[0], stroke.points[-1])
        return [end for end in ends if not any(box.holds(end) for box in self._symbols)]

    def _joins(self, place: int, ends: Sequence[Point]) -> bool:
        """Whether it leads from one connector to another."""
        return all(self._is_on_connector(end, place) for end in ends)

    def _is_on_connector(self, point: Point, but: int) -> bool:
        return any(
            away_from(point, start, end) <= TOUCH
            for place in self.found
            if place != but
            for start, end in pairwise(self._strokes[place].points)
        )


def _rulings(strokes: Sequence[Stroke], taken: set[int]) -> Iterator[Stroke]:
    """The straight pieces of all other strokes."""
    for place, stroke in enumerate(strokes):
        if place in taken:
            continue
        for start, end in pairwise(stroke.points):
            piece = replace(stroke, points=(start, end))
            if piece.is_upright:
                yield piece
