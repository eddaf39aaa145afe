"""Whatever stands on a page, reading it ends, in time, with a procedure that can be written down."""

from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopan.domain.codec import decode_json, encode_json
from sopan.drawn import Box, Cell, Form, Line, Page, Picture, Symbol, Text, drawn
from sopan.flowchart import lay_out
from sopan.readers.amended import amend
from sopan.readers.assembly import assemble
from tests.strategies import a_random_procedure

from .sheets import a_head, a_page, a_row, a_symbol, cells

PLACES = st.integers(-20, 340).map(float)
WORDS = st.sampled_from(
    ["No", "Kegiatan", "Pelaksana", "Mutu Baku", "Kelengkapan", "Waktu (menit)", "Output", "Ket.", "1", "2", "√", "Ya",
     "Tidak", "Nomor SOP", "Nama SOP : A", "Dasar Hukum", "Disahkan oleh", "Peringatan (lanjutan)", "Staf",
     "1. a\n2. b", "Lampiran: langkah 1, Kegiatan", "lihat lampiran", "", " \n ",
     "\x00", "SOP A", "NIP. 1", "Menyusun"]
)  # fmt: skip
POINTS = st.tuples(PLACES, PLACES)
KEYS = st.sampled_from("abcd")


@st.composite
def boxes(draw):
    left, top = draw(PLACES), draw(PLACES)
    return Box(left, top, left + draw(st.integers(0, 120)), top + draw(st.integers(0, 60)))


@st.composite
def pages(draw):
    keys = draw(st.lists(KEYS, unique=True))
    return Page(
        number=draw(st.integers(1, 3)),
        width=330.0,
        height=215.0,
        cells=tuple(draw(st.lists(st.builds(Cell, box=boxes(), text=WORDS, table=st.integers(0, 1)), max_size=25))),
        symbols=tuple(
            Symbol(key=key, form=draw(st.sampled_from(Form)), box=draw(boxes()), text=draw(WORDS)) for key in keys
        ),
        lines=tuple(
            draw(
                st.lists(
                    st.builds(
                        Line,
                        points=st.lists(POINTS, min_size=1, max_size=4).map(tuple),
                        arrow_at_start=st.booleans(),
                        arrow_at_end=st.booleans(),
                        start=st.none() | KEYS,
                        end=st.none() | KEYS,
                    ),
                    max_size=6,
                )
            )
        ),
        texts=tuple(draw(st.lists(st.builds(Text, box=boxes(), text=WORDS), max_size=5))),
        pictures=tuple(draw(st.lists(st.builds(Picture, box=boxes()), max_size=2))),
        is_measured=draw(st.booleans()),
    )


@settings(max_examples=150)
@given(st.lists(pages(), max_size=3).map(tuple))
def test_any_pages_give_procedures_that_can_be_written(found):
    for reading in assemble(found):
        assert decode_json(encode_json(reading.procedure)) == reading.procedure


@settings(max_examples=50)
@given(pages(), pages())
def test_any_change_of_a_file_can_be_told(seen, now):
    for reading in amend(a_random_procedure(3, 5, 3), (seen,), (now,)):
        assert decode_json(encode_json(reading.procedure)) == reading.procedure


def in_seconds(found):
    began = perf_counter()
    assemble(found)
    return perf_counter() - began


def test_a_document_of_three_pages_is_read_at_once():
    found = drawn(lay_out(a_random_procedure(1, 20, 5)))
    assert min(in_seconds(found) for _ in range(5)) < 0.1  # 20 ms when the machine has nothing else to do


@pytest.mark.parametrize("rows", [3000])
def test_a_table_of_thousands_of_rows_is_cut_with_a_note(rows):
    body = cells([a_row(str(n), "Menyusun", ["√"]) for n in range(1, rows + 1)], top=20.0, height=5.0)
    (reading,) = assemble((a_page(a_head("Staf"), body),))
    assert len(reading.procedure.steps) == 2000
    assert any("lebih dari" in note.sentence for note in reading.notes)


def test_thousands_of_shapes_cost_seconds_at_most():
    rows = cells([a_row(str(n), "Menyusun", [""]) for n in range(1, 40)], top=20.0)
    symbols = [a_symbol(f"s{n}", Form.BOX, n % 39, 0) for n in range(990)]
    lines = [Line(points=((75.0, 20.0 + n / 4), (75.0 + n % 7, 21.0 + n / 4)), arrow_at_end=True) for n in range(1990)]
    assert in_seconds((a_page(a_head("Staf"), rows, symbols=symbols, lines=lines),)) < 20


def test_long_texts_cost_no_time():
    texts = ["(" * 50_000, "1. " * 30_000, "n " * 50_000, "Nomor SOP " + " " * 50_000 + "x", "a\n" * 40_000]
    found = a_page(cells([[text] for text in texts], height=10.0), a_head("Staf", top=100))
    assert in_seconds((found,)) < 20
