"""Pixels of a picture as ink on paper, and what hangs together among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sopan.readers.pdf.ink import Image

MAX_PIXELS = 3_000_000
MAX_RUNS = 60_000
"""A picture of more pieces is no drawing."""
MAX_INK = 0.3
"""Share of a drawing that is ink at most; a photograph or a code has more."""
MAX_COLOUR = 0.02
"""Share of its pixels that have a colour; a coat of arms has more."""
DARK, SEEN = 160, 128
"""Darker, and less transparent, than this is ink (of 255)."""
FINE = 8.0
"""Pixels in a millimetre: finer pictures are made coarser."""
SAMPLE = 7
"""Colours are looked for in every so many pixels."""

Run = tuple[int, int, int]
"""Row, first pixel, pixel after the last."""
Ink = tuple[int, int, bytearray]
"""Width, height, and a byte for each pixel, 1 for ink."""


def ink_in(image: Image) -> Ink | None:
    """The picture in black and white; None where it is no drawing."""
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
        return _coarser(pixels, width, int(fineness / FINE))
    return width, height, _without_gaps(pixels, width) if fineness >= FINE / 2 else pixels


def runs_of(kind: bytes, line: bytes, shortest: int = 1) -> Iterator[tuple[int, int]]:
    """From and to where there are only pixels of one kind."""
    for found in re.finditer(re.escape(kind) + b"{%d,}" % shortest, line):
        yield found.span()


def neighbours(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Runs in one row, or in rows next to each other, that lie beside each other."""
    open_groups: list[list[Run]] = []
    for run in runs[:MAX_RUNS]:
        for done in [group for group in open_groups if run[0] - group[-1][0] > 1]:
            open_groups.remove(done)
            yield done
        for group in open_groups:
            if any(run[0] - other[0] <= 1 and run[1] <= other[2] and other[1] <= run[2] for other in group[-8:]):
                group.append(run)
                break
        else:
            open_groups.append([run])
    yield from open_groups


def closed_areas(rows: Sequence[Sequence[tuple[int, int]]], width: int) -> Iterator[list[Run]]:
    """Runs of white that hang together and reach no side of the picture; none of a picture of too many pieces."""
    if sum(map(len, rows)) > MAX_RUNS:
        return
    runs = [(row, start, end) for row, spans in enumerate(rows) for start, end in spans]
    home = _homes(runs)
    areas: dict[int, list[Run]] = {}
    for number, run in enumerate(runs):
        areas.setdefault(_root(home, number), []).append(run)
    last = len(rows) - 1
    for area in areas.values():
        if not any(row in (0, last) or start == 0 or end == width for row, start, end in area):
            yield area


def _homes(runs: Sequence[Run]) -> list[int]:
    """For each run one that it hangs together with; the first of all is its own."""
    home = list(range(len(runs)))
    above = 0
    for number, (row, start, end) in enumerate(runs):
        while above < number and (runs[above][0] < row - 1 or (runs[above][0] == row - 1 and runs[above][2] <= start)):
            above += 1
        other = above
        while other < number and runs[other][0] == row - 1 and runs[other][1] < end:
            first, second = sorted((_root(home, number), _root(home, other)))
            home[second] = first
            other += 1
    return home


def _root(home: list[int], number: int) -> int:
    while home[number] != number:
        home[number] = home[home[number]]
        number = home[number]
    return number


def _ink(bitmap: pdfium.PdfBitmap) -> bytearray | None:
    """A byte for each pixel, 1 for ink; None where there are colours."""
    channels, stride, width, height = bitmap.n_channels, bitmap.stride, bitmap.width, bitmap.height
    data = bytes(bitmap.buffer)
    packed = b"".join(data[row * stride : row * stride + width * channels] for row in range(height))
    if channels == 1:
        return bytearray(packed.translate(IS_DARK))
    pairs = list(zip(packed[:: channels * SAMPLE], packed[2 :: channels * SAMPLE], strict=True))
    if sum(abs(blue - red) > 40 for blue, red in pairs) > MAX_COLOUR * len(pairs):
        return None
    dark = int.from_bytes(packed[1::channels].translate(IS_DARK))
    if bitmap.format == raw.FPDFBitmap_BGRA:
        dark &= int.from_bytes(packed[3::channels].translate(IS_SEEN))
    return bytearray(dark.to_bytes(width * height))


def _coarser(pixels: bytearray, width: int, times: int) -> Ink:
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
