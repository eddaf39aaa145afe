"""Any procedure becomes a workbook that holds all of its text and nothing that Excel would complain about."""

from __future__ import annotations

import io

import openpyxl
from hypothesis import HealthCheck, given, settings

from sopan import api
from sopan.writers.fonts import printable
from sopan.writers.xlsx import write
from sopan.writers.xlsx.cells import merged
from sopan.writers.xlsx.sheets import sheets
from tests.office_checks import faults
from tests.strategies import procedures

tried = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@tried
@given(procedures(max_steps=30))
def test_no_workbook_has_faults(procedure):
    assert faults(write(procedure, api.lay_out(procedure))) == []


@tried
@given(procedures(max_steps=30))
def test_every_text_of_every_page_is_in_a_cell(procedure):
    diagram = api.lay_out(procedure)
    book = openpyxl.load_workbook(io.BytesIO(write(procedure, diagram)))
    said = {_letters(str(cell.value)) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value}
    meant = {_letters(printable("".join(cell.lines))) for page in diagram.pages for cell in page.cells if cell.border}
    assert meant - said <= {""}


def _letters(text: str) -> str:
    return "".join(text.split())


@tried
@given(procedures(max_steps=30))
def test_text_that_covers_several_cells_is_one_cell(procedure):
    for sheet in sheets(api.lay_out(procedure)):
        wide = {placed.span for placed in sheet.cells if any(placed.cell.lines) and placed.span.is_merged}
        assert wide <= set(merged(sheet.cells))
