"""The words of a page: its characters in millimetres on the paper, gathered into words and lines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite, pi

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sopan.drawn import Box
from sopan.readers.pdf.document import Paper
from sopan.readers.pdf.ink import Allowance, box_of

WORD_GAP = 0.2
"""Of the height of a character: from this distance on two characters belong to two words."""
OFF_LINE = 0.3
"""Of the height of a character: characters of one word stand on one line, as far as this."""
BOLD = 600
NOT_PRINTED = {0x00, 0x0D, 0x0A, 0xFFFE, 0xFFFF}
HYPHEN_AT_THE_END = 0x02
"""What the library makes of a hyphen after which the word goes on in the next line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Characters without a space between them."""

    text: str
    box: Box
    turns: int
    """Quarter turns against the clock from upright: 1 runs upwards."""
    baseline: float
    """Where its line lies across the direction of reading; grows from line to line."""
    height: float
    bold: bool = False
    is_ended: bool = True
    """Whether a space follows; without one it may go on in the next word, if that is near enough."""

    @property
    def along(self) -> tuple[float, float]:
        """Where it begins and ends in the direction of reading; grows from word to word."""
        return extent(self.box, self.turns)


def extent(box: Box, turns: int) -> tuple[float, float]:
    """Where a box begins and ends for text that is turned this often."""
    return ((box.left, box.right), (-box.bottom, -box.top), (-box.right, -box.left), (box.top, box.bottom))[turns]


def words_of(page: pdfium.PdfPage, paper: Paper, allowance: Allowance) -> list[Word]:
    """Every word of the page, in the order of the file."""
    text = page.get_textpage()
    try:
        return list(_words(_characters(text, paper, allowance)))
    finally:
        text.close()


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    box: Box
    baseline: float
    turns: int
    height: float
    bold: bool


def _words(characters: Iterator[_Character]) -> Iterator[Word]:
    run: list[_Character] = []
    for character in characters:
        is_space = character.text.isspace()
        if run and (is_space or not _goes_on(run[-1], character)):
            yield _word(run, is_ended=is_space)
            run = []
        if not is_space:
            run.append(character)
    if run:
        yield _word(run, is_ended=False)


def _goes_on(last: _Character, following: _Character) -> bool:
    """Whether the second character belongs to the word of the first."""
    if last.turns != following.turns or abs(last.baseline - following.baseline) > OFF_LINE * last.height:
        return False
    gap = extent(following.box, last.turns)[0] - extent(last.box, last.turns)[1]
    return -last.height < gap < WORD_GAP * last.height


def _word(run: list[_Character], *, is_ended: bool) -> Word:
    boxes = [character.box for character in run]
    corners = [(box.left, box.top) for box in boxes] + [(box.right, box.bottom) for box in boxes]
    first = run[0]
    return Word(
        text="".join(character.text for character in run),
        box=box_of(corners),
        turns=first.turns,
        baseline=first.baseline,
        height=first.height,
        bold=first.bold,
        is_ended=is_ended,
    )


def _characters(text: pdfium.PdfTextPage, paper: Paper, allowance: Allowance) -> Iterator[_Character]:
    """Each character that is printed; spaces are printed too."""
    place = paper.place
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    around = raw.FS_RECTF()
    count = max(0, text.count_chars())
    allowance.spend(objects=count)
    for index in range(count):
        code = raw.FPDFText_GetUnicode(text.raw, index)
        if raw.FPDFText_IsGenerated(text.raw, index) == 1 or code in NOT_PRINTED:
            continue
        raw.FPDFText_GetCharBox(text.raw, index, left, right, bottom, top)
        raw.FPDFText_GetCharOrigin(text.raw, index, x, y)
        if raw.FPDFText_GetLooseCharBox(text.raw, index, around):
            corners = [place(around.left, around.bottom), place(around.right, around.top)]
        else:
            corners = [place(left.value, bottom.value), place(right.value, top.value)]
        spot = place(x.value, y.value)
        if not isfinite(sum((*corners[0], *corners[1], *spot))):
            continue
        turns = (-round(raw.FPDFText_GetCharAngle(text.raw, index) / (pi / 2)) - paper.turns) % 4
        box = box_of(corners)
        yield _Character(
            text=_printed(code),
            box=box,
            baseline=(spot[1], spot[0], -spot[1], -spot[0])[turns],
            turns=turns,
            height=box.width if turns % 2 else box.height,
            bold=raw.FPDFText_GetFontWeight(text.raw, index) >= BOLD,
        )


def _printed(code: int) -> str:
    if code == HYPHEN_AT_THE_END:
        return "-"
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else "\ufffd"
