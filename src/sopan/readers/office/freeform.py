"""Forms without a name (`a:custGeom`): where their outline runs, and what it looks like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, radians, sin

from lxml import etree

from sopan.drawingml.frames import DEGREE, Point, around
from sopan.drawn import Form
from sopan.readers.office.alternates import child, local

MAX_POINTS = 2_000
_NEAR = 0.03
"""How far a corner may be from where a named form has it, as a share of the box."""
_CORNERS = {
    Form.BOX: ((0, 0), (1, 0), (1, 1), (0, 1)),
    Form.DIAMOND: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    Form.PENTAGON: ((0, 0), (1, 0), (1, 0.8), (0.5, 1), (0, 0.8)),
}


def outline(geometry: etree._Element, width: float, height: float) -> tuple[tuple[Point, ...], bool]:
    """The corners of the first path in the coordinates of the shape's box, and whether it is closed.

    Without corners where the path is said by formulas instead of numbers.
    """
    path = child(geometry, "pathLst", "path")
    if path is None:
        return (), False
    try:
        corners = tuple(_corners(path))
        across, down = float(path.get("w", "0")), float(path.get("h", "0"))
    except (ValueError, OverflowError):
        return (), False
    closed = child(path, "close") is not None or (len(corners) > 3 and corners[0] == corners[-1])
    x, y = (width / across if across > 0 else 1.0), (height / down if down > 0 else 1.0)
    return tuple((px * x, py * y) for px, py in corners), closed


def form_of_outline(corners: Sequence[Point], is_curved: bool) -> Form:
    """What a closed outline looks like."""
    if len(corners) < 3:
        return Form.OTHER
    left, top, right, bottom = around(corners)
    if right <= left or bottom <= top:
        return Form.OTHER
    shares = [((x - left) / (right - left), (y - top) / (bottom - top)) for x, y in corners]
    turns = _without_doubles(shares)
    for form, expected in _CORNERS.items():
        if len(turns) == len(expected) and all(any(_near(a, b) for b in turns) for a in expected[:4]):
            return form
    if is_curved or len(turns) > 8:
        return Form.CAPSULE if right - left > 1.3 * (bottom - top) else Form.CIRCLE
    return Form.PENTAGON if len(turns) == 5 else Form.OTHER


def is_curved(geometry: etree._Element) -> bool:
    """Whether the outline has a bend in it."""
    return any(local(one) in ("arcTo", "cubicBezTo", "quadBezTo") for one in geometry.iter("{*}*"))


def _corners(path: etree._Element) -> Iterator[Point]:
    here = (0.0, 0.0)
    count = 0
    for step in path:
        if local(step) == "arcTo":
            here = _after_arc(step, here)
        elif (points := [(float(pt.get("x", "")), float(pt.get("y", ""))) for pt in step]) and local(step) != "close":
            if local(step) == "moveTo" and count:
                return
            here = points[-1]
        else:
            continue
        count += 1
        if count > MAX_POINTS:
            return
        yield here


def _after_arc(arc: etree._Element, start: Point) -> Point:
    wide, high, begin, swing = (float(arc.get(key, "")) for key in ("wR", "hR", "stAng", "swAng"))
    first, last = radians(begin / DEGREE), radians((begin + swing) / DEGREE)
    return start[0] + wide * (cos(last) - cos(first)), start[1] + high * (sin(last) - sin(first))


def _without_doubles(corners: Sequence[Point]) -> list[Point]:
    """Corners at which the outline turns."""
    ring = [a for a, b in pairwise([*corners, corners[0]]) if not _near(a, b)]
    return (
        [
            here
            for before, here, after in zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True)
            if abs((here[0] - before[0]) * (after[1] - here[1]) - (here[1] - before[1]) * (after[0] - here[0]))
            > _NEAR**2
        ]
        if ring
        else []
    )


def _near(a: Sequence[float], b: Sequence[float]) -> bool:
    return abs(a[0] - b[0]) <= _NEAR and abs(a[1] - b[1]) <= _NEAR
