"""Columns and rows stand where Excel puts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.readers.xlsx.grid import Edges, address, column_size, default_column, digit_width, row_size

PIXEL = 9_525


@pytest.mark.parametrize(
    ("font", "points", "digit"),
    [("Calibri", 11, 7), ("Arial", 10, 7), ("Times New Roman", 12, 8), ("Courier New", 10, 8)],
)
def test_widths_are_counted_in_digits_of_the_normal_font(font, points, digit):
    assert digit_width(font, points) == digit


@pytest.mark.parametrize(
    ("width", "pixels"), [(9.140625, 64), (24.7109375, 173), (14, 98), (0, 0), (-3, 0), (1e9, 1785)]
)
def test_a_width_becomes_whole_pixels(width, pixels):
    assert column_size(width, 7) == pixels * PIXEL


def test_a_column_nobody_has_touched_is_sixty_four_pixels_wide():
    assert default_column(0, 8, 7) == 64 * PIXEL


def test_a_row_of_fifteen_points_is_twenty_pixels_high():
    assert row_size(15) == 20 * PIXEL


@pytest.mark.parametrize(
    ("place", "name"), [((0, 0), "A1"), ((25, 8), "Z9"), ((26, 9), "AA10"), ((16_383, 1_048_575), "XFD1048576")]
)
def test_a_cell_has_an_address(place, name):
    assert address(*place) == name


@given(st.dictionaries(st.integers(0, 40), st.integers(0, 50)), st.integers(1, 20), st.integers(0, 2_000))
def test_edges_follow_from_sizes(sizes, default, distance):
    edges = Edges(default, sizes, 50)
    assert all(edges.start(n + 1) - edges.start(n) == edges.size(n) for n in range(50))
    place = edges.at(distance)
    assert edges.start(place) <= distance
    assert place == 49 or distance < edges.start(place + 1)
