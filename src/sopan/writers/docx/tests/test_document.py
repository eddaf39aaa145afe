"""A Word document holds the whole form: pages, words, symbols, pictures and the procedure itself."""

from __future__ import annotations

import io
import struct

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from sopan import api
from sopan.domain import Identity, MutuBaku, Procedure, Step, Symbol, UnreadableSource
from sopan.domain.codec import decode_json
from sopan.drawingml.model_part import ITEM_PATH, read_item
from sopan.drawn import decode, drawn
from sopan.flowchart.diagram import PageKind
from sopan.writers.docx import write
from sopan.writers.docx.tests.reading import CHOICE, EXAMPLES, FALLBACK, Document, a_document, examples, twips
from sopan.writers.narration import narrate
from sopan.writers.tests.makers import a_document as a_diagram_by_hand
from sopan.writers.tests.makers import a_procedure
from tests.office_checks import faults
from tests.strategies import a_random_procedure

EMBLEM = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"><rect width="10" height="20"/></svg>'
LONG = "Meneliti kelengkapan dan kebenaran berkas permohonan lalu mencocokkannya dengan data kependudukan"
example = pytest.mark.parametrize("procedure", tuple(examples()), ids=[path.stem for path in EXAMPLES])


def a_single_step(**fields: object) -> Procedure:
    step = Step(id="1", symbols=(Symbol("Arsiparis"),), **fields)
    return Procedure(identity=Identity(judul="Surat"), steps=(step,))


def write_of(procedure: Procedure) -> bytes:
    return write(procedure, api.lay_out(procedure))


@example
def test_it_holds_every_page_as_a_table(procedure):
    document = a_document(procedure)
    assert len(document.find("/w:document/w:body/w:tbl")) == len(api.lay_out(procedure).pages)
    assert len(document.find("//w:br[@w:type='page']")) == len(api.lay_out(procedure).pages) - 1


@example
def test_it_holds_every_word_of_the_procedure(procedure):
    written = a_document(procedure).text()
    for text in _words(procedure):
        assert "".join(text.split()) in written, text


@example
def test_it_holds_every_symbol_and_line_once_for_each_kind_of_program(procedure):
    document = a_document(procedure)
    pages = api.lay_out(procedure).pages
    for branch in (CHOICE, FALLBACK):
        assert len(document.find(f"{branch}//wps:wsp[starts-with(wps:cNvPr/@name, 'Langkah')]")) == sum(
            shape.step is not None for page in pages for shape in page.shapes
        )
        assert len(document.find(f"{branch}//wps:cNvCnPr")) == sum(len(page.arrows) for page in pages)


@example
def test_it_is_valid(procedure, tmp_path):
    file = tmp_path / "sop.docx"
    file.write_bytes(write(procedure, api.lay_out(procedure), logo=EMBLEM))
    result = OpenXmlValidator().validate(str(file))
    assert result.is_valid, [str(error) for error in result.errors]


def test_the_same_document_is_the_same_file():
    procedure, diagram = a_procedure(), a_diagram_by_hand()
    first, second = (write(procedure, diagram, logo=EMBLEM, verification="https://contoh.go.id/1") for _ in "ab")
    assert first == second


@pytest.mark.parametrize(("sheet", "width", "height"), [("f4", 330, 215), ("a4", 297, 210), ("legal", 355.6, 215.9)])
def test_the_paper_is_as_large_as_asked_for_and_lies(sheet, width, height):
    (size,) = a_document(a_procedure(), sheet=sheet).find("//w:pgSz")
    sides = [twips(value) for value in size.attrib.values()[:2]]
    assert sides == pytest.approx([width, height], abs=0.02)
    assert size.attrib.values()[2] == "landscape"


def test_the_head_of_the_table_is_repeated_by_word():
    tables = a_document(a_procedure()).find("//w:tbl[w:tr/w:trPr/w:tblHeader]")
    rows = tables[0].xpath("w:tr", namespaces=tables[0].nsmap)
    repeated = [bool(row.xpath("w:trPr/w:tblHeader", namespaces=row.nsmap)) for row in rows]
    assert repeated == [True, True, True, False, False, False]


@example
def test_rows_and_columns_are_as_large_as_in_the_diagram(procedure):
    document = a_document(procedure)
    for page, table in zip(api.lay_out(procedure).pages, document.find("//w:body/w:tbl"), strict=True):
        cells = [cell for cell in page.cells if cell.role != "note"]
        top, bottom = min(cell.y for cell in cells), max(cell.y + cell.height for cell in cells)
        heights = table.xpath("w:tr/w:trPr/w:trHeight/@w:val", namespaces=table.nsmap)
        widths = table.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=table.nsmap)
        assert sum(map(twips, heights)) == pytest.approx(bottom - top, abs=0.04)
        assert sum(map(twips, widths)) == pytest.approx(page.area_width, abs=0.04)
        assert set(table.xpath("w:tr/w:trPr/w:trHeight/@w:hRule", namespaces=table.nsmap)) == {"exact"}


def test_text_is_whole_where_paper_broke_it():
    assert LONG in a_document(a_single_step(kegiatan=LONG)).paragraphs()


def test_items_are_paragraphs_of_their_own():
    supplies = MutuBaku(kelengkapan=("Surat permohonan", "Materai"))
    shown = a_document(a_single_step(kegiatan="Menerima", mutu_baku=supplies)).paragraphs()
    assert {"- Surat permohonan", "- Materai"} <= set(shown)


