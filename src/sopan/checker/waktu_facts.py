"""Facts about the column Waktu that several rules ask for."""

from __future__ import annotations

from functools import lru_cache

from sopan.checker.language.words import CACHED_TEXTS
from sopan.domain import waktu
from sopan.domain.waktu import Span


@lru_cache(maxsize=CACHED_TEXTS)
def span_of(words: str) -> Span:
    """Minutes a time cell stands for, by the nominal calendar; nothing and one more unmeasured where there are none."""
    return waktu.read(words).span()


@lru_cache(maxsize=CACHED_TEXTS)
def is_said_twice_differently(words: str) -> bool:
    """Whether a time cell states two times that are not the same, such as `480 menit (7 jam)`."""
    return waktu.read(words).contradicts_itself()
