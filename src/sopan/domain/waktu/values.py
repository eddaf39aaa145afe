"""What a time is once it has been read: amounts with units, ranges of them, and what the words left open."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sopan.domain.kalender import NOMINAL, Calendar
from sopan.domain.waktu.span import Span


class Unit(StrEnum):
    """Units in which people write time; the value is the word that is printed."""

    DETIK = "detik"
    MENIT = "menit"
    JAM = "jam"
    HARI_KERJA = "hari kerja"
    HARI = "hari"
    MINGGU = "minggu"
    BULAN = "bulan"
    TAHUN = "tahun"

    @property
    def is_working(self) -> bool:
        """Whether time in this unit is spent working; the rest passes by the calendar."""
        return self in (Unit.DETIK, Unit.MENIT, Unit.JAM, Unit.HARI_KERJA)

    def minutes(self, calendar: Calendar) -> Fraction:
        """Minutes in one of this unit."""
        match self:
            case Unit.DETIK:
                return Fraction(1, 60)
            case Unit.MENIT:
                return Fraction(1)
            case Unit.JAM:
                return Fraction(60)
            case Unit.HARI_KERJA:
                return Fraction(calendar.working_day)
            case Unit.HARI:
                return Fraction(calendar.day)
            case Unit.MINGGU:
                return Fraction(calendar.day * calendar.days_per_week)
            case Unit.BULAN:
                return Fraction(calendar.day * calendar.days_per_month)
            case Unit.TAHUN:
                return Fraction(calendar.day * calendar.days_per_year)


ROUNDING = Fraction(1, 50)
"""How far apart two statements of one time may lie because one of them was rounded."""


@dataclass(frozen=True, slots=True)
class Amount:
    """`number` of `unit`, exactly as written: half an hour stays half an hour."""

    number: Fraction
    unit: Unit

    def minutes(self, calendar: Calendar = NOMINAL) -> Fraction:
        return self.number * self.unit.minutes(calendar)


Duration = tuple[Amount, ...]
"""Amounts one after the other, as in `1 jam 30 menit`; empty is no time at all."""


def minutes_of(duration: Duration, calendar: Calendar = NOMINAL) -> Fraction:
    """Minutes of all amounts together, working and calendar time alike."""
    return sum((amount.minutes(calendar) for amount in duration), Fraction(0))


@dataclass(frozen=True, slots=True)
class Range:
    """From `minimum` to `maximum`; both the same when one time was written."""

    minimum: Duration
    maximum: Duration

    @property
    def is_calendar(self) -> bool:
        """Whether it passes by the calendar: one amount in days, weeks, months or years makes it so."""
        return not all(amount.unit.is_working for amount in (*self.minimum, *self.maximum))

    def span(self, calendar: Calendar = NOMINAL) -> Span:
        """The same in minutes."""
        least, most = sorted((minutes_of(self.minimum, calendar), minutes_of(self.maximum, calendar)))
        return Span(calendar_min=least, calendar_max=most) if self.is_calendar else Span(least, most)


class TimeClass(StrEnum):
    """What kind of time it is."""

    WORKING = "working"
    CALENDAR = "calendar"
    UNMEASURED = "unmeasured"


class Bound(StrEnum):
    """How firmly the time was stated."""

    EXACT = "exact"
    AT_MOST = "at_most"
    """`paling lama`, `maks.`, `s.d.` in front: the minimum is nothing."""
    AT_LEAST = "at_least"
    """`minimal`, `lebih dari`: the maximum is unknown and given as the minimum."""
    ABOUT = "about"


class Doubt(StrEnum):
    """What made the reader uncertain, though it gave an answer where it could."""

    NO_UNIT = "no_unit"
    """A number without a unit."""
    LIST = "list"
    """Several times one after the other; they are taken as alternatives, from the shortest to the longest."""
    REVERSED = "reversed"
    """A range from long to short; its ends are exchanged."""
    SPELLING = "spelling"
    """A typing error, or a spelling nobody can be sure of, was set right."""
    CONTRADICTION = "contradiction"
    """A number written twice, in figures and in words, that are not the same."""


class Reason(StrEnum):
    """Why a time could not be measured."""

    EMPTY = "empty"
    """Nothing but dashes, dots and spaces."""
    CONDITIONAL = "conditional"
    """It depends: `sesuai kebutuhan`, `kondisional`, `segera`."""
    RECURRING = "recurring"
    """How often, not how long: `triwulanan`, `setiap bulan`, `2 kali setahun`."""
    MOMENT = "moment"
    """When, not how long: `pukul 08.00`, `H-3`, `minggu ke-2`, `sesuai jadwal`."""
    NO_UNIT = "no_unit"
    """A number that may mean anything."""
    UNKNOWN = "unknown"
    """Other words, such as the name of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waktu:
    """One time cell: the words, and what they say."""

    words: str
    """As the author wrote them."""
    parts: tuple[Range, ...] = ()
    """Ranges to be added up; mostly one, none when unmeasured."""
    bound: Bound = Bound.EXACT
    per: str = ""
    """For each of what: `berkas` in `2 menit/berkas`. The minutes are those of one."""
    restated: tuple[Range, ...] = ()
    """The same time said again: `8 jam` in `480 menit (8 jam)`."""
    unread: str = ""
    """Words that were not needed, or not understood."""
    doubts: frozenset[Doubt] = frozenset()
    reason: Reason | None = None
    """Why it is unmeasured; None when it is measured."""

    @property
    def minimum(self) -> Duration:
        """The shortest time, in the units of the author; empty for none and for unmeasured."""
        return tuple(amount for part in self.parts for amount in part.minimum)

    @property
    def maximum(self) -> Duration:
        """The longest time, in the units of the author; empty when unmeasured."""
        return tuple(amount for part in self.parts for amount in part.maximum)

    @property
    def is_measured(self) -> bool:
        return bool(self.parts)

    @property
    def is_range(self) -> bool:
        """Whether two different times were given as ends."""
        return any(part.minimum and part.minimum != part.maximum for part in self.parts)

    @property
    def time_class(self) -> TimeClass:
        """Calendar as soon as one part of it is."""
        if not self.is_measured:
            return TimeClass.UNMEASURED
        return TimeClass.CALENDAR if any(part.is_calendar for part in self.parts) else TimeClass.WORKING

    @property
    def units(self) -> frozenset[Unit]:
        return frozenset(amount.unit for amount in (*self.minimum, *self.maximum))

    def span(self, calendar: Calendar = NOMINAL) -> Span:
        """Minutes by `calendar`; nothing but one more unmeasured step when it is not measured."""
        if not self.is_measured:
            return Span(unmeasured_count=1)
        return sum((part.span(calendar) for part in self.parts), Span())

    def contradicts_itself(self, calendar: Calendar = NOMINAL) -> bool:
        """Whether the same time was said twice and differently: `480 menit (7 jam)`, `3 (dua) hari`.

        `5 hari kerja (1 minggu)` is no contradiction in a week of five working days, nor is `7 hari (1 minggu)`, nor
        a rounded `470 menit (7,8 jam)`.
        """
        if Doubt.CONTRADICTION in self.doubts:
            return True
        return bool(self.restated) and not any(
            _agree(_ends(self.parts, view), _ends(self.restated, view)) for view in (calendar, _working_view(calendar))
        )


def _ends(parts: tuple[Range, ...], calendar: Calendar) -> tuple[Fraction, Fraction]:
    span = sum((part.span(calendar) for part in parts), Span())
    return span.shortest, span.longest


def _agree(first: tuple[Fraction, Fraction], second: tuple[Fraction, Fraction]) -> bool:
    return all(abs(one - other) <= ROUNDING * max(one, other) for one, other in zip(first, second, strict=True))


def _working_view(calendar: Calendar) -> Calendar:
    """The calendar of someone who counts a day, a week and a month in working days only."""
    return Calendar(
        working_day=calendar.working_day,
        day=calendar.working_day,
        days_per_week=calendar.working_days_per_week,
        days_per_month=calendar.working_days_per_month,
    )