def test_further_lines_of_an_item_hang_under_its_first_word():
    laws = ("Undang-Undang tentang Pelayanan Publik " * 4, "Peraturan Bupati")
    file = io.BytesIO(write_of(Procedure(identity=Identity(dasar_hukum=laws))))
    cells = {cell.text: cell for table in docx.Document(file).tables for row in table.rows for cell in row.cells}
    items = next(cell for text, cell in cells.items() if text.startswith("1. "))
    assert all(item.paragraph_format.first_line_indent < 0 for item in items.paragraphs)


@pytest.mark.parametrize("text", ["=1+2", "+62 21", "-5", "@SUM(A1)", "<b>&amp;</b>"])
def test_text_stays_what_it_is(text):
    assert text in a_document(a_single_step(kegiatan=text)).paragraphs()


def test_what_nobody_sees_is_left_out():
    assert "satu dua" in a_document(a_single_step(kegiatan="sa\u200btu d\u00adua")).paragraphs()


def test_a_symbol_says_what_it_is_and_the_drawing_tells_the_flow():
    procedure = a_procedure()
    document = a_document(procedure)
    flow = next(page for page in api.lay_out(procedure).pages if page.kind is PageKind.FLOW)
    said = narrate(procedure, flow)
    assert document.find(f"{CHOICE}//wp:docPr/@descr") == [" ".join(said.values())]
    assert set(said.values()) <= set(document.find(f"{CHOICE}//wps:cNvPr/@descr"))


def test_the_emblem_and_the_code_are_pictures_with_words():
    procedure = a_procedure(logo="lambang.svg")
    document = a_document(procedure, logo=EMBLEM, verification="https://contoh.go.id/1")
    assert len(document.find("//pic:pic")) == 2
    assert all(document.find("//pic:cNvPr/@descr"))
    assert struct.unpack(">II", document.parts["word/media/logo.png"][16:24]) == (425, 850)


def test_a_logo_that_cannot_be_trusted_is_refused():
    with pytest.raises(UnreadableSource):
        a_document(a_procedure(), logo=b"GIF89a")


def test_an_unratified_document_says_so_on_every_page():
    document = a_document(a_procedure())
    assert "KONSEP – BELUM BERLAKU".encode() in document.parts["word/header1.xml"]
    assert b"NUMPAGES" in document.parts["word/footer1.xml"]


def test_the_procedure_rides_along_with_what_was_seen():
    procedure = a_procedure()
    model = read_item(a_document(procedure).parts[ITEM_PATH])
    assert decode_json(model.procedure) == procedure
    pages = decode(model.seen)
    meant = drawn(api.lay_out(procedure))
    assert [[each.key for each in page.symbols] for page in pages] == [[e.key for e in page.symbols] for page in meant]
    assert "Mengajukan permohonan" in [cell.text for page in pages for cell in page.cells]


def test_a_name_in_a_frame_belongs_to_the_cell_around_it():
    procedure = a_procedure(pemerintah_daerah="Pemerintah Kabupaten Contoh")
    pages = decode(read_item(a_document(procedure).parts[ITEM_PATH]).seen)
    assert "PEMERINTAH KABUPATEN CONTOH\nDINAS CONTOH" in [cell.text for cell in pages[0].cells]
    assert pages[0].texts == ()


@pytest.mark.parametrize("title", ["{author} & {family}", '<Surat> "Masuk"', "Surat\nMasuk"])
def test_it_says_its_title_whatever_that_is(title):
    data = write(a_procedure(judul=title), api.lay_out(a_procedure(judul=title)))
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.author) == (" ".join(title.split()), "Dinas Contoh")


def test_other_programs_for_word_documents_read_it():
    data = write(a_procedure(), api.lay_out(a_procedure()))
    read = docx.Document(io.BytesIO(data))
    assert read.core_properties.title == "Penerbitan Kutipan Akta"
    assert "Mengajukan permohonan" in {cell.text for table in read.tables for cell in table._cells}


def test_a_document_laid_out_by_hand_can_be_written():
    assert len(Document(write(a_procedure(), a_diagram_by_hand())).find("//wps:cNvCnPr")) == 6


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.integers(0, 25), st.integers(0, 12), st.sampled_from(["f4", "a4", "legal", "letter"]))
def test_any_procedure_can_be_written_and_nothing_in_it_dangles(seed, steps, executors, sheet):
    procedure = a_random_procedure(seed, steps, executors)
    data = write(procedure, api.lay_out(procedure, sheet))
    assert faults(data) == []
    assert decode_json(read_item(Document(data).parts[ITEM_PATH]).procedure) == procedure


@example
def test_every_line_is_glued_at_both_ends(procedure):
    data = write(procedure, api.lay_out(procedure))
    assert faults(data) == []
    glue = [len(line) for line in Document(data).find(f"{CHOICE}//wps:cNvCnPr")]
    assert set(glue) == {2}


def _words(procedure: Procedure):
    yield procedure.identity.judul
    yield from procedure.identity.dasar_hukum
    yield from (part for name in procedure.columns for part in name.split(" / "))
    for step in procedure.steps:
        yield from (step.kegiatan, step.mutu_baku.waktu, step.mutu_baku.output, *step.mutu_baku.kelengkapan)
