"""The text of a list field as its items: `1. …`, `a. …`, `- …`, or a line each."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"(\d{1,2})\s?(?:[.)](?!\d)|,(?=\s?[^\W\d_])\s?(?=[A-Z]))\s*")
_LETTER = re.compile(r"([a-z])[.)](?:\s+|(?=[A-Z][a-z]))")
_BULLET = re.compile(r"[-–—•·▪►➢❖✓*o§](?:\s+|$)|[•▪►➢❖]\s*")
_INLINE = re.compile(r"(?<=\s)(\d{1,2})[.)]\s+(?=\S)")


def items(text: str) -> tuple[str, ...]:
    """The items without their numbers and bullets. A line that begins none of its own goes on with the one before."""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) == 1:
        lines = _inline(lines[0])
    found: list[str] = []
    first = next((mark for line in lines if (mark := _mark(line))), "")
    expected = 1
    for line in lines:
        mark = _mark(line)
        bare = _without_mark(line)
        if mark and mark == first and (not found or _is_next(line, mark, expected)):
            expected = _number(line, mark) + 1
            found.append(bare)
        elif found and (not found[-1] or mark or _goes_on(found[-1], line, has_marks=bool(first))):
            found[-1] = f"{found[-1]}\n{line}" if mark and found[-1] else f"{found[-1]} {line}".strip()
        else:
            found.append(bare if not mark else line)
    return tuple(item for item in found if item)


def _inline(line: str) -> list[str]:
    """`1. … 2. …` on one line, as lines."""
    start = _DIGITS.match(line)
    if not start or start[1] != "1":
        return [line]
    parts, begin, expected = [], 0, 2
    for found in _INLINE.finditer(line):
        if int(found[1]) == expected:
            parts.append(line[begin : found.start()].strip())
            begin, expected = found.start(), expected + 1
    return [*parts, line[begin:]]


def _mark(line: str) -> str:
    """What kind of mark a line begins with: `1`, `a`, `-`, or none."""
    return "1" if _DIGITS.match(line) else "a" if _LETTER.match(line) else "-" if _BULLET.match(line) else ""


def _number(line: str, mark: str) -> int:
    if mark == "1":
        found = _DIGITS.match(line)
        return int(found[1]) if found else 0
    return ord(line[0]) - ord("a") + 1 if mark == "a" else 0


def _is_next(line: str, mark: str, expected: int) -> bool:
    """Whether a mark is about the next one; authors slip by one, and begin again at one."""
    return mark == "-" or abs(_number(line, mark) - expected) <= 2 or _number(line, mark) == 1


def _without_mark(line: str) -> str:
    for pattern in (_DIGITS, _LETTER, _BULLET):
        found = pattern.match(line)
        if found:
            return line[found.end() :].strip()
    return line


def _goes_on(before: str, line: str, *, has_marks: bool) -> bool:
    """Whether a line without a mark belongs to the item above."""
    return has_marks or line[:1].islower() or before.endswith((",", "-", "/", "("))
