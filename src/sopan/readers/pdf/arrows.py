"""Heads of arrows and the ends of lines they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import dist, hypot

from sopan.drawn import Line, Point
from sopan.readers.pdf.geometry import grown
from sopan.readers.pdf.ink import box_of
from sopan.readers.pdf.strokes import Head, Stroke

REACH = 0.8
"""Millimetres between the end of a line and its head."""
BESIDE = 0.35
"""Of the size of a head: how far its tip may lie beside the line."""
ARM = (0.5, 6.0)
"""Millimetres: the sides of an open head."""
SQUARE = 10.0


@dataclass(slots=True)
class Tips:
    """Where the arrows of a line point; None for an end without one."""

    start: Point | None = None
    end: Point | None = None


@dataclass(slots=True)
class Arrows:
    """Which lines have heads. Lines are known by their place in the list they were given in."""

    tips: dict[int, Tips] = field(default_factory=dict)
    alone: list[Line] = field(default_factory=list)
    """Heads whose line nobody can see."""
    spent: set[int] = field(default_factory=set)
    """Lines that are heads themselves, drawn open."""

    def line(self, place: int, stroke: Stroke) -> Line:
        """The line with its arrows, as far as their tips."""
        tips = self.tips.get(place, Tips())
        points = list(stroke.points)
        if tips.start is not None:
            points[0] = tips.start
        if tips.end is not None:
            points[-1] = tips.end
        return Line(points=tuple(points), arrow_at_start=tips.start is not None, arrow_at_end=tips.end is not None)


def arrows_of(strokes: Sequence[Stroke], heads: Sequence[Head]) -> Arrows:
    """Give each head to the lines it ends."""
    found = Arrows()
    ends = _Ends(strokes)
    for head in heads:
        if not _give(ends.under(head), found):
            found.alone.append(_short_line(head))
    for place, stroke in enumerate(strokes):
        if _is_open_head(stroke) and _give(ends.under_open(place, stroke), found):
            found.spent.add(place)
    return found


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a line, and the way it goes."""

    stroke: int
    path: int
    is_start: bool
    point: Point
    way: Point
    """Of length 1."""

    def beside(self, point: Point) -> tuple[float, float]:
        """How far a point lies ahead of this end, and how far beside the way it goes."""
        dx, dy = point[0] - self.point[0], point[1] - self.point[1]
        return dx * self.way[0] + dy * self.way[1], abs(dx * self.way[1] - dy * self.way[0])


class _Ends:
    """The ends of all lines, by where they are."""

    def __init__(self, strokes: Sequence[Stroke]) -> None:
        self._squares: dict[tuple[int, int], list[_End]] = {}
        for place, stroke in enumerate(strokes):
            for is_start, points in ((True, stroke.points), (False, stroke.points[::-1])):
                end = _End(place, stroke.path, is_start, points[0], _way(points))
                self._squares.setdefault(self._square(end.point), []).append(end)

    def under(self, head: Head) -> list[tuple[_End, Point]]:
        """Ends that this head continues, with its tip as they see it."""
        box = box_of(head.corners)
        reach, size = grown(box, REACH), max(box.width, box.height)
        found = []
        for end in self._near(box.centre):
            tip = max(head.corners, key=lambda corner: end.beside(corner)[0])
            ahead, beside = end.beside(tip)
            if reach.holds(end.point) and ahead >= -REACH and beside <= BESIDE * size:
                found.append((end, tip))
        of_same_path = [(end, tip) for end, tip in found if end.path == head.path]
        return of_same_path or found

    def under_open(self, place: int, stroke: Stroke) -> list[tuple[_End, Point]]:
        """Ends at whose point this open head turns back."""
        left, tip, right = stroke.points
        found = []
        for end in self._near(tip):
            behind = all(end.beside(arm)[0] < end.beside(tip)[0] - 0.2 for arm in (left, right))
            if end.stroke != place and dist(end.point, tip) <= REACH and behind:
                found.append((end, tip))
        return found

    def _near(self, point: Point) -> Iterator[_End]:
        x, y = self._square(point)
        for column in (x - 1, x, x + 1):
            for row in (y - 1, y, y + 1):
                yield from self._squares.get((column, row), ())

    @staticmethod
    def _square(point: Point) -> tuple[int, int]:
        return int(point[0] // SQUARE), int(point[1] // SQUARE)


def _give(ends: Sequence[tuple[_End, Point]], found: Arrows) -> bool:
    for end, tip in ends:
        tips = found.tips.setdefault(end.stroke, Tips())
        if end.is_start:
            tips.start = tip
        else:
            tips.end = tip
    return bool(ends)


def _way(points: Sequence[Point]) -> Point:
    """The way a line goes at its first point, seen from within."""
    first = points[0]
    second = next((point for point in points[1:] if dist(first, point) > 0.5), points[-1])
    length = dist(first, second) or 1.0
    return (first[0] - second[0]) / length, (first[1] - second[1]) / length


def _short_line(head: Head) -> Line:
    """A head as a line of its own: from the middle of its shortest side to the corner opposite."""
    middle = (sum(x for x, _ in head.corners) / len(head.corners), sum(y for _, y in head.corners) / len(head.corners))
    tip = max(head.corners, key=lambda corner: dist(corner, middle))
    base = (2 * middle[0] - tip[0], 2 * middle[1] - tip[1])
    return Line(points=(base, tip), arrow_at_end=True)


def _is_open_head(stroke: Stroke) -> bool:
    """Two short arms of one length with a sharp turn between them."""
    if len(stroke.points) != 3:
        return False
    left, tip, right = stroke.points
    arms = dist(left, tip), dist(tip, right)
    if not all(ARM[0] <= arm <= ARM[1] for arm in arms) or max(arms) > 1.6 * min(arms):
        return False
    across = hypot(left[0] - right[0], left[1] - right[1])
    return 0.25 * min(arms) < across < 1.55 * min(arms)
