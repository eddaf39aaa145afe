"""A plain table, from XLSX or CSV, as texts with the number each row has in the file: people, units, tupoksi.

Days become `2026-12-31` whatever their format, whole numbers lose no digit that the file still has.
"""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO, StringIO

from openpyxl import load_workbook

from sopan.domain.codec.refusals import UNFIT
from sopan.domain.errors import SourceTooLarge, UnreadableSource
from sopan.readers.office_zip import OLE, open_package
from sopan.readers.rows.table import decoded

MAX_BYTES = 20_000_000
MAX_ROWS = 20_000
MAX_COLUMNS = 60
MAX_TEXT = 2_000
_SIGNS = (";", ",", "\t", "|")
_TOO_LARGE = "Berkas ini lebih besar dari {batas} MB. Pisahkan menjadi beberapa berkas."
_TOO_LONG = "Berkas ini berisi lebih dari {batas} baris. Pisahkan menjadi beberapa berkas."
_EMPTY = "Berkas ini kosong. Isi lembar pertamanya mulai baris kedua, di bawah judul kolom."
_BROKEN = "Berkas ini rusak, jadi tidak dapat dibaca. Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi."
_QUOTES = "Baris {baris} berkas CSV ini tidak dapat dibaca: selnya terlalu panjang. Periksa tanda kutipnya."


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with content, and its number in the file, from 1."""

    number: int
    cells: tuple[str, ...]


def read_grid(data: bytes) -> tuple[GridRow, ...]:
    """The rows with content of a CSV file, or of the first visible sheet with content of a workbook.

    Raises UnreadableSource with a sentence for what is neither, and SourceTooLarge before it costs much.
    """
    if len(data) > MAX_BYTES:
        raise SourceTooLarge(_TOO_LARGE, batas=MAX_BYTES // 1_000_000)
    rows = tuple(_of_workbook(data) if data.startswith((b"PK", OLE)) else _of_text(data))
    if not rows:
        raise UnreadableSource(_EMPTY)
    return rows


def _of_workbook(data: bytes) -> list[GridRow]:
    open_package(data, "xlsx")  # refuses what is hostile, old or locked
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                if sheet.sheet_state == "visible" and (rows := _filled(sheet.iter_rows(values_only=True))):
                    return rows
        finally:
            book.close()
    except (KeyError, ValueError, TypeError, IndexError, AttributeError, SyntaxError, zipfile.BadZipFile) as trouble:
        raise UnreadableSource(_BROKEN) from trouble  # what openpyxl raises for parts that do not hold together
    return []


def _of_text(data: bytes) -> list[GridRow]:
    text = UNFIT.sub(" ", decoded(data))
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:  # what Excel writes for itself
        found = _filled(_parted(rest, first.strip()[-1]))
        return [GridRow(row.number + 1, row.cells) for row in found]
    sign = max(_SIGNS, key=first.count)
    return _filled(_parted(text, sign))


def _parted(text: str, sign: str) -> Iterator[list[str]]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=sign)
    try:
        yield from lines
    except csv.Error as trouble:
        raise UnreadableSource(_QUOTES, baris=lines.line_num) from trouble


def _filled(rows: Iterable[Iterable[object]]) -> list[GridRow]:
    """Rows with content; long emptiness costs nothing."""
    found = []
    for number, row in enumerate(rows, 1):
        cells = tuple(_text(value) for value, _ in zip(row, range(MAX_COLUMNS), strict=False))
        if any(cells):
            found.append(GridRow(number, cells))
            if len(found) > MAX_ROWS + 1:
                raise SourceTooLarge(_TOO_LONG, batas=MAX_ROWS)
    return found


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e20:
        return str(int(value))
    return " ".join(str(value)[:MAX_TEXT].split())
