"""Numbers as Indonesians write them: `1.250`, `1,5`, `½`, `dua belas`, `satu setengah`."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from fractions import Fraction

from sopan.domain.waktu.lexicon import DIVISORS, FRACTIONS, MULTIPLIERS, NUMERALS

LONGEST = 9
"""Digits; a longer string of them is no amount of time."""


def of_digits(text: str) -> Fraction | None:
    """`1.250` is one thousand; `1,5`, `1.5` and `1.25` have decimals; None for what is neither."""
    if len(text) > LONGEST + 3 or not text.isascii():
        return None
    whole, comma, decimals = text.partition(",")
    if comma:
        return Fraction(f"{whole.replace('.', '')}.{decimals}") if decimals.isdigit() else None
    groups = text.split(".")
    if len(groups) > 1 and not groups[0].startswith("0") and all(len(group) == 3 for group in groups[1:]):
        return Fraction("".join(groups)) if len(groups[0]) <= 3 else None
    return Fraction(text) if len(groups) <= 2 else None


def of_words(words: Iterable[str]) -> Fraction:
    """Value of a run of numerals: `seratus dua puluh lima`, `tiga perempat`."""
    thousands, below, last, part = 0, 0, 0, Fraction(0)
    for word in words:
        if word in FRACTIONS:
            part += FRACTIONS[word]
        elif word in DIVISORS:
            below, part = below - last, part + Fraction(last or 1, DIVISORS[word])
        elif word == "belas":
            below += 10
        elif word == "ribu":
            thousands, below = thousands + 1000 * (below or 1), 0
        elif word in MULTIPLIERS:
            below += (last or 1) * MULTIPLIERS[word] - last
        else:
            below, last = below + NUMERALS[word], NUMERALS[word]
    return thousands + below + part


def without_vulgar_fractions(text: str) -> str:
    """`1½` as `1 1/2`."""
    return "".join(f" {_quotient(sign)} " if _is_vulgar(sign) else sign for sign in text)


def _is_vulgar(sign: str) -> bool:
    return sign > "~" and unicodedata.decomposition(sign).startswith("<fraction>") and unicodedata.numeric(sign) > 0


def _quotient(sign: str) -> str:
    value = Fraction(unicodedata.numeric(sign)).limit_denominator(20)
    return f"{value.numerator}/{value.denominator}"
