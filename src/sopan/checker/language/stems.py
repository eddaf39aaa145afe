"""Stems of Indonesian words: `pemeriksaan`, `memeriksa` and `diperiksa` meet in `periksa`."""

from __future__ import annotations

import re
from functools import lru_cache

from snowballstemmer.indonesian_stemmer import IndonesianStemmer

from sopan.checker.language.words import CACHED_TEXTS, CACHED_WORDS, STOP_WORDS, words


@lru_cache(maxsize=CACHED_WORDS)
def stem(word: str) -> str:
    """A key that the forms of one word share: mengirim, pengiriman, kirim. It is for comparing, not for reading."""
    if len(word) > LONGEST_WORD:
        return word
    known = _LOST_T.sub(r"\1nt", _KEPT.sub("", word))
    while (shorter := str(_STEMMER.stemWord(known))) != known:
        known = shorter
    return _FIRST_K.sub("", known)


LONGEST_WORD = 40
"""Anything longer is no word of the language, and the stemmer would take its time over it."""
_STEMMER = IndonesianStemmer()
_KEPT = re.compile(
    r"^[mp]e(?=n(?:ai[kn]|ama|anti|asi[bh]|egara|ilai|ikah|ikmat|iat|omor|ormal|ota)"
    r"|m(?:a(?:hir|kan|kna|lam|nfaat|salah|suk|teri|ti)|ediasi|i(?:lik|nta)|ohon|u(?:at|ka|lai|snah|takhir|tasi)))"
    r"|^[mp]eng(?=elola)|^(?:di|ter)?k(?=elola)"
)
"""Prefixes before a root that begins with n or m: the stemmer would take the letter for a part of the prefix."""
_LOST_T = re.compile(r"^(me|pe)n(?=[aeiou])")
"""menerbitkan comes from terbit: men- swallows a t, which the stemmer does not give back."""
_FIRST_K = re.compile(r"^k(?=[aeiou]..)")
"""mengirim comes from kirim: meng- swallows a k, so that no key begins with one."""


@lru_cache(maxsize=CACHED_TEXTS)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning in `text`; the little words are left out."""
    return frozenset(stem(word) for word in words(text) if word not in STOP_WORDS)
