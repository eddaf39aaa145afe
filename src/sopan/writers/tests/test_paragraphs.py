"""Cells give their text back as it was written, not as paper broke it."""

from __future__ import annotations

from sopan import api
from sopan.domain import Identity, MutuBaku, Procedure, Step, Symbol
from sopan.flowchart.diagram import WORD_JOINER
from sopan.writers.paragraphs import paragraphs
from sopan.writers.tests.makers import a_cell, a_procedure

LONG = "Meneliti kelengkapan dan kebenaran berkas permohonan lalu mencocokkannya dengan data"


def a_step(**fields: object) -> Procedure:
    step = Step(id="1", kegiatan="Memeriksa", symbols=(Symbol("Arsiparis"),))
    values = {name: getattr(step, name) for name in ("kegiatan", "keterangan", "mutu_baku")} | fields
    return Procedure(identity=Identity(judul="Surat"), steps=(Step(id="1", symbols=step.symbols, **values),))


def laid_out(procedure: Procedure, column: str) -> list[tuple[str, ...]]:
    pages = api.lay_out(procedure).pages
    cells = [cell for page in pages for cell in page.cells if cell.column == column and cell.role == "body"]
    return [paragraphs(cell, procedure) for cell in cells]


def test_lines_that_only_the_border_parted_are_one_paragraph():
    assert laid_out(a_step(kegiatan=LONG), "kegiatan") == [(LONG,)]


def test_paragraphs_of_the_author_stay_apart():
    text = f"{LONG}\n\n(lihat lembar disposisi)"
    assert laid_out(a_step(kegiatan=text), "kegiatan") == [(LONG, "", "(lihat lembar disposisi)")]


def test_items_are_paragraphs_with_what_the_form_puts_before_them():
    supplies = MutuBaku(kelengkapan=("Surat permohonan yang ditandatangani kepala dinas", "Materai"))
    assert laid_out(a_step(mutu_baku=supplies), "kelengkapan") == [
        ("- Surat permohonan yang ditandatangani kepala dinas", "- Materai")
    ]


def test_items_that_go_on_on_another_page_are_parted_there_too():
    laws = tuple(f"Peraturan Nomor {number} tentang {LONG}" for number in range(60))
    procedure = Procedure(identity=Identity(dasar_hukum=laws))
    parts = laid_out(procedure, "dasar_hukum")
    items = [f"{number}. {law}" for number, law in enumerate(laws, 1)]
    pieces = [piece for page in parts for piece in page]
    assert len(parts) > 1
    assert "".join(pieces).replace(" ", "") == "".join(items).replace(" ", "")
    assert len(items) <= len(pieces) < len(items) + len(parts)


def test_a_word_that_paper_cut_is_whole_again():
    cell = a_cell("tanda", "Penata" + WORD_JOINER, "usahaan barang")
    assert paragraphs(cell, a_procedure()) == ("Penatausahaan barang",)


def test_what_no_file_can_hold_is_left_out():
    cell = a_cell("tanda", "satu\x07 dua")
    assert paragraphs(cell, a_procedure()) == ("satu dua",)


def test_a_cell_without_words_has_no_paragraphs():
    assert paragraphs(a_cell("tanda"), a_procedure()) == ()
