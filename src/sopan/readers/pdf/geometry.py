"""Small questions about points, polygons and boxes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from math import dist, hypot

from sopan.drawn import Box, Point

SQUARE, MANY_SQUARES = 20.0, 64
"""Millimetres; and squares from which on a box is looked at for every point."""


def area_of(points: Sequence[Point]) -> float:
    """Area of a polygon, whichever way it turns."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*points, points[0]]))) / 2


def length_of(points: Sequence[Point]) -> float:
    """Length of a line from its first to its last corner."""
    return sum(dist(a, b) for a, b in pairwise(points))


def away_from(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from the stretch between two others."""
    (px, py), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    square = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / square)) if square else 0.0
    return hypot(px - ax - share * dx, py - ay - share * dy)


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """The same line with only those corners that matter."""
    kept = {0, len(points) - 1}
    stretches = [(0, len(points) - 1)]
    while stretches:
        first, last = stretches.pop()
        if last - first < 2:
            continue
        distances = [away_from(points[index], points[first], points[last]) for index in range(first + 1, last)]
        farthest = max(distances)
        if farthest > tolerance:
            middle = first + 1 + distances.index(farthest)
            kept.add(middle)
            stretches += [(first, middle), (middle, last)]
    return [points[index] for index in sorted(kept)]


def corners_of(ring: Sequence[Point], tolerance: float) -> list[Point]:
    """The corners of a closed form that matter, each once."""
    points = list(ring[:-1]) if dist(ring[0], ring[-1]) <= tolerance else list(ring)
    if len(points) < 3:
        return points
    far = max(range(len(points)), key=lambda index: dist(points[0], points[index]))
    start = max(range(len(points)), key=lambda index: dist(points[far], points[index]))
    turned = points[start:] + points[: start + 1]
    halfway = (far - start) % len(points)
    first, second = simplified(turned[: halfway + 1], tolerance), simplified(turned[halfway:], tolerance)
    return first[:-1] + second[:-1]


def hull_of(points: Sequence[Point]) -> list[Point]:
    """What a rubber band around the points would look like."""
    ordered = sorted(set(points))
    return [*_half_of_hull(ordered)[:-1], *_half_of_hull(ordered[::-1])[:-1]] if len(ordered) > 2 else ordered


def _half_of_hull(ordered: Sequence[Point]) -> list[Point]:
    hull: list[Point] = []
    for point in ordered:
        while len(hull) > 1 and _turn(hull[-2], hull[-1], point) <= 0:
            hull.pop()
        hull.append(point)
    return hull


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def is_upright_rectangle(points: Sequence[Point]) -> bool:
    """Whether it has four corners and its sides run across and down."""
    if len(points) < 4:
        return False
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[:4]
    return (ax == bx and by == cy and cx == dx and dy == ay) or (ay == by and bx == cx and cy == dy and dx == ax)


def overlap(first: Box, second: Box) -> float:
    """Share of the smaller box that lies in the other."""
    width = min(first.right, second.right) - max(first.left, second.left)
    height = min(first.bottom, second.bottom) - max(first.top, second.top)
    smaller = min(first.width * first.height, second.width * second.height)
    return width * height / smaller if width > 0 and height > 0 and smaller > 0 else 0.0


def grown(box: Box, margin: float) -> Box:
    """The box with a margin around it."""
    return Box(box.left - margin, box.top - margin, box.right + margin, box.bottom + margin)


def lies_in(box: Box, area: Box) -> bool:
    """Whether a box lies inside another."""
    return area.holds((box.left, box.top)) and area.holds((box.right, box.bottom))


class Squares:
    """Boxes by the squares of a chequered page they lie in, so that the few around a point are found at once."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._large: list[int] = []
        self._by_square: dict[tuple[int, int], list[int]] = {}
        for number, box in enumerate(boxes):
            columns = range(int(box.left // SQUARE), int(box.right // SQUARE) + 1)
            rows = range(int(box.top // SQUARE), int(box.bottom // SQUARE) + 1)
            if len(columns) * len(rows) > MANY_SQUARES:
                self._large.append(number)
                continue
            for square in product(columns, rows):
                self._by_square.setdefault(square, []).append(number)

    def holding(self, point: Point) -> list[int]:
        """Numbers of the boxes that hold the point."""
        near = self._by_square.get((int(point[0] // SQUARE), int(point[1] // SQUARE)), [])
        return [number for number in (*near, *self._large) if self._boxes[number].holds(point)]
