"""One worksheet, read from its beginning to its end: cells with content, merged ranges, sizes of columns and rows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from sopan.domain.errors import SourceTooLarge
from sopan.readers.office.alternates import child, local, value
from sopan.readers.office_zip import MAX_PART, stream
from sopan.readers.xlsx.grid import MAX_COLUMNS, MAX_ROWS, Edges, column_size, default_column, row_size
from sopan.readers.xlsx.shown import shown
from sopan.readers.xlsx.workbook import Style, Workbook, decimal, plain_text, text_of

MAX_CELLS = 60_000
"""With content."""
MAX_MERGES = 50_000
TAIL = 200_000
"""Bytes of rows without content that are still looked at below the last content; a drawing may lie there."""
MAX_FORMATTED = 600_000_000
"""Bytes of a sheet; one of a million rows in which ten columns are formatted has four hundred million."""
Range = tuple[int, int, int, int]
"""First column and row, last column and row; from 0."""

_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c(?:\s[^<>]*)?/>|<((?:\w+:)?c)(?:\s[^<>]*)?></\1>")
_EMPTY_ROW = re.compile(rb"<((?:\w+:)?row)(?:\s(?![^<>]*(?:ht=|hidden=))[^<>]*)?(?:/>|></\1>)")
_ROW_END = re.compile(rb"</(?:\w+:)?row>|<(?:\w+:)?row\s[^<>]*/>")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_FULL = "Satu lembar berisi lebih dari {batas} sel, jadi berkas ini bukan SOP saja. Simpan lembar SOP-nya saja."


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell shows."""

    text: str
    bold: bool = False


@dataclass(slots=True)
class Sheet:
    """A sheet as far as it shows something."""

    cells: dict[tuple[int, int], Content] = field(default_factory=dict)
    """By column and row, from 0."""
    merges: list[Range] = field(default_factory=list)
    columns: dict[int, int] = field(default_factory=dict)
    rows: dict[int, int] = field(default_factory=dict)
    """Sizes of those columns and rows that have their own, EMU; hidden ones have none."""
    default_column: int = 0
    default_row: int = 0
    drawings: list[str] = field(default_factory=list)
    """Ids of the relations to drawings, old and new."""
    next_row: int = 0

    def across(self) -> Edges:
        """The edges between columns."""
        return Edges(self.default_column, self.columns, MAX_COLUMNS)

    def down(self) -> Edges:
        """The edges between rows."""
        return Edges(self.default_row, self.rows, MAX_ROWS)


def read_sheet(pieces: Iterable[bytes], workbook: Workbook) -> Sheet:
    """The sheet in these bytes. Cells without content cost next to nothing, however many are formatted."""
    sheet = Sheet(default_column=default_column(0.0, 8, workbook.digit), default_row=row_size(15.0))
    names = ("sheetFormatPr", "col", "row", "mergeCell", "drawing", "legacyDrawing")
    for element in stream(_shown_only(pieces), *names):
        name = local(element)
        if name == "row":
            _add_row(sheet, element, workbook)
        elif name == "col":
            _add_columns(sheet, element, workbook.digit)
        elif name == "mergeCell":
            _add_merge(sheet, element.get("ref", ""))
        elif name == "sheetFormatPr":
            _set_defaults(sheet, element, workbook.digit)
        else:
            sheet.drawings.append(value(element, key="id"))
    return sheet


