"""From EMU in a drawing to millimetres on the page."""

from __future__ import annotations

from sopan.drawingml.frames import Frame, Point, Transform, around
from sopan.drawingml.units import EMU_PER_MILLIMETRE
from sopan.drawn import Box


def box(place: Transform, frame: Frame) -> Box:
    """What a shape covers to the eye, when `place` maps its own coordinates to the page."""
    found = around([place((x, y)) for x in (0.0, frame.width) for y in (0.0, frame.height)])
    return Box(*(round(edge / EMU_PER_MILLIMETRE, 4) for edge in found))


def point(of: Point) -> Point:
    """A point of the page."""
    return round(of[0] / EMU_PER_MILLIMETRE, 4), round(of[1] / EMU_PER_MILLIMETRE, 4)
