"""A time's words as tokens. One pass, linear in the length of the text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from sopan.domain.waktu import numerals
from sopan.domain.waktu.lexicon import NUMERAL_WORDS, ONE_UNITS, PHRASES, UNITS, Sign
from sopan.domain.waktu.values import Unit

LONGEST_PHRASE = max(map(len, PHRASES))

SAME = str.maketrans({
    **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
    **dict.fromkeys("‘’‚‛`´", "'"),
    **dict.fromkeys("“”„‟", '"'),
    "×": "x", "⁄": "/", "∕": "/", "∼": "~", "\u00ad": "", "\u200b": "", "\ufeff": "",
})  # fmt: skip
RAW = re.compile(r"\d+:\d{2}(?::\d{2})?(?!\d)|\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|\S")
LETTER_FOR_DIGIT = re.compile(r"(?<=\d)o(?![^\W\d_])|\b[li](?=\d)")


@dataclass(frozen=True, slots=True)
class Token:
    """A sign, the words it was read from, and for numbers and units what they amount to."""

    sign: Sign
    text: str = ""
    number: Fraction = Fraction(0)
    unit: Unit | None = None


END = Token(Sign.PUNCTUATION)


def tokens(words: str) -> list[Token]:
    """All tokens of `words`; whatever is unknown becomes a WORD or PUNCTUATION."""
    found: list[Token] = []
    between = False
    for token in _signs(RAW.findall(_plain(words))):
        between |= token.text == "antara"
        if between and token.sign is Sign.AND:  # antara 4 dan 6 jam
            token, between = replace(token, sign=Sign.UNTIL), False
        if token.text != "." or (found and found[-1].sign is Sign.NUMBER):  # the point of `s.d.` says nothing
            found.append(token)
    return found


def has_letter_for_digit(words: str) -> bool:
    """Whether a letter stands where a digit was meant: `1O menit`."""
    return LETTER_FOR_DIGIT.search(words.lower()) is not None


def _plain(words: str) -> str:
    text = unicodedata.normalize("NFKC", numerals.without_vulgar_fractions(words.translate(SAME))).lower()
    text = LETTER_FOR_DIGIT.sub(lambda found: "0" if found[0] == "o" else "1", text.translate(SAME))
    return re.sub(r"(?<=\d)\s?'", " ′ ", re.sub(r"(?<=\d)\s?(?:\"|'')", " ″ ", text))


def _signs(raw: list[str]) -> Iterator[Token]:
    at = 0
    while at < len(raw):
        for length in range(LONGEST_PHRASE, 0, -1):
            sign = PHRASES.get(tuple(raw[at : at + length]))
            if sign is not None and at + length <= len(raw):
                yield Token(sign, " ".join(raw[at : at + length]))
                at += length
                break
        else:
            yield _single(raw[at])
            at += 1


def _single(raw: str) -> Token:
    if raw[0].isdigit():
        return _digits(raw)
    for sign, table in ((Sign.UNIT, UNITS), (Sign.ONE_UNIT, ONE_UNITS)):
        if raw in table:
            unit, times = table[raw]
            return Token(sign, raw, Fraction(times), unit)
    if raw in NUMERAL_WORDS:
        return Token(Sign.NUMERAL, raw)
    return Token(Sign.WORD if raw[0].isalpha() else Sign.PUNCTUATION, raw)


def _digits(raw: str) -> Token:
    if ":" in raw:
        return Token(Sign.CLOCK, raw)
    number = numerals.of_digits(raw)
    return Token(Sign.WORD, raw) if number is None else Token(Sign.NUMBER, raw, number)
