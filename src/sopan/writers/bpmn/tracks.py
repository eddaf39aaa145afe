"""Lines that share a gap or a channel, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopan.writers.bpmn.routes import Gap, Grid, Leg, Route, corners


@dataclass(frozen=True, slots=True)
class Tracks:
    """The track of every leg: counted from the left in a gap, away from the nodes in a channel."""

    of_leg: Mapping[tuple[str, int], int]
    """By flow and number of the leg."""
    crowd: Mapping[Leg, int]
    """How many tracks a gap or channel needs."""


@dataclass(frozen=True, slots=True, order=True)
class _Span:
    turn: int
    """In a gap: 0 comes from a node on the left, 2 goes on to one on the right, 1 does both. So the lines from the
    left turn before those to the right, and do not run over them."""
    length: float
    low: float
    high: float
    flow: str
    number: int

    def meets(self, other: _Span) -> bool:
        return self.low <= other.high and other.low <= self.high


def tracks(ways: Iterable[Route], grid: Grid) -> Tracks:
    """The first track that is free along the whole leg, from the shortest leg to the longest."""
    legs: dict[Leg, list[_Span]] = {}
    for way in ways:
        for leg, span in _spans(way, grid):
            legs.setdefault(leg, []).append(span)
    found: dict[tuple[str, int], int] = {}
    crowd = {}
    for leg, spans in legs.items():
        filled: list[list[_Span]] = []
        for span in sorted(spans):
            track = _free(filled, span)
            filled.extend([] for _ in range(track + 1 - len(filled)))
            filled[track].append(span)
            found[span.flow, span.number] = track
        crowd[leg] = len(filled)
    return Tracks(found, crowd)


def _free(filled: list[list[_Span]], span: _Span) -> int:
    """The first track without a line in the way, right of all that turn earlier."""
    met = [(track, other) for track, row in enumerate(filled) for other in row if other.meets(span)]
    first = max((track + 1 for track, other in met if other.turn < span.turn), default=0)
    taken = {track for track, _ in met}
    return next(track for track in range(first, len(filled) + 1) if track not in taken)


def _spans(way: Route, grid: Grid) -> Iterator[tuple[Leg, _Span]]:
    points = corners(way, grid, {})
    for number, leg in enumerate(way.legs):
        is_gap = isinstance(leg, Gap)
        low, high = sorted((points[number + 1][is_gap], points[number + 2][is_gap]))
        is_first, is_last = number == 0, number == len(way.legs) - 1
        turn = (1 if is_first else 2) if is_gap and is_last else 0
        yield leg, _Span(turn, high - low, low, high, way.flow.id, number)
