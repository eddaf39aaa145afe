"""A table to be filled in: headings, lists to choose from, and a sheet that explains each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

ROWS = 20_000
_HEAD = PatternFill("solid", fgColor="E0EFF0")


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankColumn:
    """A column: its heading, what belongs in it, and the words to choose from, if only those fit."""

    heading: str
    explanation: str = ""
    choices: Sequence[str] = ()
    required: bool = False
    width: float = 24


def write_blank(
    columns: Sequence[BlankColumn], *, filled: Sequence[Sequence[str]] = (), titles: tuple[str, str, str]
) -> bytes:
    """The workbook. `titles` name its sheets: what is filled in, the explanations, the words to choose from.

    Every cell is text, so that a number of eighteen digits stays one.
    """
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = titles[0]
    _head(sheet, [column.heading for column in columns])
    words = _words(book, columns, titles[2])
    for place, column in enumerate(columns, 1):
        _prepare(sheet, place, column, words)
    for row, texts in enumerate(filled, 2):
        for place, text in enumerate(texts, 1):
            _put(sheet, row, place, text)
    _explain(book.create_sheet(titles[1], 1), columns)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _head(sheet: Worksheet, headings: Sequence[str]) -> None:
    sheet.append(list(headings))
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), _HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"


def _prepare(sheet: Worksheet, place: int, column: BlankColumn, words: dict[int, str]) -> None:
    letter = get_column_letter(place)
    sheet.column_dimensions[letter].width = column.width
    sheet.column_dimensions[letter].number_format = "@"
    if place in words:
        allowed = DataValidation(type="list", formula1=words[place], allow_blank=not column.required)
        allowed.add(f"{letter}2:{letter}{ROWS + 1}")
        sheet.add_data_validation(allowed)


def _words(book: Workbook, columns: Sequence[BlankColumn], title: str) -> dict[int, str]:
    """The words to choose from on a sheet of their own, and where they stand, by place of the column."""
    chosen = {place: column for place, column in enumerate(columns, 1) if column.choices}
    if not chosen:
        return {}
    sheet = book.create_sheet(title)
    found = {}
    for at, (place, column) in enumerate(chosen.items(), 1):
        letter = get_column_letter(at)
        sheet.cell(1, at, column.heading).font = Font(bold=True)
        for row, word in enumerate(column.choices, 2):
            sheet.cell(row, at, word)
        found[place] = f"'{title}'!${letter}$2:${letter}${len(column.choices) + 1}"
    return found


def _explain(sheet: Worksheet, columns: Sequence[BlankColumn]) -> None:
    for column in columns:
        heading = f"{column.heading} *" if column.required else column.heading
        sheet.append([heading, column.explanation, ", ".join(column.choices)])
        for cell in sheet[sheet.max_row]:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.cell(sheet.max_row, 1).font = Font(bold=True)
    for letter, width in (("A", 24), ("B", 70), ("C", 60)):
        sheet.column_dimensions[letter].width = width


def _put(sheet: Worksheet, row: int, place: int, text: str) -> None:
    """Text, even where it begins as a formula does."""
    cell = sheet.cell(row, place)
    cell.value, cell.number_format = text, "@"
    cell.data_type = "s"
