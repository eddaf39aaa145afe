"""A form as a workbook of one sheet, ready for print; whatever a person wrote is text, never a formula."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sopan.writers.rows.form import Form

WIDTH = 150
"""Of all columns together, in the letters Excel counts in."""
LONGEST = 32_767
LINE = 12.0
"""Points of a line of text."""
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_THIN = Side(style="thin")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def write_xlsx(form: Form, *, sheet_name: str = "Tabel") -> bytes:
    """The form on landscape A4, one page wide, its headings repeated on every page."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = sheet_name
    head = _above(sheet, form)
    _headings(sheet, form, head)
    end = _body(sheet, form, head + 1)
    _below(sheet, form, end + 1)
    _paper(sheet, form, head)
    book.properties.title = form.title
    made = form.made_on
    book.properties.created = book.properties.modified = datetime(
        *((made.year, made.month, made.day) if made else (2000, 1, 1)), tzinfo=UTC
    ).replace(tzinfo=None)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _put(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False) -> None:
    """Text, even where it begins as a formula does."""
    cell = sheet.cell(row, column)
    cell.value = _UNFIT.sub("", text)[:LONGEST]
    cell.data_type = "s"
    cell.quotePrefix = text[:1] in ("=", "+", "-", "@", "\t", "\r")
    cell.font = Font(name="Arial", size=9, bold=bold)


def _above(sheet: Worksheet, form: Form) -> int:
    """Title and lines above the table; the row of its headings."""
    row = 1
    for text in filter(None, (form.notice, form.title, form.subtitle)):
        _put(sheet, row, 1, text, bold=True)
        sheet.cell(row, 1).alignment = Alignment(horizontal="center")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(form.columns))
        row += 1
    for name, value in form.about:
        _put(sheet, row, 1, f"{name}: {value}")
        row += 1
    return row + 1


def _headings(sheet: Worksheet, form: Form, row: int) -> None:
    for place, (column, width) in enumerate(zip(form.columns, _widths(form), strict=True), 1):
        _put(sheet, row, place, column.heading, bold=True)
        sheet.cell(row, place).alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.cell(row, place).border = _FRAME
        sheet.column_dimensions[get_column_letter(place)].width = width


def _widths(form: Form) -> list[float]:
    whole = sum(column.width for column in form.columns)
    return [max(5.0, column.width / whole * WIDTH) for column in form.columns]


def _body(sheet: Worksheet, form: Form, start: int) -> int:
    for y, cells in enumerate(form.rows, start):
        for x, (cell, column) in enumerate(zip(cells, form.columns, strict=True), 1):
            sheet.cell(y, x).border = _FRAME
            if cell is None:
                continue
            _put(sheet, y, x, cell.shown, bold=cell.bold)
            sheet.cell(y, x).alignment = Alignment(
                horizontal="center" if column.centred and cell.columns == 1 else "left", vertical="top", wrap_text=True
            )
            if cell.rows > 1 or cell.columns > 1:
                sheet.merge_cells(
                    start_row=y, end_row=y + cell.rows - 1, start_column=x, end_column=x + cell.columns - 1
                )
    for y, height in enumerate(_heights(form), start):
        sheet.row_dimensions[y].height = height
    return start + len(form.rows)


def _heights(form: Form) -> list[float]:
    """Of the rows: merged cells do not make room for themselves, so the last of their rows does."""
    widths = _widths(form)
    heights = [LINE] * len(form.rows)
    tall = sorted(
        (
            (cell.rows, y, LINE * _lines(cell.shown, sum(widths[x : x + cell.columns])))
            for y, row in enumerate(form.rows)
            for x, cell in enumerate(row)
            if cell is not None
        ),
    )
    for rows, y, height in tall:
        last = min(y + rows, len(heights)) - 1
        heights[last] = min(400.0, max(heights[last], height - sum(heights[y:last])))
    return heights


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(len(line) * 1.05 / width)) for line in text.split("\n"))


def _below(sheet: Worksheet, form: Form, row: int) -> None:
    for text in form.notes:
        _put(sheet, row, 1, text)
        row += 1
    column = max(1, len(form.columns) - 1)
    for row_of_line, text in enumerate(form.signature, row + 1):
        _put(sheet, row_of_line, column, text)


def _paper(sheet: Worksheet, form: Form, head: int) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{head}:{head}"
    sheet.freeze_panes = f"A{head + 1}"
    sheet.oddFooter.right.text = "&P / &N"
