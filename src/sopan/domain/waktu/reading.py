"""From the words of a time cell to what they say.

A small grammar over tokens, in which numbers and units have already been joined (`quantities`):

    time        = alternative { ("atau" | ";") alternative }      shortest to longest
    alternative = range { ("dan" | "+") range }                   added up
    range       = [bound] duration [("-" | "s.d." | bound) duration]
    duration    = quantity { [","] quantity }                     each of a smaller unit than the one before

Around it stand what the time is for each of (`/berkas`), the same time said again (`(8 jam)`), and words that do not
matter. Nothing is refused: what does not fit is left out and reported as `unread`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from sopan.domain.waktu.lexicon import Sign
from sopan.domain.waktu.quantities import quantities
from sopan.domain.waktu.tokens import END, Token, has_letter_for_digit, tokens
from sopan.domain.waktu.values import Amount, Bound, Doubt, Duration, Range, Reason, Unit, Waktu, minutes_of

LONGEST_TEXT = 500
"""Characters; no time is longer, and what is longer is not read."""

ORDER = tuple(Unit)
BOUNDS = {Sign.AT_MOST: Bound.AT_MOST, Sign.AT_LEAST: Bound.AT_LEAST, Sign.ABOUT: Bound.ABOUT}
STRUCTURE = frozenset((*BOUNDS, Sign.QUANTITY, Sign.UNTIL, Sign.OR, Sign.AND, Sign.COMMA))
BETWEEN_NUMBERS = frozenset((*BOUNDS, Sign.NUMBER, Sign.UNTIL, Sign.OR, Sign.AND, Sign.COMMA, Sign.SLASH))
NOTHING = frozenset(("nihil", "n / a", "na", "tidak ada", "kosong"))


def read(words: str) -> Waktu:
    """What `words` say about time. Never raises; the same words give the same value."""
    if len(words) > LONGEST_TEXT:
        return Waktu(words=words, reason=Reason.UNKNOWN)
    return _read(words)


@lru_cache(maxsize=4096)
def _read(words: str) -> Waktu:
    items, doubts = quantities(tokens(words))
    said = _Said(items, doubts | ({Doubt.SPELLING} if has_letter_for_digit(words) else set()))
    said.sort_out()
    parts = said.ranges(said.main)
    if not parts:
        reason = _reason(items, said)
        return Waktu(words=words, reason=reason, doubts=frozenset({Doubt.NO_UNIT} if reason is Reason.NO_UNIT else ()))
    bound, restated = said.bound, said.ranges(said.again)
    return Waktu(
        words=words,
        parts=parts,
        bound=bound,
        per=said.per,
        restated=restated,
        unread=" ".join(said.unread),
        doubts=frozenset(said.doubts),
    )


@dataclass(slots=True)
class _Said:
    """The tokens of one cell, sorted by what they are good for."""

    items: list[Token]
    doubts: set[Doubt]
    main: list[Token] = field(default_factory=list)
    again: list[Token] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    per: str = ""
    recurring: bool = False
    bound: Bound = Bound.EXACT

    def sort_out(self) -> None:
        """Fills `main`, `again`, `per` and `unread` from `items`."""
        rest = self._without_brackets(self._with_lent_units(self._without_rates(self.items)))
        at = 0
        while at < len(rest):
            token, following = rest[at], rest[at + 1] if at + 1 < len(rest) else END
            if token.sign in (Sign.SLASH, Sign.EQUALS) and following.sign is Sign.QUANTITY and self.main:
                self.again.append(following)
                at += 1
            elif token.sign in STRUCTURE:
                self.main.append(token)
            elif token.sign not in (Sign.PUNCTUATION, Sign.FILLER, Sign.SLASH, Sign.EQUALS, Sign.OPEN, Sign.CLOSE):
                self.unread.append(token.text)
            at += 1

    def _without_rates(self, items: Sequence[Token]) -> list[Token]:
        """Takes out `/berkas` and `setiap berkas` (for each of what), `setiap 3 bulan` and `2 kali` (how often)."""
        rest: list[Token] = []
        at, measured = 0, False
        while at < len(items):
            token, following = items[at], items[at + 1] if at + 1 < len(items) else END
            period = following.sign is Sign.QUANTITY
            if token.sign is Sign.EVERY or (token.sign is Sign.SLASH and measured and not period):
                words = [following] if period else list(_name(items[at + 1 :]))
                self.recurring |= not measured and (period or following.sign is Sign.UNIT)
                self.per = self.per or " ".join(word.text for word in words)
                at += len(words)
            elif token.sign is Sign.ONCE:
                self.recurring = True
                at = _drop_period(rest, items, at)
            else:
                measured |= token.sign is Sign.QUANTITY
                rest.append(token)
            at += 1
        return rest

    def _with_lent_units(self, items: Sequence[Token]) -> list[Token]:
        """Gives the 5 of `5-10 menit` the unit that follows, and the 10 of `5 menit - 10` the one before."""
        backwards = list(_lend(items[::-1], BETWEEN_NUMBERS))[::-1]
        for place, (number, token) in enumerate(pairwise(items)):
            if token.sign is Sign.SLASH and number.sign is Sign.NUMBER and backwards[place].sign is Sign.QUANTITY:
                backwards[place + 1] = Token(Sign.OR, ";")  # 3/2 hari: no fraction, one or the other
        whole = list(_lend(backwards, frozenset({Sign.UNTIL})))
        self.doubts |= {Doubt.NO_UNIT} if whole != backwards else set()
        return whole

    def _without_brackets(self, items: Sequence[Token]) -> list[Token]:
        """Brackets behind a time say it again; any others belong to the sentence."""
        rest: list[Token] = []
        inside: list[Token] | None = None
        for token in items:
            if token.sign is Sign.OPEN and inside is None:
                inside = []
            elif token.sign is Sign.CLOSE and inside is not None:
                self._put(inside, rest)
                inside = None
            else:
                (rest if inside is None else inside).append(token)
        self._put(inside or [], rest)
        return rest

    def _put(self, inside: list[Token], rest: list[Token]) -> None:
        told = any(token.sign is Sign.QUANTITY for token in rest)
        again = told and any(token.sign is Sign.QUANTITY for token in inside)
        if again and inside[0].sign not in (Sign.AT_MOST, Sign.AT_LEAST, Sign.AND, Sign.OR):
            self.again += [token for token in inside if token.sign in STRUCTURE]
        else:
            rest += inside

    def ranges(self, items: Sequence[Token]) -> tuple[Range, ...]:
        """The ranges to be added up."""
        alternatives = [ranges for some in _split(items, Sign.OR) if (ranges := self._sum(some))]
        if len(alternatives) < 2:
            return alternatives[0] if alternatives else ()
        if any(token.text == ";" for token in items):
            self.doubts.add(Doubt.LIST)
        shortest = min((_joined(part.minimum for part in ranges) for ranges in alternatives), key=minutes_of)
        longest = max((_joined(part.maximum for part in ranges) for ranges in alternatives), key=minutes_of)
        if self.bound is not Bound.ABOUT:
            self.bound = Bound.EXACT if shortest else Bound.AT_MOST
        return (Range(shortest, longest),)

    def _sum(self, items: Sequence[Token]) -> tuple[Range, ...]:
        found = (self._range(some) for some in _split(items, Sign.AND))
        return tuple(range for range in found if range)

    def _range(self, items: Sequence[Token]) -> Range | None:
        durations = list(_durations(items))
        if not durations:
            return None
        bounds = [BOUNDS[token.sign] for token in items if token.sign in BOUNDS]
        if len(durations) > 1:
            self.bound = Bound.ABOUT if Bound.ABOUT in bounds else self.bound
            return self._between(durations)
        if durations[0].link not in ("", "-") and not bounds:
            bounds = [Bound.AT_MOST]
        self.bound = bounds[0] if bounds else self.bound
        duration = durations[0].amounts
        return Range((), duration) if Bound.AT_MOST in bounds else Range(duration, duration)

    def _between(self, durations: list[_Linked]) -> Range:
        """From the shortest to the longest, whatever their order."""
        if len(durations) > 2 or any(not duration.link for duration in durations[1:]):
            self.doubts.add(Doubt.LIST)
        first, last = durations[0].amounts, durations[-1].amounts
        reversed_ = len(durations) == 2 and minutes_of(first) > minutes_of(last)
        if reversed_ and durations[1].link and len(first) > 1 and first[-1].unit is last[0].unit:
            return Range(first, (*first[:-1], *last))  # 1 jam 30-45 menit
        if reversed_ and durations[1].link:
            self.doubts.add(Doubt.REVERSED)
        ordered = sorted((duration.amounts for duration in durations), key=minutes_of)
        return Range(ordered[0], ordered[-1])


@dataclass(frozen=True, slots=True)
class _Linked:
    """A duration, and the word that links it to the one before; empty: nothing, or a comma."""

    link: str
    amounts: Duration


def _durations(items: Iterable[Token]) -> Iterator[_Linked]:
    link = ""
    amounts: Duration = ()
    for token in items:
        if token.sign in (Sign.UNTIL, Sign.AT_MOST, Sign.AT_LEAST):
            if amounts:
                yield _Linked(link, amounts)
                link, amounts = "", ()
            link = link or token.text
        elif token.sign is Sign.QUANTITY and token.unit:
            if amounts and ORDER.index(token.unit) >= ORDER.index(amounts[-1].unit):
                yield _Linked(link, amounts)
                link, amounts = "", ()
            amounts = (*amounts, Amount(token.number, token.unit))
    if amounts:
        yield _Linked(link, amounts)


def _lend(items: Iterable[Token], between: frozenset[Sign]) -> Iterator[Token]:
    """Gives each bare number the unit of the quantity before it, as long as only signs in `between` come between."""
    unit: Unit | None = None
    direct = True
    for token in items:
        if token.sign is Sign.NUMBER and unit and (not direct or Sign.NUMBER in between):
            yield replace(token, sign=Sign.QUANTITY, unit=unit)
        else:
            yield token
            unit = token.unit if token.sign is Sign.QUANTITY else unit if token.sign in between else None
        direct = token.sign is Sign.QUANTITY


def _name(items: Iterable[Token]) -> Iterator[Token]:
    """The words up to the next sign that has a meaning for time."""
    for token in items:
        if token.sign in STRUCTURE or token.sign in (Sign.OPEN, Sign.CLOSE, Sign.EQUALS, Sign.PUNCTUATION):
            return
        yield token


def _drop_period(rest: list[Token], items: Sequence[Token], at: int) -> int:
    """Forgets the period of `3 bulan sekali` and of `2 kali dalam 1 tahun`; the place of its last token."""
    if items[at].text == "sekali" and rest and rest[-1].sign is Sign.QUANTITY:
        rest.pop()
        return at
    following = at + 1
    while following < len(items) and items[following].sign in (Sign.FILLER, Sign.EVERY, Sign.SLASH):
        following += 1
    return following if following < len(items) and items[following].sign is Sign.QUANTITY else at


def _split(items: Sequence[Token], sign: Sign) -> Iterator[list[Token]]:
    some: list[Token] = []
    for token in items:
        if token.sign is sign:
            yield some
            some = []
        else:
            some.append(token)
    yield some


def _joined(durations: Iterable[Duration]) -> Duration:
    """One duration as long as all of them, its units from the longest to the shortest."""
    numbers: dict[Unit, Fraction] = {}
    for amount in (amount for duration in durations for amount in duration):
        numbers[amount.unit] = numbers.get(amount.unit, Fraction(0)) + amount.number
    return tuple(Amount(numbers[unit], unit) for unit in reversed(ORDER) if unit in numbers)


def _reason(items: Sequence[Token], said: _Said) -> Reason:
    signs = {token.sign for token in items}
    text = " ".join(token.text for token in items)
    if text in NOTHING or not any(letter.isalnum() for letter in text):
        return Reason.EMPTY
    if Sign.MOMENT in signs:
        return Reason.MOMENT
    if said.recurring or Sign.RECURRING in signs:
        return Reason.RECURRING
    if Sign.CONDITIONAL in signs:
        return Reason.CONDITIONAL
    return Reason.NO_UNIT if Sign.NUMBER in signs and Sign.WORD not in signs else Reason.UNKNOWN
