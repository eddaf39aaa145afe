"""Facts about the column Waktu that several rules ask for."""

from __future__ import annotations

from functools import lru_cache

from sopan.checker.language.words import CACHED_TEXTS
from sopan.domain import waktu


@lru_cache(maxsize=CACHED_TEXTS)
def longest_minutes(words: str) -> tuple[float, float]:
    """The most working and the most calendar minutes of a time cell, by the nominal calendar; zeros when unmeasured."""
    span = waktu.read(words).span()
    return float(span.working_max), float(span.calendar_max)


@lru_cache(maxsize=CACHED_TEXTS)
def is_said_twice_differently(words: str) -> bool:
    """Whether a time cell states two times that are not the same, such as `480 menit (7 jam)`."""
    return waktu.read(words).contradicts_itself()
