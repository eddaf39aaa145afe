"""Where a point of a mirrored, turned or grouped box lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.drawingml import Frame, Transform, of_group

numbers = st.integers(-1_000_000, 1_000_000).map(float)
frames = st.builds(
    Frame,
    numbers,
    numbers,
    st.integers(0, 1_000_000).map(float),
    st.integers(0, 1_000_000).map(float),
    st.sampled_from((0, 5_400_000, 10_800_000, 16_200_000)),
    st.booleans(),
    st.booleans(),
)


@given(frames)
def test_in_quarter_turns_the_eye_sees_what_the_anchor_covers(frame):
    assert frame.bounds == pytest.approx(frame.anchor)


@given(frames, numbers, numbers)
def test_one_transform_after_another_is_both(frame, x, y):
    first, second = frame.transform, Transform(0.5, 0.25, -0.25, 2.0, 7.0, -3.0)
    assert second.after(first)((x, y)) == pytest.approx(second(first((x, y))))


def test_a_form_is_mirrored_first_and_then_turned_with_the_clock():
    frame = Frame(0, 0, 40, 20, 5_400_000, flip_h=True)
    assert frame.transform((40, 0)) == (30, -10)


def test_a_slight_turn_leaves_the_anchor_upright():
    frame = Frame(0, 0, 40, 20, 1_200_000)
    assert frame.anchor == (0, 0, 40, 20)
    assert frame.bounds[2] > 40


def test_a_group_scales_moves_and_turns_its_children():
    group = Frame(100, 100, 80, 40, 5_400_000)
    place = of_group(group, (0, 0, 40, 20))
    assert place((0, 0)) == (160, 80)
    assert place((40, 20)) == (120, 160)


def test_a_group_without_extent_scales_nothing():
    assert of_group(Frame(10, 10, 0, 0), (5, 5, 5, 5))((6, 7)) == (11, 12)
