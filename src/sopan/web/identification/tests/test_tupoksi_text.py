"""Pasted tupoksi, as regulations, Word and PDF leave them on the clipboard."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sopan.web.identification.tupoksi_text import MAX_CHARACTERS, Level, TooMuchText, recognise

TUGAS, FUNGSI, URAIAN = Level.TUGAS, Level.FUNGSI, Level.URAIAN


def read(text):
    return [(item.level, item.text) for item in recognise(text).items]


def test_the_numbering_of_tabel_6_is_three_levels():
    text = (
        "A. Menata organisasi\n1. Ketatalaksanaan\na) membina SOP\nb) menyiapkan survei\n2. Kelembagaan\na) hitung ABK"
    )
    assert read(text) == [
        (TUGAS, "Menata organisasi"),
        (FUNGSI, "Ketatalaksanaan"),
        (URAIAN, "Membina SOP"),
        (URAIAN, "Menyiapkan survei"),
        (FUNGSI, "Kelembagaan"),
        (URAIAN, "Hitung ABK"),
    ]


def test_a_regulation_says_itself_what_is_what():
    text = """BAB III
TUGAS DAN FUNGSI
Pasal 5
(1) Sekretariat mempunyai tugas melaksanakan koordinasi dan
pelayanan administrasi.
(2) Dalam melaksanakan tugas sebagaimana dimaksud pada ayat (1), Sekretariat menyelenggarakan fungsi:
a. pengoordinasian kegiatan;
b. pelaksanaan urusan keuangan; dan
c. pelaksanaan fungsi lain.
(3) Uraian tugas sebagaimana dimaksud pada ayat (1) adalah sebagai berikut:
a. menyusun rencana kerja; dan
b. melaporkan hasil."""
    assert read(text) == [
        (TUGAS, "Melaksanakan koordinasi dan pelayanan administrasi"),
        (FUNGSI, "Pengoordinasian kegiatan"),
        (FUNGSI, "Pelaksanaan urusan keuangan"),
        (FUNGSI, "Pelaksanaan fungsi lain"),
        (URAIAN, "Menyusun rencana kerja"),
        (URAIAN, "Melaporkan hasil"),
    ]
    assert [item.place for item in recognise(text).items][:2] == ["Pasal 5 ayat (1)", "Pasal 5 ayat (2)"]
    assert "BAB III" in recognise(text).skipped


@pytest.mark.parametrize(
    "text",
    [
        "Fungsi:\na. perumusan kebijakan;\nb. evaluasi dan pelaporan.",
        "Fungsi:\na.\nperumusan kebijakan;\nb.\nevaluasi dan pelaporan.",
        "Fungsi:\n- perumusan kebijakan\n- evaluasi dan pelaporan",
        "Fungsi:\n\uf0b7 perumusan kebijakan\n\uf0b7 evaluasi dan pelaporan",
        "Fungsi:\nperumusan kebijakan;\nevaluasi dan pelaporan.",
        "Fungsi:\nPerumusan kebijakan\nEvaluasi dan pelaporan",
        "Dinas menyelenggarakan fungsi: a. perumusan kebijakan; dan b. evaluasi dan pelaporan.",
        "Fungsi:\n(a) perumusan\nkebijakan;\n(b) evaluasi dan pe-\nlaporan.",
        "Fungsi:\na)\tperumusan kebijakan;\nb)\tevaluasi dan pelaporan;",
    ],
)
def test_bullets_are_recognised_and_missed_alike(text):
    assert read(text) == [(FUNGSI, "Perumusan kebijakan"), (FUNGSI, "Evaluasi dan pelaporan")]


def test_a_doubled_word_keeps_its_hyphen():
    assert read("Fungsi:\na. pembinaan masing-\nmasing unit")[0][1] == "Pembinaan masing-masing unit"


def test_without_a_word_about_it_the_verb_tells_uraian_from_fungsi():
    assert read("Perumusan kebijakan\nMenyusun laporan") == [
        (FUNGSI, "Perumusan kebijakan"),
        (URAIAN, "Menyusun laporan"),
    ]


def test_melaksanakan_fungsi_lain_is_work_and_no_heading():
    assert read("Uraian tugas:\na. menyusun rencana;\nb. melaksanakan fungsi lain.")[1] == (
        URAIAN,
        "Melaksanakan fungsi lain",
    )


def test_megabytes_are_refused_at_once():
    began = time.perf_counter()
    with pytest.raises(TooMuchText):
        recognise("a. perumusan kebijakan;\n" * 1_300_000)
    assert time.perf_counter() - began < 1


@pytest.mark.parametrize("line", ["a", "- ", "(1", "kata ", "pe-\n", "; ", "a. b; ", "\t"])
def test_the_longest_paste_is_read_in_time(line):
    began = time.perf_counter()
    with suppress(TooMuchText):
        recognise(line * (MAX_CHARACTERS // len(line)))
    assert time.perf_counter() - began < 5


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    for item in recognise(text).items:
        assert item.level in Level
        assert item.text == item.text.strip()


def test_real_duties_keep_all_their_items(corpus):
    files = sorted((corpus / "tupoksi").glob("*.yaml"))
    assert files
    for path in files:
        for unit in _units(yaml.safe_load(path.read_text(encoding="utf-8"))["units"]):
            functions, tasks = unit.get("functions", []), unit.get("tasks", [])
            text = "Fungsi:\n" + "\n".join(functions) + "\nUraian tugas:\n" + "\n".join(tasks)
            levels = [level for level, _text in read(text)]
            assert levels.count(FUNGSI) == len(functions), (path.name, unit["position"])
            assert levels.count(URAIAN) == len(tasks), (path.name, unit["position"])


def test_real_duties_begin_with_the_duty(corpus):
    for path in sorted((corpus / "tupoksi").glob("*.yaml")):
        for unit in _units(yaml.safe_load(path.read_text(encoding="utf-8"))["units"]):
            if "mempunyai tugas" in unit.get("duty", ""):
                assert read(unit["duty"])[0][0] is TUGAS, (path.name, unit["position"])


def _units(units):
    for unit in units:
        yield unit
        yield from _units(unit.get("children", []))
