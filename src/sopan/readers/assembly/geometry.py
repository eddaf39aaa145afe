"""Distances between places, boxes and lines; millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

from sopan.drawn import Box
from sopan.drawn.page import Point


def to_box(point: Point, box: Box) -> float:
    """How far a place lies outside a box; 0 inside."""
    x, y = point
    return hypot(max(box.left - x, 0.0, x - box.right), max(box.top - y, 0.0, y - box.bottom))


def to_leg(point: Point, a: Point, b: Point) -> tuple[float, float]:
    """How far a place lies from a leg, and how far from its beginning the nearest place of the leg is."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = hypot(dx, dy)
    if not length:
        return hypot(point[0] - a[0], point[1] - a[1]), 0.0
    along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length
    along = min(max(along, 0.0), length)
    nearest = a[0] + dx * along / length, a[1] + dy * along / length
    return hypot(point[0] - nearest[0], point[1] - nearest[1]), along


def to_line(point: Point, points: Sequence[Point]) -> tuple[float, float]:
    """How far a place lies from a line, and how far along the line the nearest place is."""
    best, travelled = (float("inf"), 0.0), 0.0
    for a, b in pairwise(points):
        distance, along = to_leg(point, a, b)
        if distance < best[0]:
            best = distance, travelled + along
        travelled += hypot(b[0] - a[0], b[1] - a[1])
    return best


def length(points: Sequence[Point]) -> float:
    """Length of a line."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))


def box_to_leg(box: Box, a: Point, b: Point) -> tuple[float, float]:
    """How far a box lies from a leg, and how far from its beginning the nearest place of the leg is.

    Legs are nearly always level or upright; a slanting one is measured from the middle of the box.
    """
    if abs(a[0] - b[0]) > 0.5 and abs(a[1] - b[1]) > 0.5:
        distance, along = to_leg(box.centre, a, b)
        return max(distance - min(box.width, box.height) / 2, 0.0), along
    left, right = sorted((a[0], b[0]))
    top, bottom = sorted((a[1], b[1]))
    dx = max(box.left - right, left - box.right, 0.0)
    dy = max(box.top - bottom, top - box.bottom, 0.0)
    near = min(max(box.centre[0], left), right), min(max(box.centre[1], top), bottom)
    return hypot(dx, dy), hypot(near[0] - a[0], near[1] - a[1])


def box_to_line(box: Box, points: Sequence[Point]) -> tuple[float, float]:
    """How far a box lies from a line, and how far along the line the nearest place is."""
    best, travelled = (float("inf"), 0.0), 0.0
    for a, b in pairwise(points):
        distance, along = box_to_leg(box, a, b)
        if distance < best[0] - 1e-9:
            best = distance, travelled + along
        travelled += hypot(b[0] - a[0], b[1] - a[1])
    return best


def extent(points: Sequence[Point]) -> Box:
    """The rectangle around a line."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
