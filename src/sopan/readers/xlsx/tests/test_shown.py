"""Numbers and dates are read as they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.readers.xlsx.shown import BUILT_IN, shown


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (1, "", "1"),
        (1.0, "General", "1"),
        (1.5, "General", "1,5"),
        (15, '0" menit"', "15 menit"),
        (15, '0\\ "menit"', "15 menit"),
        (5, 'General" hari kerja"', "5 hari kerja"),
        (2, '"Rp"#,##0.00', "Rp2,00"),
        (1234567.891, "#,##0.00", "1.234.567,89"),
        (0.5, "0%", "50%"),
        (0.125, "0.0%", "12,5%"),
        (3, "000", "003"),
        (2.50, "0.##", "2,5"),
        (-4, "0;(0)", "(4)"),
        (0, '0;-0;"-"', "-"),
        (46083, "dd mmmm yyyy", "02 Maret 2026"),
        (46083, "[$-421]dd\\ mmmm\\ yyyy;@", "02 Maret 2026"),
        (46083, "d-mmm-yy", "2-Mar-26"),
        (46083, "dddd, d mmmm yyyy", "Senin, 2 Maret 2026"),
        (0.3125, "h:mm", "7:30"),
        (0.3125, "hh:mm:ss", "07:30:00"),
        (0.8125, "h:mm AM/PM", "7:30 PM"),
        (1.5, "[h]:mm", "36:00"),
        (1.5, "[mm]", "2160"),
        (46083.5, "dd/mm/yyyy hh:mm", "02/03/2026 12:00"),
        (-1, "dd/mm/yyyy", "-1"),
        (1e20, "dd/mm/yyyy", "1e+20"),
        (7, "@", "7"),
        (7, '"tetap"', "tetap"),
        (7, ";;", "7"),
    ],
)
def test_a_number_is_shown_by_its_format(number, code, text):
    assert shown(number, code) == text


def test_days_before_march_1900_count_from_another_day():
    assert [shown(day, "d/m/yyyy") for day in (1, 59, 61)] == ["1/1/1900", "28/2/1900", "1/3/1900"]


def test_a_workbook_of_a_mac_counts_from_1904():
    assert shown(44621, "dd mmmm yyyy", since_1904=True) == "02 Maret 2026"


@given(
    st.floats(allow_nan=False, allow_infinity=False, min_value=-1e14, max_value=1e14),
    st.one_of(st.sampled_from([*BUILT_IN.values(), '0" menit"', "[h]:mm:ss.0"]), st.text(max_size=20)),
)
def test_whatever_the_format_there_is_a_text(number, code):
    assert isinstance(shown(number, code), str)
