"""Answers beside the lines they belong to: how large they are and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from sopan.flowchart.diagram import Label, Point, Shape, ShapeKind
from sopan.flowchart.measures import LABEL_GAP, LABEL_LEADING, POINT, Density
from sopan.flowchart.text import TextMeasurer


@dataclass(frozen=True, slots=True)
class LabelBox:
    """An answer broken into lines."""

    text: str
    lines: tuple[str, ...]
    width: float
    height: float
    size: float
    leading: float


def label_box(text: str, density: Density, measure: TextMeasurer) -> LabelBox:
    """The answer in type and lines of this density."""
    lines = _broken(text, density.label_line, density.label_word)
    size = density.label_size
    leading = size * POINT * LABEL_LEADING
    width = max(measure.width(line, size) for line in lines)
    return LabelBox(text, lines, width, leading * len(lines), size, leading)


def _broken(text: str, line_length: int, word_length: int) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split():
        while len(word) > word_length:
            lines.append(word[:word_length])
            word = word[word_length:]
        if lines and len(lines[-1]) + 1 + len(word) <= line_length:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return tuple(line for line in lines if line) or (text,)


def place_label(box: LabelBox, source: Shape, start: Point, exit: str, offset: float) -> Label:
    """Where the answer stands, given the side and the point at which its line leaves."""
    x, y = start
    if exit in "LR":
        corner = 0.0
        if source.kind is ShapeKind.DECISION:
            corner = source.width / 2 * LABEL_GAP / (source.height / 2)
        inset = LABEL_GAP - corner
        x = x + inset if exit == "R" else x - inset - box.width
        y = y - LABEL_GAP - box.height
    else:
        x = x - LABEL_GAP - box.width if offset < 0 else x + LABEL_GAP
        y = source.y + source.height + LABEL_GAP / 2
    return Label(
        text=box.text,
        lines=box.lines,
        x=x,
        y=y,
        width=box.width,
        height=box.height,
        size=box.size,
        leading=box.leading,
    )
