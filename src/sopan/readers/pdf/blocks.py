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


Fence = tuple[float, float, float]
"""A line down the page: its x, where it begins, where it ends."""


def blocks_of(words: Sequence[Word], apart: float, fences: Sequence[Fence] = ()) -> list[tuple[Box, list[Word]]]:
    """The words of each text with the box around them, from the top. A fence parts the words beside it."""
    blocks: list[list[Word]] = []
    for turns in sorted({word.turns for word in words}):
        for line in lines_of([word for word in words if word.turns == turns]):
            for run in _runs(line, apart, fences):
                above = next((block for block in blocks[: -RECENT - 1 : -1] if _goes_on_below(block, run)), None)
                if above is None:
                    blocks.append(run)
                else:
                    above += run
    return sorted(((_around(block), block) for block in blocks), key=lambda block: (block[0].top, block[0].left))


def fences_of(lines: Iterable[Line]) -> list[Fence]:
    """The pieces of lines that run down the page."""
    pieces = (piece for line in lines for piece in pairwise(line.points))
    return [
        ((x + u) / 2, min(y, v), max(y, v)) for (x, y), (u, v) in pieces if abs(x - u) < SLANT and abs(y - v) > SLANT
    ]


def _runs(line: Sequence[Word], apart: float, fences: Sequence[Fence]) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in line:
        if run and (word.along[0] - run[-1].along[1] > apart * word.height or _is_fenced(run[-1], word, fences)):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_fenced(word: Word, following: Word, fences: Sequence[Fence]) -> bool:
    """Whether a line runs between two words of one line of upright text."""
    if word.turns:
        return False
    (_, left), (right, _) = word.along, following.along
    y = (word.box.top + word.box.bottom) / 2
    return any(left - SLANT < x < right + SLANT and top < y < bottom for x, top, bottom in fences)


def _goes_on_below(block: Sequence[Word], run: Sequence[Word]) -> bool:
    """Whether a line of upright text stands right below a block, and more or less under it."""
    if block[0].turns or run[0].turns:
        return False
    above, below = _around(block), _around(run)
    gap, shared = below.top - above.bottom, min(above.right, below.right) - max(above.left, below.left)
    return -run[0].height < gap < LEADING * run[0].height and shared > 0.5 * min(above.width, below.width)


def _around(words: Sequence[Word]) -> Box:
    boxes = [word.box for word in words]
    return box_of([(box.left, box.top) for box in boxes] + [(box.right, box.bottom) for box in boxes])
