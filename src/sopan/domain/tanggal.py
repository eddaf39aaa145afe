"""Dates as they stand on the first page of the form: read in any usual spelling, written in the official one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
OTHER_NAMES = {"pebruari": 2, "feb": 2, "peb": 2, "jun": 6, "jul": 7, "agt": 8, "ags": 8, "sept": 9, "nop": 11,
               "nopember": 11, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
               "december": 12}  # fmt: skip
MONTH_OF = (
    {name.lower(): number for number, name in enumerate(MONTHS, 1)}
    | {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
    | OTHER_NAMES
)
LONGEST_TEXT = 200
"""Characters; what is longer is no date."""

NAMED = re.compile(r"(?<!\d)(\d{1,2})[\s./-]{0,3}([a-z]{3,9})[\s./,-]{0,3}(\d{4})(?!\d)", re.ASCII)
DAY_FIRST = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d/-])", re.ASCII)
YEAR_FIRST = re.compile(r"(?<![\d./-])(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?![\d/-])", re.ASCII)


def read(text: str) -> date | None:
    """The one date that `text` holds; None when it holds none, more than one, or one that does not exist.

    Place and day may stand around it (`Atambua, Senin 2 Maret 2026`). Digits are day, month, year, as Indonesians
    write them, or year, month, day. A year of two digits is not read: 02-03-26 may be three different days.
    """
    if len(text) > LONGEST_TEXT:
        return None
    found = set(_dates(" ".join(text.lower().split())))
    return found.pop() if len(found) == 1 else None


def write(day: date) -> str:
    """`2 Maret 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _dates(text: str) -> Iterator[date | None]:
    for number, name, year in NAMED.findall(text):
        yield _date(int(year), MONTH_OF.get(name, 0), int(number))
    for number, _, month, year in DAY_FIRST.findall(text):
        yield _date(int(year), int(month), int(number))
    for year, _, month, number in YEAR_FIRST.findall(text):
        yield _date(int(year), int(month), int(number))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
