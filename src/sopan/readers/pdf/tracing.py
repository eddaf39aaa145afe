"""Pictures that are drawings: some programs paint arrows, or a whole flow, as a picture. Its lines are found again.

What white areas the ink closes off are symbols; without their outlines only lines remain, straight across or down,
and where one widens towards its end there is the head of an arrow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopan.drawn import Box, Form, Point
from sopan.readers.pdf.forms import form_of
from sopan.readers.pdf.geometry import grown
from sopan.readers.pdf.ink import Image, box_of
from sopan.readers.pdf.pixels import Run, closed_areas, ink_in, neighbours, runs_of
from sopan.readers.pdf.strokes import SLENDER, THIN, Closed, Head, Sorted, Stroke, bar_of, has_size_of_symbol

LARGEST = 0.6
"""Of the page: a wider picture is a page or a table that was scanned."""
BLUNT = 0.1
"""Of a side: how much pixels cut from a corner."""
SHORTEST_RUN, SHORTEST_LINE = 1.5, 2.0
"""Millimetres of ink in a row of pixels, and of a line."""
GAP = 0.8
"""Millimetres of white that do not end a line."""
HEAD_LENGTH, HEAD_WIDTH = 4.5, (0.7, 6.0)
"""Millimetres: how far before its end a line is looked at, and how wide its head is."""
WIDER = 1.8
"""How much wider than its line a head is at least."""


def trace(image: Image, page_width: float, path: int) -> Sorted:
    """The symbols, lines and heads in a picture; nothing where it is no drawing. `path` is the number of its lines."""
    box = image.box
    if box.width > LARGEST * page_width or min(box.width, box.height) <= 0:
        return Sorted()
    if min(box.width, box.height) <= THIN and max(box.width, box.height) >= SHORTEST_LINE:
        return Sorted(strokes=[bar_of(box, path)])
    ink = ink_in(image)
    if ink is None:
        return Sorted()
    raster = _Raster(box, *ink)
    symbols = list(raster.closed_forms())
    for symbol in symbols:
        raster.erase(symbol.box)
    found = Sorted(closed=symbols)
    for is_across in (True, False):
        for bar in raster.bars(is_across=is_across):
            found.strokes.append(Stroke(bar.points, path))
            found.heads += raster.heads(bar, path)
    return found


@dataclass(frozen=True, slots=True)
class _Bar:
    """A straight line of pixels: from and to where in its direction, and where across it."""

    is_across: bool
    start: int
    end: int
    at: float
    thickness: float
    points: tuple[Point, Point]


class _Raster:
    """A black and white picture, by rows; 1 is ink."""

    def __init__(self, box: Box, width: int, height: int, pixels: bytearray) -> None:
        self._box = box
        self._width = width
        self._height = height
        self._pixels = pixels
        self._step = (box.width / width, box.height / height)
        """Millimetres of one pixel, across and down."""

    def closed_forms(self) -> Iterator[Closed]:
        """White areas that ink closes off, and that have the form of a symbol."""
        rows = [list(runs_of(b"\0", self._row(row))) for row in range(self._height)]
        for area in closed_areas(rows, self._width):
            outline = self._outline(area)
            if outline is None:
                continue
            form, said = form_of(outline, BLUNT)
            box = box_of(outline)
            if form is not Form.OTHER and has_size_of_symbol(box):
                yield Closed(box, form, said, is_outlined=True)

    def erase(self, box: Box) -> None:
        """Take away a symbol, the line around it included."""
        across, down = self._step
        margin = 3 * max(across, down)
        wider = grown(box, max(margin, 0.5))
        left = max(0, int((wider.left - self._box.left) / across))
        right = min(self._width, int((wider.right - self._box.left) / across) + 1)
        top = max(0, int((wider.top - self._box.top) / down))
        bottom = min(self._height, int((wider.bottom - self._box.top) / down) + 1)
        for row in range(top, bottom):
            self._pixels[row * self._width + left : row * self._width + right] = bytes(max(0, right - left))

    def bars(self, *, is_across: bool) -> Iterator[_Bar]:
        """Lines of pixels across the picture, or down."""
        step = self._step[0] if is_across else self._step[1]
        beside = self._step[1] if is_across else self._step[0]
        lines = self._height if is_across else self._width
        shortest = max(3, round(SHORTEST_RUN / step))
        runs = [(line, *run) for line in range(lines) for run in runs_of(b"\1", self._line(line, is_across), shortest)]
        for group in neighbours(runs):
            start, end = min(run[1] for run in group), max(run[2] for run in group)
            area = sum(run[2] - run[1] for run in group)
            thickness = area / (end - start)
            length, thick = (end - start) * step, thickness * beside
            if length >= max(SHORTEST_LINE, SLENDER * thick) and thick <= THIN:
                at = sum((run[0] + 0.5) * (run[2] - run[1]) for run in group) / area
                start, end = self._over_gaps(start, end, at, is_across, round(GAP / step))
                ends = self._point(start, at, is_across=is_across), self._point(end, at, is_across=is_across)
                yield _Bar(is_across, start, end, at, thickness, ends)

    def _over_gaps(self, start: int, end: int, at: float, is_across: bool, gap: int) -> tuple[int, int]:
        """A line goes on behind a small gap, as before a head that is drawn on its own."""
        line = self._line(int(at), is_across)
        while (following := line.find(1, end, end + gap + 1)) >= 0:
            end = line.find(0, following) if 0 in line[following:] else len(line)
        while (before := line.rfind(1, max(0, start - gap - 1), start)) >= 0:
            start = line.rfind(0, 0, before) + 1
        return start, end

    def heads(self, bar: _Bar, path: int) -> Iterator[Head]:
        """The heads at the ends of a line: it is wide a little before its end, and narrow at the end."""
        reach = min(max(3, round(HEAD_LENGTH / self._steps(bar)[0])), bar.end - bar.start)
        sides = (
            (bar.start, range(bar.start, bar.start + reach)),
            (bar.end, range(bar.end - 1, bar.end - 1 - reach, -1)),
        )
        found = []
        for tip, places in sides:
            widths = [self._width_at(bar, place) for place in places]
            base = max(1, widths.index(max(widths)))
            if self._is_head(widths, bar):
                found.append((sum(widths[:base]) / base, self._head(bar, tip, places[base], path)))
        is_one_head = len(found) == 2 and bar.end - bar.start < 2 * reach
        yield from [max(found, key=lambda head: head[0])[1]] if is_one_head else [head for _, head in found]

    def _is_head(self, widths: Sequence[int], bar: _Bar) -> bool:
        widest = max(widths)
        is_wide = HEAD_WIDTH[0] <= widest * self._steps(bar)[1] <= HEAD_WIDTH[1]
        return is_wide and widest >= WIDER * max(bar.thickness, 1.0) and widths[0] <= 0.7 * widest

    def _head(self, bar: _Bar, tip: float, base: float, path: int) -> Head:
        half = 1.0 / self._steps(bar)[1]
        places = ((tip, bar.at), (base, bar.at - half), (base, bar.at + half))
        return Head(tuple(self._point(along, at, is_across=bar.is_across) for along, at in places), path)

    def _steps(self, bar: _Bar) -> tuple[float, float]:
        """Millimetres of one pixel along a line, and across it."""
        return self._step if bar.is_across else (self._step[1], self._step[0])

    def _width_at(self, bar: _Bar, place: int) -> int:
        """How far ink reaches to both sides of a line, gaps between the arms of an open head included."""
        limit = round(HEAD_WIDTH[1] / 2 / self._steps(bar)[1])
        line = self._line(place, not bar.is_across)
        middle = min(int(bar.at), len(line) - 1)
        near = line[max(0, middle - limit) : middle + limit + 1]
        first, last = near.find(1), near.rfind(1)
        return last - first + 1 if first >= 0 else 0

    def _outline(self, area: Sequence[Run]) -> tuple[Point, ...] | None:
        """The sides of an area, down on the right and up on the left, in the middle of the line around it."""
        left: dict[int, int] = {}
        right: dict[int, int] = {}
        for row, start, end in area:
            left[row] = min(left.get(row, start), start)
            right[row] = max(right.get(row, end), end)
        rows = sorted(left)
        if len(rows) < 4:
            return None
        heights = {row: row + 0.5 for row in rows} | {rows[0]: rows[0] - 0.5, rows[-1]: rows[-1] + 1.5}
        down = [self._point(right[row] + 0.5, heights[row], is_across=True) for row in rows]
        up = [self._point(left[row] - 0.5, heights[row], is_across=True) for row in reversed(rows)]
        return (*down, *up, down[0])

    def _row(self, row: int) -> bytes:
        return bytes(self._pixels[row * self._width : (row + 1) * self._width])

    def _line(self, number: int, is_across: bool) -> bytes:
        return self._row(number) if is_across else bytes(self._pixels[number :: self._width])

    def _point(self, along: float, at: float, *, is_across: bool) -> Point:
        x, y = (along, at) if is_across else (at, along)
        return self._box.left + x * self._step[0], self._box.top + y * self._step[1]
