"""What SOPAN's own drawing looks like to a reader: the pages of a `Diagram` as drawn pages."""

from __future__ import annotations

import re
from itertools import pairwise

from sopan.drawn.page import Box, Cell, Form, Line, Page, Picture, Symbol, Text
from sopan.flowchart.diagram import WORD_JOINER, Arrow, ArrowKind, Diagram, ShapeKind
from sopan.flowchart.diagram import Cell as LaidCell
from sopan.flowchart.diagram import Page as LaidPage
from sopan.flowchart.text import HelveticaMeasurer

FORMS = {
    ShapeKind.TERMINATOR: Form.CAPSULE,
    ShapeKind.PROCESS: Form.BOX,
    ShapeKind.DECISION: Form.DIAMOND,
    ShapeKind.CONNECTOR: Form.PENTAGON,
}


_MEASURE = HelveticaMeasurer()
_SLACK = 0.1
"""Millimetres; widths were rounded."""
_ITEM = re.compile(r"\d{1,2}\.|-")
"""What our own lists begin their items with."""


def drawn(diagram: Diagram) -> tuple[Page, ...]:
    """The pages as a perfect reader would see them in a file that holds nothing but the drawing."""
    return tuple(_page(page, diagram) for page in diagram.pages)


def _page(page: LaidPage, diagram: Diagram) -> Page:
    return Page(
        number=page.number,
        width=diagram.sheet.width,
        height=diagram.sheet.height,
        cells=tuple(Cell(box=_box(cell), text=text_of(cell), bold=cell.bold) for cell in page.cells if cell.border),
        symbols=tuple(
            Symbol(key=shape.id, form=FORMS[shape.kind], box=_box(shape), text=shape.text) for shape in page.shapes
        ),
        lines=tuple(
            Line(points=arrow.points, arrow_at_end=arrow.kind is ArrowKind.FLOW, start=arrow.source, end=arrow.target)
            for arrow in page.arrows
        ),
        texts=(
            *(Text(box=_box(cell), text=_one_line(cell)) for cell in page.cells if not cell.border and cell.lines),
            *(_label(arrow) for arrow in page.arrows if arrow.label),
        ),
        pictures=tuple(Picture(box=_box(picture)) for picture in page.pictures),
    )


def text_of(cell: LaidCell) -> str:
    """The text of a cell, its wrapped lines put together again; a line feed where the next word had had room."""
    room = (cell.height if cell.rotated else cell.width) - 2 * cell.padding
    text = ""
    for line, following in pairwise((*cell.lines, "")):
        text += line
        if not line.endswith(WORD_JOINER):
            text += "\n" if _is_broken(line, following, room, cell) else " "
    return text.replace(WORD_JOINER, "").strip()


def _one_line(cell: LaidCell) -> str:
    """The text of a cell without borders: a name or a note, which has no paragraphs."""
    return " ".join(text_of(cell).split("\n"))


def _is_broken(line: str, following: str, room: float, cell: LaidCell) -> bool:
    """Whether a new paragraph begins: its first word would have fitted into the line before, or it is another item."""
    word = following.partition(" ")[0]
    if word.endswith(WORD_JOINER):  # a word longer than a line begins one, whatever room there was
        return not line
    if not line or not word or (_ITEM.fullmatch(word) and _ITEM.match(cell.lines[0])):
        return True
    return _MEASURE.width(f"{line} {word}", cell.size, cell.bold) < room - _SLACK


def _label(arrow: Arrow) -> Text:
    assert arrow.label is not None
    return Text(box=_box(arrow.label), text=" ".join(arrow.label.lines))


def _box(thing: object) -> Box:
    x, y, width, height = (getattr(thing, name) for name in ("x", "y", "width", "height"))
    return Box(x, y, x + width, y + height)
