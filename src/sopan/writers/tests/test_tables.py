"""Cells become a table again."""

from __future__ import annotations

from sopan.flowchart.diagram import CellRole, PageKind, Shape, ShapeKind
from sopan.writers.tables import Homes, as_table, is_title, parted
from sopan.writers.tests.makers import a_cell, a_page


def a_shape(step: str | None, pelaksana: str, y: float = 0.0) -> Shape:
    return Shape(id="a", kind=ShapeKind.PROCESS, step=step, pelaksana=pelaksana, x=0, y=y, width=9, height=9)


def test_no_cells_make_no_table():
    assert as_table([]) is None


def test_spans_are_found_from_the_places_of_the_cells():
    cells = [
        a_cell("Pelaksana", role=CellRole.HEADING, x=0, y=0, width=60, height=10),
        a_cell("Kepala", role=CellRole.HEADING, x=0, y=10.000001, width=20, height=10),
        a_cell("Staf", role=CellRole.HEADING, x=20, y=10, width=40, height=9.99999),
        a_cell("waktu", role=CellRole.HEADING, x=60, y=0, width=20, height=20),
    ]
    table = as_table(cells)
    assert [round(width) for width in table.columns] == [20, 40, 20]
    assert [round(height) for height in table.rows] == [10, 10]
    assert {it.cell.column: (it.row, it.column, it.rows, it.columns) for it in table.head} == {
        "Pelaksana": (0, 0, 1, 2),
        "waktu": (0, 2, 2, 1),
        "Kepala": (1, 0, 1, 1),
        "Staf": (1, 1, 1, 1),
    }


def test_a_table_is_read_row_by_row():
    cells = [a_cell(f"{x}{y}", x=x, y=y, width=10, height=10) for x in (10, 0) for y in (10, 0)]
    assert [it.cell.column for it in as_table(cells).body] == ["00", "100", "010", "1010"]


def test_notes_stand_outside_the_table_and_the_identity_page_is_text():
    note, body = a_cell("halaman", role=CellRole.NOTE), a_cell("kegiatan")
    assert parted(a_page(note, body)) == ([body], [note])
    assert parted(a_page(note, body, kind=PageKind.IDENTITY)) == ([], [note, body])


def test_a_symbol_lives_in_the_cell_of_its_step_and_lane():
    lane, other = (
        a_cell("Pemohon", role=CellRole.LANE, step=step, y=y, height=9.0) for step, y in (("1", 0.0), ("2", 9.0))
    )
    shape, stranger = a_shape("1", "Pemohon"), a_shape("9", "Pemohon")
    homes = Homes([shape, stranger], [lane, other, a_cell("Pemohon", step="1")])
    assert homes.residents(lane) == [shape]
    assert homes.residents(other) == ()
    assert homes.residents(a_cell("Pemohon", step="1")) == ()
    assert homes.homeless == [stranger]


def test_connectors_above_and_below_the_rows_have_cells_of_their_own():
    above, below = (a_cell("Pemohon", role=CellRole.LANE, y=y, height=9.0) for y in (0.0, 50.0))
    arriving, leaving = a_shape(None, "Pemohon", y=0), a_shape(None, "Pemohon", y=50)
    homes = Homes([arriving, leaving], [above, below])
    assert (homes.residents(above), homes.residents(below)) == ([arriving], [leaving])


def test_the_title_is_the_field_and_neither_its_label_nor_the_foot():
    assert is_title(a_cell("judul", "Penerbitan"))
    assert not is_title(a_cell("judul", "Nama SOP", role=CellRole.LABEL))
    assert not is_title(a_cell("judul", "Penerbitan", role=CellRole.NOTE))
    assert not is_title(a_cell("judul"))
