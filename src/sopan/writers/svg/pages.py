"""One page in SVG: lines first, then text and symbols in the order in which they are read."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Arrow, Cell, CellRole, Page, PictureKind, Shape, Sheet
from sopan.writers import text_blocks
from sopan.writers.drawing import FLOW_STROKE, SYMBOL_STROKE, TABLE_STROKE, head, line, outline, table_lines
from sopan.writers.fonts import Typeface
from sopan.writers.narration import narrate
from sopan.writers.pictures import Illustration, fitted
from sopan.writers.svg.elements import element, group, words
from sopan.writers.svg.text import text
from sopan.writers.tables import Homes, Placed, as_table, is_title, parted


def draw_page(
    procedure: Procedure,
    sheet: Sheet,
    page: Page,
    typeface: Typeface,
    illustrations: Mapping[PictureKind, Illustration],
    *,
    prefix: str,
    top: float,
) -> str:
    """A page as a group whose ids begin with `prefix`, `top` millimetres below the top of the picture."""
    inside, outside = parted(page)
    begin = min((cell.y for cell in inside), default=sheet.height)
    homes = Homes(page.shapes, inside)
    artist = _Artist(page, typeface, narrate(procedure, page), homes, prefix)
    return element(
        "g",
        element("rect", class_="sopan-paper", width=sheet.width, height=sheet.height, fill="#fff"),
        element(
            "path", class_="sopan-table", d=table_lines(page), fill="none", stroke="#000", stroke_width=TABLE_STROKE
        ),
        artist.flow(),
        artist.texts(cell for cell in outside if cell.y < begin),
        *(_picture(fitted(box, illustrations[box.kind])) for box in page.pictures if box.kind in illustrations),
        artist.table(inside),
        *(artist.symbol(shape) for shape in homes.homeless),
        artist.texts(cell for cell in outside if cell.y >= begin),
        id=prefix,
        role="group",
        aria_label=f"Halaman {page.number}",
        transform=f"translate(0 {top:.6g})" if top else None,
    )


def _picture(place: Mapping[str, Any]) -> str:
    """A picture of its own kind in the page, where neither its styles nor its ids can touch the rest."""
    data = b64encode(place["svg"].encode()).decode()
    box = {key: place[key] for key in ("x", "y", "width", "height")}
    return element("image", **box, href=f"data:image/svg+xml;base64,{data}", role="img", aria_label=place["alt"])


@dataclass(frozen=True, slots=True)
class _Artist:
    """Draws the parts of one page."""

    page: Page
    typeface: Typeface
    said: Mapping[str, str]
    """What each symbol says, by its id."""
    homes: Homes
    prefix: str

    def flow(self) -> str:
        """Lines, heads and answers: seen by the eye, while the ear hears what the symbols say."""
        return group(map(self._arrow, self.page.arrows), class_="sopan-arrows", aria_hidden="true")

    def _arrow(self, arrow: Arrow) -> str:
        ends = arrow.edge and (str(arrow.edge.source), str(arrow.edge.target))
        return element(
            "g",
            element("path", class_="sopan-flow", d=line(arrow), fill="none", stroke="#000", stroke_width=FLOW_STROKE),
            element("path", class_="sopan-head", d=head(arrow)) if head(arrow) else "",
            text(text_blocks.of_label(arrow.label, self.typeface), self.typeface) if arrow.label else "",
            class_=f"sopan-{arrow.kind.value}-line",
            data_from=ends[0] if ends else None,
            data_to=ends[1] if ends else None,
        )

    def texts(self, cells: Iterable[Cell]) -> str:
        """Text outside the table, in the order of the page; the title is a heading."""
        return "".join(
            group([self._words(cell)], role="heading", aria_level="1") if is_title(cell) else self._words(cell)
            for cell in cells
        )

    def _words(self, cell: Cell) -> str:
        block = text_blocks.of_cell(cell, self.typeface)
        return text(block, self.typeface) if block else ""

    def table(self, cells: Sequence[Cell]) -> str:
        """The table row by row; cells without words or symbols are left to the eye."""
        table = as_table(cells)
        if table is None:
            return ""
        rows = groupby((*table.head, *table.body), key=lambda placed: placed.row)
        label = f"Tabel halaman {self.page.number}"
        return group((group(map(self._cell, row), role="row") for _, row in rows), role="table", aria_label=label)

    def _cell(self, placed: Placed) -> str:
        cell = placed.cell
        return group(
            [self._words(cell), *map(self.symbol, self.homes.residents(cell))],
            role="columnheader" if cell.role is CellRole.HEADING else "cell",
            aria_colindex=str(placed.column + 1),
            aria_colspan=str(placed.columns) if placed.columns > 1 else None,
            aria_rowspan=str(placed.rows) if placed.rows > 1 else None,
        )

    def symbol(self, shape: Shape) -> str:
        """A symbol that says what it is when asked or pointed at."""
        mark = text_blocks.of_mark(shape, self.typeface)
        sentence = self.said[shape.id]
        path = outline(shape, x=shape.x, y=shape.y)
        return element(
            "g",
            element("title", words(sentence)),
            element("path", class_="sopan-symbol", d=path, fill="#fff", stroke="#000", stroke_width=SYMBOL_STROKE),
            text(mark, self.typeface) if mark else "",
            id=f"{self.prefix}-{self.page.shapes.index(shape) + 1}",
            role="img",
            aria_label=sentence,
            data_step=shape.step,
            data_pelaksana=shape.pelaksana or None,
        )
