"""The middle of a long thin area: the line that somebody drew as an area around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import dist

from sopan.drawn import Point

SAMPLES = 16
MANY = 300
"""Corners from which on only every so many of them are tried as an end."""


def middle_of(ring: Sequence[Point]) -> list[Point]:
    """From the middle of one end to the middle of the other.

    Walking from an end along both sides at once, one always stands opposite oneself. So the end is where the two
    walkers stay nearest to each other all the way, and the middle is the middle between them.
    """
    walk = _Walk([*ring, ring[0]] if dist(ring[0], ring[-1]) > 0 else list(ring))
    begin = min(walk.ends(), key=walk.distance_all_the_way)
    steps = sorted({min(step, walk.length - step) for step in walk.steps_from(begin)} | {0.0, walk.length / 2})
    return [_between(walk.at(begin + step), walk.at(begin - step)) for step in steps]


class _Walk:
    """A closed line by the way one has gone on it."""

    def __init__(self, points: list[Point]) -> None:
        self._points = points
        self._gone = [0.0, *accumulate(dist(a, b) for a, b in pairwise(points))]
        self.length = self._gone[-1]

    def at(self, way: float) -> Point:
        way %= self.length
        index = min(max(1, bisect_right(self._gone, way)), len(self._points) - 1)
        (x, y), (u, v) = self._points[index - 1], self._points[index]
        stretch = self._gone[index] - self._gone[index - 1]
        share = (way - self._gone[index - 1]) / stretch if stretch else 0.0
        return x + share * (u - x), y + share * (v - y)

    def ends(self) -> list[float]:
        """Where an end may be: in the middle of a side, or at a corner."""
        middles = [(a + b) / 2 for a, b in pairwise(self._gone)]
        return (middles + self._gone[:-1])[:: 1 + len(self._gone) // MANY]

    def steps_from(self, begin: float) -> list[float]:
        return [(gone - begin) % self.length for gone in self._gone]

    def distance_all_the_way(self, begin: float) -> float:
        steps = (self.length * (number + 0.5) / (2 * SAMPLES) for number in range(SAMPLES))
        return sum(dist(self.at(begin + step), self.at(begin - step)) for step in steps)


def _between(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2
