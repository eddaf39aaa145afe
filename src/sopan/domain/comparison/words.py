"""What changed in a text, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


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
