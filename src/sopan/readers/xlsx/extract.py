"""The sheets of a workbook as drawn pages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sopan.domain.errors import SourceTooLarge
from sopan.drawingml.units import EMU_PER_MILLIMETRE
from sopan.drawn import Box, Cell, Page
from sopan.readers.office_zip import Package, open_package
from sopan.readers.reading import Note, Place
from sopan.readers.xlsx.drawings import drawing_of
from sopan.readers.xlsx.grid import Edges, address
from sopan.readers.xlsx.sheet import MAX_FORMATTED, Content, Range, Sheet, read_sheet
from sopan.readers.xlsx.workbook import SheetPart, Workbook, open_workbook

MAX_CELLS_OF_ALL = 200_000
MAX_LOOKS = 1_000_000
"""Cells looked at to find those that lie under merged ranges."""


@dataclass(frozen=True, slots=True)
class Extract:
    """What a workbook shows, and what of it was left out."""

    pages: tuple[Page, ...]
    notes: tuple[Note, ...] = ()


def pages(data: bytes) -> tuple[Page, ...]:
    """One page for each visible sheet of the workbook. Raises UnreadableSource."""
    return extract(open_package(data, "xlsx")).pages


def extract(package: Package) -> Extract:
    """One page for each visible sheet, and a note for each hidden one; numbers are those of the sheets."""
    workbook = open_workbook(package)
    found = [
        _page(package, workbook, number, sheet)
        for number, sheet in enumerate(workbook.sheets, 1)
        if not sheet.is_hidden
    ]
    return Extract(tuple(found), tuple(_notes(workbook)))


def _notes(workbook: Workbook) -> Iterator[Note]:
    for number, sheet in enumerate(workbook.sheets, 1):
        if sheet.is_hidden:
            yield Note(
                sentence="Lembar “{nama}” disembunyikan, jadi tidak dibaca. Tampilkan di Excel bila isinya diperlukan.",
                parameters={"nama": sheet.name},
                place=Place(page=number, name=sheet.name),
            )


def _page(package: Package, workbook: Workbook, number: int, part: SheetPart) -> Page:
    sheet = read_sheet(package.pieces(part.part, MAX_FORMATTED), workbook)
    cells = tuple(_cells(sheet))
    drawing = drawing_of(package, part.part, sheet)
    boxes = [
        *(cell.box for cell in cells),
        *(symbol.box for symbol in drawing.symbols),
        *(text.box for text in drawing.texts),
        *(picture.box for picture in drawing.pictures),
    ]
    return Page(
        number=number,
        name=part.name,
        width=max((box.right for box in boxes), default=0.0),
        height=max((box.bottom for box in boxes), default=0.0),
        cells=cells,
        symbols=drawing.symbols,
        lines=drawing.lines,
        texts=drawing.texts,
        pictures=drawing.pictures,
    )


def _cells(sheet: Sheet) -> Iterator[Cell]:
    """Cells with content and merged ranges, row by row."""
    across, down = sheet.across(), sheet.down()
    merged = {(left, top): (left, top, right, bottom) for left, top, right, bottom in sheet.merges}
    covered = _covered(sheet)
    shown: dict[tuple[int, int], Content] = dict.fromkeys(merged, Content("")) | {
        place: content for place, content in sheet.cells.items() if place not in covered
    }
    for (column, row), content in sorted(shown.items(), key=lambda item: (item[0][1], item[0][0])):
        box = _box(across, down, merged.get((column, row), (column, row, column, row)))
        yield Cell(box=box, text=content.text, place=address(column, row), bold=content.bold)


def _covered(sheet: Sheet) -> set[tuple[int, int]]:
    """Cells with content that lie under a merged range and so cannot be seen."""
    by_row: dict[int, list[int]] = {}
    for column, row in sheet.cells:
        by_row.setdefault(row, []).append(column)
    rows = sorted(by_row)
    covered: set[tuple[int, int]] = set()
    looked = 0
    for left, top, right, bottom in sheet.merges:
        for row in rows[bisect_left(rows, top) : bisect_right(rows, bottom)]:
            looked += len(by_row[row])
            covered.update((column, row) for column in by_row[row] if left <= column <= right)
        covered.discard((left, top))
        if looked > MAX_LOOKS:
            raise SourceTooLarge("Lembar ini berisi terlalu banyak sel gabungan. Simpan lembar SOP-nya saja.")
    return covered


def _box(across: Edges, down: Edges, covers: Range) -> Box:
    left, top, right, bottom = covers
    edges = (across.start(left), down.start(top), across.start(right + 1), down.start(bottom + 1))
    return Box(*(round(edge / EMU_PER_MILLIMETRE, 4) for edge in edges))
