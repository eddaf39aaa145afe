"""Numbers and bullets of lists, which Word keeps apart from the text of their paragraphs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from sopan.readers.office.alternates import child, local, value

MAX_LEVEL = 8
_HUNDREDS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
    (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


class Numbering:
    """Counts on from paragraph to paragraph: ask once for each, in the order of the document."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        if root is not None:
            self._declare(root)

    def label(self, number_id: str, level: int) -> str:
        """What stands before a paragraph of this list: `3.`, `b)`, `•`; empty for a list nobody declared."""
        declared = self._levels.get(number_id)
        if not declared or not 0 <= level <= MAX_LEVEL:
            return ""
        counts = self._counts[self._lists[number_id]]
        own = declared.get(level, Level())
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if own.form == "bullet":
            return "•" if own.text.strip() else ""
        if own.form == "none":
            return ""
        return re.sub(r"%([1-9])", lambda found: self._part(declared, counts, int(found[1]) - 1), own.text)

    def _part(self, declared: Mapping[int, Level], counts: Mapping[int, int], level: int) -> str:
        said = declared.get(level, Level())
        return written(counts.get(level, said.start), said.form)

    def _declare(self, root: etree._Element) -> None:
        abstract = {value(one, key="abstractNumId"): one for one in root if local(one) == "abstractNum"}
        for one in root:
            if local(one) != "num":
                continue
            id, base = value(one, key="numId"), value(one, "abstractNumId")
            levels = dict(map(_level, _levels(abstract.get(base))))
            restarts = False
            for change in (each for each in one if local(each) == "lvlOverride"):
                restarts |= _override(levels, change)
            self._levels[id] = levels
            self._lists[id] = f"{base}/{id}" if restarts else base


def written(number: int, form: str) -> str:
    """A number as a list writes it."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 10)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    text = ""
    rest = max(0, min(number, 3_999))
    for size, letters in _HUNDREDS:
        times, rest = divmod(rest, size)
        text += letters * times
    return text


def _levels(abstract: etree._Element | None) -> list[etree._Element]:
    return [one for one in abstract if local(one) == "lvl"] if abstract is not None else []


def _level(element: etree._Element) -> tuple[int, Level]:
    start = value(element, "start")
    return _number(value(element, key="ilvl")), Level(
        value(element, "numFmt") or "decimal", value(element, "lvlText")[:40], _number(start) if start else 1
    )


def _override(levels: dict[int, Level], change: etree._Element) -> bool:
    """Apply what one list says otherwise than the list it is made of; whether it counts anew."""
    number = _number(value(change, key="ilvl"))
    own = child(change, "lvl")
    if own is not None:
        levels[number] = _level(own)[1]
    start = value(change, "startOverride")
    if start:
        before = levels.get(number, Level())
        levels[number] = Level(before.form, before.text, _number(start))
    return bool(start)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
