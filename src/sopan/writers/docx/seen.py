"""What a reader sees in the document that is being written: kept beside the model, so that a change can be told.

Lengths are those of the file, each rounded as it is there: where an answer stands as near to one line as to another, a
hair decides which it belongs to, and it has to decide alike then and now.
"""

from __future__ import annotations

from sopan.domain.procedure import Procedure
from sopan.drawingml import connector, corners, emu, millimetres
from sopan.drawn import Box, Cell, Line, Page, Symbol, Text
from sopan.drawn.of_diagram import FORMS
from sopan.flowchart.diagram import Arrow, ArrowKind, Diagram, Label, Shape
from sopan.flowchart.diagram import Page as LaidPage
from sopan.writers.docx import shapes
from sopan.writers.docx.fields import Field, fields
from sopan.writers.docx.shapes import LABEL_RESERVE
from sopan.writers.docx.xml import settled
from sopan.writers.fonts import printable


def seen(procedure: Procedure, diagram: Diagram) -> tuple[Page, ...]:
    """The diagram as drawn pages whose cells hold their paragraphs.

    Header and footer of Word are no part of them, nor are pictures, which say nothing of the SOP.
    """
    return tuple(_page(page, diagram, procedure) for page in diagram.pages)


def _page(page: LaidPage, diagram: Diagram, procedure: Procedure) -> Page:
    return Page(
        number=page.number,
        width=settled(diagram.sheet.width),
        height=settled(diagram.sheet.height),
        cells=tuple(map(_cell, fields(page, procedure))),
        symbols=tuple(map(_symbol, page.shapes)),
        lines=tuple(map(_line, page.arrows)),
        texts=tuple(_answer(arrow.label) for arrow in page.arrows if arrow.label),
    )


def _cell(field: Field) -> Cell:
    cell = field.cell
    edges = (cell.x, cell.y, cell.x + cell.width, cell.y + cell.height)
    return Cell(box=Box(*map(settled, edges)), text=field.text, bold=cell.bold)


def _symbol(shape: Shape) -> Symbol:
    return Symbol(key=shape.id, form=FORMS[shape.kind], box=_box(shape), text=printable(shape.text))


def _line(arrow: Arrow) -> Line:
    form = connector([(emu(x), emu(y)) for x, y in arrow.points])
    return Line(
        points=tuple((_read(x), _read(y)) for x, y in corners(form)),
        arrow_at_end=arrow.kind is ArrowKind.FLOW,
        start=arrow.source,
        end=arrow.target,
    )


def _answer(label: Label) -> Text:
    return Text(box=_box(label, wider=LABEL_RESERVE), text=printable(label.text))


def _box(thing: shapes.Box, *, wider: float = 0.0) -> Box:
    edges = (thing.x, thing.y, thing.x + thing.width + wider, thing.y + thing.height)
    return Box(*(_read(emu(edge)) for edge in edges))


def _read(emu: float) -> float:
    """As readers round it."""
    return round(millimetres(emu), 4)
