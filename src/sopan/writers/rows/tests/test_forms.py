"""Forms of rows and columns, as people open them."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pypdfium2
import pytest

from sopan.writers.rows import Cell, Column, Form, write_pdf, write_xlsx


def a_form(*texts: str, **said: object) -> Form:
    rows = tuple(
        (Cell("Tugas", rows=len(texts)) if not place else None, Cell(text)) for place, text in enumerate(texts)
    )
    return Form(title="Formulir Identifikasi", columns=(Column("Tugas", 1), Column("Judul SOP", 2)), rows=rows, **said)


def pdf_text(data: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def sheet_of(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_what_is_written_can_be_read_in_both():
    form = a_form("Penyusunan Renja", "Evaluasi Renja", about=(("Perangkat Daerah", "Dinas Contoh"),))
    text = pdf_text(write_pdf(form))
    cells = [cell.value for row in sheet_of(write_xlsx(form)).iter_rows() for cell in row]
    for said in ("Formulir Identifikasi", "Penyusunan Renja", "Evaluasi Renja"):
        assert said in text
        assert said in cells
    assert "Dinas Contoh" in text


@pytest.mark.parametrize("typed", ["=1+1", "@SUM(A1)", "-2", "+62", '=HYPERLINK("http://x")'])
def test_a_formula_stays_text(typed):
    sheet = sheet_of(write_xlsx(a_form(typed)))
    found = [cell for row in sheet.iter_rows() for cell in row if cell.value == typed]
    assert found
    assert found[0].data_type == "s"
    assert found[0].quotePrefix


@pytest.mark.parametrize("typed", ["#panic()", "$x$ *tebal* _miring_", "<b>&amp;", "]\\#[", 'sys.inputs("form")'])
def test_markup_stays_text(typed):
    assert typed in pdf_text(write_pdf(a_form(typed)))


def test_signs_no_file_can_carry_do_not_stop_it():
    form = a_form("a\x00b\x0b\ud83d", "x" * 4000)
    assert write_pdf(form).startswith(b"%PDF")
    assert write_xlsx(form).startswith(b"PK")


def test_headings_come_back_on_every_page():
    form = a_form(*(f"Judul {number}" for number in range(120)))
    document = pypdfium2.PdfDocument(write_pdf(form))
    assert len(document) > 2
    assert all("Judul SOP" in page.get_textpage().get_text_range() for page in document)
    assert sheet_of(write_xlsx(form)).print_title_rows == "$3:$3"


def test_the_same_form_gives_the_same_pdf():
    form = a_form("Penyusunan Renja", made_on=date(2026, 3, 2), notice="DATA KARANGAN")
    assert write_pdf(form) == write_pdf(form)
    assert "DATA KARANGAN" in pdf_text(write_pdf(form))
    assert "DATA KARANGAN" in [row[0].value for row in sheet_of(write_xlsx(form)).iter_rows(max_row=2)]


def test_an_empty_form_is_still_a_form():
    form = Form(title="Kosong", columns=(Column("A", 1),), rows=())
    assert "Kosong" in pdf_text(write_pdf(form))


def test_a_row_that_does_not_fit_its_columns_is_refused():
    with pytest.raises(ValueError, match="each column"):
        Form(title="x", columns=(Column("A", 1),), rows=((Cell("a"), Cell("b")),))
