"""Connectors of Office: an orthogonal line as a form in a box, and the line again from the form; EMU.

A connector has at most four bends. Its form starts level, at one corner of the box, and ends at the opposite one; a
line that starts upright is the same form turned by a quarter. Where the legs between lie is said in shares of the box.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopan.drawingml.frames import QUARTER, Frame, Point
from sopan.drawingml.units import EMU_PER_POINT

WHOLE = 100_000
"""An adjustment of 100 %."""
MOST_BENDS = 4
_DEFAULT = 50_000
_STRAIGHT = "straightConnector1"
_BENT = ("", "bentConnector2", "bentConnector3", "bentConnector4", "bentConnector5")


@dataclass(frozen=True, slots=True)
class Connector:
    """A form, its box and where its inner legs lie."""

    preset: str
    frame: Frame
    adjustments: tuple[int, ...] = ()


def connector(points: Sequence[Point]) -> Connector:
    """The connector that runs through these corners, from the first to the last.

    A leg's share of a box without extent says nothing, so a box is made a point (1/72 inch) wide where a share is
    asked of it; then the ends are half a point off. ValueError for an oblique line with bends, and for more bends
    than a connector has.
    """
    corners = straightened(points)
    bends = len(corners) - 2
    if bends <= 0:
        return _straight(corners[0], corners[-1])
    if bends > MOST_BENDS or not _is_orthogonal(corners):
        raise ValueError(f"no connector runs through {corners}")
    upright = corners[0][0] == corners[1][0]
    local = [_seen_from(corners[0], corner, upright) for corner in corners]
    (end_x, end_y), centre = local[-1], _middle(corners[0], corners[-1])
    width = _extent(end_x, is_shared=bends > 1)
    height = _extent(end_y, is_shared=bends > 2)
    flip_h, flip_v = end_x < 0, end_y < 0
    frame = Frame(
        centre[0] - width / 2, centre[1] - height / 2, width, height, QUARTER if upright else 0, flip_h, flip_v
    )
    across = [_share(x, end_x, width) for x, _ in local]
    down = [_share(y, end_y, height) for _, y in local]
    return Connector(_BENT[bends], frame, (across[1], down[2], across[3])[: bends - 1] if bends > 1 else ())


def corners(connector: Connector) -> tuple[Point, ...]:
    """The corners a connector runs through, as it is shown; for curved ones those of its bent sister."""
    place = connector.frame.transform
    path = _path(connector.preset, connector.frame.width, connector.frame.height, connector.adjustments)
    return tuple(straightened([_rounded(place(point)) for point in path]))


def straightened(points: Sequence[Point]) -> list[Point]:
    """Without corners at which nothing turns; a line has two ends even where it has no length."""
    kept = [points[0]]
    for point in points[1:]:
        if point == kept[-1]:
            continue
        if len(kept) > 1 and _goes_on(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    return kept if len(kept) > 1 else [points[0], points[-1]]


def _rounded(point: Point) -> Point:
    return float(round(point[0])), float(round(point[1]))


def _goes_on(before: Point, here: Point, after: Point) -> bool:
    """Whether three points lie on one level or one upright line, and it does not turn back."""
    for along, across in ((0, 1), (1, 0)):
        if before[across] == here[across] == after[across]:
            return (here[along] - before[along]) * (after[along] - here[along]) > 0
    return False


def _is_orthogonal(corners: Sequence[Point]) -> bool:
    return all((a[0] == b[0]) != (a[1] == b[1]) for a, b in pairwise(corners)) and all(
        (a[0] == b[0]) != (b[0] == c[0]) for a, b, c in zip(corners, corners[1:], corners[2:], strict=False)
    )


def _straight(start: Point, end: Point) -> Connector:
    (x0, y0), (x1, y1) = start, end
    return Connector(
        _STRAIGHT, Frame(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0), flip_h=x1 < x0, flip_v=y1 < y0)
    )


def _seen_from(start: Point, point: Point, upright: bool) -> Point:
    dx, dy = point[0] - start[0], point[1] - start[1]
    return (dy, -dx) if upright else (dx, dy)


def _middle(start: Point, end: Point) -> Point:
    return (start[0] + end[0]) / 2, (start[1] + end[1]) / 2


def _extent(end: float, *, is_shared: bool) -> float:
    return max(abs(end), EMU_PER_POINT) if is_shared else abs(end)


def _share(place: float, end: float, extent: float) -> int:
    """Where `place` lies between start and end, which stand in the middle of a box that had to be widened."""
    if not extent:
        return 0
    ahead = -place if end < 0 else place
    return round((ahead + (extent - abs(end)) / 2) / extent * WHOLE)


def _path(preset: str, width: float, height: float, adjustments: Sequence[int]) -> list[Point]:
    """The form in its own box."""
    kind, bends = preset[:-1], preset[-1:]
    if kind not in ("bentConnector", "curvedConnector") or bends not in "2345":
        return [(0.0, 0.0), (width, height)]
    adjusted = [*adjustments, _DEFAULT, _DEFAULT, _DEFAULT]
    x1, y2, x3 = (extent * share / WHOLE for extent, share in zip((width, height, width), adjusted[:3], strict=True))
    inner = {
        "2": [(width, 0.0)],
        "3": [(x1, 0.0), (x1, height)],
        "4": [(x1, 0.0), (x1, y2), (width, y2)],
        "5": [(x1, 0.0), (x1, y2), (x3, y2), (x3, height)],
    }
    return [(0.0, 0.0), *inner[bends], (width, height)]
