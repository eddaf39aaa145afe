"""The document as PDF: what is on it, how it is tagged, and that it is the same every time."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopan.domain.codec import decode_json, encode_json
from sopan.domain.errors import InvalidProcedure
from sopan.writers import pdf
from sopan.writers.advances import MM_PER_POINT
from sopan.writers.fonts import measurer
from sopan.writers.tests.makers import a_cell, a_diagram, a_document, a_page, a_procedure
from sopan.writers.tests.pdf_reading import opened, outline, structure, text_starts, unmarked

CIRCLE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'
ADDRESS = "https://contoh.go.id/v/123"


def a_pdf(**identity):
    procedure = a_procedure(**identity)
    return pdf.write(procedure, a_document(procedure), logo=CIRCLE, verification=ADDRESS)


def words_of(data: bytes) -> str:
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_it_claims_the_standards_for_archives_and_for_everyone():
    metadata = opened(a_pdf()).open_metadata()
    assert metadata["pdfaid:part"] == "3"
    assert metadata["pdfaid:conformance"] == "A"
    assert metadata["pdfuaid:part"] == "1"


def test_title_maker_number_and_language_are_set():
    document = opened(a_pdf(nomor="000.8/1"))
    assert str(document.docinfo.Title) == "Penerbitan Kutipan Akta"
    assert str(document.docinfo.Author) == "Dinas Contoh"
    assert "000.8/1" in str(document.docinfo.Keywords)
    assert str(document.Root.Lang) == "id"
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    assert bool(document.Root.MarkInfo.Marked)


def test_a_document_without_a_title_says_so():
    assert str(opened(a_pdf(judul="")).docinfo.Title) == "SOP tanpa judul"


def test_its_date_is_the_one_in_the_document():
    assert str(opened(a_pdf()).docinfo.CreationDate).startswith("D:20260302")
    later = a_pdf(tanggal_pembuatan="", tanggal_efektif="1 April 2026")
    assert str(opened(later).docinfo.CreationDate).startswith("D:20260401")


def test_without_a_date_it_is_for_everyone_but_not_for_archives():
    document = opened(a_pdf(tanggal_pembuatan="awal tahun"))
    metadata = document.open_metadata()
    assert metadata["pdfuaid:part"] == "1"
    assert "pdfaid:part" not in metadata
    assert "/CreationDate" not in document.docinfo


def test_the_procedure_rides_along_whole():
    procedure = a_procedure(dasar_hukum=("UU 24/2013",))
    document = opened(pdf.write(procedure, a_document(procedure)))
    attached = document.attachments["prosedur.sop.json"]
    assert decode_json(attached.get_file().read_bytes()) == procedure
    (relation,) = document.Root.AF
    assert str(relation.AFRelationship) == "/Source"
    assert str(relation.EF.F.Subtype) == "/application/json"


def test_bookmarks_lead_to_the_title_and_to_each_page_of_the_flow():
    assert outline(opened(a_pdf())) == ["Penerbitan Kutipan Akta", "  Bagan alir, halaman 2"]


def test_tags_tell_the_document_in_reading_order():
    tags = structure(opened(a_pdf()))
    assert [name for name, _ in tags if name in ("/H1", "/P", "/Table", "/THead", "/TBody")] == [
        *("/P", "/P", "/H1", "/P"),
        *("/Table", "/THead", "/TBody"),
        "/P",
    ]
    assert [name for name, _ in tags].count("/TH") == 5
    assert [name for name, _ in tags].count("/TR") == 4


def test_every_figure_says_what_it_shows():
    figures = [alt for name, alt in structure(opened(a_pdf())) if name == "/Figure"]
    assert figures == [
        "Logo Dinas Contoh",
        f"Kode QR untuk memeriksa keaslian dokumen ini: {ADDRESS}",
        "Langkah 1, kegiatan awal oleh Pemohon; ke langkah 2.",
        "Langkah 2, keputusan oleh Petugas Loket; Ya ke langkah 3; Tidak ke langkah 1.",
        "Langkah 3, kegiatan akhir oleh Pemohon.",
    ]


def test_all_ink_is_tagged_or_declared_decoration():
    assert unmarked(opened(a_pdf())) == []


def test_every_font_is_inside():
    for page in opened(a_pdf()).pages:
        for font in page.Resources.Font.values():
            (descendant,) = font.DescendantFonts
            assert "/FontFile2" in descendant.FontDescriptor
            assert "/ToUnicode" in font


@pytest.mark.needs("pdftotext")
def test_every_word_can_be_found_in_reading_order():
    text = words_of(a_pdf())
    for words in ("KONSEP – BELUM BERLAKU", "1. UU 24/2013 tentang Administrasi Kependudukan", "Halaman 2 dari 2"):
        assert words in text
    assert text.index("Mengajukan permohonan") < text.index("Memeriksa kelengkapan berkas") < text.index("akta")
    assert {"Ya", "Tidak"} <= set(text.split())


def test_lines_end_with_a_space_so_that_words_stay_apart():
    first, second = lines_set("ab", "ab")
    assert len(first) > len(second)


def test_a_line_within_a_word_ends_without_a_space():
    first, second = lines_set("ab\u2060", "ab")
    assert first == second


def lines_set(*lines: str) -> list[bytes]:
    """What the page holds for each line of a cell."""
    document = opened(pdf.write(a_procedure(), a_diagram(a_page(a_cell("kegiatan", *lines)))))
    return [line for line in document.pages[0].Contents.read_bytes().split(b"\n") if b"TJ" in line or b"Tj" in line]


def test_without_pictures_their_places_stay_empty():
    procedure = a_procedure()
    tags = structure(opened(pdf.write(procedure, a_document(procedure))))
    assert not any(alt.startswith(("Logo", "Kode QR")) for _, alt in tags)


SAMPLES = ("AVATo", "ffi fl fj", "Kegiatan, waktu & output (1/2)", "– “kutipan” …", "Café déjà", "W" * 20, "i" * 40)


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize("size", [6.0, 9.0, 13.5])
def test_typst_sets_a_line_as_wide_as_it_was_measured(size, bold):
    cells = [
        a_cell("kegiatan", sample, x=20, width=200, align="center", size=size, bold=bold, y=20 + 10 * row, height=10)
        for row, sample in enumerate(SAMPLES)
    ]
    starts = text_starts(opened(pdf.write(a_procedure(), a_diagram(a_page(*cells)))), 0)
    assert len(starts) == len(SAMPLES)
    for sample, start in zip(SAMPLES, starts, strict=True):
        set_width = 2 * (120 - start)
        assert set_width == pytest.approx(measurer().width(sample, size, bold), abs=0.01), sample


def test_centred_lines_stand_in_the_middle_of_their_cell():
    cell = a_cell("waktu", "15", "menit", "saja", x=100, width=40, align="center")
    starts = text_starts(opened(pdf.write(a_procedure(), a_diagram(a_page(cell)))), 0)
    expected = [120 - measurer().width(line, 9) / 2 for line in cell.lines]
    assert starts == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("align", ["left", "center"])
@pytest.mark.parametrize("size", [6.0, 9.0, 16.0])
@pytest.mark.parametrize("lines", [("5 menit",), ("satu dua tiga", "satu dua tiga"), ("a b", "c d e f g h", "i")])
def test_lines_that_just_fit_are_not_broken_again(lines, size, align):
    cell = a_cell("waktu", *lines, size=size, align=align, padding=0.0)
    document = opened(pdf.write(a_procedure(), a_diagram(a_page(cell._replace(width=cell.text_width)))))
    assert len(text_starts(document, 0)) == len(lines)


MARKUP = '#panic("x") $x^2$ *b* _i_ `c` \\ <a> @b = // /* ]] "}" \'\' https://a.b --- ~ {{}}'


@pytest.mark.needs("pdftotext")
@pytest.mark.parametrize("field", ["judul", "opd", "nomor"])
def test_markup_in_the_words_of_an_author_stays_words(field):
    procedure = a_procedure(**{field: MARKUP})
    data = pdf.write(procedure, a_diagram(a_page(a_cell("kegiatan", MARKUP, width=200))))
    assert MARKUP in words_of(data)


def test_a_word_of_an_author_opens_no_file():
    text = '#read("document.typ") #include "/etc/hostname" #import "@preview/cetz:0.3.0"'
    procedure = a_procedure(judul=text)
    data = pdf.write(procedure, a_diagram(a_page(a_cell("judul", text, width=250))))
    assert str(opened(data).docinfo.Title) == text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=()), min_size=1), st.booleans())
def test_any_text_makes_a_document(text, centred):
    align = "center" if centred else "left"
    page = a_page(a_cell("judul", text, text, align=align), a_cell("lain", text, y=60, rotated=True))
    assert pdf.write(a_procedure(judul=carried(text)), a_diagram(page)).startswith(b"%PDF-1.7")


def carried(text: str) -> str:
    """`text` where a document can carry it, else a word in its place."""
    try:
        encode_json(a_procedure(judul=text))
    except InvalidProcedure:
        return "tidak terbawa"
    return text


@pytest.mark.parametrize(
    "text", ["سلام עולם", "中文字", "👩\u200d👩\u200d👧 🇮🇩", "a\u0300\u0301\u0302", "a\tb\u0085c\u2028d"]
)
def test_letters_of_the_world_do_not_break_it(text):
    procedure = a_procedure(judul=text, opd=text, nomor=text)
    assert pdf.write(procedure, a_document(procedure), verification=ADDRESS).startswith(b"%PDF")


def test_what_no_document_can_carry_is_refused_by_name():
    with pytest.raises(InvalidProcedure, match=r"U\+FFFE"):
        pdf.write(a_procedure(judul="\ufffe"), a_document())


def test_turned_text_runs_upwards_inside_its_cell():
    cell = a_cell("Kepala", "Kepala Dinas", "Contoh", x=50, y=40, width=12, height=60, rotated=True)
    document = opened(pdf.write(a_procedure(), a_diagram(a_page(cell))))
    matrices = [
        [*map(float, operands)]
        for operands, operator in pikepdf.parse_content_stream(document.pages[0])
        if str(operator) == "cm"
    ]
    turned = [matrix for matrix in matrices if matrix[:4] == pytest.approx([0, 1, 1, 0], abs=1e-4)]
    for matrix in turned:
        x, y = matrix[4] * MM_PER_POINT, 215 - matrix[5] * MM_PER_POINT
        assert 50 < x < 62
        assert 40 < y <= 100
    assert len(turned) == 2


SCRIPT = """
import hashlib
from sopan.writers import pdf
from sopan.writers.tests.makers import a_document, a_procedure
print(hashlib.sha256(pdf.write(a_procedure(), a_document(), verification="https://contoh.go.id/v/1")).hexdigest())
"""


def test_the_same_document_has_the_same_bytes_in_every_process():
    source = str(Path(pdf.__file__).parents[3])
    here = hashlib.sha256(pdf.write(a_procedure(), a_document(), verification="https://contoh.go.id/v/1")).hexdigest()
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": source, "TZ": f"UTC-{seed}"}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == here


def test_what_was_printed_before_leaves_no_trace():
    first = a_pdf()
    a_pdf(judul="Judul Lain")
    assert a_pdf() == first


def test_threads_print_side_by_side():
    procedures = [a_procedure(judul=f"Judul {number}") for number in range(12)]
    alone = [pdf.write(procedure, a_document(procedure)) for procedure in procedures]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda procedure: pdf.write(procedure, a_document(procedure)), procedures))
    assert together == alone
