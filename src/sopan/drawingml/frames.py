"""Boxes that are mirrored and turned (`a:xfrm`), groups of them, and where a point in such a box really lies; EMU."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
"""Left, top, right, bottom."""

DEGREE = 60_000
QUARTER = 90 * DEGREE
"""A turn by 90° with the clock."""
FULL = 360 * DEGREE


@dataclass(frozen=True, slots=True)
class Transform:
    """An affine map of the plane: x′ = a·x + c·y + e, y′ = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, point: Point) -> Point:
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: Transform) -> Transform:
        """The map that does `first` and then this one."""
        e, f = self((first.e, first.f))
        return Transform(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            e,
            f,
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """A box that is first mirrored, then turned about its centre. `width` and `height` are those before the turn."""

    x: float
    y: float
    width: float
    height: float
    turn: int = 0
    """With the clock, in 1/60000 of a degree."""
    flip_h: bool = False
    flip_v: bool = False

    @classmethod
    def showing(cls, bounds: Bounds, turn: int = 0, *, flip_h: bool = False, flip_v: bool = False) -> Frame:
        """The frame that a turned shape has when `bounds` is what its anchor covers.

        Office turns the anchor along with shapes that lie nearer to 90° than to 0°, and by nothing in between.
        """
        left, top, right, bottom = bounds
        width, height = right - left, bottom - top
        if lies(turn):
            width, height = height, width
        x, y = (left + right - width) / 2, (top + bottom - height) / 2
        return cls(x, y, width, height, turn % FULL, flip_h, flip_v)

    @property
    def anchor(self) -> Bounds:
        """What the anchor of this shape covers: `showing` the other way round."""
        width, height = (self.height, self.width) if lies(self.turn) else (self.width, self.height)
        left, top = self.x + (self.width - width) / 2, self.y + (self.height - height) / 2
        return left, top, left + width, top + height

    @property
    def transform(self) -> Transform:
        """From the box's own coordinates, 0 to `width` and `height`, to those the box stands in."""
        across, down = self.width / 2, self.height / 2
        mirror = Transform(-1.0 if self.flip_h else 1.0, 0.0, 0.0, -1.0 if self.flip_v else 1.0)
        cosine, sine = _turned(self.turn)
        turn = Transform(cosine, sine, -sine, cosine, self.x + across, self.y + down)
        return turn.after(mirror).after(Transform(e=-across, f=-down))

    @property
    def bounds(self) -> Bounds:
        """What the shape covers to the eye."""
        place = self.transform
        return around(place((x, y)) for x in (0.0, self.width) for y in (0.0, self.height))


def of_group(frame: Frame, child_box: Bounds) -> Transform:
    """From the coordinates of a group's children (`a:chOff` and `a:chExt` as bounds) to those the group stands in."""
    left, top, right, bottom = child_box
    across = frame.width / (right - left) if right > left else 1.0
    down = frame.height / (bottom - top) if bottom > top else 1.0
    return frame.transform.after(Transform(across, 0.0, 0.0, down, -left * across, -top * down))


def around(points: Iterable[Point]) -> Bounds:
    """The smallest upright box that holds all points; ValueError without any."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def lies(turn: int) -> bool:
    """Whether a shape turned so far lies on its side: from 45° up to 135°, and opposite."""
    return QUARTER // 2 <= turn % (2 * QUARTER) < 3 * QUARTER // 2


def _turned(turn: int) -> Point:
    """Cosine and sine, exact for quarters."""
    quarters, rest = divmod(turn % FULL, QUARTER)
    if not rest:
        return ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))[quarters]
    angle = radians(turn / DEGREE)
    return cos(angle), sin(angle)
