"""Borders that were meant to be one: cells are computed apart, so that their shared borders differ by a rounding."""

from __future__ import annotations

from collections.abc import Iterable

SAME = 0.05
"""Millimetres; nearer than this is the same border. The thinnest column is a hundred times as wide."""


class Landmarks:
    """The distinct places among many, in order; millimetres."""

    def __init__(self, values: Iterable[float]) -> None:
        self.places: list[float] = []
        self._index: dict[float, int] = {}
        reach = float("-inf")
        for value in sorted(set(values)):
            if value > reach + SAME:
                self.places.append(value)
            self._index[value] = len(self.places) - 1
            reach = value

    def index(self, value: float) -> int:
        """Which of the places `value` was meant to be; it is one of those that were given."""
        return self._index[value]
