"""Which symbol a closed outline is (digest 1.5), by where its corners lie and how much of its box it fills."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi

from sopan.drawn import Box, Form, Point
from sopan.readers.pdf.geometry import area_of, corners_of, hull_of
from sopan.readers.pdf.ink import box_of

NEAR = 0.08
"""Of a side: this far a corner may lie from where it belongs."""
FULL = 0.965
"""Share of its box that a rectangle fills at least; that of a capsule is about 0.93 and less."""
ROUND = 1.25
"""How much longer than wide a circle may be drawn."""


def form_of(outline: Sequence[Point], blunt: float = 0.04) -> tuple[Form, str]:
    """The form, and a name for it where it is none of ours. `blunt` is how much of a side its corners may lack."""
    box = box_of(list(outline))
    share = area_of(outline) / (box.width * box.height)
    corners = [_within(box, corner) for corner in corners_of(outline, blunt * min(box.width, box.height))]
    if len(corners) == 4 and all(_near(corner, MIDDLES) for corner in corners):
        return Form.DIAMOND, ""
    if share >= FULL:
        return Form.BOX, ""
    if len(corners) <= 6 and _is_pentagon(corners):
        return Form.PENTAGON, ""
    if len(corners) <= 6:
        return Form.OTHER, _named(corners)
    return _rounded(outline, box, share)


Spot = tuple[float, float]
MIDDLES = ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))
CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))


def _within(box: Box, point: Point) -> Spot:
    """Where a point lies in its box: from 0 to 1 each way."""
    return (point[0] - box.left) / box.width, (point[1] - box.top) / box.height


def _near(spot: Spot, places: Sequence[Spot]) -> bool:
    return any(abs(spot[0] - x) <= NEAR and abs(spot[1] - y) <= NEAR for x, y in places)


def _is_pentagon(corners: Sequence[Spot]) -> bool:
    """A box with a point in the middle of one side: that side has lost its corners, the opposite one has both."""
    for turn in range(4):
        kept = (CORNERS[turn], CORNERS[(turn + 1) % 4])
        tip = MIDDLES[(turn + 2) % 4]
        others = [corner for corner in corners if not _near(corner, (*kept, tip))]
        if (
            all(any(_near(corner, (place,)) for corner in corners) for place in (*kept, tip))
            and len(others) == 2
            and all(_on_flank(corner, turn) for corner in others)
        ):
            return True
    return False


def _on_flank(spot: Spot, turn: int) -> bool:
    across = spot[0] if turn % 2 == 0 else spot[1]
    return across <= NEAR or across >= 1 - NEAR


def _named(corners: Sequence[Spot]) -> str:
    return {3: "triangle", 4: "parallelogram", 5: "pentagon", 6: "hexagon"}.get(len(corners), "line")


def _rounded(outline: Sequence[Point], box: Box, share: float) -> tuple[Form, str]:
    """A circle, a capsule, or something with a wavy side."""
    longer, shorter = max(box.width, box.height), min(box.width, box.height)
    if longer <= ROUND * shorter and abs(share - pi / 4) < 0.05:
        return Form.CIRCLE, ""
    return (Form.CAPSULE, "") if _is_bulging(outline, box) and share >= 0.7 else (Form.OTHER, "curved")


def _is_bulging(outline: Sequence[Point], box: Box) -> bool:
    """Whether it has no dent, and its halves balance, left and right, above and below."""
    x = sum(x for x, _ in outline) / len(outline)
    y = sum(y for _, y in outline) / len(outline)
    is_balanced = abs(x - box.centre[0]) < NEAR * box.width and abs(y - box.centre[1]) < NEAR * box.height
    return is_balanced and area_of(outline) > 0.97 * area_of(hull_of(outline))
