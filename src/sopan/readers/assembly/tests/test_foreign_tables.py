"""Tables as other people lay them out."""

import pytest

from sopan.domain import Edge, End, Kind
from sopan.drawn import Box, Cell, Form, Line, Picture
from sopan.readers.assembly import assemble
from sopan.readers.reading import Certainty

from .sheets import HEAD, ROW, a_head, a_page, a_row, a_symbol, cells

BODY = 2 * HEAD


def read(*pages):
    (reading,) = assemble(pages)
    return reading


def steps_of(*pages):
    return read(*pages).procedure.steps


def ways(*pages):
    return [(str(e.source), str(e.target), e.answer) for e in read(*pages).procedure.edges]


def a_table(*rows, executors=("Staf", "Kepala"), **more):
    return a_page(a_head(*executors), cells(rows, top=BODY), **more)


TWO = (a_row("1", "Menyusun konsep", ["", ""]), a_row("2", "Menandatangani surat", ["", ""]))
THREE = (*TWO, a_row("3", "Mengirim surat", ["", ""]))


def test_ticks_name_executors_and_rows_follow_each_other_with_a_note():
    reading = read(a_table(a_row("1", "Menyusun", ["√", ""]), a_row("2", "Menyetujui", ["", "V"])))
    assert [step.daftar_pelaksana for step in reading.procedure.steps] == [("Staf",), ("Kepala",)]
    assert reading.procedure.edges == (Edge(End("1"), End("2")),)
    assert [value.certainty for value in reading.values if value.field == "ke"] == [Certainty.DOUBTFUL]
    assert [note.field for note in reading.notes] == ["ke"]


def test_words_in_the_place_of_symbols_name_their_kind():
    steps = steps_of(a_table(a_row("1", "Menyusun", ["Mulai", ""]), a_row("2", "Menyetujui", ["", "Selesai"])))
    assert [step.kind for step in steps] == [Kind.START, Kind.END]


def test_a_column_of_names_gives_the_executors():
    head = cells([["No", "Uraian Kegiatan", "Pelaksana", "Waktu", "Output"]], height=HEAD)
    body = cells(
        [["1", "Menyusun", "Staf, Kepala Seksi", "1 jam", "Konsep"], ["2", "Menandatangani", "Kepala\nDinas", "", ""]],
        top=HEAD,
    )
    procedure = read(a_page(head, body)).procedure
    assert [step.daftar_pelaksana for step in procedure.steps] == [("Staf", "Kepala Seksi"), ("Kepala", "Dinas")]
    assert procedure.daftar_pelaksana == ("Staf", "Kepala Seksi", "Kepala", "Dinas")


def test_a_head_of_three_levels_names_executors_by_their_groups():
    head = [
        *cells([["No", "Aktivitas"]], height=3 * HEAD),
        *cells([[None, None, "PELAKSANA", "->", "->", "MUTU BAKU", "->"]], height=HEAD),
        *cells([[None, None, "Bidang A", "->"]], top=HEAD, height=HEAD),
        *cells([[None, None, "Kepala", "Staf"]], top=2 * HEAD, height=HEAD),
        *cells([[None, None, None, None, "Camat", "Waktu", "Output"]], top=HEAD, height=2 * HEAD),
    ]
    body = cells([["1", "Menyusun", "√", "", "", "1 jam", "Konsep"]], top=3 * HEAD)
    procedure = read(a_page(head, body)).procedure
    assert procedure.daftar_pelaksana == ("Bidang A / Kepala", "Bidang A / Staf", "Camat")
    assert procedure.steps[0].daftar_pelaksana == ("Bidang A / Kepala",)


def test_executors_may_stand_without_a_common_head():
    head = cells([["No", "Kegiatan", "Pemohon", "Loket", "Waktu", "Output", "Keterangan"]], height=HEAD)
    body = cells([["1", "Mengajukan", "√", "", "5 menit", "Berkas", ""]], top=HEAD)
    assert read(a_page(head, body)).procedure.daftar_pelaksana == ("Pemohon", "Loket")


def test_names_beside_an_unmerged_head_are_executors_too():
    head = [
        *cells([["No", "Kegiatan", "Pelaksana", None, None, "Mutu Baku"]], height=HEAD),
        *cells([[None, None, "Staf", "Kepala", "Camat", "Waktu", "Output"]], top=HEAD, height=HEAD),
    ]
    body = cells([["1", "Menyusun", "", "", "√", "1 jam", "Konsep"]], top=2 * HEAD)
    procedure = read(a_page(head, body)).procedure
    assert procedure.daftar_pelaksana == ("Staf", "Kepala", "Camat")
    assert procedure.steps[0].daftar_pelaksana == ("Camat",)


def test_columns_nobody_knows_are_left_out():
    head = cells([["No", "Kode", "Kegiatan", "Waktu", "Output", "Sumber Dana"]], height=HEAD)
    body = cells([["1", "A.1", "Menyusun", "1 jam", "Konsep", "APBD"]], top=HEAD)
    (step,) = steps_of(a_page(head, body))
    assert (step.kegiatan, step.mutu_baku.waktu, step.mutu_baku.output) == ("Menyusun", "1 jam", "Konsep")


def test_a_table_without_numbers_has_a_step_in_every_row():
    head = cells([["Uraian Prosedur", "Pelaksana", "Waktu", "Output"]], height=HEAD)
    body = cells([["Menyusun", "Staf", "", ""], ["Menyetujui", "Kepala", "", ""]], top=HEAD)
    assert [(step.id, step.kegiatan, step.nomor) for step in steps_of(a_page(head, body))] == [
        ("1", "Menyusun", ""),
        ("2", "Menyetujui", ""),
    ]


