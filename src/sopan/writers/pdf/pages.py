"""One page for the Typst template: line art behind, then text, table and symbols in reading order. Millimetres."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Cell, CellRole, Page, PageKind, PictureKind, Point, Shape, Sheet
from sopan.writers import text_blocks
from sopan.writers.drawing import page_art, symbol_art
from sopan.writers.fonts import Typeface, printable
from sopan.writers.narration import narrate
from sopan.writers.pdf.tables import Placed, as_table
from sopan.writers.pictures import Illustration, fitted
from sopan.writers.text_blocks import TextBlock

Values = dict[str, object]
Home = tuple[str | None, str]
"""The lane cell in which a symbol stands: step and executor."""

CHAPTERS = {PageKind.IDENTITY: "Identitas", PageKind.FLOW: "Bagan alir", PageKind.APPENDIX: "Lampiran"}
TABLE_ROLES = frozenset({CellRole.HEADING, CellRole.BODY, CellRole.LANE})
SHEET_CORNER = (0.0, 0.0)
BLEED = 1.0
"""Text boxes are this much wider than their text, so that no rounding can break a line again."""


def page_content(
    procedure: Procedure,
    sheet: Sheet,
    page: Page,
    typeface: Typeface,
    illustrations: Mapping[PictureKind, Illustration],
) -> Values:
    """What `document.typ` draws on one page."""
    inside, outside = _parted(page)
    top = min((cell.y for cell in inside), default=sheet.height)
    setter = _Setter(typeface, narrate(procedure, page), _at_home(page.shapes, inside))
    return {
        "art": page_art(page, sheet),
        "bookmark": _bookmark(page),
        "before": setter.texts([cell for cell in outside if cell.y < top]),
        "pictures": [fitted(box, illustrations[box.kind]) for box in page.pictures if box.kind in illustrations],
        "table": setter.table(inside),
        "symbols": [setter.symbol(shape) for shape in page.shapes if _home(shape) not in setter.at_home],
        "after": setter.texts([cell for cell in outside if cell.y >= top]),
        "marks": setter.marks(page),
    }


def _parted(page: Page) -> tuple[list[Cell], list[Cell]]:
    """Cells of the table of the page, and the others. The identity page is read as text, field by field."""
    inside: list[Cell] = []
    outside: list[Cell] = []
    for cell in page.cells:
        tabular = page.kind is not PageKind.IDENTITY and cell.role in TABLE_ROLES
        (inside if tabular else outside).append(cell)
    return inside, outside


def _home(shape: Shape) -> Home:
    return shape.step, shape.pelaksana


def _at_home(shapes: Iterable[Shape], cells: Iterable[Cell]) -> Mapping[Home, list[Shape]]:
    """Symbols by the cell they stand in."""
    at_home: dict[Home, list[Shape]] = {(cell.step, cell.column): [] for cell in cells if cell.role is CellRole.LANE}
    for shape in shapes:
        if _home(shape) in at_home:
            at_home[_home(shape)].append(shape)
    return at_home


def _bookmark(page: Page) -> Values | None:
    """Where to jump to this page; None where the visible title does it already."""
    if any(map(_is_title, page.cells)):
        return None
    level = 1 if page.kind is PageKind.IDENTITY else 2
    return {"level": level, "text": f"{CHAPTERS[page.kind]}, halaman {page.number}"}


def _is_title(cell: Cell) -> bool:
    return cell.column == "judul" and cell.role is CellRole.BODY and any(cell.lines)


@dataclass(frozen=True, slots=True)
class _Setter:
    """Turns the parts of one page into values."""

    typeface: Typeface
    said: Mapping[str, str]
    """What each symbol says, by its id."""
    at_home: Mapping[Home, list[Shape]]

    def texts(self, cells: list[Cell]) -> list[Values]:
        """Text outside the table, in the order of the page."""
        return [
            block
            for cell in cells
            for block in self._cell_text(cell, SHEET_CORNER, tag="title" if _is_title(cell) else "paragraph")
        ]

    def table(self, cells: list[Cell]) -> Values | None:
        """The table these cells make; None when there are none."""
        table = as_table(cells)
        return table and {
            "x": table.x,
            "y": table.y,
            "columns": table.columns,
            "rows": table.rows,
            "head": [self._cell(placed) for placed in table.head],
            "body": [self._cell(placed) for placed in table.body],
        }

    def _cell(self, placed: Placed) -> Values:
        cell = placed.cell
        corner = (cell.x, cell.y)
        symbols = self.at_home.get((cell.step, cell.column), []) if cell.role is CellRole.LANE else []
        return {
            "column": placed.column,
            "row": placed.row,
            "columns": placed.columns,
            "rows": placed.rows,
            "blocks": self._cell_text(cell, corner),
            "symbols": [self.symbol(symbol, corner) for symbol in symbols],
        }

    def _cell_text(self, cell: Cell, corner: Point, tag: str = "") -> list[Values]:
        block = text_blocks.of_cell(cell, self.typeface)
        return [self._block(block, corner, tag)] if block else []

    def marks(self, page: Page) -> list[Values]:
        """Answers and the marks of connectors: seen by the eye, while the ear hears what the symbols say."""
        labels = [text_blocks.of_label(arrow.label, self.typeface) for arrow in page.arrows if arrow.label]
        marks = [text_blocks.of_mark(shape, self.typeface) for shape in page.shapes]
        return [self._block(block, SHEET_CORNER) for block in (*labels, *filter(None, marks))]

    def symbol(self, shape: Shape, corner: Point = SHEET_CORNER) -> Values:
        """The picture of a symbol, measured from `corner`, with its sentence."""
        margin, svg = symbol_art(shape)
        return {
            "x": shape.x - margin - corner[0],
            "y": shape.y - margin - corner[1],
            "width": shape.width + 2 * margin,
            "height": shape.height + 2 * margin,
            "svg": svg,
            "alt": printable(self.said[shape.id]),
        }

    def _block(self, block: TextBlock, corner: Point, tag: str = "") -> Values:
        """Lines of text, measured from `corner`, in a box that no line can be too long for."""
        lines = [self.typeface.displayable(line) for line in block.lines]
        longest = max(self.typeface.width(line, block.size, block.bold) for line in lines)
        width = max(block.width, longest) + BLEED
        back = (width - block.width) / 2 if block.centred else 0.0
        x, y = (0.0, back) if block.turned else (-back, 0.0)
        return {
            "x": block.x + x - corner[0],
            "y": block.y + y - corner[1],
            "width": width,
            "size": block.size,
            "above": block.above,
            "below": block.leading - block.above,
            "bold": block.bold,
            "centred": block.centred,
            "turned": block.turned,
            "space": self.typeface.width(" ", block.size, block.bold),
            "tag": tag,
            "lines": lines,
        }
