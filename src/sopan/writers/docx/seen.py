"""What a reader sees in the document that is being written: kept beside the model, so that a change can be told."""

from __future__ import annotations

from dataclasses import replace

from sopan.domain.procedure import Procedure
from sopan.drawn import Box, Cell, Page, drawn
from sopan.flowchart.diagram import CellRole, Diagram
from sopan.flowchart.diagram import Page as LaidPage
from sopan.writers.docx.fields import Field, fields


def seen(procedure: Procedure, diagram: Diagram) -> tuple[Page, ...]:
    """The diagram as drawn pages whose cells hold their paragraphs.

    Header and footer of Word are no part of them, nor are pictures, which say nothing of the SOP.
    """
    pairs = zip(drawn(diagram), diagram.pages, strict=True)
    return tuple(_page(page, laid, procedure) for page, laid in pairs)


def _page(page: Page, laid: LaidPage, procedure: Procedure) -> Page:
    cells = tuple(map(_cell, fields(laid, procedure)))
    outside = {_box(cell) for cell in laid.cells if cell.role is CellRole.NOTE or not cell.border}
    texts = tuple(text for text in page.texts if text.box not in outside)
    return replace(page, cells=cells, texts=texts, pictures=())


def _cell(field: Field) -> Cell:
    return Cell(box=_box(field.cell), text=field.text, bold=field.cell.bold)


def _box(cell: object) -> Box:
    x, y, width, height = (float(getattr(cell, name)) for name in ("x", "y", "width", "height"))
    return Box(x, y, x + width, y + height)
