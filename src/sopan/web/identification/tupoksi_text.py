"""Tupoksi pasted as text becomes a tree: numbering, lost bullets and the sentences of a regulation are recognised.

Nothing is judged and nothing is lost: every line of the paste is in an item, or is one of the headings in `skipped`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from sopan.checker.language.verbs import Form, opening
from sopan.domain.errors import SopanError

MAX_CHARACTERS = 400_000
MAX_ITEMS = 450
"""More than one unit has; a form can send no more back."""
MAX_ITEM = 4_000


class Level(StrEnum):
    """Columns 2 to 4 of Tabel 6."""

    TUGAS = "tugas"
    FUNGSI = "fungsi"
    URAIAN = "uraian"


DEPTH = {Level.TUGAS: 0, Level.FUNGSI: 1, Level.URAIAN: 2}


@dataclass(frozen=True, slots=True)
class Item:
    """One tugas, fungsi or uraian tugas, with the place in the regulation where it stood."""

    level: Level
    text: str
    place: str = ""
    """`Pasal 5 ayat (2)`."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a paste says."""

    items: tuple[Item, ...]
    skipped: tuple[str, ...] = ()
    """Headings and introductions that are no item: `BAB III`, `… menyelenggarakan fungsi:`."""


class TooMuchText(SopanError):
    """More than a tupoksi can be; `limit` says how much is read."""

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit}")
        self.limit = limit


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with the mark in front of it: `style` is the kind of mark, `value` what it counts."""

    style: str
    value: str
    text: str
    place: str


_MARKS = (
    ("(1)", re.compile(r"\((\d{1,3})\)\s*")),
    ("(a)", re.compile(r"\(([a-z])\)\s*")),
    ("1)", re.compile(r"(\d{1,3})\)\s*")),
    ("a)", re.compile(r"([a-z])\)\s*")),
    ("1.", re.compile(r"(\d{1,3})\.(?=\s|$|[A-Za-z])\s*")),
    ("a.", re.compile(r"([a-z])\.(?=\s|$)\s*")),
    ("A.", re.compile(r"([A-Z])\.(?=\s|$)\s*")),
    ("I.", re.compile(r"([IVX]{2,5})\.(?=\s|$)\s*")),
    ("-", re.compile(r"([-–—•·▪●○◦■□➢➤✓✔*\uf0b7\uf0a7\uf0d8\u2219]|o(?=\s+[A-Za-z]))\s+")),
)
_PASAL = re.compile(r"pasal\s+(\d{1,3}[a-z]?)\.?$", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:bab\s+[ivxlc]+\b.{0,80}|bagian\s+(?:ke\w+|pertama)\b.{0,80}|paragraf\s+\d+\b.{0,80}|"
    r"-?\s*\d{1,3}\s*-?|\.{3,}.{0,20}|[A-Z][A-Z ,.&/()-]{3,})$",
    re.IGNORECASE,
)
_UPPER_ONLY = re.compile(r"[^a-z]+$")
_INLINE = re.compile(r"(?<=[;:])[ \t]+(?:(?:dan|serta|dan/atau)[ \t]+)?(?=\(?(?:[a-z]|\d{1,2})[.)][ \t])")
_LAST_BUT_ONE = re.compile(r"[;,]\s*(?:dan|serta|dan/atau)$", re.IGNORECASE)
_DUTY = re.compile(r"\b(?:mempunyai|memiliki|mengemban)\s+tugas(?:\s+pokok)?\b[\s:,]*", re.IGNORECASE)
_FUNCTIONS = re.compile(
    r"(?:\b(?:menyelenggarakan|mempunyai|melaksanakan|memiliki)\s+fungsi\b.{0,120}:|"
    r"\b(?:menyelenggarakan|mempunyai|memiliki)\s+fungsi(?:\s+sebagai\s+berikut)?|"
    r"^(?:adapun\s+)?fungsi\b[^:]{0,80}:|^fungsi(?:\s+sebagai\s+berikut)?)\s*$",
    re.IGNORECASE,
)
_DETAILS = re.compile(r"\b(?:uraian|rincian|rician)\s+tugas\b.{0,400}$", re.IGNORECASE | re.DOTALL)
_INTRODUCTION = re.compile(
    r"(?:adapun\s+)?(?:fungsi|(?:uraian|rincian)\s+tugas|tugas(?:\s+pokok)?)\b[^:]{0,80}:$", re.IGNORECASE
)
_DUTIES = re.compile(r"^(?:[ivx\d]+\.?\s*)?(?:tugas(?:\s+pokok)?)\s*:?$", re.IGNORECASE)
_HYPHENATED = re.compile(r"(\w+)-$")


def recognise(text: str) -> Recognised:
    """The items of a pasted tupoksi, in their order. Raises TooMuchText for more than a regulation of one unit."""
    if len(text) > MAX_CHARACTERS:
        raise TooMuchText(MAX_CHARACTERS)
    skipped: list[str] = []
    lines = list(_joined(_lines(text), skipped))
    items = tuple(islice(_levelled(lines, skipped), MAX_ITEMS + 1))
    if len(items) > MAX_ITEMS:
        raise TooMuchText(MAX_ITEMS)
    return Recognised(items, tuple(skipped))


def _lines(text: str) -> Iterator[str]:
    text = text.replace("\u00ad", "").replace("\u00a0", " ").replace("\t", " ")
    for line in _INLINE.sub("\n", text).splitlines():
        line = " ".join(line.split())
        if line:
            yield line


def _joined(lines: Iterator[str], skipped: list[str]) -> Iterator[_Line]:
    """Whole items: what a PDF broke over several lines is one again, a mark alone waits for its words."""
    current: _Line | None = None
    pasal = ayat = ""
    for line in lines:
        found = _PASAL.match(line)
        if found or _is_heading(line):
            if current is not None:
                yield current
                current = None
            if found:
                pasal, ayat = found[1], ""
            skipped.append(line)
            continue
        marked = _marked(line)
        if marked is None and current is not None and _goes_on(current, line):
            current = replace(current, text=_glued(current.text, line))
            continue
        if current is not None:
            yield current
        style, value, rest = marked or ("", "", line)
        if pasal and style == "(1)":
            ayat = value
        current = _Line(style, value, rest, _place(pasal, ayat))
    if current is not None:
        yield current


def _is_heading(line: str) -> bool:
    return bool(_HEADING.match(line)) and (line[:3].lower() in ("bab", "bag", "par") or bool(_UPPER_ONLY.match(line)))


def _marked(line: str) -> tuple[str, str, str] | None:
    for style, pattern in _MARKS:
        found = pattern.match(line)
        if found:
            return style, found[1], line[found.end() :]
        if style == "-" and line == "-":
            return style, "-", ""
    return None


def _goes_on(current: _Line, line: str) -> bool:
    """Whether an unmarked line belongs to the item before it."""
    before = current.text
    if not before:
        return True
    if _INTRODUCTION.match(line):
        return False
    if len(before) > MAX_ITEM or before.endswith((";", ":")) or _LAST_BUT_ONE.search(before[-20:]):
        return False
    if before.endswith("."):
        return line[:1].islower() and bool(current.style)
    return bool(current.style) or not line[:1].isupper()


def _glued(before: str, after: str) -> str:
    broken = _HYPHENATED.search(before[-60:])
    if broken and after[:1].islower():
        doubled = after.lower().startswith(broken[1].lower())
        return (before if doubled else before[:-1]) + after
    return f"{before} {after}".strip()


def _place(pasal: str, ayat: str) -> str:
    return f"Pasal {pasal}" + (f" ayat ({ayat})" if ayat else "") if pasal else ""


def _levelled(lines: list[_Line], skipped: list[str]) -> Iterator[Item]:
    """Each line with its level: said by a sentence before it, else by its depth in the numbering."""
    said: Level | None = None
    base = 0
    stack: list[str] = []
    has_sentences = any(_DUTY.search(line.text) or _FUNCTIONS.search(line.text) for line in lines)
    depths = _depths(lines)
    deepest = max(depths, default=0)
    for line, depth in zip(lines, depths, strict=True):
        text = line.text.strip()
        if not text:
            continue
        if _FUNCTIONS.search(text):
            said, base, stack = Level.FUNGSI, depth, []
            skipped.append(text)
        elif _DETAILS.search(text) and text.endswith(":"):
            said, base, stack = Level.URAIAN, depth, []
            skipped.append(text)
        elif _DUTIES.match(text):
            said, base, stack = Level.TUGAS, depth, []
            skipped.append(text)
        elif duty := _DUTY.search(text):
            rest = text[duty.end() :].strip()
            if rest and not (rest.endswith(":") and len(rest) < 80):
                yield Item(Level.TUGAS, _clean(rest), line.place)
                said, base = None, depth
            else:
                said, base, stack = Level.TUGAS, depth, []
                skipped.append(text)
        elif said is not None:
            if line.style and line.style not in stack:
                stack = [*stack, line.style] if depth > base or not stack else [line.style]
            deeper = stack.index(line.style) if line.style in stack else 0
            yield Item(_below(said, deeper), _clean(text), line.place)
        else:
            yield Item(_guessed(text, depth, deepest, has_sentences), _clean(text), line.place)


def _depths(lines: list[_Line]) -> list[int]:
    """How deep each line stands: a kind of mark not seen since the last shallower one goes one deeper."""
    stack: list[str] = []
    depths = []
    for line in lines:
        if line.style in stack:
            del stack[stack.index(line.style) + 1 :]
        elif line.style:
            stack.append(line.style)
        depths.append(max(len(stack) - 1, 0))
    return depths


def _below(level: Level, deeper: int) -> Level:
    order = list(Level)
    return order[min(DEPTH[level] + deeper, len(order) - 1)]


def _guessed(text: str, depth: int, deepest: int, has_sentences: bool) -> Level:
    """Without a sentence that says so: by depth where there are several, else by how the item begins."""
    if deepest >= 2 or (deepest == 1 and not has_sentences and depth == 0):
        return list(Level)[min(depth, 2)]
    if deepest == 1 and not has_sentences:
        return Level.FUNGSI
    return Level.URAIAN if opening(text).form is Form.ACTIVE else Level.FUNGSI


def _clean(text: str) -> str:
    """Without the stop at its end and the “dan” before the last item; it begins with a capital letter."""
    text = re.sub(r"\s*[;,]\s*(?:dan|serta|dan/atau)?\s*$", "", text.strip(), flags=re.IGNORECASE)
    text = text.rstrip(" .;:,")[:MAX_ITEM]
    return text[:1].upper() + text[1:]
