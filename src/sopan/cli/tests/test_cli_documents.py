"""Documents of other programs, given to the commands directly."""

from __future__ import annotations

import json

import pytest

from sopan import api
from sopan.domain import UnreadableSource
from sopan.domain.codec import decode_text, encode_json

ROWS = """\
No;Kegiatan;Pelaksana;Kelengkapan;Waktu;Output
1;Mengajukan permohonan surat;Pemohon;Formulir permohonan;5 menit;Berkas permohonan
2;Memeriksa kelengkapan berkas;Petugas Loket;Berkas permohonan;;Hasil pemeriksaan
3;Menerima surat keterangan;Pemohon;Hasil pemeriksaan;5 menit;Surat keterangan
"""


@pytest.fixture
def a_pdf(sopan, a_file, tmp_path):
    """The document that `render` prints of a procedure."""
    sopan("render", a_file(), "-o", tmp_path / "lama.pdf")
    return tmp_path / "lama.pdf"


def test_a_table_is_checked_and_findings_say_which_row_they_are_about(sopan, a_file):
    path = a_file("langkah.csv", ROWS)
    ran = sopan("check", "--gate", "telaah", "--all", path)
    assert ran.code == 1
    assert "langkah 2, waktu" in ran.out
    assert f"  {path}: B3" in ran.out


def test_programs_are_told_the_cell_too(sopan, a_file):
    ran = sopan("check", "--gate", "telaah", "--format", "json", a_file("langkah.csv", ROWS))
    (file,) = json.loads(ran.out)["files"]
    places = {finding["place"] for finding in file["findings"] if finding["step_id"] == "2"}
    assert places == {"B3"}


@pytest.mark.parametrize("kind", ["pdf", "docx", "xlsx", "bpmn"])
def test_a_document_of_our_own_is_imported_exactly(sopan, a_file, tmp_path, kind):
    path = a_file()
    sopan("render", path, "--to", kind)
    ran = sopan("import", path.with_name(f"surat.{kind}"), "-o", tmp_path / "baru.sop.yaml")
    assert (ran.code, ran.err) == (0, "")
    assert decode_text((tmp_path / "baru.sop.yaml").read_bytes()) == decode_text(path.read_bytes())


def test_a_printed_document_is_checked_and_compared_like_its_source(sopan, a_file, a_pdf):
    ran = sopan("check", a_pdf)
    assert ran.code == 0
    assert "Penerbitan Surat Keterangan" in ran.out
    assert sopan("diff", a_file(), a_pdf).out == sopan("diff", a_file(), a_file()).out


def test_a_document_is_printed_under_its_own_name(sopan, a_file):
    path = a_file("langkah.csv", ROWS)
    ran = sopan("render", path, "--to", "svg")
    assert ran.out == f"{path.with_name('langkah.svg')}\n"


def test_a_document_comes_from_standard_input_too(sopan, a_pdf):
    assert sopan("check", "-", stdin=a_pdf.read_bytes()).code == 0


def test_a_picture_is_refused_by_every_command(sopan, tmp_path):
    (tmp_path / "foto.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for words in (["check"], ["render"], ["import", "-o", tmp_path / "x"], ["diff", tmp_path / "foto.png"]):
        ran = sopan(*words, tmp_path / "foto.png")
        assert ran.code == 2
        assert "gambar, bukan tulisan" in ran.err


class _Several:
    """A sandbox that finds the same procedure twice."""

    def __init__(self, **_: object) -> None: ...

    def __enter__(self):
        return self

    def __exit__(self, *_: object) -> None: ...

    def read(self, data: bytes, name: str = ""):
        from sopan.readers.rows.read import read

        return read(data) * 2


@pytest.fixture
def several(monkeypatch):
    """Every document holds two procedures."""
    monkeypatch.setattr("sopan.readers.sandbox.Sandbox", _Several)


@pytest.mark.usefixtures("several")
def test_several_procedures_of_one_document_are_checked_under_numbers(sopan, a_file):
    path = a_file("buku.csv", ROWS)
    ran = sopan("check", path)
    assert f"{path} (SOP 1)" in ran.out
    assert f"{path} (SOP 2)" in ran.out
    assert "2 berkas diperiksa" in ran.out


@pytest.mark.usefixtures("several")
def test_several_procedures_of_one_document_are_printed_into_numbered_files(sopan, a_file):
    path = a_file("buku.csv", ROWS)
    ran = sopan("render", path, "--to", "json")
    assert [line.rpartition("/")[2] for line in ran.out.splitlines()] == ["buku-1.json", "buku-2.json"]
    assert sopan("render", path, "-o", "-").code == 2


@pytest.mark.usefixtures("several")
def test_where_one_procedure_is_needed_several_are_refused(sopan, a_file):
    path = a_file("buku.csv", ROWS)
    ran = sopan("diff", path, path)
    assert ran.code == 2
    assert "memuat 2 SOP" in ran.err
    with pytest.raises(UnreadableSource, match="memuat 2 SOP"):
        api.read(path)
    assert len(api.read_all(path)) == 2


def test_a_source_from_a_document_knows_its_places_and_doubts(a_file):
    source = api.read(a_file("langkah.csv", ROWS))
    assert source.reading is not None
    cells = {field: source.place_in_file("2", field).cell for field in ("kegiatan", "output", "waktu", "")}
    assert cells == {"kegiatan": "B3", "output": "F3", "waktu": "B3", "": "B3"}
    assert source.place_of("2", "kegiatan") == (0, 0)
    assert api.read(encode_json(source.procedure).encode()).place_in_file("2") is None


def test_one_sandbox_reads_many_documents(a_file):
    from sopan.readers.sandbox import Sandbox

    with Sandbox() as sandbox:
        first = api.read(a_file("a.csv", ROWS), sandbox=sandbox)
        assert api.read(a_file("b.csv", ROWS), sandbox=sandbox).procedure == first.procedure
