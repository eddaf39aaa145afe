"""Words that stand together outside of cells: beside each other in a line, and lines right below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopan.drawn import Box
from sopan.readers.pdf.ink import box_of
from sopan.readers.pdf.letters import Word
from sopan.readers.pdf.text import lines_of

APART, APART_BESIDE_LINES = 1.5, 0.55
"""Of the height of a word: from this distance on two words of one line stand on their own."""
LEADING = 0.4
"""Of the height of a word: the most that two lines of one text leave between them."""
RECENT = 40
"""A line is compared with so many blocks above it; what belongs together is not farther apart."""


def blocks_of(words: Sequence[Word], apart: float) -> list[tuple[Box, list[Word]]]:
    """The words of each text with the box around them, from the top."""
    blocks: list[list[Word]] = []
    for turns in sorted({word.turns for word in words}):
        for line in lines_of([word for word in words if word.turns == turns]):
            for run in _runs(line, apart):
                above = next((block for block in blocks[: -RECENT - 1 : -1] if _goes_on_below(block, run)), None)
                if above is None:
                    blocks.append(run)
                else:
                    above += run
    return sorted(((_around(block), block) for block in blocks), key=lambda block: (block[0].top, block[0].left))


def _runs(line: Sequence[Word], apart: float) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in line:
        if run and word.along[0] - run[-1].along[1] > apart * word.height:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


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
