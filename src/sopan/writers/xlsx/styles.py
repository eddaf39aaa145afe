"""How cells look: fonts, borders and alignment, each distinct look written once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import TypeVar

from lxml import etree

from sopan.drawingml.markup import element
from sopan.flowchart.diagram import Cell

T = TypeVar("T")
SIDES = ("left", "right", "top", "bottom")
SMALLEST = 6.0
"""Points."""
ARIAL_HEIGHT = 1.149
"""From the lowest to the highest letter of Arial, as a share of its size."""
_SIZE_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Font:
    """A face in one size; points."""

    family: str
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about a cell but its text."""

    font: Font
    borders: tuple[str, ...] = ()
    """Those of `SIDES` that are drawn."""
    across: str = "left"
    down: str = "top"
    turned: bool = False
    quoted: bool = False
    """Whether what is typed here is text whatever it begins with."""


NORMAL = Look(Font("Times New Roman", 12))
"""Of the style of the workbook, never seen: with digits eight pixels wide, Excel and LibreOffice agree on columns."""


@dataclass(slots=True)
class Styles:
    """Collects looks; `index` is what a cell says, `part` the file that explains it."""

    looks: dict[Look, int] = field(default_factory=lambda: {NORMAL: 0})

    def index(self, look: Look) -> int:
        """Number of a look."""
        return self.looks.setdefault(look, len(self.looks))

    def part(self) -> etree._Element:
        """The style sheet."""
        fonts = _distinct([look.font for look in self.looks])
        borders = _distinct([look.borders for look in self.looks])
        formats = [_format(look, fonts.index(look.font), borders.index(look.borders)) for look in self.looks]
        fills = [element("x:fill", element("x:patternFill", patternType=kind)) for kind in ("none", "gray125")]
        normal = element("x:xf", numFmtId=0, fontId=0, fillId=0, borderId=0)
        name = element("x:cellStyle", name="Normal", xfId=0, builtinId=0)
        return element(
            "x:styleSheet",
            _counted("x:fonts", list(map(_font, fonts))),
            _counted("x:fills", fills),
            _counted("x:borders", list(map(_border, borders))),
            _counted("x:cellStyleXfs", [normal]),
            _counted("x:cellXfs", formats),
            _counted("x:cellStyles", [name]),
        )


def look_of(cell: Cell, borders: tuple[str, ...], family: str, *, quoted: bool) -> Look:
    """The look of a cell of the diagram."""
    return Look(
        font=Font(family, fitting_size(cell), cell.bold),
        borders=borders,
        across=cell.align,
        down="center" if cell.valign == "middle" else "top",
        turned=cell.rotated,
        quoted=quoted,
    )


def fitting_size(cell: Cell) -> float:
    """The type size at which Excel, whose lines are higher than ours, cuts nothing off."""
    room = (cell.width if cell.rotated else cell.height) / 25.4 * 96
    size = cell.size
    while size > SMALLEST and len(cell.lines) * _line_height(size) > room + 1:
        size -= _SIZE_STEP
    return size


def _line_height(size: float) -> int:
    """Pixels from line to line on Excel's screen; it rounds letters to pixels and their height up."""
    return ceil(round(size * 96 / 72) * ARIAL_HEIGHT) + 1


def _distinct(values: Sequence[T]) -> list[T]:
    return list(dict.fromkeys(values))


def _counted(name: str, children: Sequence[etree._Element]) -> etree._Element:
    return element(name, *children, count=len(children))


def _font(font: Font) -> etree._Element:
    bold = [element("x:b")] if font.bold else []
    return element("x:font", *bold, element("x:sz", val=f"{font.size:g}"), element("x:name", val=font.family))


def _border(sides: Sequence[str]) -> etree._Element:
    drawn = (element(f"x:{side}", style="thin" if side in sides else None) for side in SIDES)
    return element("x:border", *drawn, element("x:diagonal"))


def _format(look: Look, font: int, border: int) -> etree._Element:
    if look == NORMAL:
        return element("x:xf", numFmtId=0, fontId=0, fillId=0, borderId=0, xfId=0)
    place = element(
        "x:alignment", horizontal=look.across, vertical=look.down, textRotation=90 if look.turned else None,
        wrapText=True,
    )  # fmt: skip
    return element(
        "x:xf", place, numFmtId=0, fontId=font, fillId=0, borderId=border, xfId=0, quotePrefix=look.quoted or None,
        applyFont=True, applyBorder=True, applyAlignment=True,
    )  # fmt: skip
