"""Cutting a text into words, the same way for every rule."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

CACHED_TEXTS = 4096
CACHED_WORDS = 8192
"""How many texts, and words, an analysis keeps: bounds on memory, not on what can be checked."""

_WORD = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
_LIST_MARK = re.compile(r"^\s*(?:[-\u2013\u2014•*·▪>]+\s*|\(?(?:\d{1,2}|[a-zA-Z])[.,)]\s+)+")


def word_set(text: str) -> frozenset[str]:
    """A list of words written as running text."""
    return frozenset(text.split())


STOP_WORDS = word_set("""
    ada adalah agar akan antara atas atau bagi bahwa bila dalam dan dari daripada dengan di guna hal hingga ialah
    itu ini juga kah karena ke kepada lain maka melalui mengenai menurut oleh pada para per pula pun saat sampai
    sebagai sebuah secara sehingga sejak selama seluruh semua serta seorang sesuai setelah setiap suatu supaya
    tentang terhadap terkait tersebut tiap untuk yaitu yakni yang
    """)


@lru_cache(maxsize=CACHED_TEXTS)
def words(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case, without punctuation; `tanda-tangan` is one word, `F-2.01` two."""
    return tuple(_WORD.findall(normalize("NFKC", text).casefold()))


@lru_cache(maxsize=CACHED_TEXTS)
def folded(text: str) -> str:
    """`text` without its case, punctuation and spacing: equal for texts that read the same."""
    return " ".join(words(text))


def split_after(text: str, count: int) -> tuple[str, str]:
    """`text` as it is written, cut after its first `count` words (1 or more)."""
    ends = [found.end() for found in _WORD.finditer(text)]
    cut = ends[count - 1] if count <= len(ends) else len(text)
    return text[:cut].strip(), text[cut:]


def shortened(text: str, *, at_most: int = 80) -> str:
    """`text` on one line, cut at a word with an ellipsis when it is long: for quoting it in a sentence."""
    line = " ".join(text.split())
    if len(line) <= at_most:
        return line
    return line[: at_most - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def without_list_mark(text: str) -> str:
    """`text` without the `1.`, `a)` or dash that people put before an item."""
    return _LIST_MARK.sub("", text).strip()


def has_phrase(text: str, phrases: frozenset[str], *, longest: int = 4) -> str:
    """The first of `phrases` (folded, up to `longest` words each) that stands in `text`; empty if none."""
    said = words(text)
    for start in range(len(said)):
        for length in range(min(longest, len(said) - start), 0, -1):
            phrase = " ".join(said[start : start + length])
            if phrase in phrases:
                return phrase
    return ""
