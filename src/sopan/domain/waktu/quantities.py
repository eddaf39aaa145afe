"""Numbers and units put together: from tokens to tokens, in which every `2 hari kerja` is one QUANTITY."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import takewhile

from sopan.domain.waktu import numerals
from sopan.domain.waktu.lexicon import (
    CALENDAR_DAY,
    EASILY_MISTYPED,
    FRACTIONS,
    NOT_MISTYPED,
    NUMERALS,
    UNITS,
    WORKING_DAY,
    Sign,
)
from sopan.domain.waktu.tokens import END, Token
from sopan.domain.waktu.values import Doubt, Unit

COUNTED = ("pukul", "pkl", "tanggal", "tgl", "ke", "tahap")
"""Moments that swallow the number behind them."""
JOINERS = (Sign.UNTIL, Sign.SLASH, Sign.AND, Sign.COMMA)


def quantities(tokens: Sequence[Token]) -> tuple[list[Token], set[Doubt]]:
    """The tokens with numbers and units joined, and what was doubtful about it. Linear in their number."""
    reader = _Reader(tokens)
    return reader.read(), reader.doubts


class _Reader:
    """Walks over the tokens once, from left to right."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.doubts: set[Doubt] = set()

    def read(self) -> list[Token]:
        found: list[Token] = []
        while self.at < len(self.tokens):
            before = found[-1] if found else END
            found += self._moment(before) or self._amount() or [self._take()]
        return found

    def _peek(self, ahead: int = 0) -> Token:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else END

    def _take(self) -> Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def _moment(self, before: Token) -> list[Token]:
        """`pukul 08.00`, `H-3`, `minggu ke-2`, `bulan 3`: a place in time, with its numbers."""
        token = self._peek()
        behind_unit = token.sign is Sign.UNIT and before.sign not in (Sign.EVERY, Sign.SLASH)
        ahead = 2 if behind_unit and self._peek(1).sign in (Sign.UNTIL, Sign.AND) else 1
        if not (behind_unit or token.text in COUNTED) or self._peek(ahead).sign not in (Sign.NUMBER, Sign.CLOCK):
            return []
        words = [self._take().text]
        while self._peek().sign in (Sign.NUMBER, Sign.CLOCK) or (
            self._peek().sign in JOINERS and self._peek(1).sign in (Sign.NUMBER, Sign.CLOCK)
        ):
            words.append(self._take().text)
        return [Token(Sign.MOMENT, " ".join(words))]

    def _amount(self) -> list[Token]:
        """A number, and its unit when it has one: a QUANTITY, a bare NUMBER, or a ONCE for `2 kali`."""
        start, token = self.at, self._peek()
        if token.sign is Sign.ONE_UNIT:
            self.at += 1
            return [self._quantity(start, token.number, token.unit or Unit.JAM)]
        if token.sign is Sign.CLOCK:
            return [self._clock()]
        number = self._number()
        if number is None:
            return []
        if self._peek().sign is Sign.TIMES:
            self.at += 1
            times, number = number, self._number()
            if number is None:
                return [Token(Sign.ONCE, self._text(start))]
            return [self._product(start, times, number)]
        unit = self._unit()
        return [self._quantity(start, number, *unit) if unit else Token(Sign.NUMBER, self._text(start), number)]

    def _quantity(self, start: int, number: Fraction, unit: Unit, times: Fraction = Fraction(1)) -> Token:
        if unit is Unit.HARI:
            unit = self._kind_of_day()
        else:
            self._modifiers(WORKING_DAY)
        return Token(Sign.QUANTITY, self._text(start), number * times * self._multiplier(), unit)

    def _multiplier(self) -> Fraction:
        """The 3 of `20 menit x 3`, also of `20 menit x 3 berkas`; 1 when there is none."""
        start = self.at
        if self._peek().sign is Sign.TIMES:
            self.at += 1
            number = self._number()
            if number is not None and _unit_of(self._peek()) is None:
                return number
        self.at = start
        return Fraction(1)

    def _product(self, start: int, times: Fraction, number: Fraction) -> Token:
        """`2 x 60 menit`; `3 x 24 jam` are three days by the clock, not seventy-two hours of work."""
        unit = self._unit()
        if unit is None:
            self.doubts.add(Doubt.NO_UNIT)
            return Token(Sign.NUMBER, self._text(start), times * number)
        if unit[0] is Unit.JAM and number == 24:
            return Token(Sign.QUANTITY, self._text(start), times, Unit.HARI)
        return self._quantity(start, times * number, *unit)

    def _number(self) -> Fraction | None:
        """Digits or words, once or twice: `14 (empat belas)`."""
        number = self._figures()
        if number is not None and self._peek().sign is Sign.OPEN:
            start = self.at
            self.at += 1
            again = self._figures()
            if again is None or self._peek().sign is not Sign.CLOSE:
                self.at = start
            else:
                self.at += 1
                self.doubts |= {Doubt.CONTRADICTION} if again != number else set()
        return number

    def _figures(self) -> Fraction | None:
        if self._peek().sign is Sign.NUMERAL:
            return self._numerals()
        if self._peek().sign is not Sign.NUMBER:
            return None
        if self._is_quotient(0):
            return self._quotient()
        whole = self._digits()
        if self._is_quotient(0):
            return whole + self._quotient()
        return whole + self._numerals() if self._peek().text in FRACTIONS else whole

    def _digits(self) -> Fraction:
        """`1 0` is ten with a space too much, and `1 500` is written with a space for the point."""
        token = self._take()
        text = token.text
        while text.isdigit() and self._is_torn_off(text) and not self._is_quotient(0):
            text += self._take().text
            self.doubts.add(Doubt.SPELLING)
        return token.number if text == token.text else Fraction(text)

    def _is_torn_off(self, text: str) -> bool:
        token = self._peek()
        fits = len(token.text) == 1 or (len(token.text) == 3 and len(text) <= 3)
        return token.sign is Sign.NUMBER and token.text.isdigit() and fits and len(text) < numerals.LONGEST

    def _is_quotient(self, ahead: int) -> bool:
        over, slash, under = (self._peek(ahead + place) for place in range(3))
        return (
            over.sign is Sign.NUMBER
            and slash.sign is Sign.SLASH
            and under.sign is Sign.NUMBER
            and over.number < under.number
            and self._peek(ahead + 3).sign is not Sign.SLASH
        )

    def _quotient(self) -> Fraction:
        over = self._take().number
        self.at += 1
        return over / self._take().number

    def _numerals(self) -> Fraction:
        """A run of number words; two simple ones in a row (`dua tiga hari`) are two numbers."""
        words = [self._take().text]
        while self._peek().sign is Sign.NUMERAL and not _are_two(words[-1], self._peek().text):
            words.append(self._take().text)
        return numerals.of_words(words)

    def _clock(self) -> Token:
        """`00:15:00` comes from a spreadsheet, `1:30 jam` from a person; any other is a time of day or unclear."""
        token = self._take()
        places = [int(place) for place in token.text.split(":") if len(place) <= 4]
        if self._peek().sign is Sign.UNIT and self._peek().unit is Unit.JAM and len(places) == 2:
            self.at += 1
            return Token(Sign.QUANTITY, token.text, Fraction(60 * places[0] + places[1], 60), Unit.JAM)
        if len(places) == 3:
            self.doubts.add(Doubt.SPELLING)
            seconds = 3600 * places[0] + 60 * places[1] + places[2]
            return Token(Sign.QUANTITY, token.text, Fraction(seconds, 60), Unit.MENIT)
        return Token(Sign.MOMENT, token.text)

    def _unit(self) -> tuple[Unit, Fraction] | None:
        """The unit behind a number, also behind a hyphen or in brackets: `5-menit`, `60 (menit)`."""
        start = self.at
        bracket = self._peek().sign is Sign.OPEN
        if bracket or (self._peek().text == "-" and self._peek(1).sign is Sign.UNIT):
            self.at += 1
        unit = _unit_of(self._peek())
        if unit is None or (bracket and self._peek(1).sign is not Sign.CLOSE):
            self.at = start
            return None
        self.doubts |= {Doubt.SPELLING} if self._peek().sign is Sign.WORD else set()
        self.at += 2 if bracket else 1
        return unit

    def _kind_of_day(self) -> Unit:
        if self._modifiers(WORKING_DAY):
            return Unit.HARI_KERJA
        self._modifiers(CALENDAR_DAY)
        return Unit.HARI

    def _modifiers(self, words: frozenset[str]) -> bool:
        """Takes `kerja`, `-kerja`, `(kerja)` and its misspellings; whether there was one."""
        start = self.at
        while True:
            skip = 1 if self._peek().sign is Sign.OPEN or self._peek().text == "-" else 0
            word = self._peek(skip).text
            if word not in words and not (word and "kerja" in words and is_nearly(word, "kerja")):
                return self.at > start
            if self._peek().sign is Sign.OPEN and self._peek(2).sign is not Sign.CLOSE:
                return self.at > start
            self.doubts |= {Doubt.SPELLING} if word not in words else set()
            self.at += 1 + skip + (self._peek().sign is Sign.OPEN)

    def _text(self, start: int) -> str:
        return " ".join(token.text for token in self.tokens[start : self.at])


