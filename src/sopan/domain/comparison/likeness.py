"""How much two texts have in common, by their letters: cheap, and the same whichever is asked first."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = 300
"""Letters that are compared; what is alike until then is alike."""

_A_FEW = 6
"""Fewer runs of letters than this are found in too many texts."""


def plain(text: str) -> str:
    """The words alone, in small letters."""
    return " ".join(re.findall(r"\w+", text.casefold()))


@lru_cache(maxsize=4_096)
def grams(text: str) -> frozenset[str]:
    """Runs of three letters: whoever corrects a word, or its prefix, keeps most of them."""
    words = f" {plain(text[: 4 * _LETTERS])} "[:_LETTERS]
    return frozenset(words[at : at + 3] for at in range(len(words) - 2))


def shared(some: frozenset[str], others: frozenset[str]) -> float:
    """How much two sets have in common, from 0 to 1 (Dice); two empty ones nothing."""
    return 2 * len(some & others) / ((len(some) + len(others)) or 1)


def likeness(text: str, other: str) -> float:
    """From 0 to 1; a text that the other one spells out further is nearly as good as the same text."""
    some, others = grams(text), grams(other)
    shorter = min(len(some), len(others))
    contained = len(some & others) / shorter if shorter >= _A_FEW else 0.0
    return max(shared(some, others), 0.75 * contained)
