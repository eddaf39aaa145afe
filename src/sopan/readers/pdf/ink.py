"""What is painted on a page: outlines, with their curves made straight, and pictures; in millimetres on the paper."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sopan.domain import SourceTooLarge
from sopan.drawn import Box, Point
from sopan.readers.pdf.document import MM, Matrix, Paper

MAX_OBJECTS = 150_000
MAX_POINTS = 1_000_000
MAX_TRACED = 400
"""Pictures that are looked into; the others stay pictures."""
MAX_DEPTH = 12
CURVE_STEPS = 8
"""Straight pieces of one curve; capsules are told from boxes by far less."""
PALE = 200
"""From this brightness on (of 255) an area is background, not ink."""
WHITE = 250
"""A stroke from this brightness on cannot be seen on paper."""
UNSEEN = 256
"""The brightness of nothing at all."""
FAINT = 16
"""Below this opacity (of 255) nothing is seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One run of a path, from its first to its last corner."""

    points: tuple[Point, ...]
    path: int
    """Runs of one path belong together: the shaft of an arrow and its head."""
    is_closed: bool
    is_curved: bool = False
    is_stroked: bool = False
    is_filled: bool = False
    shade: int = 0
    """Brightness of what fills it, from 0, black, to 255, white."""
    thickness: float = 0.0
    """Of the stroke."""

    @property
    def box(self) -> Box:
        return box_of(self.points)

    @property
    def is_area(self) -> bool:
        """Whether it is an area of ink without a line around it."""
        return self.is_filled and not self.is_stroked and self.shade < PALE


@dataclass(frozen=True, slots=True)
class Image:
    """A picture and where it lies; `object` holds its pixels as long as the page is open."""

    box: Box
    object: pdfium.PdfImage


@dataclass(slots=True)
class Ink:
    """Everything painted on one page."""

    outlines: list[Outline] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)


@dataclass(slots=True)
class Allowance:
    """How much a document may still hold before it is refused."""

    objects: int = MAX_OBJECTS
    points: int = MAX_POINTS
    pictures: int = MAX_TRACED

    def spend(self, *, objects: int = 0, points: int = 0) -> None:
        """Raises SourceTooLarge once more is drawn than an SOP can hold."""
        self.objects -= objects
        self.points -= points
        if self.objects < 0 or self.points < 0:
            raise SourceTooLarge("Gambar di PDF ini terlalu rumit untuk sebuah SOP. Ambil halaman SOP-nya saja.")

    def may_trace(self) -> bool:
        """Whether one more picture may be looked into."""
        self.pictures -= 1
        return self.pictures >= 0


def box_of(points: tuple[Point, ...] | list[Point]) -> Box:
    """The smallest rectangle around the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def ink_of(page: pdfium.PdfPage, paper: Paper, allowance: Allowance) -> Ink:
    """What is painted on the page, the content of its forms included."""
    collector = _Collector(page, paper, allowance)
    count = max(0, raw.FPDFPage_CountObjects(page.raw))
    collector.collect((raw.FPDFPage_GetObject(page.raw, index) for index in range(count)), IDENTITY, 0)
    return collector.ink


IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class _Collector:
    """Walks the objects of a page; reuses the numbers that the library writes into."""

    def __init__(self, page: pdfium.PdfPage, paper: Paper, allowance: Allowance) -> None:
        self.ink = Ink()
        self._page = page
        self._place = paper.place
        self._allowance = allowance
        self._paths = 0

    def collect(self, objects: Iterator[raw.FPDF_PAGEOBJECT], around: Matrix, depth: int) -> None:
        for object in objects:
            self._allowance.spend(objects=1)
            kind = raw.FPDFPageObj_GetType(object)
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(object, _within(around, _matrix(object)))
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._image(object, _within(around, _matrix(object)))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
                parts = (raw.FPDFFormObj_GetObject(object, index) for index in range(_parts(object)))
                self.collect(parts, _within(around, _matrix(object)), depth + 1)

    def _path(self, object: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        filling, stroking = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(object, filling, stroking)
        fill = _brightness(object, filled=True) if filling.value else UNSEEN
        stroke = _brightness(object, filled=False) if stroking.value else UNSEEN
        if fill == UNSEEN and stroke >= WHITE:
            return
        self._paths += 1
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(object, width)
        scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5 * MM
        for points, is_closed, is_curved in self._runs(object, matrix):
            if not isfinite(sum(x + y for x, y in points)):
                continue
            outline = Outline(
                points=points,
                path=self._paths,
                is_closed=is_closed,
                is_curved=is_curved,
                is_stroked=stroke < WHITE,
                is_filled=fill < UNSEEN,
                shade=min(fill, 255),
                thickness=width.value * scale if stroke < WHITE else 0.0,
            )
            self.ink.outlines.append(outline)

    def _runs(self, object: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[tuple[tuple[Point, ...], bool, bool]]:
        """Each run of a path: its corners, whether it is closed, whether it has curves."""
        count = max(0, raw.FPDFPath_CountSegments(object))
        self._allowance.spend(points=count)
        x, y = ctypes.c_float(), ctypes.c_float()
        run: list[Point] = []
        bends: list[Point] = []
        is_closed = is_curved = False
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(object, index)
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            point = self._on_paper(matrix, x.value, y.value)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                if len(run) > 1:
                    yield tuple(run), is_closed, is_curved
                run, bends, is_closed, is_curved = [point], [], False, False
            elif kind == raw.FPDF_SEGMENT_BEZIERTO and run:
                bends.append(point)
                if len(bends) == 3:
                    run.extend(_straightened(run[-1], *bends))
                    bends, is_curved = [], True
            elif run:
                run.append(point)
            is_closed = is_closed or bool(raw.FPDFPathSegment_GetClose(segment))
        if len(run) > 1:
            yield tuple(run), is_closed, is_curved

    def _on_paper(self, matrix: Matrix, x: float, y: float) -> Point:
        a, b, c, d, e, f = matrix
        return self._place(a * x + c * y + e, b * x + d * y + f)

    def _image(self, object: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> None:
        corners = [self._on_paper(matrix, x, y) for x in (0.0, 1.0) for y in (0.0, 1.0)]
        self.ink.images.append(Image(box_of(corners), pdfium.PdfImage(object, page=self._page)))


def _straightened(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    """The corners of a Bézier curve made straight, without its start."""
    for step in range(1, CURVE_STEPS + 1):
        t = step / CURVE_STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = (start, first, second, end)
        yield (
            sum(weight * x for weight, (x, _) in zip(weights, corners, strict=True)),
            sum(weight * y for weight, (_, y) in zip(weights, corners, strict=True)),
        )


def _matrix(object: raw.FPDF_PAGEOBJECT) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(object, found):
        return IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _within(outer: Matrix, inner: Matrix) -> Matrix:
    """First `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _parts(object: raw.FPDF_PAGEOBJECT) -> int:
    count: int = raw.FPDFFormObj_CountObjects(object)
    return max(0, count)


def _brightness(object: raw.FPDF_PAGEOBJECT, *, filled: bool) -> int:
    """From 0, black, to 255, white; `UNSEEN` for what is transparent."""
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    get = raw.FPDFPageObj_GetFillColor if filled else raw.FPDFPageObj_GetStrokeColor
    if not get(object, red, green, blue, alpha):
        return 0  # a pattern or shading: something is there
    brightness: int = (red.value * 3 + green.value * 6 + blue.value) // 10
    return brightness if alpha.value >= FAINT else UNSEEN
