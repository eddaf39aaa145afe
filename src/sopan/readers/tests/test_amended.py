"""A change made by hand in a file wins over the model that rides along; everything else stays as the model has it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings

from sopan.domain import Edge, End, Kind, Layout, MutuBaku, Procedure, Status, Step, Symbol, SymbolNudge
from sopan.domain.operations import apply, insert_after, remove_step, rename_pelaksana, set_cell, set_identity
from sopan.drawn import drawn
from sopan.flowchart import lay_out
from sopan.readers.amended import amend
from tests.drawings import unglued
from tests.strategies import procedures
from tests.visible import _bare, visible


def a_model() -> Procedure:
    """A procedure with things no drawing shows: ids, a status, kinds of its own, a nudge, blanks."""
    return Procedure(
        daftar_pelaksana=("Pemohon", "Petugas  Loket", "Kepala Dinas"),
        steps=(
            Step(id="10", kegiatan="Mengajukan permohonan", symbols=(Symbol("Pemohon"),), kind=Kind.START),
            Step(
                id="7",
                kegiatan="Memeriksa\nkelengkapan berkas",
                symbols=(Symbol("Petugas  Loket"),),
                kind=Kind.DECISION,
                mutu_baku=MutuBaku(kelengkapan=("1. Berkas", "2. Formulir"), waktu="5 menit", output="Berkas lengkap"),
            ),
            Step(id="30", kegiatan="Meneliti", symbols=(Symbol("Petugas  Loket"), Symbol("Kepala Dinas"))),
            Step(id="a", kegiatan="Menandatangani surat", symbols=(Symbol("Kepala Dinas"),), kind=Kind.END),
        ),
        edges=(
            Edge(End("10"), End("7")),
            Edge(End("7"), End("30"), "Ya"),
            Edge(End("7"), End("10"), "Tidak"),
            Edge(End("30"), End("a")),
        ),
        status=Status.IN_REVIEW,
        layout=Layout(symbols=(SymbolNudge(End("10"), 1.0, 0.0),)),
    )


def pages_of(procedure):
    return drawn(lay_out(procedure))


def the_only(readings):
    (reading,) = readings
    return reading


def changed_in_the_file(model, operation):
    """What comes out when a person changes the drawing of the model as the operation would."""
    reading = the_only(amend(model, pages_of(model), pages_of(apply(model, operation))))
    assert not reading.is_model
    return reading


def test_an_untouched_file_gives_the_model_itself():
    model = a_model()
    for now in (pages_of(model), unglued(pages_of(model))):
        reading = the_only(amend(model, pages_of(model), now))
        assert reading.is_model
        assert reading.procedure == model


@settings(max_examples=25)
@given(procedures(min_steps=1, max_steps=15, max_executors=6))
def test_any_untouched_file_gives_the_model_itself(model):
    reading = the_only(amend(model, pages_of(model), unglued(pages_of(model))))
    assert reading.is_model
    assert reading.procedure == model


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kegiatan", "Memeriksa berkas dengan teliti"),
        ("waktu", "10 menit"),
        ("output", "Berkas"),
        ("keterangan", "Baru"),
    ],
)
def test_a_changed_cell_wins(field, value):
    model = a_model()
    operation = set_cell(model, "7", field, value)
    reading = changed_in_the_file(model, operation)
    assert reading.procedure == apply(model, operation)
    assert reading.notes == ()


def test_a_changed_field_of_the_identity_page_wins():
    model = a_model()
    operation = set_identity(model, "judul", "Penerbitan Surat Keterangan")
    assert changed_in_the_file(model, operation).procedure == apply(model, operation)


def test_a_renamed_executor_is_renamed_everywhere():
    operation = rename_pelaksana("Kepala Dinas", "Kepala Badan")
    assert changed_in_the_file(a_model(), operation).procedure == apply(a_model(), operation)


def test_a_removed_row_is_gone_and_the_others_keep_their_ids():
    model = a_model()
    found = changed_in_the_file(model, remove_step(model, "30", bridge=False)).procedure
    assert [step.id for step in found.steps] == ["10", "7", "a"]
    assert found == apply(model, remove_step(model, "30", bridge=False))


def test_a_new_row_gets_an_id_of_its_own():
    model = a_model()
    step = Step(id="99", kegiatan="Mencatat permohonan dalam buku", symbols=(Symbol("Pemohon"),))
    found = changed_in_the_file(model, insert_after(model, "10", step)).procedure
    assert [step.id for step in found.steps] == ["10", "31", "7", "30", "a"]
    assert found.steps[1] == replace(step, id="31")
    assert Edge(End("10"), End("31")) in found.edges
    assert Edge(End("31"), End("7")) in found.edges


def test_a_line_that_leads_elsewhere_leads_elsewhere():
    model = a_model()
    moved = replace(model, edges=(*(e for e in model.edges if e.answer != "Tidak"), Edge(End("7"), End("a"), "Tidak")))
    reading = the_only(amend(model, pages_of(model), pages_of(moved)))
    assert reading.procedure == moved


def test_values_name_the_steps_of_the_model():
    model = a_model()
    reading = the_only(amend(model, pages_of(model), pages_of(model)))
    assert {value.step for value in reading.values} - {""} == {"10", "7", "30", "a"}


def test_a_file_without_its_table_gives_the_model_with_a_note():
    reading = the_only(amend(a_model(), pages_of(a_model()), ()))
    assert reading.procedure == a_model()
    assert reading.notes


@settings(max_examples=25)
@given(procedures(min_steps=2, max_steps=10, max_executors=5), procedures(min_steps=2, max_steps=10, max_executors=5))
def test_whatever_becomes_of_a_file_shows_in_the_result(model, other):
    """Nothing raises, and what the reading shows is what the file shows."""
    reading = the_only(amend(model, pages_of(model), pages_of(other)))
    found, wanted = visible(reading.procedure), visible(other)
    if not any("tidak dapat diterapkan" in note.sentence for note in reading.notes):
        assert [step.kegiatan for step in found.steps] == [step.kegiatan for step in wanted.steps]
        assert _bare(found.identity.judul) == _bare(wanted.identity.judul)


def test_a_second_sop_in_the_file_is_a_reading_of_its_own():
    model, other = a_model(), replace(a_model(), identity=replace(a_model().identity, judul="SOP Lain", nomor="9"))
    pages = (*pages_of(model), *pages_of(other))
    readings = amend(replace(model), pages_of(model), pages)
    assert [reading.is_model for reading in readings] == [True, False]


@pytest.mark.parametrize("field", ["kegiatan", "waktu", "output", "keterangan"])
def test_a_model_that_says_something_else_than_its_pages_is_not_believed(field):
    model = a_model()
    pages = pages_of(model)
    forged = apply(model, set_cell(model, "7", field, "Lain sama sekali"))
    reading = the_only(amend(forged, pages, pages))
    assert not reading.is_model
    assert "Lain sama sekali" not in str(reading.procedure)
    assert any("tidak sesuai dengan tabel" in note.sentence for note in reading.notes)
