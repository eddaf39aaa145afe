"""A table to be filled in keeps what is typed, and offers the words that fit."""

from __future__ import annotations

from io import BytesIO

from openpyxl import load_workbook

from sopan.writers.rows.blank import BlankColumn, write_blank

COLUMNS = (
    BlankColumn(heading="NIP", explanation="18 angka", required=True),
    BlankColumn(heading="Jenis", choices=("PNS", "PPPK")),
)


def a_book(**options: object):
    return load_workbook(BytesIO(write_blank(COLUMNS, titles=("Isian", "Petunjuk", "Pilihan"), **options)))


def test_columns_are_text_so_that_long_numbers_stay_whole():
    sheet = a_book()["Isian"]
    assert [cell.value for cell in sheet[1]] == ["NIP", "Jenis"]
    assert sheet.column_dimensions["A"].number_format == "@"


def test_words_to_choose_from_are_offered():
    book = a_book()
    (allowed,) = book["Isian"].data_validations.dataValidation
    assert allowed.formula1 == "'Pilihan'!$A$2:$A$3"
    assert [row[0].value for row in book["Pilihan"].iter_rows()] == ["Jenis", "PNS", "PPPK"]


def test_each_column_is_explained():
    assert [row[0].value for row in a_book()["Petunjuk"].iter_rows()] == ["NIP *", "Jenis"]


def test_what_looks_like_a_formula_stays_text():
    cell = a_book(filled=[("=1+1", "PNS")])["Isian"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
