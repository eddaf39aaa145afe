"""Borders that were meant to be one: cells are computed apart, so that their shared borders differ by a rounding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

SAME = 0.05
"""Millimetres; nearer than this is the same border. The thinnest column is a hundred times as wide."""


class Landmarks:
    """The distinct places among many, in order; millimetres."""

    def __init__(self, values: Iterable[float]) -> None:
        self.places: list[float] = []
        reach = float("-inf")
        for value in sorted(values):
            if value > reach + SAME:
                self.places.append(value)
            reach = value

    def index(self, value: float) -> int:
        """Which of the places `value` was meant to be; it is one of those that were given."""
        return bisect_right(self.places, value) - 1
