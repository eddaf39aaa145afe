"""A plain table is read with the numbers of its rows, from whatever Excel makes of it."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from sopan.domain.errors import SourceTooLarge, UnreadableSource
from sopan.readers.rows import grid
from sopan.readers.rows.grid import read_grid


def a_workbook(*rows: list[object], hidden_first: bool = False) -> bytes:
    book = Workbook()
    sheet = book.active
    if hidden_first:
        sheet.append(["tersembunyi"])
        sheet.sheet_state = "hidden"
        sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def read(data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    return [(row.number, row.cells) for row in read_grid(data)]


def test_rows_keep_their_numbers_and_empty_ones_are_left_out():
    data = a_workbook(
        ["Nama", "Sejak"], [], ["  Pegawai   Satu ", datetime(2026, 12, 31, tzinfo=UTC).replace(tzinfo=None)]
    )
    assert read(data) == [(1, ("Nama", "Sejak")), (3, ("Pegawai Satu", "2026-12-31"))]


def test_numbers_are_written_as_people_typed_them():
    assert read(a_workbook(["a"], [7.0, 12, 1.5, True]))[1] == (2, ("7", "12", "1.5", "True"))


def test_a_hidden_sheet_is_not_read():
    assert read(a_workbook(["Nama"], hidden_first=True)) == [(1, ("Nama",))]


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
def test_csv_is_read_whatever_sign_parts_it(sign):
    text = f'Nama{sign}Asal\n"A{sign}B"{sign}C\n'
    assert read(text.encode("cp1252")) == [(1, ("Nama", "Asal")), (2, (f"A{sign}B".replace("\t", " "), "C"))]


def test_the_line_excel_writes_for_itself_is_counted_but_not_read():
    assert read(b"sep=;\r\nNama;Asal\r\nA;B\r\n") == [(2, ("Nama", "Asal")), (3, ("A", "B"))]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "kosong"),
        (b"\n\n ; ;\n", "kosong"),
        (b"PK\x03\x04 no zip at all", "rusak"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "format Office lama"),
    ],
)
def test_what_is_no_table_is_refused_with_a_reason(data, said):
    with pytest.raises(UnreadableSource, match=said):
        read_grid(data)


def test_too_much_is_refused_before_it_costs_much(monkeypatch):
    monkeypatch.setattr(grid, "MAX_ROWS", 3)
    with pytest.raises(SourceTooLarge, match="lebih dari 3 baris"):
        read_grid(b"a\n" * 10)
    monkeypatch.setattr(grid, "MAX_BYTES", 1)
    with pytest.raises(SourceTooLarge, match="lebih besar"):
        read_grid(b"abc")
