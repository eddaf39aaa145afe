"""Words become text: gathered into lines, lines into paragraphs, with words that were cut put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopan.drawn import Box
from sopan.readers.pdf.letters import WORD_GAP, Word, extent

SAME_LINE = 0.45
"""Of the height of a word: words of one line stand on one baseline, as far as this."""
TWO_BASELINES = 0.05
"""Of the height of a word: lines that were printed over each other lie at least so far apart."""
PADDING = 0.8
"""Millimetres that even the narrowest cell keeps free beside its text."""
SPACE = 0.28
"""Width of a space, of the height of a word."""
ITEM = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]|[-–—•▪●○◦*·✓√➢]|)$")
"""The first word of an item of a list."""
SEAMS = "-/._@"
"""After these a word that is too long for its cell is cut."""
SIGNS = frozenset("/-–&")
"""These stand between two words, with a space on either side."""
MOSTLY = 0.8
CLOSE = 1.0
"""Millimetres by which a cell may keep more free beside its text."""
LONGEST_WORD = 20
"""Letters; what is longer was cut."""
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Joining:
    """How lines of one page are joined to paragraphs again."""

    prints_spaces: bool | None = None
    """Whether a space is printed at the end of a full line; then a line without one ends within a word. None: no line
    says so."""

    def text_in(self, box: Box, words: Sequence[Word]) -> str:
        """The words inside a box as paragraphs, parted by a line feed."""
        if not words:
            return ""
        turns = _most_frequent([word.turns for word in words])
        rows = list(lines_of([word for word in words if word.turns == turns]))
        room = _Room.of(box, turns)
        text = _spoken(rows[0])
        joining = self if all(_ends_of_full_lines(rows, room)) else Joining(prints_spaces=False)
        for above, below in pairwise(rows):
            text += joining._between(text, above, below, room) + _spoken(below)
        stray = [word for word in words if word.turns != turns]
        return _clean(f"{text} {self.text_in(box, stray)}" if stray else text)

    def _between(self, text: str, above: Sequence[Word], below: Sequence[Word], room: _Room) -> str:
        """What stands between two lines: nothing within a word, a space where the line was full, else a line feed."""
        last, first = above[-1], below[0]
        is_item = ITEM.match(first.text) and not (text[-1].isdigit() and room.may_cut(above, first))
        if is_item:
            return "\n"
        if not last.is_ended and self._goes_on(text, above, first, room):
            return ""
        return " " if room.is_full(above, first) else "\n"

    def _goes_on(self, text: str, above: Sequence[Word], first: Word, room: _Room) -> bool:
        """Whether the first word of a line is the rest of the last one above, after which no space is printed."""
        if above[-1].text in SIGNS or first.text in SIGNS:
            return False
        if text[-1] in "-/" or (self.prints_spaces and text[-1] in SEAMS and len(above) == 1):
            return True
        if self.prints_spaces is False or not room.may_cut(above, first):
            return False
        is_new_word = text[-1].islower() and first.text[0].isupper()
        return not is_new_word or len(above[-1].text) > LONGEST_WORD


def joining_of(boxes: Iterable[tuple[Box, Sequence[Word]]]) -> Joining:
    """How the lines in these boxes want to be joined."""
    ends: list[bool] = []
    for box, words in boxes:
        rows = list(lines_of([word for word in words if not word.turns]))
        ends += _ends_of_full_lines(rows, _Room.of(box, 0))
    return Joining(prints_spaces=sum(ends) >= MOSTLY * len(ends) if ends else None)


def _ends_of_full_lines(rows: Sequence[Sequence[Word]], room: _Room) -> Iterator[bool]:
    """For each full line whether a space ends it. A line of one word says nothing: it may be a piece of a word."""
    for above, below in pairwise(rows):
        if len(above) > 1 and above[-1].text[-1] not in SEAMS and room.is_full(above, below[0]):
            yield above[-1].is_ended


def lines_of(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words of one direction in lines, from the first line to the last, each in the order of reading."""
    line: list[Word] = []
    for word in sorted(words, key=lambda word: word.baseline):
        if line and word.baseline - line[0].baseline > SAME_LINE * min(word.height, line[0].height):
            yield from _untangled(line)
            line = []
        line.append(word)
    if line:
        yield from _untangled(line)


def _untangled(line: list[Word]) -> Iterator[list[Word]]:
    """The line in the order of reading; two lines where words lie over each other on two baselines."""
    ordered = sorted(line, key=lambda word: word.along)
    if any(_lie_over(word, following) for word, following in pairwise(ordered)):
        steps = [following.baseline - word.baseline for word, following in pairwise(line)]
        widest = max(steps)
        if widest > TWO_BASELINES * line[0].height:
            cut = steps.index(widest) + 1
            yield from _untangled(line[:cut])
            yield from _untangled(line[cut:])
            return
    yield ordered


def _lie_over(word: Word, following: Word) -> bool:
    return word.along[1] - following.along[0] > 0.3 * min(_length(word), _length(following))


def _spoken(line: Sequence[Word]) -> str:
    """The words of a line, with a space wherever there is room for one."""
    text = line[0].text
    for word, following in pairwise(line):
        gap = following.along[0] - word.along[1]
        text += (" " if word.is_ended or gap > WORD_GAP * word.height else "") + following.text
    return text


@dataclass(frozen=True, slots=True)
class _Room:
    """How long a line of a box can be."""

    width: float

    @classmethod
    def of(cls, box: Box, turns: int) -> _Room:
        start, end = extent(box, turns)
        return cls(end - start - 2 * PADDING)

    def is_full(self, line: Sequence[Word], following: Word) -> bool:
        """Whether the next word had no room in the line."""
        return _reach(line) + SPACE * line[-1].height + _length(following) > self.width

    def may_cut(self, line: Sequence[Word], following: Word) -> bool:
        """Whether the next word may be the rest of a word longer than a line, cut where no letter more had room."""
        if len(line) > 1:
            return False
        letter = _length(following) / len(following.text)
        return len(line[0].text) > LONGEST_WORD or _reach(line) + letter > self.width - CLOSE


def _reach(line: Sequence[Word]) -> float:
    return line[-1].along[1] - line[0].along[0]


def _length(word: Word) -> float:
    return word.along[1] - word.along[0]


def _clean(text: str) -> str:
    return re.sub(r"[ \t\u00a0]+", " ", text.translate(INVISIBLE)).strip()


def _most_frequent(turns: Sequence[int]) -> int:
    return max(sorted(set(turns)), key=turns.count)
