"""What our own drawing looks like to a reader: every symbol and line, and text as it was before it was wrapped."""

import pytest
from hypothesis import given, settings

from sopan.domain import Identity, MutuBaku, Procedure, Step, Symbol
from sopan.drawn import Form, drawn
from sopan.flowchart import lay_out
from tests.strategies import procedures


def cells_of(procedure):
    return [cell.text for page in drawn(lay_out(procedure)) for cell in page.cells]


def a_step(**more):
    return Procedure(steps=(Step(id="1", symbols=(Symbol("Staf"),), **more),))


@settings(max_examples=25)
@given(procedures(max_steps=12, max_executors=5))
def test_every_shape_and_every_arrow_is_on_its_page(procedure):
    diagram = lay_out(procedure)
    for laid, page in zip(diagram.pages, drawn(diagram), strict=True):
        assert [symbol.key for symbol in page.symbols] == [shape.id for shape in laid.shapes]
        assert [(line.start, line.end) for line in page.lines] == [(a.source, a.target) for a in laid.arrows]
        assert {line.text for line in page.lines} <= {""}
        assert len(page.pictures) == len(laid.pictures)


def test_symbols_have_the_form_they_are_drawn_in():
    (_, page) = drawn(lay_out(a_step()))
    assert [symbol.form for symbol in page.symbols] == [Form.BOX]


@pytest.mark.parametrize(
    "text",
    [
        "Meneliti kelengkapan dan kebenaran berkas permohonan, mencocokkannya dengan data pada aplikasi",
        "Menghubungi http://contoh.go.id/" + "panjang" * 30,
        "Mendisposisi surat\nkepada bidang",
        "Pendek",
    ],
)
def test_wrapped_lines_are_put_together_and_paragraphs_are_not(text):
    assert text in cells_of(a_step(kegiatan=text))


def test_items_of_a_list_keep_their_lines():
    items = (
        "Surat masuk",
        "Buku agenda yang mencatat nomor, tanggal, asal, dan perihal setiap surat",
        "Lembar disposisi",
    )
    assert "\n".join(f"- {item}" for item in items) in cells_of(a_step(mutu_baku=MutuBaku(kelengkapan=items)))
    numbered = cells_of(Procedure(identity=Identity(dasar_hukum=items)))
    assert "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)) in numbered


def test_texts_without_a_border_are_free_texts_of_one_line():
    page = drawn(lay_out(Procedure(identity=Identity(opd="Dinas " + "Pekerjaan Umum " * 8))))[0]
    assert ("DINAS " + "PEKERJAAN UMUM " * 8).strip() in [text.text for text in page.texts]
