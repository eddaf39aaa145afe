"""Dates in the spellings of real forms."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain import tanggal


@pytest.mark.parametrize(
    "text",
    [
        "2 Maret 2026", "02 MARET 2026", "2 mar 2026", "2 Mar. 2026", "02-03-2026", "2/3/2026", "02.03.2026",
        "2 - 3 - 2026", "2026-03-02", "2026/3/2", "Senin, 2 Maret 2026", "Atambua, 2 Maret 2026",
        "Tanggal : 2 Maret 2026.", "2-Maret-2026", " 2\u00a0Maret\n2026 ",
        "Ditetapkan di Betun pada tanggal 02 Maret 2026", "2 Maret 2026 (2026-03-02)",
    ],
)  # fmt: skip
def test_reads_the_second_of_march(text):
    assert tanggal.read(text) == date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "month"),
    [("5 Pebruari 2025", 2), ("5 Agt 2025", 8), ("5 Nopember 2025", 11), ("5 sept 2025", 9), ("5 Des 2025", 12)],
)
def test_reads_old_and_short_names_of_months(text, month):
    assert tanggal.read(text) == date(2025, month, 5)


@pytest.mark.parametrize(
    "text",
    [
        "", "-", "2026", "Maret 2026", "2 Maret", "2 Maret 26", "02-03-26", "31 Februari 2026", "2 Maart 2026",
        "0-3-2026", "13/14/2026", "2-3/2026", "1 Januari 2026 s.d. 2 Maret 2026", "rev 01", "000.8.3.3/2/3/2026/11",
        "12-03-20266", "२ Maret 2026",
    ],
)  # fmt: skip
def test_does_not_guess_what_is_not_one_whole_date(text):
    assert tanggal.read(text) is None


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_written_is_read_again(day):
    assert tanggal.read(tanggal.write(day)) == day
    assert tanggal.read(f"{day:%d-%m-%Y}") == day
    assert tanggal.read(day.isoformat()) == day


@given(st.text(alphabet="0123456789 -/.,maret\n", max_size=250))
def test_reads_or_declines_any_text(text):
    assert tanggal.read(text) is None or tanggal.read(text).year >= 1


def test_is_not_held_up_by_long_text():
    assert tanggal.read("1-" * 50_000) is None
