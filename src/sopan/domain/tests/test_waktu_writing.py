"""What is written can be read again, and spans add up in any order."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain.waktu import Calendar, Span, Unit, minutes_of, read, write, write_minutes, write_span


def a_span(working: tuple[int, int] = (0, 0), calendar: tuple[int, int] = (0, 0)) -> Span:
    return Span(*map(Fraction, (*working, *calendar)))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("2 HK", "2 hari kerja"), ("5 - 10 mnt", "5–10 menit"), ("Maks. 3 hr", "paling lama 3 hari"), ("½ jam",
        "0,5 jam"), ("2 jam,15 menit", "2 jam 15 menit"), ("30 mnt s/d 2 jam", "30 menit – 2 jam"),
        ("1 hari dan 2 jam", "1 hari dan 2 jam"), ("± 2 mgg", "kurang lebih 2 minggu"), ("min 2 bln",
        "paling sedikit 2 bulan"), ("3 menit/ Berkas", "3 menit per berkas"), ("1500 menit", "1.500 menit"),
        ("1/3 jam", "1/3 jam"), ("1 1/3 jam", "1 1/3 jam"),
        (" Kondisional ", "Kondisional"), ("2 semester", "12 bulan"),
    ],
)  # fmt: skip
def test_writes_a_time_in_the_units_of_its_author(words, written):
    assert write(read(words)) == written


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (a_span((1080, 1080)), "2 hari kerja 3 jam"), (a_span((5, 10)), "5–10 menit"),
        (a_span((45, 450)), "45 menit – 1 hari kerja"), (a_span((0, 900)), "paling lama 2 hari kerja"),
        (a_span(calendar=(1440, 4320)), "1–3 hari"), (a_span(), "0 menit"), (a_span((30, 30),
        (10080, 10080)), "30 menit dan 7 hari"), (a_span((5, 10), (0, 2880)), "5–10 menit dan paling lama 2 hari"),
        (a_span(calendar=(720, 720)), "0,5 hari"), (a_span((562500, 562500)), "1.250 hari kerja"),
        (Span(Fraction(3, 2), Fraction(3, 2)), "1 menit 30 detik"), (Span(unmeasured_count=3), "0 menit"),
    ],
)  # fmt: skip
def test_writes_a_span_in_official_style(span, written):
    assert write_span(span) == written


def test_writes_minutes_with_points_between_thousands():
    assert write_minutes(1250) == "1.250 menit"
    assert write_minutes(5, 10) == "5–10 menit"
    assert write_minutes(10, 10) == "10 menit"
    assert write_minutes(Fraction(5, 2)) == "2,5 menit"


def test_a_span_is_written_by_the_calendar_that_is_given():
    assert write_span(a_span((900, 900)), Calendar(working_day=480)) == "1 hari kerja 7 jam"


fractions = st.fractions(min_value=0, max_value=100_000, max_denominator=12) | st.integers(0, 10**7).map(Fraction)
pairs = st.tuples(fractions, fractions).map(sorted)
spans = st.builds(lambda working, calendar, count: Span(*working, *calendar, count), pairs, pairs, st.integers(0, 5))
calendars = st.builds(
    Calendar, working_day=st.integers(300, 900), day=st.just(1440), days_per_month=st.sampled_from([28, 30, 31])
)


@given(spans, calendars)
def test_a_written_span_is_read_with_the_same_minutes(span, calendar):
    again = read(write_span(span, calendar)).span(calendar)
    assert again == Span(span.working_min, span.working_max, span.calendar_min, span.calendar_max)


units = st.sampled_from(Unit)
amounts = st.tuples(fractions, units).map(lambda amount: f"{amount[0]} {amount[1]}")
times = st.lists(amounts, min_size=1, max_size=4).flatmap(
    lambda some: st.sampled_from(["-", " s.d. ", " dan ", "; ", ", ", " "]).map(lambda between: between.join(some))
)


@given(st.sampled_from(["", "maks. ", "± ", "min. "]), times, st.sampled_from(["", "/berkas", " (2 jam)"]))
def test_a_written_time_is_read_as_the_same_time(before, words, behind):
    waktu = read(before + words + behind)
    again = read(write(waktu))
    assert (again.span(), again.bound, again.per) == (waktu.span(), waktu.bound, waktu.per)
    assert minutes_of(again.minimum) == minutes_of(waktu.minimum)
    assert write(again) == write(waktu)


@given(spans, spans, spans)
def test_spans_add_up_in_any_order(first, second, third):
    assert first + second == second + first
    assert (first + second) + third == first + (second + third)
    assert first + Span() == first
    assert (first + second).longest == first.longest + second.longest


@given(spans, st.integers(0, 100))
def test_adding_a_span_many_times_multiplies_it(span, times):
    assert sum([span] * times, Span()).shortest == times * span.shortest
