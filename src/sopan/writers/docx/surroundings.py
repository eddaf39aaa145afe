"""What stands on every page outside the table: margins, the mark of an unratified document, and the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopan.domain.procedure import Procedure
from sopan.drawingml.markup import element
from sopan.flowchart.diagram import Cell, CellRole, Diagram, Sheet
from sopan.writers.advances import MM_PER_POINT
from sopan.writers.docx.fields import field
from sopan.writers.docx.tables import table_element
from sopan.writers.docx.texts import HAIR, carrier, leading_of, run
from sopan.writers.docx.xml import Element, twips, w
from sopan.writers.fonts import printable
from sopan.writers.tables import as_table

STYLE = "Kaki"
NOTES = ("tanda", "judul", "halaman")
"""Columns of the cells around the table."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The same on every page of a document."""

    sheet: Sheet
    top: float
    """Where the text of a page begins; millimetres from the upper border, as low as the highest table allows."""
    pages: int
    mark: Cell | None
    title: Cell | None
    number: Cell | None


def surroundings(diagram: Diagram) -> Surroundings:
    """Margins, mark and foot of the diagram's pages."""
    notes = {cell.column: cell for page in diagram.pages for cell in page.cells if cell.role is CellRole.NOTE}
    tables = [cell.y for page in diagram.pages for cell in page.cells if cell.role is not CellRole.NOTE]
    return Surroundings(
        diagram.sheet,
        min(tables, default=diagram.sheet.top) - HAIR * MM_PER_POINT,
        len(diagram.pages),
        *map(notes.get, NOTES),
    )


def section(around: Surroundings) -> Element:
    """Paper and margins, and that there are a header and a footer."""
    sheet = around.sheet
    foot = twips(sheet.bottom)
    return w(
        "sectPr",
        _reference("header") if around.mark else None,
        _reference("footer") if around.title or around.number else None,
        w("pgSz", w=twips(sheet.width), h=twips(sheet.height), orient="landscape"),
        w(
            "pgMar",
            top=twips(around.top),
            right=twips(sheet.right),
            bottom=foot + _foot_height(around),
            left=twips(sheet.left),
            header=twips(around.mark.y if around.mark else sheet.top),
            footer=foot,
            gutter=0,
        ),
    )


def _reference(kind: str) -> Element:
    """To the part that goes by this name."""
    return element(f"w:{kind}Reference", w_type="default", r_id=kind)


def header(around: Surroundings, procedure: Procedure) -> Element | None:
    """The mark in its frame at the right; None for a document without one."""
    if around.mark is None:
        return None
    table = as_table([around.mark])
    assert table is not None, "one cell is a table"
    fields = {around.mark: field(around.mark, procedure)}
    return w("hdr", table_element(table, fields, left=around.sheet.left, caption="Tanda dokumen"), carrier())


def footer(around: Surroundings) -> Element | None:
    """Title at the left, number of the page at the right; None where the diagram has neither."""
    cells = [cell for cell in (around.title, around.number) if cell]
    if not cells:
        return None
    leading = twips(leading_of(cells[0]))
    above = max((_foot_height(around) - leading) // 2, 0)
    properties = w(
        "pPr",
        w("pStyle", val=STYLE),
        w("tabs", w("tab", val="right", pos=twips(_end(around)) - twips(around.sheet.left))),
        w("spacing", before=above, after=_foot_height(around) - leading - above, line=leading, lineRule="exact"),
    )
    return w("ftr", w("p", properties, *_title(around), *_number(around)))


def _end(around: Surroundings) -> float:
    """Where the number of the page ends; millimetres."""
    number = around.number
    return number.x + number.text_width if number else around.sheet.width - around.sheet.right


def _foot_height(around: Surroundings) -> int:
    """Of the foot in twips."""
    cells = [cell for cell in (around.title, around.number) if cell]
    return max((twips(cell.height) for cell in cells), default=0)


def _title(around: Surroundings) -> Iterator[Element]:
    if around.title:
        yield run(printable(" ".join(around.title.lines)), around.title.size)


def _number(around: Surroundings) -> Iterator[Element]:
    if around.number:
        size = around.number.size
        yield w("r", w("tab"))
        yield run("Halaman ", size)
        yield w("fldSimple", run("1", size), instr=" PAGE ")
        yield run(" dari ", size)
        yield w("fldSimple", run(str(around.pages), size), instr=" NUMPAGES ")
