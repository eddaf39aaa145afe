"""A line becomes a connector and the connector the line again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.drawingml import Connector, Frame, connector, corners, straightened

HALF_A_POINT = 6_350


@st.composite
def polylines(draw, least=-9_000_000, most=9_000_000):
    """Orthogonal lines of up to five legs that turn at every corner."""
    legs = draw(st.integers(1, 5))
    upright = draw(st.booleans())
    points = [(float(draw(st.integers(least, most))), float(draw(st.integers(least, most))))]
    for leg in range(legs):
        length = draw(st.integers(14_400, most)) * draw(st.sampled_from((1, -1)))
        x, y = points[-1]
        points.append((x, y + length) if (leg % 2 == 0) == upright else (x + length, y))
    return points


@st.composite
def u_turns(draw):
    """Lines that end on the level, or straight above, where they began."""
    points = draw(polylines().filter(lambda line: len(line) == 4))
    (x, y), upright = points[0], points[0][0] == points[1][0]
    points[3] = (points[3][0], y) if upright else (x, points[3][1])
    points[2] = (points[2][0], points[1][1]) if upright else (points[1][0], points[2][1])
    return points


def far(one, other):
    return max(abs(a - b) for p, q in zip(one, other, strict=True) for a, b in zip(p, q, strict=True))


@given(polylines())
def test_a_line_comes_back_from_its_connector(points):
    (x0, y0), (xn, yn) = points[0], points[-1]
    narrow = min(abs(xn - x0), abs(yn - y0)) < 12_700 and len(points) > 3
    assert far(corners(connector(points)), points) <= (HALF_A_POINT if narrow else 0) + 150


@given(u_turns())
def test_a_u_turn_is_off_by_half_a_point_at_most(points):
    assert far(corners(connector(points)), points) <= HALF_A_POINT + 1


@given(polylines())
def test_a_connector_is_as_high_and_wide_as_its_line_before_it_is_turned(points):
    frame = connector(points).frame
    assert frame.width >= 0
    assert frame.height >= 0
    left, top, right, bottom = frame.anchor
    (x0, y0), (xn, yn) = points[0], points[-1]
    assert left <= min(x0, xn)
    assert right >= max(x0, xn)
    assert top <= min(y0, yn)
    assert bottom >= max(y0, yn)


@given(polylines())
def test_an_anchor_says_where_its_connector_stands(points):
    frame = connector(points).frame
    again = Frame.showing(frame.anchor, frame.turn, flip_h=frame.flip_h, flip_v=frame.flip_v)
    assert again == frame


# As Excel writes them: the first leg, the other direction, and the normal form.
@pytest.mark.parametrize(
    ("turn", "flip_h", "flip_v", "line"),
    [
        (0, False, False, [(0, 0), (40, 0), (40, 60), (100, 60)]),
        (0, False, True, [(0, 60), (40, 60), (40, 0), (100, 0)]),
        (10_800_000, False, True, [(100, 0), (60, 0), (60, 60), (0, 60)]),
        (10_800_000, False, False, [(100, 60), (60, 60), (60, 0), (0, 0)]),
        (5_400_000, False, False, [(100, 0), (100, 24), (0, 24), (0, 60)]),
        (16_200_000, True, False, [(0, 0), (0, 24), (100, 24), (100, 60)]),
        (16_200_000, False, False, [(0, 60), (0, 36), (100, 36), (100, 0)]),
        (5_400_000, True, False, [(100, 60), (100, 36), (0, 36), (0, 0)]),
    ],
)
def test_the_forms_that_excel_writes_are_understood(turn, flip_h, flip_v, line):
    frame = Frame.showing((0, 0, 100, 60), turn, flip_h=flip_h, flip_v=flip_v)
    assert corners(Connector("bentConnector3", frame, (40_000,))) == tuple(line)


def test_a_straight_line_has_no_legs_to_place():
    made = connector([(100, 50), (100, 20)])
    assert (made.preset, made.adjustments) == ("straightConnector1", ())
    assert corners(made) == ((100, 50), (100, 20))


def test_a_curved_connector_is_read_as_its_bent_sister_and_without_shares_in_its_middle():
    assert corners(Connector("curvedConnector3", Frame(0, 0, 100, 60))) == ((0, 0), (50, 0), (50, 60), (100, 60))


def test_corners_at_which_nothing_turns_are_left_out():
    assert straightened([(0, 0), (0, 0), (5, 0), (9, 0), (9, 4)]) == [(0, 0), (9, 0), (9, 4)]
    assert straightened([(3, 3), (3, 3)]) == [(3, 3), (3, 3)]


@pytest.mark.parametrize(
    "points",
    [
        [(0, 0), (5, 5), (9, 5)],
        [(0, 0), (9, 0), (4, 0)],
        [(0, 0), (9, 0), (9, 9), (18, 9), (18, 18), (27, 18), (27, 27)],
    ],
)
def test_a_line_that_no_connector_can_follow_is_refused(points):
    with pytest.raises(ValueError, match="no connector"):
        connector(points)
