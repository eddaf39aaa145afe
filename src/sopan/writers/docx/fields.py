"""The cells of a page as Word needs them: whole paragraphs, names and signatures inside the cell around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Cell, CellRole, Page
from sopan.writers.docx.texts import RESERVE, Paragraph, leading_of, of_cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A cell of the table with all it says."""

    cell: Cell
    content: tuple[Paragraph, ...] = ()
    is_centred: bool = False
    """Word keeps the text in the middle between the upper and the lower border."""

    @property
    def text(self) -> str:
        """Its paragraphs as readers give them: those that say something, with single spaces."""
        return "\n".join(filter(None, (" ".join(each.text.split()) for each in self.content)))


def fields(page: Page, procedure: Procedure) -> list[Field]:
    """The cells of the page's table; text without a border of its own belongs to the cell around it."""
    inside = [cell for cell in page.cells if cell.role is not CellRole.NOTE]
    guests: dict[Cell, list[Cell]] = {}
    for cell in inside:
        host = cell if cell.border else _host(cell, inside)
        guests.setdefault(host, [])
        if host is not cell:
            guests[host].append(cell)
    return [
        Field(cell=host, content=tuple(_stacked(host, those, procedure))) if those else field(host, procedure)
        for host, those in guests.items()
    ]


def _host(guest: Cell, cells: Sequence[Cell]) -> Cell:
    """The cell with a border in which the text stands; the text's own where there is none."""
    x, y = guest.x + guest.width / 2, guest.y + guest.height / 2
    around = (c for c in cells if c.border and c.x <= x <= c.x + c.width and c.y <= y <= c.y + c.height)
    return next(around, guest)


def field(cell: Cell, procedure: Procedure) -> Field:
    """A cell with its own text, as high in it as in the diagram; turned text is in the middle of its column."""
    is_centred = cell.valign == "middle" or cell.rotated
    before = 0.0 if is_centred else _above(cell)
    content = of_cell(cell, procedure, before=before)
    if cell.rotated:
        content = [replace(each, indent=_aside(cell.height, cell)) for each in content]
    return Field(cell=cell, content=tuple(content), is_centred=is_centred)


def _above(cell: Cell) -> float:
    """Room before the first line."""
    spare = max(cell.height - leading_of(cell) * len(cell.lines), 0.0)
    return spare / 2 if spare < cell.padding else cell.padding


def _aside(length: float, cell: Cell) -> float:
    """Room on both sides of lines that are to break where the diagram breaks them, though there is more."""
    return max((length - cell.text_width) / 2 - RESERVE, 0.0)


def _stacked(host: Cell, guests: Sequence[Cell], procedure: Procedure) -> Iterator[Paragraph]:
    """The texts below each other, each as far from the one above as in the diagram and broken where it is broken."""
    reached = host.y
    for guest in sorted(guests, key=lambda cell: cell.y):
        for content in of_cell(guest, procedure, before=max(guest.y - reached, 0.0)):
            yield replace(content, indent=_aside(host.width, guest))
        reached = guest.y + guest.height
