"""What changed in a text, word by word, and in a list of texts, item by item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from sopan.domain.comparison.likeness import likeness


class Mark(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text of one mark. Joined, all but the added are the old text, all but the removed the new one."""

    mark: Mark
    text: str


Pieces = tuple[Piece, ...]

_MOST_WORDS = 400
"""Beyond this many words between the first and the last change nobody reads along: it is one change."""

_TOO_LITTLE = 0.35
"""Texts that share less than this are told apart as a whole; single words in common only confuse."""

_ALIKE = 0.5
"""From this likeness on two items of a list are one item in two wordings."""

_MOST_ITEMS = 50
"""Items between two that stayed, beyond which nobody looks for the same item in other words."""


def word_diff(old: str, new: str) -> Pieces:
    """What stayed, went and came, in reading order, with the removed before what replaces it."""
    before, after = _words(old), _words(new)
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    pieces = [
        Piece(Mark.SAME, "".join(before[:start])),
        *_middle(before[start : len(before) - end], after[start : len(after) - end]),
        Piece(Mark.SAME, "".join(before[len(before) - end :])),
    ]
    kept = sum(len(piece.text) for piece in pieces if piece.mark is Mark.SAME)
    if kept < _TOO_LITTLE * min(len(old), len(new)):
        pieces = _whole(old, new)
    return _merged(pieces)


def list_diff(old: Sequence[str], new: Sequence[str]) -> tuple[Pieces, ...]:
    """The items of both lists in reading order: what stayed, what reads otherwise, what went and what came."""
    lines: list[Pieces] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            lines += [word_diff(item, item) for item in old[a:b]]
        else:
            lines += _rewritten(old[a:b], new[c:d])
    return tuple(lines)


def _rewritten(old: Sequence[str], new: Sequence[str]) -> list[Pieces]:
    """Items in other words beside each other, the rest before and after them."""
    lines: list[Pieces] = []
    at = to = 0
    for one, other in (*_alike(old, new), (len(old), len(new))):
        lines += [word_diff(item, "") for item in old[at:one]]
        lines += [word_diff("", item) for item in new[to:other]]
        if one < len(old):
            lines.append(word_diff(old[one], new[other]))
        at, to = one + 1, other + 1
    return lines


def _alike(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of items that are one item in two wordings, the likest first, none crossing another."""
    scores = [
        (-alike, at, to)
        for at, one in enumerate(old[:_MOST_ITEMS])
        for to, other in enumerate(new[:_MOST_ITEMS])
        if (alike := likeness(one, other)) >= _ALIKE
    ]
    pairs: list[tuple[int, int]] = []
    for _, at, to in sorted(scores):
        if all((at - a) * (to - b) > 0 for a, b in pairs):
            pairs.append((at, to))
    return sorted(pairs)


def _words(text: str) -> list[str]:
    """Words, punctuation and white space: joined again they are the text."""
    return re.findall(r"\w+|\s+|[^\w\s]+", text)


def _common(some: list[str], others: list[str]) -> int:
    """How many words are the same from the start."""
    shorter = min(len(some), len(others))
    return next((at for at in range(shorter) if some[at] != others[at]), shorter)


def _middle(before: list[str], after: list[str]) -> list[Piece]:
    """Pieces between the common start and the common end. A space alone is nothing two texts have in common."""
    if max(len(before), len(after)) > _MOST_WORDS:
        return _whole("".join(before), "".join(after))
    pieces: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(str.isspace, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        pieces += [Piece(Mark.SAME, gone)] if tag == "equal" else _whole(gone, come)
    return pieces


def _whole(old: str, new: str) -> list[Piece]:
    return [Piece(Mark.REMOVED, old), Piece(Mark.ADDED, new)]


def _merged(pieces: list[Piece]) -> Pieces:
    """Without the empty ones, and neighbours of one mark as one."""
    merged: list[Piece] = []
    for piece in pieces:
        if piece.text and merged and merged[-1].mark is piece.mark:
            merged[-1] = Piece(piece.mark, merged[-1].text + piece.text)
        elif piece.text:
            merged.append(piece)
    return tuple(merged)