def test_the_numbers_of_columns_are_no_step():
    numbers = [f"({number})" for number in range(1, 9)]
    assert [step.kegiatan for step in steps_of(a_table(numbers, *TWO))] == ["Menyusun konsep", "Menandatangani surat"]


def test_numbers_that_are_not_the_place_of_the_row_are_kept():
    rows = (a_row("1.", "A", ["√", ""]), a_row("1.a", "B", ["√", ""]), a_row("III", "C", ["√", ""]))
    assert [step.nomor for step in steps_of(a_table(*rows))] == ["", "1.a", "III"]


def test_a_row_without_a_number_goes_on_with_the_one_above():
    rows = (
        a_row("1", "Menyusun", ["√", ""], "Surat"),
        a_row("", "konsep", ["", ""], "Berkas"),
        a_row("2", "B", ["", "√"]),
    )
    steps = steps_of(a_table(*rows))
    assert [step.kegiatan for step in steps] == ["Menyusun konsep", "B"]
    assert steps[0].mutu_baku.kelengkapan == ("Surat", "Berkas")


def test_sections_and_sums_are_no_steps():
    section = cells([["A. Persiapan", *["->"] * 7]], top=BODY)
    body = cells([a_row("1", "Menyusun", ["√", ""]), a_row("", "Jumlah waktu", ["", ""], "", "2 jam")], top=BODY + ROW)
    assert [step.kegiatan for step in steps_of(a_page(a_head("Staf", "Kepala"), section, body))] == ["Menyusun"]


def test_a_bare_time_takes_the_unit_of_its_column():
    head = cells([["No", "Kegiatan", "Pelaksana", "Waktu (menit)", "Output"]], height=HEAD)
    reading = read(a_page(head, cells([["1", "Menyusun", "Staf", "15", ""]], top=HEAD)))
    assert reading.procedure.steps[0].mutu_baku.waktu == "15 menit"
    assert [v.certainty for v in reading.values if v.field == "waktu"] == [Certainty.LIKELY]


def test_a_bare_time_without_a_unit_stays_and_is_doubted():
    reading = read(a_table(a_row("1", "Menyusun", ["√", ""], "", "15")))
    assert reading.procedure.steps[0].mutu_baku.waktu == "15"
    assert [(note.step, note.field) for note in reading.notes] == [("1", "waktu")]


def test_a_page_without_a_head_goes_on_with_the_rows():
    first = a_table(*TWO)
    second = a_page(cells([a_row("", "kepada bupati", ["", ""]), a_row("3", "Mengirim", ["", ""])], top=5.0), number=2)
    assert [step.kegiatan for step in steps_of(first, second)] == [
        "Menyusun konsep",
        "Menandatangani surat kepada bupati",
        "Mengirim",
    ]


def test_a_table_that_counts_from_one_again_is_another_sop():
    readings = assemble((a_table(*TWO), a_page(a_head("Staf", "Kepala"), cells(THREE, top=BODY), number=2)))
    assert [len(reading.procedure.steps) for reading in readings] == [2, 3]


def test_a_sheet_says_its_title_above_the_table():
    title = cells([["SOP PENANGANAN SURAT MASUK", *["->"] * 7]], height=HEAD)
    page = a_page(title, a_head("Staf", "Kepala", top=15), cells(TWO, top=15 + BODY))
    assert read(page).procedure.identity.judul == "SOP PENANGANAN SURAT MASUK"


def test_names_that_stand_twice_in_a_head_are_told_apart():
    procedure = read(a_table(a_row("1", "A", ["√", "√"]), executors=("Tim Kerja", "Tim Kerja"))).procedure
    assert procedure.daftar_pelaksana == ("Tim Kerja", "Tim Kerja (2)")
    assert procedure.steps[0].daftar_pelaksana == ("Tim Kerja", "Tim Kerja (2)")


def test_a_table_that_is_only_a_picture_is_reported():
    reading = read(a_page((), pictures=[Picture(box=Box(10, 10, 300, 150))]))
    assert reading.procedure.steps == ()
    assert [note.place.page for note in reading.notes] == [1]


def test_a_page_of_something_else_is_no_sop():
    assert assemble((a_page(cells([["Nama", "Jabatan"], ["Contoh", "Staf"]])),)) == ()


def test_every_value_says_where_it_stood():
    page = a_table(*TWO)
    reading = read(page)
    value = next(value for value in reading.values if value.step == "2" and value.field == "kegiatan")
    assert (value.text, value.place.page) == ("Menandatangani surat", 1)
    assert value.place.box in [cell.box for cell in page.cells]


@pytest.mark.parametrize("text", ["\x00\x07", "\ud800", "a" * 200_000])
def test_odd_characters_never_reach_a_procedure(text):
    from sopan.domain.codec import decode_json, encode_json

    procedure = read(a_table(a_row("1", f"Menyusun {text}", ["√", ""]))).procedure
    assert decode_json(encode_json(procedure)) == procedure


def test_hostile_numbers_of_lines_are_refused_with_a_note():
    lines = [Line(points=((75.0, 25.0 + n / 100), (75.0, 50.0)), arrow_at_end=True) for n in range(4000)]
    reading = read(a_table(*TWO, symbols=[a_symbol("a", Form.BOX, 0, 0)], lines=lines))
    assert any("terlalu banyak" in note.sentence for note in reading.notes)


def test_a_cell_of_the_foot_is_no_row():
    foot = [Cell(box=Box(30, 150, 60, 160), text="Mengetahui, Kepala Dinas")]
    assert len(steps_of(a_page(a_head("Staf", "Kepala"), cells(TWO, top=BODY), foot))) == 2
