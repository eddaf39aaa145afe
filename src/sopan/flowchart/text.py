"""How wide text is, and where its lines break. The engine asks a `TextMeasurer`; writers own the real fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from sopan.flowchart import helvetica
from sopan.flowchart.diagram import WORD_JOINER
from sopan.flowchart.measures import LEADING, POINT


class TextMeasurer(Protocol):
    """Measures one line of text."""

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width in millimetres of `text` on one line at `size` points, without kerning."""
        ...


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text in lines at one size. `width` and `height` are millimetres."""

    lines: tuple[str, ...]
    size: float
    leading: float
    width: float
    offsets: tuple[float, ...] = ()
    """How far each line is moved to the right, millimetres; empty where none is."""

    @property
    def height(self) -> float:
        """Of all lines."""
        return self.leading * len(self.lines)


Word = tuple[str, float]
"""A word and its width at one point."""


class Typesetter:
    """Breaks text into lines. Remembers the width of every word at one point, so that asking again costs little."""

    def __init__(self, measure: TextMeasurer) -> None:
        self.measure = measure
        self._units = (_Units(measure, bold=False), _Units(measure, bold=True))
        self._words: tuple[dict[str, list[list[Word]]], ...] = ({}, {})

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width of one line, millimetres."""
        return self._units[bold][text] * size

    def block(self, text: str, width: float, size: float, *, bold: bool = False) -> TextBlock:
        """`text` in lines of at most `width` millimetres; a word that is longer is cut, never lost.

        The further lines of an item of a list hang under its first word.
        """
        lines: list[str] = []
        offsets: list[float] = []
        widest = 0.0
        limit = width / size
        paragraphs = self._paragraphs(text, bold)
        for words in paragraphs:
            hang = self._hang(words, bold, limit) if len(paragraphs) > 1 else 0.0
            widest = max(widest, self._fill(lines, words, limit, bold, hang))
            offsets += [0.0, *[hang * size] * (len(lines) - len(offsets) - 1)]
        while lines and not lines[-1]:
            lines.pop()
        moved = tuple(offsets[: len(lines)]) if any(offsets) else ()
        return TextBlock(tuple(lines), size, size * POINT * LEADING, widest * size, moved)

    def _hang(self, words: list[Word], bold: bool, limit: float) -> float:
        """Width of the mark before an item at one point; 0 for other text, and where lines are too short for it."""
        if len(words) < 2 or not is_item_mark(words[0][0]):
            return 0.0
        hang = words[0][1] + self._units[bold][" "]
        return hang if hang < limit / 5 else 0.0

    def _paragraphs(self, text: str, bold: bool) -> list[list[Word]]:
        """Words of each paragraph with their widths at one point."""
        known = self._words[bold].get(text)
        if known is None:
            units = self._units[bold]
            known = [[(word, units[word]) for word in paragraph.split()] for paragraph in text.strip().splitlines()]
            self._words[bold][text] = known
        return known

    def _fill(self, lines: list[str], words: list[Word], limit: float, bold: bool, hang: float) -> float:
        """Append the lines of one paragraph; the width of the widest, with what it hangs by."""
        units = self._units[bold]
        space = units[" "]
        line: list[str] = []
        used = widest = before = 0.0
        for word, wide in words:
            if line:
                if used + space + wide <= limit:
                    line.append(word)
                    used += space + wide
                    continue
                lines.append(" ".join(line))
                widest = max(widest, used)
                before = hang
            if wide > limit - before:
                *full, word = self._cut(word, limit - before, bold)
                lines += [piece + WORD_JOINER for piece in full]
                widest = max([widest, *(before + units[piece] for piece in full)])
                wide = units[word]
            line, used = [word], before + wide
        lines.append(" ".join(line))
        return max(widest, used)

    def _cut(self, word: str, limit: float, bold: bool) -> list[str]:
        """Pieces of a word that each fit: after a hyphen, slash or dot where there is one, else anywhere."""
        pieces: list[str] = []
        while len(word) > 1 and self._units[bold][word] > limit:
            fits = self._fitting(word, limit, bold)
            seam = max((word.rfind(mark, 1, fits) + 1 for mark in "-/._@"), default=0)
            cut = seam if seam > 0 else fits
            pieces.append(word[:cut])
            word = word[cut:]
        return [*pieces, word]

    def _fitting(self, word: str, limit: float, bold: bool) -> int:
        """How many letters fit, one at least."""
        low, high = 1, len(word) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.measure.width(word[:middle], 1.0, bold) <= limit:
                low = middle
            else:
                high = middle - 1
        return low

    def longest_piece(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of the longest stretch that has no good place to break, millimetres."""
        pieces = _SEAM.split(text)
        return max((self._units[bold][piece] for piece in pieces), default=0.0) * size

    def length(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of all its words on one line, millimetres."""
        wide = [wide for words in self._paragraphs(text, bold) for _, wide in words]
        return (sum(wide) + max(len(wide) - 1, 0) * self._units[bold][" "]) * size

    def longest_word(self, text: str, size: float, *, bold: bool = False) -> float:
        """Width of the longest word, millimetres."""
        return max((wide for words in self._paragraphs(text, bold) for _, wide in words), default=0.0) * size


def is_item_mark(word: str) -> bool:
    """Whether this is what stands before an item of a list: `-`, `1.`, `b)`."""
    return _ITEM.fullmatch(word) is not None


class _Units(dict[str, float]):
    """Width of each text at one point."""

    def __init__(self, measure: TextMeasurer, *, bold: bool) -> None:
        super().__init__()
        self._measure = measure
        self._bold = bold

    def __missing__(self, text: str) -> float:
        self[text] = width = self._measure.width(text, 1.0, self._bold)
        return width


class HelveticaMeasurer:
    """Widths of Helvetica, which Arial and Arimo share; other letters count as wide ones. Needs no font file."""

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width in millimetres."""
        table = helvetica.BOLD if bold else helvetica.REGULAR
        return sum(table.get(letter, _UNKNOWN) for letter in text) * size * POINT / 1000


_UNKNOWN = 1000
_ITEM = re.compile(r"[-–•]|\d{1,2}[.)]|[a-z][.)]")
_SEAM = re.compile(r"(?<=[-/])|\s+")
