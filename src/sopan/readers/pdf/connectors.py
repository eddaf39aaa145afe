"""Which lines are drawn from symbol to symbol, and which remain for tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sopan.drawn import Box, Point
from sopan.readers.pdf.arrows import Arrows
from sopan.readers.pdf.geometry import Squares, away_from, grown
from sopan.readers.pdf.ink import box_of
from sopan.readers.pdf.strokes import Stroke

TOUCH = 0.9
"""Millimetres between things that are meant to touch."""
SAME_LINE, GOES_ON = 0.3, 1.0
"""Millimetres beside each other, and between their ends, of pieces that continue each other."""


class Connectors:
    """The lines that belong to the flow. Lines are known by their place in the list."""

    def __init__(self, strokes: Sequence[Stroke], symbols: Sequence[Box], arrows: Arrows) -> None:
        self._strokes = strokes
        self._symbols = [grown(box, TOUCH) for box in symbols]
        self._symbol_at = Squares(self._symbols)
        self._segments = [
            (place, start, end) for place, stroke in enumerate(strokes) for start, end in pairwise(stroke.points)
        ]
        self._segment_at = Squares([grown(box_of([start, end]), TOUCH) for _, start, end in self._segments])
        self.found = {place for place in arrows.tips if place not in arrows.spent}
        self._search(arrows.spent)

    def rulings(self, spent: set[int]) -> Iterator[Stroke]:
        """The straight pieces of all other lines."""
        for place, stroke in enumerate(self._strokes):
            if place in self.found or place in spent:
                continue
            for start, end in pairwise(stroke.points):
                piece = replace(stroke, points=(start, end))
                if piece.is_upright:
                    yield piece

    def _search(self, spent: set[int]) -> None:
        """First the lines that end at a symbol, then, again and again, those that lead from connector to connector.

        A line in pieces may be a border over whose end a symbol hangs: it has to end at symbols on both sides.
        """
        ends, in_pieces = _whole_ends(self._strokes)
        waiting = {
            place: loose
            for place, stroke in enumerate(self._strokes)
            if place not in self.found and place not in spent and not self._is_part_of_symbol(stroke)
            for loose in [[end for end in ends[place] if not self._symbol_at.holding(end)]]
        }
        joined = {place for place, loose in waiting.items() if len(loose) < (1 if place in in_pieces else 2)}
        while joined:
            self.found |= joined
            joined = {place for place in waiting if place not in self.found and self._joins(place, waiting[place])}

    def _is_part_of_symbol(self, stroke: Stroke) -> bool:
        """Whether it lies within one symbol, as the lines of a pile of papers do."""
        around = self._symbol_at.holding(stroke.points[0])
        return any(all(map(self._symbols[symbol].holds, stroke.points)) for symbol in around)

    def _joins(self, place: int, ends: Sequence[Point]) -> bool:
        """Whether it leads from one connector to another."""
        return all(self._is_on_connector(end, place) for end in ends)

    def _is_on_connector(self, point: Point, but: int) -> bool:
        near = (self._segments[number] for number in self._segment_at.holding(point))
        return any(
            place != but and place in self.found and away_from(point, start, end) <= TOUCH for place, start, end in near
        )


def _whole_ends(strokes: Sequence[Stroke]) -> tuple[list[tuple[Point, Point]], set[int]]:
    """For each line where it ends, for a piece of a border where the whole border ends; and which are such pieces."""
    in_pieces: set[int] = set()
    ends = [(stroke.points[0], stroke.points[-1]) for stroke in strokes]
    pieces = sorted((_lie(stroke), place) for place, stroke in enumerate(strokes) if stroke.is_upright)
    for group in _side_by_side(pieces):
        for run in _in_a_row(group):
            start, end = min(lie[2] for lie, _ in run), max(lie[3] for lie, _ in run)
            for (is_across, at, _, _), place in run:
                if len(run) > 1:
                    in_pieces.add(place)
                    ends[place] = ((start, at), (end, at)) if is_across else ((at, start), (at, end))
    return ends, in_pieces


Lie = tuple[bool, float, float, float]
"""Whether a straight line runs across the page, where it lies, where it starts, where it ends."""


def _lie(stroke: Stroke) -> Lie:
    (x, y), (u, v) = stroke.points[0], stroke.points[-1]
    if abs(x - u) >= abs(y - v):
        return True, (y + v) / 2, min(x, u), max(x, u)
    return False, (x + u) / 2, min(y, v), max(y, v)


def _side_by_side(pieces: Sequence[tuple[Lie, int]]) -> Iterator[list[tuple[Lie, int]]]:
    group: list[tuple[Lie, int]] = []
    for lie, place in pieces:
        if group and (lie[0] != group[-1][0][0] or lie[1] - group[-1][0][1] > SAME_LINE):
            yield group
            group = []
        group.append((lie, place))
    if group:
        yield group


def _in_a_row(group: list[tuple[Lie, int]]) -> Iterator[list[tuple[Lie, int]]]:
    run: list[tuple[Lie, int]] = []
    reached = 0.0
    for lie, place in sorted(group, key=lambda piece: piece[0][2]):
        if run and lie[2] > reached + GOES_ON:
            yield run
            run = []
        reached = max(reached, lie[3]) if run else lie[3]
        run.append((lie, place))
    if run:
        yield run
