"""Times in official Indonesian style: `2 hari kerja 3 jam`, `5–10 menit`, `paling lama 3 hari`, `1.250 menit`.

What is written here can be read again and gives the same minutes.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from sopan.domain.kalender import NOMINAL, Calendar
from sopan.domain.waktu.span import Span
from sopan.domain.waktu.values import Amount, Bound, Duration, Range, Unit, Waktu

WORKING_UNITS = (Unit.HARI_KERJA, Unit.JAM, Unit.MENIT)
CALENDAR_UNITS = (Unit.HARI, Unit.JAM, Unit.MENIT)


def write(waktu: Waktu) -> str:
    """A time in the units of its author, spelled as it should be; the author's words when it is not measured."""
    if not waktu.is_measured:
        return waktu.words.strip()
    before = {Bound.AT_LEAST: "paling sedikit ", Bound.ABOUT: "kurang lebih "}.get(waktu.bound, "")
    text = " dan ".join(_range(part) for part in waktu.parts)
    return f"{before}{text} per {waktu.per}" if waktu.per else before + text


def write_span(span: Span, calendar: Calendar = NOMINAL) -> str:
    """Working time in hari kerja, hours and minutes, calendar time in days; unmeasured steps are not mentioned."""
    parts = (
        (span.working_min, span.working_max, lambda minutes: _amounts(minutes, WORKING_UNITS, calendar)),
        (span.calendar_min, span.calendar_max, lambda minutes: _amounts(minutes, CALENDAR_UNITS, calendar)),
    )
    return " dan ".join(_range(_between(*part)) for part in parts if part[1]) or write_minutes(0)


def write_minutes(minimum: Fraction | int, maximum: Fraction | int | None = None) -> str:
    """`1.250 menit`, or `5–10 menit` when there is a maximum that differs."""
    last = minimum if maximum is None else maximum
    return _range(Range(*((Amount(Fraction(minutes), Unit.MENIT),) for minutes in (minimum, last))))


def write_number(number: Fraction) -> str:
    """`1.250`, `1,5`, and for what has no end as a decimal `1 1/3`."""
    whole, part = divmod(number, 1)
    text = f"{whole:,}".replace(",", ".")
    if not part:
        return text
    decimals = f"{float(part):.4f}".rstrip("0")
    if Fraction(decimals) == part:
        return f"{text},{decimals.removeprefix('0.')}"
    return f"{text} {part}" if whole else str(part)


def _between(minimum: Fraction, maximum: Fraction, amounts: Callable[[Fraction], Duration]) -> Range:
    return Range(amounts(minimum) if minimum else (), amounts(maximum))


def _amounts(minutes: Fraction, units: tuple[Unit, ...], calendar: Calendar) -> Duration:
    """As few and as large units as make `minutes` exactly; seconds only where there must be."""
    if units is CALENDAR_UNITS and minutes < calendar.day:  # hours alone would be read as working time
        return (Amount(minutes / calendar.day, Unit.HARI),)
    found: list[Amount] = []
    for unit in units:
        number, minutes = divmod(minutes, unit.minutes(calendar))
        if number:
            found.append(Amount(Fraction(number), unit))
    if minutes:
        found.append(Amount(minutes * 60, Unit.DETIK))
    return tuple(found)


def _range(part: Range) -> str:
    least, most = part.minimum, part.maximum
    if least == most:
        return _duration(most)
    if not least:
        return f"paling lama {_duration(most)}"
    if len(least) == len(most) == 1 and least[0].unit is most[0].unit:
        return f"{write_number(least[0].number)}–{_duration(most)}"
    return f"{_duration(least)} – {_duration(most)}"


def _duration(duration: Duration) -> str:
    return " ".join(f"{write_number(amount.number)} {amount.unit}" for amount in duration)
