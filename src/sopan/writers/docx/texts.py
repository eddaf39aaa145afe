"""Paragraphs of Word whose lines stand where those of the diagram stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Cell
from sopan.flowchart.text import is_item_mark
from sopan.writers.advances import MM_PER_POINT
from sopan.writers.docx.xml import Element, twips, w
from sopan.writers.paragraphs import paragraphs
from sopan.writers.tables import is_title
from sopan.writers.text_blocks import USUAL_LEADING

HAIR = 1
"""Points; height of a paragraph that only carries something."""
RESERVE = 0.25
"""Millimetres by which a line may be longer than the diagram allows: another program rounds the widths of letters
otherwise, and a line more would be cut off where the height of a row is fixed."""
TITLE_STYLE = "Judul"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; lengths in millimetres."""

    text: str
    size: float
    """Points."""
    leading: float
    bold: bool = False
    centred: bool = False
    indent: float = 0.0
    """From the border of the cell, on both sides."""
    hanging: float = 0.0
    """By how much further lines stand right of the first."""
    before: float = 0.0
    """Room above the first line."""
    style: str = ""


def of_cell(cell: Cell, procedure: Procedure, *, before: float = 0.0) -> list[Paragraph]:
    """The text of a cell; `before` is the room above it."""
    texts = paragraphs(cell, procedure)
    return [
        Paragraph(
            text=text,
            size=cell.size,
            leading=leading_of(cell),
            bold=cell.bold,
            centred=cell.align == "center",
            indent=max(cell.padding - RESERVE, 0.0),
            hanging=max(cell.offsets, default=0.0) if is_item_mark(text.partition(" ")[0]) else 0.0,
            before=0.0 if place else before,
            style=TITLE_STYLE if is_title(cell) else "",
        )
        for place, text in enumerate(texts)
    ]


def leading_of(cell: Cell) -> float:
    """Between the baselines of a cell; millimetres."""
    return cell.leading or cell.size * MM_PER_POINT * USUAL_LEADING


def paragraph(content: Paragraph, *, left: float = 0.0, right: float = 0.0) -> Element:
    """The paragraph itself, `left` and `right` further from the borders."""
    properties = w(
        "pPr",
        w("pStyle", val=content.style) if content.style else None,
        w("spacing", before=twips(content.before), after=0, line=twips(content.leading), lineRule="exact"),
        _indent(content, left, right),
        w("jc", val="center") if content.centred else None,
    )
    return w("p", properties, run(content.text, content.size, bold=content.bold) if content.text else None)


def _indent(content: Paragraph, left: float, right: float) -> Element:
    return w(
        "ind",
        left=twips(left + content.indent + content.hanging),
        right=twips(right + content.indent),
        hanging=twips(content.hanging) if content.hanging else None,
    )


def run(text: str, size: float, *, bold: bool = False) -> Element:
    """Text of one look; `size` in points."""
    look = w("rPr", *((w("b"), w("bCs")) if bold else ()), *_size(size))
    written = w("t", text=text)
    written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return w("r", look, written)


def carrier(*content: Element, height: float = HAIR * MM_PER_POINT) -> Element:
    """A paragraph without text and exactly as high as that, for drawings and page breaks."""
    look = w("rPr", *_size(HAIR))
    properties = w("pPr", w("spacing", before=0, after=0, line=twips(height), lineRule="exact"), look)
    return w("p", properties, *content)


def _size(points: float) -> Sequence[Element]:
    return w("sz", val=2 * points), w("szCs", val=2 * points)
