"""Tupoksi in a workbook: columns Tugas, Fungsi, Uraian Tugas and, where there is one, Dasar Hukum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopan.checker.language.words import without_list_mark, words
from sopan.domain.errors import UnreadableSource
from sopan.readers.office_zip import open_package
from sopan.readers.xlsx.sheet import MAX_FORMATTED, Sheet, read_sheet
from sopan.readers.xlsx.workbook import open_workbook
from sopan.web.identification.tupoksi_text import MAX_ITEM, MAX_ITEMS, Item, Level, TooMuchText

COLUMNS = ("Tugas", "Fungsi", "Uraian Tugas", "Dasar Hukum")
_LOOKED_AT = 40
"""Rows among which the headings are looked for."""


@dataclass(frozen=True, slots=True)
class SheetItem:
    """An item, with the row of the sheet it stands in, from 1."""

    item: Item
    row: int


def read(data: bytes) -> tuple[SheetItem, ...]:
    """The items of the first sheet with the headings, `place` being its legal basis. Raises UnreadableSource."""
    package = open_package(data, "xlsx")
    workbook = open_workbook(package)
    for part in workbook.sheets:
        if part.is_hidden:
            continue
        sheet = read_sheet(package.pieces(part.part, MAX_FORMATTED), workbook)
        found = _head(sheet)
        if found is not None:
            return tuple(_items(sheet, *found))
    raise UnreadableSource(
        "Kepala kolom “Tugas”, “Fungsi”, dan “Uraian Tugas” tidak ditemukan. Pakai format yang dapat diunduh di sini."
    )


def _head(sheet: Sheet) -> tuple[int, Mapping[int, str]] | None:
    by_row: dict[int, dict[int, str]] = {}
    for (column, row), content in sheet.cells.items():
        name = _column_name(content.text) if row < _LOOKED_AT else ""
        if name and name not in by_row.setdefault(row, {}).values():
            by_row[row][column] = name
    best = max(by_row.items(), key=lambda found: len(found[1]), default=None)
    return best if best and len(best[1]) >= 2 else None


def _column_name(text: str) -> str:
    said = " ".join(words(text))
    known = {
        "tugas": "tugas",
        "tugas pokok": "tugas",
        "fungsi": "fungsi",
        "uraian tugas": "uraian",
        "sub fungsi": "uraian",
    }
    known |= {"dasar hukum": "basis", "uraian": "uraian", "rincian tugas": "uraian"}
    return known.get(said, "")


def _items(sheet: Sheet, head: int, columns: Mapping[int, str]) -> Iterator[SheetItem]:
    count = 0
    last = max((row for _, row in sheet.cells), default=0)
    for row in range(head + 1, last + 1):
        said = {
            name: _text(sheet.cells[column, row].text)
            for column, name in columns.items()
            if (column, row) in sheet.cells
        }
        for level in Level:
            text = said.get(level.value, "")
            if text and not text.isdecimal():  # a row that counts the columns
                count += 1
                if count > MAX_ITEMS:
                    raise TooMuchText(MAX_ITEMS)
                yield SheetItem(Item(level, text[:MAX_ITEM], said.get("basis", "")), row + 1)


def _text(text: str) -> str:
    return without_list_mark(" ".join(text.split())).rstrip(" ;")