def _unit_of(token: Token) -> tuple[Unit, Fraction] | None:
    if token.sign is Sign.UNIT and token.unit:
        return token.unit, token.number
    if token.text == "min":  # `minimal` elsewhere
        return Unit.MENIT, Fraction(1)
    if token.sign is Sign.WORD and token.text not in NOT_MISTYPED:
        meant = next((unit for unit in EASILY_MISTYPED if is_nearly(token.text, unit)), None)
        return (UNITS[meant][0], Fraction(UNITS[meant][1])) if meant else None
    return None


def _are_two(word: str, following: str) -> bool:
    if word not in NUMERALS or following not in NUMERALS:
        return False
    return NUMERALS[word] < 100 or NUMERALS[following] >= NUMERALS[word]


def is_nearly(word: str, meant: str) -> bool:
    """Whether `word` begins like `meant` and has one letter too many, too few, wrong, or two exchanged."""
    if word[:1] != meant[0] or abs(len(word) - len(meant)) > 1 or len(word) < 3 or word == meant:
        return False
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, meant, strict=False)))
    left, right = word[head:], meant[head:]
    exchanged = left[:2] == right[1::-1] and left[2:] == right[2:] and len(left) >= 2
    return exchanged or left[1:] == right[1:] or left[1:] == right or left == right[1:]
