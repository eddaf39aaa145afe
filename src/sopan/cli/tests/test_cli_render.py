"""sopan render: documents under the right names, whole, and never over an input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sopan.cli import render
from sopan.cli.demo import EXAMPLES
from sopan.flowchart.diagram import Warning


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_pdf_stands_beside_its_source(sopan, a_file):
    path = a_file()
    ran = sopan("render", path)
    pdf = path.with_name("surat.pdf")
    assert (ran.code, ran.out) == (0, f"{pdf}\n")
    assert pdf.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(("to", "beginning"), [("svg", b"<svg"), ("json", b'{\n "format": "sopan-diagram/1"')])
def test_other_formats_are_written_under_their_extension(sopan, a_file, to, beginning):
    path = a_file()
    sopan("render", "--to", to, path)
    assert path.with_name(f"surat.{to}").read_bytes().lstrip().startswith(beginning)


def test_png_gives_one_file_for_each_page(sopan, a_file, tmp_path):
    sopan("render", "--to", "png", a_file(), "-o", tmp_path / "surat.png")
    pictures = sorted(path.name for path in tmp_path.glob("*.png"))
    assert pictures == ["surat-1.png", "surat-2.png"]
    assert (tmp_path / "surat-1.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("to", "expected"), [("png", ["hasil-1.png", "hasil-2.png"]), ("svg", ["hasil.svg"])])
def test_a_name_without_an_extension_gets_the_one_of_its_format(sopan, a_file, tmp_path, to, expected):
    ran = sopan("render", "--to", to, a_file(), "-o", tmp_path / "hasil")
    assert [Path(line).name for line in ran.out.splitlines()] == expected
    assert names_in(tmp_path) == [*expected, "surat.sop.yaml"]


def test_a_name_with_an_extension_is_kept(sopan, a_file, tmp_path):
    sopan("render", "--to", "json", a_file(), "-o", tmp_path / "letak.txt")
    assert names_in(tmp_path) == ["letak.txt", "surat.sop.yaml"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="devices of POSIX")
def test_a_device_keeps_its_name(sopan, a_file):
    ran = sopan("render", "--to", "json", a_file(), "-o", "/dev/null")
    assert (ran.code, ran.out) == (0, "/dev/null\n")


def test_the_sheet_is_the_one_asked_for(sopan, a_file, tmp_path):
    for sheet, width in (("a4", 297), ("f4", 330), ("legal", 355.6), ("letter", 279.4)):
        target = tmp_path / f"{sheet}.json"
        sopan("render", "--to", "json", "--sheet", sheet, a_file(), "-o", target)
        assert json.loads(target.read_text(encoding="utf-8"))["sheet"]["width"] == width


def test_the_paper_of_the_procedure_is_taken_when_none_is_named(sopan, a_file, tmp_path):
    path = a_file(text='sopan: "1"\njudul: A\ntata_letak:\n  kertas: a4\nlangkah:\n- kegiatan: Menulis surat\n')
    sopan("render", "--to", "json", path, "-o", tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["sheet"]["width"] == 297


def test_several_files_go_into_a_folder_that_is_made(sopan, a_file, tmp_path):
    files = [a_file("a/surat.sop.yaml"), a_file("b/surat.sop.yaml")]
    ran = sopan("render", "--to", "json", *files, "-o", tmp_path / "hasil" / "baru")
    assert ran.code == 0
    assert names_in(tmp_path / "hasil" / "baru") == ["surat-2.json", "surat.json"]


def test_one_bad_file_does_not_stop_the_others(sopan, a_file, tmp_path):
    bad = a_file("a.sop.yaml", "sopan: [")
    ran = sopan("render", "--to", "json", bad, a_file("b.sop.yaml"), "-o", tmp_path / "hasil")
    assert ran.code == 2
    assert str(bad) in ran.err
    assert names_in(tmp_path / "hasil") == ["b.json"]


def test_many_files_are_printed_by_worker_processes_in_order(sopan, a_file, tmp_path, monkeypatch):
    monkeypatch.setattr(render, "WORKERS_PAY_OFF_ABOVE", 4)
    files = [a_file(f"{number}.sop.yaml") for number in range(6)]
    files[3].write_text("sopan: [", encoding="utf-8")
    ran = sopan("render", "--to", "json", *files, "-o", tmp_path / "hasil")
    assert ran.code == 2
    assert [Path(line).name for line in ran.out.splitlines()] == ["0.json", "1.json", "2.json", "4.json", "5.json"]
    assert f"{files[3]}:" in ran.err


def test_an_input_is_never_overwritten(sopan, a_file):
    path = a_file()
    before = path.read_bytes()
    ran = sopan("render", path, "-o", path)
    assert ran.code == 2
    assert "adalah berkas masukan" in ran.err
    assert path.read_bytes() == before


def test_geometry_of_a_json_procedure_does_not_take_its_name(sopan, a_file):
    from sopan.domain.codec import decode_text, encode_json

    path = a_file("surat.json", encode_json(decode_text(a_file().read_text(encoding="utf-8"))))
    ran = sopan("render", "--to", "json", path)
    assert ran.out == f"{path.with_name('surat-2.json')}\n"


def test_standard_input_goes_to_standard_output(sopan, a_file):
    ran = sopan("render", "-", stdin=a_file().read_bytes())
    assert ran.code == 0
    assert ran.out_bytes.startswith(b"%PDF-")
    assert ran.err == ""


def test_standard_output_takes_one_document_only(sopan, a_file):
    ran = sopan("render", a_file("a.sop.yaml"), a_file("b.sop.yaml"), "-o", "-")
    assert ran.code == 2
    assert "hanya untuk satu berkas" in ran.err


def test_pictures_of_pages_are_several_documents(sopan, a_file):
    ran = sopan("render", "--to", "png", a_file(), "-o", "-")
    assert ran.code == 2
    assert "hanya untuk satu berkas" in ran.err


@pytest.mark.usefixtures("obeying_permissions")
def test_a_folder_that_may_not_be_written_to_is_told(sopan, a_file, tmp_path):
    (tmp_path / "kunci").mkdir(mode=0o500)
    ran = sopan("render", a_file(), "-o", tmp_path / "kunci" / "a.pdf")
    assert ran.code == 2
    assert "tidak boleh dibuka atau ditulis" in ran.err


def test_a_full_disk_is_told_and_leaves_nothing_behind(sopan, a_file, tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    ran = sopan("render", "--to", "json", a_file(), "-o", tmp_path / "a.json")
    assert ran.code == 2
    assert "Ruang penyimpanan penuh" in ran.err
    assert not list(tmp_path.glob("*a.json*"))


def test_a_missing_logo_is_a_remark_and_the_document_is_printed(sopan, a_file, tmp_path):
    path = a_file(text='sopan: "1"\njudul: A\nlogo: tidak-ada.svg\nlangkah:\n- kegiatan: Menulis surat\n')
    ran = sopan("render", path)
    assert ran.code == 0
    assert "Logo “tidak-ada.svg” tidak ada di folder berkas SOP" in ran.err
    assert (tmp_path / "surat.pdf").exists()


def test_what_the_engine_had_to_give_up_is_told(sopan, a_file, monkeypatch):
    real = render.said_by

    class _Diagram:
        warnings = (Warning(code="x", sentence="Sel {kolom} dilanjutkan di lampiran.", parameters={"kolom": "4"}),)

    monkeypatch.setattr(render, "said_by", lambda diagram: [*real(diagram), *real(_Diagram())])
    assert "Sel 4 dilanjutkan di lampiran." in sopan("render", "--to", "json", a_file()).err


def test_the_examples_print_without_a_remark(sopan, tmp_path):
    for path in EXAMPLES.glob("*.sop.yaml"):
        ran = sopan("render", "--to", "json", path, "-o", tmp_path / f"{path.stem}.json")
        assert (ran.code, ran.err) == (0, "")
