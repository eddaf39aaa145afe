"""Words for refusing a source: suggestions, excerpts, and the characters no procedure may hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters, lone surrogates and non-characters: no document format can carry them."""

_EXCERPT = 60


def excerpt(text: str) -> str:
    """`text` on one line, short enough for a sentence."""
    line = " ".join(UNFIT.sub("\ufffd", text[: 2 * _EXCERPT]).split())
    return line if len(line) <= _EXCERPT and len(text) <= 2 * _EXCERPT else line[: _EXCERPT - 1] + "…"


def listed(words: Iterable[str], most: int = 12) -> str:
    """The words with commas between them, and an ellipsis where there are too many."""
    shown = [excerpt(word) for word in words]
    return ", ".join(shown if len(shown) <= most else [*shown[:most], "…"])


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice a person most likely meant, or empty."""
    known = {choice.casefold(): choice for choice in choices}
    wanted = word[:_EXCERPT].casefold().strip().replace(" ", "_").replace("-", "_")
    close = get_close_matches(wanted, known, n=1, cutoff=0.6)
    return known[close[0]] if close else ""


def code_point(character: str) -> str:
    """`U+0007`: how a character that cannot be shown is named."""
    return f"U+{ord(character):04X}"
