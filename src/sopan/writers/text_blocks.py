"""Where the lines of a cell, an answer or a mark stand, in millimetres, so that every format sets them alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopan.flowchart.diagram import WORD_JOINER, Cell, Label, Shape
from sopan.writers.advances import MM_PER_POINT
from sopan.writers.drawing import SHOULDER
from sopan.writers.fonts import Typeface

USUAL_LEADING = 1.2
"""Distance between baselines as a multiple of the type size, where a cell leaves it open."""
MARK_SIZE = 8.0
"""Points; the mark in an off-page connector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """Lines of one size in a box. `x`, `y` is the corner where reading starts, `width` runs along the lines."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    size: float
    """Points."""
    leading: float
    """Height of a line, from baseline to baseline."""
    above: float
    """From the top of a line to its baseline."""
    bold: bool = False
    centred: bool = False
    offsets: tuple[float, ...] = ()
    """How far each line is moved to the right; empty where none is."""
    turned: bool = False
    """By 90° against the clock: lines run upwards, and follow each other to the right."""

    def offset(self, line: int) -> float:
        """How far this line is moved to the right."""
        return self.offsets[line] if self.offsets else 0.0

    @property
    def spaces(self) -> Iterator[str]:
        """What stands between each line and the next when the text is read in one go; nothing after the last."""
        for line in self.lines[:-1]:
            yield "" if line.endswith(WORD_JOINER) else " "
        yield ""


def of_cell(cell: Cell, typeface: Typeface) -> TextBlock | None:
    """The text of a cell; None when it has none."""
    if not any(cell.lines):
        return None
    leading = cell.leading or cell.size * MM_PER_POINT * USUAL_LEADING
    along, across = (cell.height, cell.width) if cell.rotated else (cell.width, cell.height)
    spare = across - leading * len(cell.lines)
    inset = spare / 2 if cell.valign == "middle" or spare < cell.padding else cell.padding
    x, y = (inset, cell.height - cell.padding) if cell.rotated else (cell.padding, inset)
    return TextBlock(
        lines=cell.lines,
        x=cell.x + x,
        y=cell.y + y,
        width=along - 2 * cell.padding,
        size=cell.size,
        leading=leading,
        above=_above(leading, cell.size, typeface),
        bold=cell.bold,
        centred=cell.align == "center",
        turned=cell.rotated,
        offsets=cell.offsets,
    )


def of_label(label: Label, typeface: Typeface) -> TextBlock:
    """The answer beside a line."""
    return TextBlock(
        lines=label.lines,
        x=label.x,
        y=label.y,
        width=label.width,
        size=label.size,
        leading=label.leading,
        above=_above(label.leading, label.size, typeface),
    )


def of_mark(shape: Shape, typeface: Typeface) -> TextBlock | None:
    """The mark in the upper part of an off-page connector, as large as fits; None for a symbol without text."""
    if not shape.text:
        return None
    room = shape.width * 0.8 / max(typeface.width(shape.text, 1.0, bold=True), 0.01)
    height = shape.height * (1 + SHOULDER) / 2
    size = min(MARK_SIZE, room, height / MM_PER_POINT / USUAL_LEADING)
    leading = size * MM_PER_POINT * USUAL_LEADING
    return TextBlock(
        lines=(shape.text,),
        x=shape.x,
        y=shape.y + (height - leading) / 2,
        width=shape.width,
        size=size,
        leading=leading,
        above=_above(leading, size, typeface),
        bold=True,
        centred=True,
    )


def _above(leading: float, size: float, typeface: Typeface) -> float:
    """Puts the letters in the middle of their line."""
    face = typeface.faces[0]
    return (leading + (face.ascent - face.descent) * size * MM_PER_POINT) / 2
