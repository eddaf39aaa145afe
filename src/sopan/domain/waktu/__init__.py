"""Time as people write it: `15 menit`, `2 hari kerja`, `1-3 jam`. Read, add up, print.

    read("5-10 menit").span() + read("2 hari kerja").span()

`read` keeps the words and never refuses them. Minutes take a `Calendar`: minutes, hours and hari kerja are working
time, days, weeks, months and years pass by the calendar, and the two are summed apart.
"""

from sopan.domain.kalender import NOMINAL, Calendar
from sopan.domain.waktu.reading import read
from sopan.domain.waktu.span import Span
from sopan.domain.waktu.values import Amount, Bound, Doubt, Duration, Range, Reason, TimeClass, Unit, Waktu, minutes_of
from sopan.domain.waktu.writing import write, write_minutes, write_span

__all__ = [
    "NOMINAL",
    "Amount",
    "Bound",
    "Calendar",
    "Doubt",
    "Duration",
    "Range",
    "Reason",
    "Span",
    "TimeClass",
    "Unit",
    "Waktu",
    "minutes_of",
    "read",
    "write",
    "write_minutes",
    "write_span",
]
