"""Words become text: gathered into lines, lines into paragraphs, with words that were cut put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sopan.drawn import Box
from sopan.readers.pdf.letters import WORD_GAP, Word, extent

SAME_LINE = 0.45
"""Of the height of a word: words of one line stand on one baseline, as far as this."""
PADDING = 0.8
"""Millimetres that even the narrowest cell keeps free beside its text."""
SPACE = 0.28
"""Width of a space, of the height of a word."""
ITEM = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]|[-–—•▪●○◦*·✓√➢]|)$")
"""The first word of an item of a list."""
WORD_JOINER = "\u2060"


def text_in(box: Box, words: Sequence[Word]) -> str:
    """The words inside a box as paragraphs, parted by a line feed."""
    if not words:
        return ""
    turns = _most_frequent([word.turns for word in words])
    rows = list(lines_of([word for word in words if word.turns == turns]))
    start, end = extent(box, turns)
    text = _spoken(rows[0])
    for above, below in pairwise(rows):
        text += _between(text, above, below, end - start) + _spoken(below)
    stray = [word for word in words if word.turns != turns]
    return _clean(text) if not stray else _clean(f"{text} {text_in(box, stray)}")


def lines_of(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words of one direction in lines, from the first line to the last, each in the order of reading."""
    line: list[Word] = []
    for word in sorted(words, key=lambda word: word.baseline):
        if line and word.baseline - line[0].baseline > SAME_LINE * min(word.height, line[0].height):
            yield sorted(line, key=lambda word: word.along)
            line = []
        line.append(word)
    if line:
        yield sorted(line, key=lambda word: word.along)


def _spoken(line: Sequence[Word]) -> str:
    """The words of a line, with a space wherever there is room for one."""
    text = line[0].text
    for word, following in pairwise(line):
        gap = following.along[0] - word.along[1]
        text += (" " if word.is_ended or gap > WORD_GAP * word.height else "") + following.text
    return text


def _between(text: str, above: Sequence[Word], below: Sequence[Word], room: float) -> str:
    """What stands between two lines: nothing within a word, a space where the line was full, else a line feed."""
    if text.endswith(WORD_JOINER):
        return ""
    if ITEM.match(below[0].text):
        return "\n"
    if text.endswith("-") and not text.endswith(" -"):
        return ""
    last, first = above[-1], below[0]
    width = last.along[1] - above[0].along[0]
    needed = width + SPACE * last.height + first.along[1] - first.along[0]
    return " " if needed > room - 2 * PADDING else "\n"


def _clean(text: str) -> str:
    return re.sub(r"[ \t\u00a0]+", " ", text.replace(WORD_JOINER, "").replace("\u00ad", "")).strip()


def _most_frequent(turns: Sequence[int]) -> int:
    return max(sorted(set(turns)), key=turns.count)
