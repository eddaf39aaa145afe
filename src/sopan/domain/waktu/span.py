"""Minutes along a path: working time and calendar time apart, and how many steps had no time."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Span:
    """Minutes, exact. Spans add up in any order; `Span()` is nothing."""

    working_min: Fraction = Fraction(0)
    working_max: Fraction = Fraction(0)
    calendar_min: Fraction = Fraction(0)
    calendar_max: Fraction = Fraction(0)
    unmeasured_count: int = 0
    """Steps whose time is not in the minutes."""

    def __post_init__(self) -> None:
        if not 0 <= self.working_min <= self.working_max or not 0 <= self.calendar_min <= self.calendar_max:
            raise ValueError(f"a span runs from a minimum to a maximum, not {self!r}")

    def __add__(self, other: Span) -> Span:
        if not isinstance(other, Span):
            return NotImplemented
        return Span(
            self.working_min + other.working_min,
            self.working_max + other.working_max,
            self.calendar_min + other.calendar_min,
            self.calendar_max + other.calendar_max,
            self.unmeasured_count + other.unmeasured_count,
        )

    @property
    def shortest(self) -> Fraction:
        """Working and calendar minutes together, at the least."""
        return self.working_min + self.calendar_min

    @property
    def longest(self) -> Fraction:
        """Working and calendar minutes together, at the most."""
        return self.working_max + self.calendar_max
