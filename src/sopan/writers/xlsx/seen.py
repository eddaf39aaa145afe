"""What a person sees in the sheets while the file is new: whatever differs from it later was changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopan import drawn
from sopan.domain.procedure import Procedure
from sopan.drawingml import EMU_PER_PIXEL, Bounds, millimetres
from sopan.drawn.of_diagram import FORMS
from sopan.flowchart.diagram import Arrow, ArrowKind
from sopan.writers.fonts import printable
from sopan.writers.xlsx.cells import cell_text, merged
from sopan.writers.xlsx.drawing import LABEL_RESERVE
from sopan.writers.xlsx.grid import Grid, Span, cell_name
from sopan.writers.xlsx.sheets import PlacedPage, Sheet

Names = Mapping[tuple[int, str], str]
"""Of symbols, by page and id."""


def seen(procedure: Procedure, sheets: Sequence[Sheet], names: Names) -> tuple[drawn.Page, ...]:
    """Each sheet as a drawn page, measured from its first cell. Pictures are left out: they say nothing of the SOP."""
    return tuple(_page(procedure, sheet, number, names) for number, sheet in enumerate(sheets, 1))


def _page(procedure: Procedure, sheet: Sheet, number: int, names: Names) -> drawn.Page:
    places = sheet.pages
    return drawn.Page(
        number=number,
        name=sheet.name,
        width=_edge(sheet.grid.columns[-1]),
        height=_edge(sheet.grid.rows[-1]),
        cells=tuple(_cells(procedure, sheet)),
        symbols=tuple(symbol for place in places for symbol in _symbols(place, names)),
        lines=tuple(_line(place, arrow, names) for place in places for arrow in place.page.arrows),
        texts=tuple(text for place in places for text in _answers(place)),
    )


def _cells(procedure: Procedure, sheet: Sheet) -> Iterator[drawn.Cell]:
    """Cells that say something, and merged ones, row by row."""
    wide = set(merged(sheet.cells))
    for placed in sorted(sheet.cells, key=lambda placed: (placed.span.top, placed.span.left)):
        text = cell_text(placed.cell, procedure)
        if text or placed.span in wide:
            yield drawn.Cell(
                box=_span_box(placed.span, sheet.grid),
                text=_read(text),
                place=cell_name(placed.span.top, placed.span.left),
                bold=placed.cell.bold,
            )


def _read(text: str) -> str:
    """Text as readers give it: lines that say something, with single spaces."""
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _symbols(place: PlacedPage, names: Names) -> Iterator[drawn.Symbol]:
    for shape in place.page.shapes:
        name = names[place.page.number, shape.id]
        box = _box(place.bounds(shape.x, shape.y, shape.width, shape.height))
        yield drawn.Symbol(key=name, form=FORMS[shape.kind], box=box, text=printable(shape.text))


def _line(place: PlacedPage, arrow: Arrow, names: Names) -> drawn.Line:
    points = (place.point(*point) for point in arrow.points)
    return drawn.Line(
        points=tuple((millimetres(x), millimetres(y)) for x, y in points),
        arrow_at_end=arrow.kind is ArrowKind.FLOW,
        start=names[place.page.number, arrow.source],
        end=names[place.page.number, arrow.target],
    )


def _answers(place: PlacedPage) -> Iterator[drawn.Text]:
    for arrow in place.page.arrows:
        if arrow.label:
            label = arrow.label
            box = _box(place.bounds(label.x, label.y, label.width + LABEL_RESERVE, label.height))
            yield drawn.Text(box=box, text=printable(label.text))


def _span_box(span: Span, grid: Grid) -> drawn.Box:
    columns, rows = grid.columns, grid.rows
    return drawn.Box(*map(_edge, (columns[span.left], rows[span.top], columns[span.right], rows[span.bottom])))


def _edge(pixels: int) -> float:
    return millimetres(pixels * EMU_PER_PIXEL)


def _box(bounds: Bounds) -> drawn.Box:
    return drawn.Box(*map(millimetres, bounds))
