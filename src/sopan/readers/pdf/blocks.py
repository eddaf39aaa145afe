"""Words that stand together outside of cells: beside each other in a line, and lines right below each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sopan.drawn import Box, Line
from sopan.readers.pdf.ink import box_of
from sopan.readers.pdf.letters import Word
from sopan.readers.pdf.text import lines_of

APART, APART_BESIDE_LINES = 1.5, 0.55
"""Of the height of a word: from this distance on two words of one line stand on their own."""
LEADING = 0.7
"""Of the height of a word: the most that two lines of one text leave between them."""
SLANT = 0.3
"""Millimetres that a line down the page may lean, or a word touch it."""
RECENT = 40
"""A line is compared with so many blocks above it; what belongs together is not farther apart."""


def blocks_of(words: Sequence[Word], apart: float, lines: Iterable[Line] = ()) -> list[tuple[Box, list[Word]]]:
    """The words of each text with the box around them, from the top. A line that is drawn between parts them."""
    fences = _Fences(lines)
    blocks: list[list[Word]] = []
    for turns in sorted({word.turns for word in words}):
        for line in lines_of([word for word in words if word.turns == turns]):
            for run in _runs(line, apart, fences):
                above = next(
                    (block for block in blocks[: -RECENT - 1 : -1] if _goes_on_below(block, run, fences)), None
                )
                if above is None:
                    blocks.append(run)
                else:
                    above += run
    return sorted(((_around(block), block) for block in blocks), key=lambda block: (block[0].top, block[0].left))


class _Fences:
    """The straight pieces of lines, across and down the page, that may part words."""

    def __init__(self, lines: Iterable[Line]) -> None:
        pieces = [piece for line in lines for piece in pairwise(line.points)]
        self._down = [
            ((x + u) / 2, min(y, v), max(y, v)) for (x, y), (u, v) in pieces if abs(x - u) < SLANT < abs(y - v)
        ]
        self._across = [
            ((y + v) / 2, min(x, u), max(x, u)) for (x, y), (u, v) in pieces if abs(y - v) < SLANT < abs(x - u)
        ]

    def part_beside(self, left: Box, right: Box) -> bool:
        """Whether a line runs down between two words of a line of text."""
        y = (left.top + left.bottom) / 2
        return any(left.right - SLANT < x < right.left + SLANT and top < y < end for x, top, end in self._down)

    def part_below(self, above: Box, below: Box) -> bool:
        """Whether a line runs across between two lines of text."""
        high, low = above.centre[1], below.centre[1]
        left, right = max(above.left, below.left), min(above.right, below.right)
        return any(high < y < low and start < right and end > left for y, start, end in self._across)


def _runs(line: Sequence[Word], apart: float, fences: _Fences) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in line:
        if run and (
            word.along[0] - run[-1].along[1] > apart * word.height
            or (not word.turns and fences.part_beside(run[-1].box, word.box))
        ):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on_below(block: Sequence[Word], run: Sequence[Word], fences: _Fences) -> bool:
    """Whether a line of upright text stands right below a block, and more or less under it."""
    if block[0].turns or run[0].turns:
        return False
    above, below = _around(block), _around(run)
    gap, shared = below.top - above.bottom, min(above.right, below.right) - max(above.left, below.left)
    is_near = -run[0].height < gap < LEADING * run[0].height and shared > 0.5 * min(above.width, below.width)
    return is_near and not fences.part_below(_around(block[-1:]), below)


def _around(words: Sequence[Word]) -> Box:
    boxes = [word.box for word in words]
    return box_of([(box.left, box.top) for box in boxes] + [(box.right, box.bottom) for box in boxes])
