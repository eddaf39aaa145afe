"""What every page has: the area inside the margins, the mark of an unratified document, and the foot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sopan.domain.errors import LayoutError
from sopan.domain.procedure import Procedure
from sopan.flowchart.cells import filled
from sopan.flowchart.diagram import Arrow, Cell, CellRole, Lane, Page, PageKind, Picture, Row, Shape, Sheet
from sopan.flowchart.measures import FOOTER_HEIGHT, FOOTER_SIZE, MARK_HEIGHT, MARK_SIZE, NARROWEST_TEXT
from sopan.flowchart.text import TextBlock, Typesetter

_LOWEST_PAGE = 60.0
_GAP = 1.5
"""Between the mark or the foot and the table."""


class Frame:
    """The area of a page that is left for the table, and the pages around it."""

    def __init__(self, procedure: Procedure, sheet: Sheet, typesetter: Typesetter, mark: str) -> None:
        self.sheet = sheet
        self.mark = mark
        self.typesetter = typesetter
        self.title = " · ".join(part for part in (procedure.identity.judul, procedure.identity.nomor) if part)
        self.x = sheet.left
        self.width = sheet.width - sheet.left - sheet.right
        top = MARK_HEIGHT + _GAP if mark else 0.0
        self.y = sheet.top + top
        self.height = sheet.height - sheet.top - sheet.bottom - top - FOOTER_HEIGHT - _GAP
        if self.width < sum(NARROWEST_TEXT.values()) + 20 or self.height < _LOWEST_PAGE:
            raise LayoutError(f"a sheet of {sheet.width} × {sheet.height} mm cannot hold one lane")

    def page(
        self,
        kind: PageKind,
        *,
        cells: tuple[Cell, ...] = (),
        lanes: tuple[Lane, ...] = (),
        rows: tuple[Row, ...] = (),
        shapes: tuple[Shape, ...] = (),
        arrows: tuple[Arrow, ...] = (),
        pictures: tuple[Picture, ...] = (),
    ) -> Page:
        """A page without number, mark and foot; `finish` adds them when the number of pages is known."""
        return Page(
            number=0,
            kind=kind,
            area_x=self.sheet.left,
            area_y=self.sheet.top,
            area_width=self.width,
            area_height=self.sheet.height - self.sheet.top - self.sheet.bottom,
            cells=cells,
            lanes=lanes,
            rows=rows,
            shapes=shapes,
            arrows=arrows,
            pictures=pictures,
        )

    def finish(self, pages: Iterable[Page]) -> list[Page]:
        """Number the pages and give each its mark and foot."""
        listed = list(pages)
        return [
            replace(page, number=number, cells=(*page.cells, *self._around(number, len(listed))))
            for number, page in enumerate(listed, 1)
        ]

    def _around(self, number: int, count: int) -> list[Cell]:
        cells = []
        if self.mark:
            block = self.typesetter.block(self.mark, self.width, MARK_SIZE, bold=True)
            width = block.width + 6
            x = self.x + self.width - width
            cells.append(
                filled(
                    block,
                    "tanda",
                    x,
                    self.sheet.top,
                    width,
                    MARK_HEIGHT,
                    role=CellRole.NOTE,
                    bold=True,
                    align="center",
                    padding=0.5,
                )
            )
        y = self.sheet.height - self.sheet.bottom - FOOTER_HEIGHT
        place = self.typesetter.block(f"Halaman {number} dari {count}", self.width, FOOTER_SIZE)
        cells.append(self._note("halaman", place, self.x + self.width - place.width - 1, y, place.width + 1))
        title = self._first_line(self.width - place.width - 10)
        if title.lines:
            cells.append(self._note("judul", title, self.x, y, title.width + 1))
        return cells

    def _note(self, column: str, block: TextBlock, x: float, y: float, width: float) -> Cell:
        return filled(
            block, column, x, y, width, FOOTER_HEIGHT, role=CellRole.NOTE, border=False, valign="middle", padding=0.0
        )

    def _first_line(self, width: float) -> TextBlock:
        """The title, cut with an ellipsis where it is longer than the foot; it stands whole on the first page."""
        block = self.typesetter.block(self.title, width, FOOTER_SIZE)
        if len(block.lines) <= 1:
            return block
        line = block.lines[0]
        while line and self.typesetter.measure.width(line + " …", FOOTER_SIZE) > width:
            line = line[:-1]
        wide = self.typesetter.measure.width(line + " …", FOOTER_SIZE)
        return TextBlock((line.rstrip() + " …",), FOOTER_SIZE, block.leading, wide)