def _shown_only(pieces: Iterable[bytes]) -> bytes:
    """The XML without the cells that hold nothing, of which a sheet can have millions."""
    kept: list[bytes] = []
    waiting: list[bytes] = []
    size = 0
    for piece in pieces:
        end = piece.rfind(b"row>") + 4
        waiting.append(piece if end < 4 else piece[:end])
        size += len(waiting[-1])
        if end >= 4:
            kept.append(_EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", b"".join(waiting))))
            size = sum(map(len, kept)) + len(piece) - end
            waiting = [piece[end:]]
        if size > MAX_PART:
            raise SourceTooLarge(_FULL, batas=MAX_CELLS)
    return _to_the_last(b"".join((*kept, _EMPTY_CELL.sub(b"", b"".join(waiting)))))


def _to_the_last(data: bytes) -> bytes:
    """Without most of the rows after the last content, of which only the heights are left."""
    end = data.rfind(b"</", 0, max(0, data.rfind(b"sheetData>")))
    cut = _ROW_END.search(data, max(data.rfind(b"v>"), data.rfind(b"is>")) + TAIL)
    return data[: cut.end()] + data[end:] if cut and cut.end() < end else data


def range_of(reference: str) -> Range | None:
    """`B2:C4` or `B2` as columns and rows; None for what is no reference."""
    found = _RANGE.fullmatch(reference)
    if found is None:
        return None
    first, last = (_column(found[1]), int(found[2]) - 1), (_column(found[3] or found[1]), int(found[4] or found[2]) - 1)
    (left, right), (top, bottom) = sorted((first[0], last[0])), sorted((first[1], last[1]))
    return (left, top, right, bottom) if top >= 0 and right < MAX_COLUMNS and bottom < MAX_ROWS else None


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _set_defaults(sheet: Sheet, element: etree._Element, digit: int) -> None:
    sheet.default_row = 0 if _is_on(element, "zeroHeight") else row_size(decimal(element.get("defaultRowHeight"), 15.0))
    base = int(decimal(element.get("baseColWidth"), 8.0))
    sheet.default_column = default_column(decimal(element.get("defaultColWidth")), base, digit)


def _add_columns(sheet: Sheet, element: etree._Element, digit: int) -> None:
    first, last = (int(decimal(element.get(key))) - 1 for key in ("min", "max"))
    hidden = _is_on(element, "hidden")
    size = 0 if hidden else column_size(decimal(element.get("width"), 9.14), digit)
    for place in range(max(first, 0), min(last + 1, MAX_COLUMNS)):
        sheet.columns[place] = size


def _add_merge(sheet: Sheet, reference: str) -> None:
    found = range_of(reference)
    if found is not None and len(sheet.merges) < MAX_MERGES:
        sheet.merges.append(found)


def _add_row(sheet: Sheet, element: etree._Element, workbook: Workbook) -> None:
    row = int(decimal(element.get("r"), sheet.next_row + 1.0)) - 1
    if not 0 <= row < MAX_ROWS:
        return
    sheet.next_row = row + 1
    hidden = _is_on(element, "hidden")
    if hidden or element.get("ht"):
        sheet.rows[row] = 0 if hidden else row_size(decimal(element.get("ht"), 15.0))
    if not hidden:
        _add_cells(sheet, row, element, workbook)


def _add_cells(sheet: Sheet, row: int, cells: Iterable[etree._Element], workbook: Workbook) -> None:
    column = 0
    for cell in cells:
        place = range_of(cell.get("r", ""))
        column = place[0] if place else column
        if column < MAX_COLUMNS and sheet.columns.get(column, 1):
            content = _content(cell, workbook)
            if content.text:
                sheet.cells[column, row] = content
        column += 1
    if len(sheet.cells) > MAX_CELLS:
        raise SourceTooLarge(_FULL, batas=MAX_CELLS)


def _content(cell: etree._Element, workbook: Workbook) -> Content:
    number = int(decimal(cell.get("s")))
    style = workbook.styles[number] if 0 <= number < len(workbook.styles) else Style()
    inline = child(cell, "is")
    if inline is not None:
        return Content(text_of(inline), style.bold)
    said = child(cell, "v")
    return Content(
        _text(cell.get("t", "n"), (said.text or "") if said is not None else "", style, workbook), style.bold
    )


def _text(kind: str, said: str, style: Style, workbook: Workbook) -> str:
    if kind == "s":
        place = int(decimal(said, -1.0))
        return workbook.strings[place] if 0 <= place < len(workbook.strings) else ""
    if kind == "b":
        return "TRUE" if said.strip() == "1" else "FALSE"
    if kind != "n" or not said.strip():
        return plain_text(said)
    number = decimal(said, float("nan"))
    return plain_text(said) if number != number else shown(number, style.code, since_1904=workbook.since_1904)


def _is_on(element: etree._Element, key: str) -> bool:
    return element.get(key) in ("1", "true")
