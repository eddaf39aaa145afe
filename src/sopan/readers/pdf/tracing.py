"""Pictures that are drawings: some programs paint arrows, or a whole flow, as a picture. Its lines are found again.

What white areas the ink closes off are symbols; without their outlines only lines remain, straight across or down,
and where one widens towards its end there is the head of an arrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sopan.drawn import Box, Form, Point
from sopan.readers.pdf.forms import form_of
from sopan.readers.pdf.geometry import grown
from sopan.readers.pdf.ink import Image, box_of
from sopan.readers.pdf.strokes import SLENDER, THIN, Closed, Head, Sorted, Stroke, bar_of, has_size_of_symbol

MAX_PIXELS = 3_000_000
MAX_INK = 0.3
"""Share of a drawing that is ink at most; a photograph or a code has more, a drawing in colours is a coat of arms."""
LARGEST = 0.6
"""Of the page: a wider picture is a page or a table that was scanned."""
DARK, SEEN = 160, 128
"""Darker, and less transparent, than this is ink (of 255)."""
FINE = 8.0
"""Pixels in a millimetre: finer pictures are made coarser."""
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
    raster = _raster(image)
    if raster is None:
        return Sorted()
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


Run = tuple[int, int, int]
"""Row, first pixel, pixel after the last."""


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
        rows = [list(_runs_of(b"\0", self._row(row))) for row in range(self._height)]
        for area in _areas(rows, self._width):
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
        runs = [(line, *run) for line in range(lines) for run in _runs_of(b"\1", self._line(line, is_across), shortest)]
        for group in _neighbours(runs):
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


def _raster(image: Image) -> _Raster | None:
    """The picture as ink on paper; None where it is no drawing in black and white."""
    width, height = image.object.get_px_size()
    if not 0 < width * height <= MAX_PIXELS:
        return None
    try:
        bitmap = image.object.get_bitmap(render=True, scale_to_original=True)
    except (pdfium.PdfiumError, ValueError):
        return None
    pixels, width, height = _ink(bitmap), bitmap.width, bitmap.height
    if pixels is None or not 0 < pixels.count(1) <= MAX_INK * len(pixels):
        return None
    fineness = min(width / image.box.width, height / image.box.height)
    if fineness >= 2 * FINE:
        width, height, pixels = _coarser(pixels, width, int(fineness / FINE))
    elif fineness >= FINE / 2:
        pixels = _without_gaps(pixels, width)
    return _Raster(image.box, width, height, pixels)


def _ink(bitmap: pdfium.PdfBitmap) -> bytearray | None:
    """A byte for each pixel, 1 for ink; None where there are colours."""
    channels, stride, width, height = bitmap.n_channels, bitmap.stride, bitmap.width, bitmap.height
    data = bytes(bitmap.buffer)
    rows = [data[row * stride : row * stride + width * channels] for row in range(height)]
    packed = b"".join(rows)
    if channels == 1:
        return bytearray(packed.translate(IS_DARK))
    first, last = packed[::channels], packed[2::channels]
    if sum(abs(a - b) > 40 for a, b in zip(first[::7], last[::7], strict=True)) > len(first) // 7 * 0.02:
        return None
    dark = int.from_bytes(packed[1::channels].translate(IS_DARK))
    if channels == 4 and bitmap.format == raw.FPDFBitmap_BGRA:
        dark &= int.from_bytes(packed[3::channels].translate(IS_SEEN))
    return bytearray(dark.to_bytes(width * height))


def _coarser(pixels: bytearray, width: int, times: int) -> tuple[int, int, bytearray]:
    """Each square of so many pixels becomes one, which is ink where any of them is."""
    wide = -(-width // times)
    rows = []
    for top in range(0, len(pixels), width * times):
        ink = 0
        for start in range(top, min(top + width * times, len(pixels)), width):
            ink |= int.from_bytes(pixels[start : start + width].ljust(wide * times, b"\0"))
        row = ink.to_bytes(wide * times)
        together = 0
        for column in range(times):
            together |= int.from_bytes(row[column::times])
        rows.append(together.to_bytes(wide))
    return wide, len(rows), bytearray(b"".join(rows))


def _without_gaps(pixels: bytearray, width: int) -> bytearray:
    """Grey lines are printed as dots: ink spreads by one pixel, to the right and down."""
    ink = int.from_bytes(pixels)
    spread = ink | ink >> 8 | ink >> 8 * width
    return bytearray(spread.to_bytes(len(pixels)))


IS_DARK = bytes(value < DARK for value in range(256))
IS_SEEN = bytes(value >= SEEN for value in range(256))


def _runs_of(kind: bytes, line: bytes, shortest: int = 1) -> Iterator[tuple[int, int]]:
    """From and to where there are only pixels of one kind."""
    for found in re.finditer(re.escape(kind) + b"{%d,}" % shortest, line):
        yield found.span()


def _neighbours(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs in one row, or in rows next to each other, that lie beside each other."""
    open_groups: list[list[Run]] = []
    for run in runs:
        for group in open_groups:
            if any(run[0] - other[0] <= 1 and run[1] <= other[2] and other[1] <= run[2] for other in group[-8:]):
                group.append(run)
                break
        else:
            open_groups.append([run])
        for done in [group for group in open_groups if run[0] - group[-1][0] > 1]:
            open_groups.remove(done)
            yield done
    yield from open_groups


def _areas(rows: Sequence[Sequence[tuple[int, int]]], width: int) -> Iterator[list[Run]]:
    """Runs of white that hang together and reach no side of the picture."""
    owner: dict[Run, int] = {}
    areas: dict[int, list[Run]] = {}
    above: list[Run] = []
    for row, spans in enumerate(rows):
        current = [(row, start, end) for start, end in spans]
        for run in current:
            touched = sorted({owner[other] for other in above if other[1] < run[2] and run[1] < other[2]})
            home = touched[0] if touched else len(owner)
            areas.setdefault(home, []).append(run)
            owner[run] = home
            for other in touched[1:]:
                for moved in areas.pop(other):
                    areas[home].append(moved)
                    owner[moved] = home
        above = current
    last = len(rows) - 1
    for area in areas.values():
        if not any(row in (0, last) or start == 0 or end == width for row, start, end in area):
            yield area
