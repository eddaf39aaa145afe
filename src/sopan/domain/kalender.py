"""How long a day, a week, a month and a year are taken to be when time is counted in minutes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Lengths in minutes, working days or days, as their names say. An agency may have its own.

    450 minutes a working day and 5 working days a week are the 37 hours 30 minutes of Perpres 21/2023 (digest 5.8);
    months and years are the round figures that people mean when they write them.
    """

    working_day: int = 450
    """Minutes of work in a working day (hari kerja), breaks left out."""
    day: int = 1440
    """Minutes in a day (hari) by the clock."""
    working_days_per_week: int = 5
    working_days_per_month: int = 22
    days_per_week: int = 7
    days_per_month: int = 30
    days_per_year: int = 365

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} of a calendar is a positive number, not {getattr(self, name)}")


NOMINAL = Calendar()
"""What is meant when nobody says otherwise; also what orders two times whose units differ."""
