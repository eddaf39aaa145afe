"""Outlines sorted by what they are: closed forms, solid heads of arrows, areas, and lines with their middle.

Programs draw a line as a stroke or as a long thin area around it, and the outline of a symbol as a stroke or as a
ring between two outlines. Here all of them become one kind of thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import dist

from sopan.drawn import Box, Form, Point
from sopan.readers.pdf.forms import form_of
from sopan.readers.pdf.geometry import area_of, corners_of, is_upright_rectangle, length_of, simplified
from sopan.readers.pdf.ink import PALE, Outline, box_of
from sopan.readers.pdf.middle import middle_of

MAX_CORNERS = 2_000
"""An outline with more is a picture made of lines: a coat of arms, a signature."""
THIN = 1.3
"""Millimetres: a thicker area is not a line."""
SLENDER = 3.0
"""How much longer than thick a line is at least."""
BLACK = 40
"""An area as dark as this without a line around it hides something; it is no symbol."""
BENT = 0.15
"""Millimetres: a corner this far off a line is none."""
HEAD = (0.5, 7.0)
"""Millimetres: the sides of the head of an arrow."""
SYMBOL_WIDTH, SYMBOL_HEIGHT = (2.5, 110.0), (2.0, 80.0)


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line, whoever drew it how."""

    points: tuple[Point, ...]
    path: int
    thickness: float = 0.0

    @property
    def is_straight(self) -> bool:
        return len(self.points) == 2

    @property
    def is_upright(self) -> bool:
        """Whether it is straight and runs exactly across or down the page."""
        (x, y), (u, v) = self.points[0], self.points[-1]
        return self.is_straight and min(abs(x - u), abs(y - v)) <= 0.25


@dataclass(frozen=True, slots=True)
class Head:
    """A small solid triangle."""

    corners: tuple[Point, ...]
    path: int


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed form of the size of a symbol."""

    box: Box
    form: Form
    said: str
    is_outlined: bool
    """Whether a line runs around it; else it is an area of a colour."""


@dataclass(slots=True)
class Sorted:
    """The outlines of a page, each in its place."""

    strokes: list[Stroke] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    closed: list[Closed] = field(default_factory=list)

    def add(self, other: Sorted) -> None:
        """Take in what was found elsewhere on the page."""
        self.strokes += other.strokes
        self.heads += other.heads
        self.closed += other.closed

    @property
    def is_empty(self) -> bool:
        return not (self.strokes or self.closed)


def sort(outlines: Sequence[Outline]) -> Sorted:
    """What each outline is; those that are nothing of ours are left out."""
    found = Sorted()
    waiting: Outline | None = None
    for outline in outlines:
        if len(outline.points) > MAX_CORNERS:
            continue
        if waiting is not None and _is_ring(waiting, outline):
            found.closed.append(Closed(waiting.box, *form_of(waiting.points), is_outlined=True))
            waiting = None
            continue
        if waiting is not None:
            _put(waiting, found)
        waiting = outline
    if waiting is not None:
        _put(waiting, found)
    return found


def _is_ring(outer: Outline, inner: Outline) -> bool:
    """Whether two areas of one path are the two sides of a line around a symbol."""
    if outer.path != inner.path or not outer.is_area or not has_size_of_symbol(outer.box):
        return False
    out, within = outer.box, inner.box
    margins = (
        within.left - out.left, within.top - out.top, out.right - within.right, out.bottom - within.bottom,
    )  # fmt: skip
    return all(0 < margin <= THIN for margin in margins) and area_of(inner.points) > area_of(outer.points) / 3


def has_size_of_symbol(box: Box) -> bool:
    """Whether a symbol may be as large."""
    (narrow, wide), (low, high) = SYMBOL_WIDTH, SYMBOL_HEIGHT
    return narrow <= box.width <= wide and low <= box.height <= high


def _put(outline: Outline, found: Sorted) -> None:
    if outline.is_stroked and not _comes_back(outline):
        found.strokes.append(Stroke(tuple(simplified(outline.points, BENT)), outline.path, outline.thickness))
    elif not outline.is_stroked and not outline.is_area:
        return
    elif outline.is_filled and outline.shade < PALE and _is_head(outline):
        found.heads.append(Head(tuple(corners_of(outline.points, BENT)), outline.path))
    elif (line := _thin(outline)) is not None:
        _put_line(line, found)
    elif has_size_of_symbol(outline.box) and (outline.is_stroked or outline.shade >= BLACK):
        found.closed.append(Closed(outline.box, *form_of(outline.points), is_outlined=outline.is_stroked))


def _put_line(line: Stroke, found: Sorted) -> None:
    """A line whose ends meet around something is a symbol."""
    box = box_of(line.points)
    if len(line.points) > 3 and dist(line.points[0], line.points[-1]) <= THIN and has_size_of_symbol(box):
        found.closed.append(Closed(box, *form_of(line.points), is_outlined=True))
    else:
        found.strokes.append(line)


def _comes_back(outline: Outline) -> bool:
    """Whether it ends where it began."""
    ends_meet = dist(outline.points[0], outline.points[-1]) <= BENT
    return len(outline.points) > 2 and (ends_meet or outline.is_closed)


def _is_head(outline: Outline) -> bool:
    """A small solid triangle, maybe with a notch."""
    box, (least, most) = outline.box, HEAD
    if not (least <= box.width <= most and least <= box.height <= most) or outline.is_curved:
        return False
    share = area_of(outline.points) / (box.width * box.height)
    corners = corners_of(outline.points, 0.05 * max(box.width, box.height))
    return 0.25 <= share <= 0.75 and 3 <= len(corners) <= 5 and not _is_bar(corners)


def _is_bar(corners: Sequence[Point]) -> bool:
    """Whether four corners make a slanted bar: the short shaft of an arrow."""
    if len(corners) != 4:
        return False
    a, b, c, d = corners
    return dist((a[0] + c[0], a[1] + c[1]), (b[0] + d[0], b[1] + d[1])) < 0.3 * max(dist(a, b), dist(b, c))


def _thin(outline: Outline) -> Stroke | None:
    """The line that a long thin area is; None for other areas."""
    box = outline.box
    if len(outline.points) <= 5 and min(box.width, box.height) <= THIN and is_upright_rectangle(outline.points):
        is_dot = max(box.width, box.height) < max(2 * BENT, SLENDER * min(box.width, box.height))
        return None if is_dot else bar_of(box, outline.path)
    half = length_of([*outline.points, outline.points[0]]) / 2
    thickness = area_of(outline.points) / half if half else 0.0
    if thickness > THIN or half < SLENDER * thickness or half < 2 * BENT:
        return None
    return Stroke(tuple(simplified(middle_of(outline.points), max(BENT, thickness / 2))), outline.path, thickness)


def bar_of(box: Box, path: int) -> Stroke:
    """The line that a thin rectangle is."""
    (x, y), thickness = box.centre, min(box.width, box.height)
    if box.width > box.height:
        return Stroke(((box.left, y), (box.right, y)), path, thickness)
    return Stroke(((x, box.top), (x, box.bottom)), path, thickness)
