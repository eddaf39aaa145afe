"""Line art: borders drawn once, outlines that touch their boxes, heads that end where arrows end."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.flowchart.diagram import Arrow, ArrowKind, Shape, ShapeKind
from sopan.writers.drawing import HEAD_LENGTH, head, line, outline, table_lines
from sopan.writers.landmarks import SAME, Landmarks
from sopan.writers.tests.makers import a_cell, a_page

NUMBERS = re.compile(r"-?\d+(?:\.\d+)?")


def a_shape(kind: ShapeKind) -> Shape:
    return Shape(id="a", kind=kind, step="1", pelaksana="Pemohon", x=10, y=20, width=20, height=10)


def an_arrow(*points: tuple[float, float], kind: ArrowKind = ArrowKind.FLOW) -> Arrow:
    return Arrow(source="a", target="b", points=points, kind=kind)


def test_neighbours_share_their_border():
    left, right = a_cell("kegiatan", x=20, width=30), a_cell("waktu", x=50, width=20)
    assert table_lines(a_page(left, right)) == "M20 30H70M20 50H70M20 30V50M50 30V50M70 30V50"


def test_borders_that_differ_by_a_rounding_are_one():
    upper, lower = a_cell("kegiatan", height=10.0), a_cell("kegiatan", y=40.0001, height=10.0)
    assert table_lines(a_page(upper, lower)).count("H") == 3


def test_cells_without_a_border_draw_nothing():
    assert table_lines(a_page(a_cell("halaman", border=False))) == ""


def test_a_box_is_its_box():
    assert outline(a_shape(ShapeKind.PROCESS), x=10, y=20) == "M10 20H30V30H10Z"


def test_a_diamond_touches_the_middle_of_each_side():
    assert outline(a_shape(ShapeKind.DECISION), x=10, y=20) == "M20 20L30 25L20 30L10 25Z"


def test_a_capsule_has_round_ends():
    assert outline(a_shape(ShapeKind.TERMINATOR), x=10, y=20) == "M15 20H25A5 5 0 0 1 25 30H15A5 5 0 0 1 15 20Z"


def test_a_capsule_may_stand_upright():
    upright = replace(a_shape(ShapeKind.TERMINATOR), width=10.0, height=20.0)
    assert "A5 5 0 0 1 20 25V35" in outline(upright, x=10, y=20)


def test_a_pentagon_is_flat_above_and_points_down():
    assert outline(a_shape(ShapeKind.CONNECTOR), x=10, y=20).startswith("M10 20H30V26.5L20 30L10 26.5")


@pytest.mark.parametrize("start", [(50, 20), (50, 80), (20, 50), (80, 50)])
def test_a_head_points_where_the_arrow_goes(start):
    drawn = head(an_arrow(start, (50, 50)))
    assert drawn.startswith("M50 50")
    values = [float(number) for number in NUMBERS.findall(drawn)]
    assert any(abs(abs(value - 50) - HEAD_LENGTH) < 1e-3 for value in values)


def test_the_line_ends_inside_its_head():
    assert line(an_arrow((10, 10), (10, 30))) == "M10 10V28.9"


def test_a_joint_is_a_plain_line():
    joint = an_arrow((10, 10), (30, 10), kind=ArrowKind.JOINT)
    assert head(joint) == ""
    assert line(joint) == "M10 10H30"


@given(st.lists(st.floats(0, 1000), min_size=1))
def test_every_border_finds_a_landmark_near_it(borders):
    landmarks = Landmarks(borders)
    assert landmarks.places == sorted(landmarks.places)
    for border in borders:
        place = landmarks.index(border)
        assert 0 <= place < len(landmarks.places)
        assert landmarks.places[place] <= border
        assert border - landmarks.places[place] <= SAME * len(borders)
