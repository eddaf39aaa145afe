"""sopan diff: what a person reads about the changes between two files."""

from __future__ import annotations

import pytest
from rich.console import Console

from sopan.cli.diff import _lines
from sopan.domain.codec import decode_text
from sopan.domain.comparison import redline


@pytest.fixture
def two_files(a_file):
    """`two_files(("5 menit", "10 menit"), …)`: the same procedure before and after replacements."""

    def make(*changes: tuple[str, str]):
        old = a_file("lama.sop.yaml")
        text = old.read_text(encoding="utf-8")
        for before, after in changes:
            assert before in text
            text = text.replace(before, after, 1)
        return old, a_file("baru.sop.yaml", text)

    return make


def test_the_same_procedure_has_no_changes(sopan, two_files):
    ran = sopan("diff", *two_files())
    assert (ran.code, ran.out, ran.err) == (0, "Kedua naskah sama.\n", "")


def test_a_changed_cell_shows_its_words_in_place(sopan, two_files):
    ran = sopan("diff", *two_files(("waktu: 5 menit", "waktu: 10 menit")))
    assert ran.code == 0
    assert ran.out.splitlines()[1:] == [
        "",
        "Langkah 1  Mengajukan permohonan surat  berubah",
        "  Waktu: [-5-]{+10+} menit",
    ]


def test_the_identity_page_stands_under_its_own_heading_with_lists_item_by_item(sopan, two_files):
    ran = sopan(
        "diff", *two_files(("opd: Dinas Contoh", "opd: Badan Contoh"), ("- Komputer", "- Komputer\n- Pemindai"))
    )
    assert ran.out.splitlines()[1:] == [
        "",
        "Halaman identitas",
        "  Organisasi perangkat daerah: [-Dinas-]{+Badan+} Contoh",
        "  Peralatan dan perlengkapan: Komputer",
        "    {+Pemindai+}",
    ]


def test_an_added_row_tells_everything_that_stands_in_it(sopan, two_files):
    added = '- id: "4"\n  kegiatan: Mencatat surat\n  pelaksana: Petugas Loket\n  waktu: 5 menit\n- id: "3"\n'
    ran = sopan("diff", *two_files(('- id: "3"\n', added)))
    assert "Langkah 3  Mencatat surat  baru\n" in ran.out
    assert "  Pelaksana: {+Petugas Loket+}\n" in ran.out
    assert "Langkah 4 (tadinya 3)" not in ran.out


def test_an_answer_that_leads_elsewhere_is_said_in_a_sentence(sopan, two_files):
    ran = sopan("diff", *two_files(('Tidak lengkap: "1"', 'Tidak lengkap: "3"')))
    assert "Langkah 2  Memeriksa kelengkapan berkas  berubah" in ran.out
    assert "Tidak lengkap" in ran.out


def test_rows_that_did_not_change_are_shown_when_asked_for(sopan, two_files):
    files = two_files(("waktu: 5 menit", "waktu: 10 menit"))
    assert "Langkah 3" not in sopan("diff", *files).out
    assert "\nLangkah 3  Menerima surat keterangan\n" in sopan("diff", "--all", *files).out


def test_colours_take_the_place_of_brackets_where_there_are_any(two_files):
    old, new = (decode_text(path.read_bytes()) for path in two_files(("waktu: 5 menit", "waktu: 10 menit")))
    console = Console(color_system="standard", force_terminal=True)
    (line,) = [line for line in _lines(redline(old, new), console, everything=False) if "Waktu" in line.plain]
    assert line.plain == "  Waktu: 510 menit"
    assert {str(span.style) for span in line.spans} >= {"red strike", "green underline"}


def test_english_is_spoken_when_asked(sopan, two_files):
    out = sopan("--lang", "en", "diff", *two_files(("waktu: 5 menit", "waktu: 10 menit"))).out
    assert "Langkah" not in out
    assert "[-5-]{+10+} menit" in out


def test_every_file_that_cannot_be_read_is_named(sopan, a_file, tmp_path):
    ran = sopan("diff", a_file("a.sop.yaml", "sopan: ["), tmp_path / "tidak-ada.sop.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "a.sop.yaml:2:1: " in ran.err
    assert "tidak-ada.sop.yaml" in ran.err


def test_one_side_may_come_from_standard_input(sopan, a_file):
    ran = sopan("diff", "-", a_file(), stdin=a_file().read_bytes())
    assert (ran.code, ran.out) == (0, "Kedua naskah sama.\n")


def test_markup_in_a_text_is_text(sopan, two_files):
    ran = sopan(
        "diff", *two_files(("kegiatan: Menerima surat keterangan", "kegiatan: Menerima [bold]surat[/bold] :smile:x"))
    )
    assert "[bold]" in ran.out
    assert ":smile:" in ran.out


def test_the_symbol_of_a_step_is_not_called_like_the_emblem(sopan, two_files):
    ran = sopan("diff", *two_files(("jenis: selesai", "jenis: proses"), ("opd:", "logo: lambang.svg\nopd:")))
    assert "  Lambang: {+lambang.svg+}\n" in ran.out
    assert "  Simbol: [-selesai-]{+proses+}\n" in ran.out
