"""Stems of Indonesian words: `pemeriksaan`, `memeriksa` and `diperiksa` meet in `periksa`."""

from __future__ import annotations

from functools import lru_cache

from snowballstemmer.indonesian_stemmer import IndonesianStemmer

from sopan.checker.language.words import CACHED_TEXTS, CACHED_WORDS, STOP_WORDS, words


@lru_cache(maxsize=CACHED_WORDS)
def stem(word: str) -> str:
    """The stem of one lower-case word."""
    return str(IndonesianStemmer().stemWord(word))


@lru_cache(maxsize=CACHED_TEXTS)
def content_stems(text: str) -> frozenset[str]:
    """Stems of the words that carry meaning in `text`; the little words are left out."""
    return frozenset(stem(word) for word in words(text) if word not in STOP_WORDS)
