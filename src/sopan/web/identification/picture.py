"""Coverage as a picture a regent understands at a glance: a grid of agencies and their fungsi, as SVG.

Each square differs in its sign, not in colour alone, so that it reads the same on a black and white print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sopan.writers.svg.elements import element, group, words

SQUARE, GAP, ROW, NAMES, PER_LINE = 18, 3, 24, 250, 30
LETTERS = 30
"""Letters of a name that fit before the squares."""


@dataclass(frozen=True, slots=True)
class Square:
    """One fungsi: its state, and what a pointer that rests on it is told."""

    state: str
    told: str


@dataclass(frozen=True, slots=True)
class Line:
    """One agency."""

    name: str
    address: str
    squares: Sequence[Square]


def grid(lines: Sequence[Line], *, title: str, legend: Sequence[tuple[str, str]]) -> str:
    """The picture: `title` says the finding, `legend` pairs states with their words."""
    drawn: list[str] = []
    y = 34
    for line in lines:
        height = max(1, -(-len(line.squares) // PER_LINE)) * ROW
        drawn.append(_line(line, y))
        y += height
    width = NAMES + PER_LINE * (SQUARE + GAP)
    return element(
        "svg",
        element("title", words(title)),
        _legend(legend),
        *drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {y + 6}",
        role="group",
        aria_label=title,
        class_="coverage-grid",
    )


def _legend(legend: Sequence[tuple[str, str]]) -> str:
    parts, x = [], 0.0
    for state, said in legend:
        parts.append(_square(Square(state, said), x, 2))
        parts.append(element("text", words(said), x=x + SQUARE + 6, y=16))
        x += SQUARE + 24 + 7.2 * len(said)
    return group(parts)


def _line(line: Line, y: float) -> str:
    name = line.name if len(line.name) <= LETTERS else line.name[: LETTERS - 1].rstrip() + "…"
    label = element("text", element("title", words(line.name)) + words(name), x=0, y=y + 14)
    squares = [
        _square(each, NAMES + place % PER_LINE * (SQUARE + GAP), y + place // PER_LINE * ROW)
        for place, each in enumerate(line.squares)
    ]
    return group([element("a", label, href=line.address), *squares])


def _square(square: Square, x: float, y: float) -> str:
    box = element("rect", x=x + 0.5, y=y + 0.5, width=SQUARE - 1, height=SQUARE - 1, rx=2)
    return group(
        [element("title", words(square.told)), box, *_sign(square.state, x, y)], class_=f"state-{square.state}"
    )


def _sign(state: str, x: float, y: float) -> list[str]:
    """In force: a tick. Paper: a filled half. In work: a line. Planned: a dot. None: an empty square."""
    if state == "in_force":
        return [element("path", d=f"M{x + 4} {y + 9}l3.5 4 6.5-8", class_="sign")]
    if state == "paper":
        return [element("path", d=f"M{x + 2} {y + 2}h{SQUARE - 4}L{x + 2} {y + SQUARE - 2}z", class_="fill")]
    if state == "in_work":
        return [element("path", d=f"M{x + 4} {y + 9}h{SQUARE - 8}", class_="sign")]
    if state == "planned":
        return [element("circle", cx=x + SQUARE / 2, cy=y + SQUARE / 2, r=2.5, class_="fill")]
    return []
