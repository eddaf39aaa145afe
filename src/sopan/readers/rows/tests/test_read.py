"""Tables of steps in CSV, as people and programs write them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain import Edge, End, Kind, UnreadableSource
from sopan.domain.errors import SourceTooLarge
from sopan.readers.reading import Certainty
from sopan.readers.rows.read import read
from sopan.readers.rows.ways import ways

TABLE = """No;Kegiatan;Pelaksana;Kelengkapan;Waktu (menit);Output;Ket.;Jenis;Ke
1;Menerima surat;Petugas Loket;"1. Surat
2. Buku agenda";5;Surat tercatat;;mulai;
2;Memeriksa alamat;Petugas Loket / Kepala;;10;;lihat lampiran;keputusan;Ya: 3; Tidak: 1
3.;Mengarsipkan surat;Arsiparis;;1 jam;;;selesai;
""".replace("Ya: 3; Tidak: 1", '"Ya: 3; Tidak: 1"')


def the_reading(text: str, encoding="utf-8"):
    (reading,) = read(text.encode(encoding))
    return reading


def the_procedure(text: str):
    return the_reading(text).procedure


def edge(source: str, target: str, answer=""):
    return Edge(End(source), End(target), answer)


def test_a_row_is_a_step():
    first, second, third = the_procedure(TABLE).steps
    assert (first.kegiatan, first.daftar_pelaksana, first.kind) == ("Menerima surat", ("Petugas Loket",), Kind.START)
    assert first.mutu_baku.kelengkapan == ("Surat", "Buku agenda")
    assert (first.mutu_baku.waktu, first.mutu_baku.output) == ("5 menit", "Surat tercatat")
    assert (second.daftar_pelaksana, second.keterangan) == (("Petugas Loket", "Kepala"), "lihat lampiran")
    assert (third.mutu_baku.waktu, third.kind, third.nomor) == ("1 jam", Kind.END, "")


def test_the_column_ke_says_where_the_work_goes_on_and_else_it_is_the_next_row():
    assert the_procedure(TABLE).edges == (edge("1", "2"), edge("2", "3", "Ya"), edge("2", "1", "Tidak"))


@pytest.mark.parametrize("sign", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_signs_and_encodings_are_found_out(sign, encoding):
    text = "No;Kegiatan;Pelaksana\n1;Mengecek – “surat”;Kepala\n".replace(";", sign)
    assert the_reading(text, encoding).procedure.steps[0].kegiatan == "Mengecek – “surat”"


def test_the_sign_that_excel_writes_in_front_is_believed():
    assert the_procedure("sep=,\r\nKegiatan,Pelaksana\r\nMemeriksa; lalu mencatat,Staf\r\n").steps[0].kegiatan == (
        "Memeriksa; lalu mencatat"
    )


def test_what_stands_above_the_table_is_the_identity():
    above = "Nama SOP;Penanganan Surat\nNomor SOP : 12/2026\nDasar Hukum;1. UU 1 2. UU 2\nDisahkan oleh;Camat\n\n"
    identity = the_procedure(above + TABLE).identity
    assert (identity.judul, identity.nomor, identity.disahkan_oleh.jabatan) == ("Penanganan Surat", "12/2026", "Camat")
    assert identity.dasar_hukum == ("UU 1", "UU 2")


def test_columns_with_marks_are_executors():
    text = "No,Kegiatan,Kepala,Staf,Kode\n1,Menerima,,mulai,A1\n2,Memeriksa,√,v,A2\n"
    procedure = the_procedure(text)
    assert procedure.daftar_pelaksana == ("Kepala", "Staf")
    assert [step.daftar_pelaksana for step in procedure.steps] == [("Staf",), ("Kepala", "Staf")]
    assert procedure.steps[0].kind_of("Staf") is Kind.START


def test_a_row_without_a_number_and_an_activity_goes_on_with_the_one_above():
    head = "No,Kegiatan,Pelaksana,Output\n"
    text = f"{head}1,2,3,4\n1,Menerima,Staf,Surat\n,,,Buku\n{head}2,Arsip,Staf,\n"
    assert [step.mutu_baku.output for step in the_procedure(text).steps] == ["Surat\nBuku", ""]


def test_without_a_column_of_ways_rows_follow_one_another_and_that_is_doubtful():
    reading = the_reading("Kegiatan,Pelaksana\nMenerima,Staf\nMemeriksa,Staf\n")
    assert reading.procedure.edges == (edge("1", "2"),)
    assert "tidak memuat garis alur" in reading.notes[0].sentence
    assert [value.certainty for value in reading.values if value.field == "ke"] == [Certainty.DOUBTFUL]


def test_a_time_without_a_unit_and_an_unknown_kind_are_noted_with_their_place():
    reading = the_reading("No,Kegiatan,Waktu,Jenis\n1,Menerima,15,sembarang\n")
    assert [(note.field, note.place.cell) for note in reading.notes if note.place] == [("waktu", "C2"), ("jenis", "D2")]


def test_a_way_to_nowhere_is_noted():
    reading = the_reading("No,Kegiatan,Ke\n1,Menerima,Ya: 9\n2,Memeriksa,\n")
    assert reading.procedure.edges == ()
    assert [note.parameters for note in reading.notes] == [{"tujuan": "Ya: 9"}]


ROWS = {"1": "1", "2": "2", "3": "3", "4a": "4"}


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("3", [("", "3")]),
        ("2, 3", [("", "2"), ("", "3")]),
        ("2 dan 3", [("", "2"), ("", "3")]),
        ("Ya: 3; Tidak: 1", [("Ya", "3"), ("Tidak", "1")]),
        ("Ya=3, Tidak=1", [("Ya", "3"), ("Tidak", "1")]),
        ("Ya → 4a\nTidak → 1", [("Ya", "4"), ("Tidak", "1")]),
        ("Tidak lengkap: 1, 2", [("Tidak lengkap", "1"), ("Tidak lengkap", "2")]),
        ("-", []),
        ("selesai", []),
    ],
)
def test_ways_are_written_in_many_manners(cell, found):
    assert ways(cell, ROWS) == (found, [])


@pytest.mark.parametrize("cell", ["9", "kembali ke awal", "Ya: 3 atau 4"])
def test_what_names_no_step_is_given_back(cell):
    assert ways(cell, ROWS) == ([], [cell])


@pytest.mark.parametrize("text", ["", "a,b,c\n1,2,3\n", "hanya tulisan biasa\n", "\0\0\0"])
def test_a_text_without_a_table_is_refused(text):
    with pytest.raises(UnreadableSource, match="kepala kolom"):
        read(text.encode())


def test_a_table_larger_than_any_sop_is_refused():
    with pytest.raises(SourceTooLarge):
        read(b"No,Kegiatan\n" + b"1,x\n" * 20_001)
    with pytest.raises(SourceTooLarge):
        read(b"x" * 10_000_001)


def test_a_quote_without_an_end_is_refused():
    with pytest.raises(UnreadableSource, match="tanda kutip"):
        read(b'No,Kegiatan\n1,"' + b"x" * 200_000)


@given(st.lists(st.lists(st.text(max_size=12), max_size=8), max_size=8), st.sampled_from(";,\t"))
def test_whatever_stands_below_the_head_only_declared_errors_come(rows, sign):
    body = "\n".join(sign.join(row) for row in rows)
    head = sign.join(("No", "Kegiatan", "Pelaksana", "Waktu", "Jenis", "Ke"))
    with suppress(UnreadableSource):
        read(f"{head}\n{body}".encode("utf-8", "surrogatepass"))
