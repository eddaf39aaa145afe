"""How alike two texts are, by the stems of the words that carry meaning."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from math import ceil

from sopan.checker.language.stems import content_stems
from sopan.checker.language.words import CACHED_TEXTS, folded, word_set, words

_FORMAL = word_set("sop ap standar operasional prosedur")


def likeness(one: str, other: str) -> float:
    """From 0 (nothing in common) to 1 (the same stems): shared stems over all stems."""
    return _jaccard(content_stems(one), content_stems(other))


def overlap(one: str, other: str) -> float:
    """From 0 to 1: how much of the shorter text comes back in the longer one; 0 when either is empty."""
    a, b = content_stems(one), content_stems(other)
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def same_text(one: str, other: str) -> bool:
    """Whether two texts read the same, whatever their case, punctuation and spacing."""
    return folded(one) == folded(other)


@lru_cache(maxsize=CACHED_TEXTS)
def title_stems(judul: str) -> frozenset[str]:
    """Stems of a title, without the words “SOP” or “Standar Operasional Prosedur” in front."""
    return content_stems(" ".join(word for word in words(judul) if word not in _FORMAL))


def title_likeness(one: str, other: str) -> float:
    """From 0 to 1: how alike two titles of procedures are; 1 when they differ in small words only."""
    return _jaccard(title_stems(one), title_stems(other))


class TitleIndex:
    """Titles of a folder, for finding the near ones without comparing each with each."""

    def __init__(self) -> None:
        self._stems: list[frozenset[str]] = []
        self._titles_with: dict[str, list[int]] = defaultdict(list)

    def add(self, judul: str) -> None:
        """Put a title in; titles are known by the order in which they came, from 0."""
        stems = title_stems(judul)
        for each in stems:
            self._titles_with[each].append(len(self._stems))
        self._stems.append(stems)

    def near(self, judul: str, *, threshold: float) -> list[tuple[int, float]]:
        """Places and likeness of the titles at least as alike as `threshold` (above 0), in their order."""
        stems = title_stems(judul)
        found = []
        for place in sorted(self._candidates(stems, threshold)):
            likeness = _jaccard(stems, self._stems[place])
            if likeness >= threshold:
                found.append((place, likeness))
        return found

    def _candidates(self, stems: frozenset[str], threshold: float) -> set[int]:
        """Titles with one of the rarest stems: one that shares none of these shares too few of the others."""
        by_rarity = sorted(stems, key=lambda each: (len(self._titles_with.get(each, ())), each))
        telling = by_rarity[: len(stems) - ceil(threshold * len(stems)) + 1]
        return {place for each in telling for place in self._titles_with.get(each, ())}


def _jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0
