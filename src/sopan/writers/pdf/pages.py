"""One page for the Typst template: line art behind, then text, table and symbols in reading order. Millimetres."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Cell, Page, PageKind, PictureKind, Point, Shape, Sheet
from sopan.writers import text_blocks
from sopan.writers.drawing import page_art, symbol_art
from sopan.writers.fonts import Typeface, printable
from sopan.writers.narration import narrate
from sopan.writers.pictures import Illustration, fitted
from sopan.writers.tables import Homes, Placed, as_table, is_title, parted
from sopan.writers.text_blocks import TextBlock

Values = dict[str, object]

CHAPTERS = {PageKind.IDENTITY: "Identitas", PageKind.FLOW: "Bagan alir", PageKind.APPENDIX: "Lampiran"}
SHEET_CORNER = (0.0, 0.0)
BLEED = 1.0
"""Text boxes are wider than their text by this and the spaces around it, so that nothing breaks a line again."""


def page_content(
    procedure: Procedure,
    sheet: Sheet,
    page: Page,
    typeface: Typeface,
    illustrations: Mapping[PictureKind, Illustration],
) -> Values:
    """What `document.typ` draws on one page."""
    inside, outside = parted(page)
    top = min((cell.y for cell in inside), default=sheet.height)
    setter = _Setter(typeface, narrate(procedure, page), Homes(page.shapes, inside))
    return {
        "art": page_art(page, sheet),
        "bookmark": _bookmark(page),
        "before": setter.texts([cell for cell in outside if cell.y < top]),
        "pictures": [fitted(box, illustrations[box.kind]) for box in page.pictures if box.kind in illustrations],
        "table": setter.table(inside),
        "symbols": [setter.symbol(shape) for shape in setter.homes.homeless],
        "after": setter.texts([cell for cell in outside if cell.y >= top]),
        "marks": setter.marks(page),
    }


def _bookmark(page: Page) -> Values | None:
    """Where to jump to this page; None where the visible title does it already."""
    if any(map(is_title, page.cells)):
        return None
    level = 1 if page.kind is PageKind.IDENTITY else 2
    return {"level": level, "text": f"{CHAPTERS[page.kind]}, halaman {page.number}"}


@dataclass(frozen=True, slots=True)
class _Setter:
    """Turns the parts of one page into values."""

    typeface: Typeface
    said: Mapping[str, str]
    """What each symbol says, by its id."""
    homes: Homes

    def texts(self, cells: list[Cell]) -> list[Values]:
        """Text outside the table, in the order of the page."""
        blocks = ((cell, text_blocks.of_cell(cell, self.typeface)) for cell in cells)
        return [self._block(block, SHEET_CORNER) | {"title": is_title(cell)} for cell, block in blocks if block]

    def table(self, cells: list[Cell]) -> Values | None:
        """The table these cells make; None when there are none."""
        table = as_table(cells)
        if table is None:
            return None
        return {
            "x": table.x,
            "y": table.y,
            "columns": table.columns,
            "rows": table.rows,
            "head": [self._cell(placed) for placed in table.head],
            "body": [self._cell(placed) for placed in table.body if self._has_content(placed.cell)],
        }

    def _has_content(self, cell: Cell) -> bool:
        """Typst fills in the cells that are left out."""
        return any(cell.lines) or bool(self.homes.residents(cell))

    def _cell(self, placed: Placed) -> Values:
        cell = placed.cell
        corner = (cell.x, cell.y)
        block = text_blocks.of_cell(cell, self.typeface)
        return {
            "column": placed.column,
            "row": placed.row,
            "columns": placed.columns,
            "rows": placed.rows,
            "width": cell.width,
            "text": self._block(block, corner) if block else None,
            "symbols": [self.symbol(shape, corner) for shape in self.homes.residents(cell)],
        }

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

    def _block(self, block: TextBlock, corner: Point) -> Values:
        """Lines of text, measured from `corner`."""
        shown = [self.typeface.displayable(line) + gap for line, gap in zip(block.lines, block.spaces, strict=True)]
        space = self.typeface.width(" ", block.size, block.bold)
        width = self._room(block, space) if block.centred or block.turned else None
        back = (width - block.width) / 2 if block.centred and width else 0.0
        x, y = (0.0, back) if block.turned else (-back, 0.0)
        shifts = [space if line.endswith(" ") else 0.0 for line in shown] if block.centred else block.offsets
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
            "text": "\n".join(shown),
            "lines": list(zip(shifts, shown, strict=True)) if len(shown) > 1 and any(shifts) else None,
        }

    def _room(self, block: TextBlock, space: float) -> float:
        """Width of a box that no line can be too long for."""
        longest = max(self.typeface.width(line, block.size, block.bold) for line in block.lines)
        return max(block.width, longest) + BLEED + 2 * space
