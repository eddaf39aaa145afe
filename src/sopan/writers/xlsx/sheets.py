"""Pages of paper become sheets: one for the identity, one for the flow with its head once, one for the appendix.

Pages of one kind whose heads are alike follow each other in one sheet, each after a page break; the head is repeated
by Excel when it prints. So a person finds one table, as long as the procedure is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sopan.drawingml import EMU_PER_PIXEL, Bounds, Point, emu
from sopan.flowchart.diagram import Cell, CellRole, Diagram, Page, PageKind
from sopan.writers.xlsx.grid import Grid, Span, pixels

NAMES = {PageKind.IDENTITY: "Identitas", PageKind.FLOW: "Bagan alir", PageKind.APPENDIX: "Lampiran"}
FOOT = frozenset({"judul", "halaman"})
"""Notes below the table; Excel has a foot of its own for them."""


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell and what it covers in the sheet."""

    cell: Cell
    span: Span


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page and where its body begins: millimetres from the top of the paper, pixels from the top of the sheet."""

    page: Page
    top: float
    start: int

    def point(self, x: float, y: float) -> Point:
        """Where a point of the page lies in the sheet; EMU."""
        return emu(x - self.page.area_x), emu(y - self.top) + self.start * EMU_PER_PIXEL

    def bounds(self, x: float, y: float, width: float, height: float) -> Bounds:
        """The same for a box."""
        return (*self.point(x, y), *self.point(x + width, y + height))


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of the workbook."""

    name: str
    kind: PageKind
    grid: Grid
    cells: tuple[PlacedCell, ...]
    pages: tuple[PlacedPage, ...]
    head_rows: int
    """Rows at the top that are printed on every page."""
    breaks: tuple[int, ...]
    """Numbers of the rows after which a new page begins."""


def sheets(diagram: Diagram) -> tuple[Sheet, ...]:
    """The sheets in the order of the pages."""
    made: list[Sheet] = []
    for _, group in groupby(diagram.pages, key=_likeness):
        pages = list(group)
        before = sum(sheet.kind is pages[0].kind for sheet in made)
        name = NAMES[pages[0].kind] + (f" {before + 1}" if before else "")
        made.append(_sheet(name, pages))
    return tuple(made)


def _likeness(page: Page) -> object:
    """Pages that can share a head, and with it their columns."""
    heads = tuple((cell.x, cell.width, cell.height, cell.lines) for cell in page.cells if cell.role is CellRole.HEADING)
    return page.kind, heads


def _sheet(name: str, pages: Sequence[Page]) -> Sheet:
    first = pages[0]
    head = [cell for cell in first.cells if _is_head(cell)]
    top = _top(first)
    placed, end = [], pixels(top - first.area_y)
    for page in pages:
        placed.append(PlacedPage(page, _top(page), end))
        end += pixels(_bottom(page) - _top(page))
    boxes = [(cell, _head_box(cell, first)) for cell in head]
    boxes += [(cell, _body_box(cell, place)) for place in placed for cell in _body(place.page)]
    grid = _grid(first, [box for cell, box in boxes if cell.role is not CellRole.NOTE], boxes, placed, end)
    cells = (PlacedCell(cell, grid.span(*_on_grid(cell, box, grid))) for cell, box in boxes)
    rows = grid.rows
    return Sheet(
        name=name,
        kind=first.kind,
        grid=grid,
        cells=tuple(cell for cell in cells if list(cell.span.places())),
        pages=tuple(placed),
        head_rows=rows.index(placed[0].start),
        breaks=tuple(rows.index(place.start) for place in placed[1:]),
    )


Box = tuple[int, int, int, int]
"""Left, top, right, bottom; pixels of the sheet."""


def _is_head(cell: Cell) -> bool:
    return cell.role is CellRole.HEADING or (cell.role is CellRole.NOTE and cell.column not in FOOT)


def _body(page: Page) -> list[Cell]:
    return [cell for cell in page.cells if cell.role not in (CellRole.HEADING, CellRole.NOTE)]


def _top(page: Page) -> float:
    """Where the body begins: below the head, which every page of the sheet shares."""
    inside = [cell.y for cell in _body(page)]
    return min(inside) if inside else _bottom(page)


def _bottom(page: Page) -> float:
    ends = (cell.y + cell.height for cell in page.cells if cell.role is not CellRole.NOTE)
    return max(ends, default=page.area_y)


def _head_box(cell: Cell, page: Page) -> Box:
    left, top = cell.x - page.area_x, cell.y - page.area_y
    return pixels(left), pixels(top), pixels(left + cell.width), pixels(top + cell.height)


def _body_box(cell: Cell, place: PlacedPage) -> Box:
    left, top = cell.x - place.page.area_x, cell.y - place.top
    right, bottom = left + cell.width, top + cell.height
    return pixels(left), place.start + pixels(top), pixels(right), place.start + pixels(bottom)


def _grid(
    page: Page, table: Iterable[Box], boxes: Iterable[tuple[Cell, Box]], placed: Sequence[PlacedPage], end: int
) -> Grid:
    """Columns of the table; a page that is one column gets another for the mark of a draft."""
    columns = {edge for box in table for edge in (box[0], box[2])} or {pixels(page.area_width)}
    if len(columns | {0}) == 2:
        columns |= {box[0] for cell, box in boxes if cell.role is CellRole.NOTE}
    rows = {edge for _, box in boxes for edge in (box[1], box[3])}
    return Grid.of(columns, {*rows, *(place.start for place in placed), end})


def _on_grid(cell: Cell, box: Box, grid: Grid) -> Box:
    """The mark of a draft stands at the right, over as many columns as it needs."""
    if cell.role is not CellRole.NOTE:
        return box
    left = max(edge for edge in grid.columns if edge <= max(box[0], 0))
    return left, box[1], grid.columns[-1], box[3]
