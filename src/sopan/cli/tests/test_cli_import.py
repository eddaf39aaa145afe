"""sopan import: documents come in one by one or by the hundred, and nothing that was confirmed is lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from functools import partial
from hashlib import sha256
from pathlib import Path

import pytest

from sopan.domain.codec import decode_json, decode_text, encode_json
from sopan.readers import sandbox

READER = """
import ctypes, time
from pathlib import Path
from sopan.domain import Identity, Procedure, Step, UnreadableSource
from sopan.drawn import Box
from sopan.readers.choose import read as choose
from sopan.readers.reading import Certainty, Note, Place, Reading, Value

HERE = Path(__file__).parent

def a_reading(judul):
    steps = (Step(id="a", kegiatan="Menulis surat"), Step(id="b", kegiatan="Mengirim surat"))
    here = Place(page=2, box=Box(1, 2, 3, 4))
    return Reading(
        procedure=Procedure(identity=Identity(judul=judul), steps=steps),
        values=(
            Value(step="b", field="waktu", text="5", certainty=Certainty.DOUBTFUL, place=here),
            Value(step="a", field="pelaksana", text="?", certainty=Certainty.DOUBTFUL,
                  place=Place(page=1, name="SOP 1", cell="C12")),
            Value(step="a", field="kegiatan", text="Menulis surat", certainty=Certainty.CERTAIN, place=here),
        ),
        notes=2 * (Note(sentence="Kolom “{n}” tidak ditemukan.", parameters={"n": "Waktu"}, place=Place(page=3)),),
    )

def read(data, *, name=""):
    with (HERE / "dibaca").open("a") as log:
        log.write(name + chr(10))
    word = data.decode()
    if word == "ragu": return (a_reading("Ragu"),)
    if word == "tiga": return tuple(a_reading(f"SOP {number}") for number in (1, 2, 3))
    if word == "macet": time.sleep(60)
    if word == "hancur": ctypes.string_at(0)
    if word.startswith("lambat"): time.sleep(0.3)
    if word.startswith("lambat"): return (Reading(procedure=Procedure(identity=Identity(judul=word))),)
    return choose(data, name=name)
"""


def text(judul: str = "Penerbitan Surat") -> bytes:
    return f'sopan: "1"\njudul: {judul}\nlangkah:\n- kegiatan: Menulis surat\n'.encode()


@pytest.fixture
def dibaca(tmp_path, monkeypatch):
    """Words are read as the reader above reads them; `dibaca()` gives the names of the files that were."""
    folder = tmp_path / "pembaca"
    folder.mkdir()
    (folder / "import_reader.py").write_text(READER, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(sandbox, "Sandbox", partial(sandbox.Sandbox, reader="import_reader:read", seconds=5))
    log = folder / "dibaca"

    def read_and_forget() -> list[str]:
        names = sorted(log.read_text().split()) if log.exists() else []
        log.unlink(missing_ok=True)
        return names

    return read_and_forget


@pytest.fixture
def files(tmp_path):
    """`files({"a/b.csv": b"…"})` writes them below a folder and gives the folder."""

    def write(contents: dict[str, bytes], folder: str = "masuk") -> Path:
        for name, data in contents.items():
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return tmp_path / folder

    return write


def below(folder: Path, pattern: str = "*.sop.yaml") -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob(pattern))


def judul(path: Path) -> str:
    return decode_text(path.read_bytes()).identity.judul


def test_a_document_becomes_the_file_that_was_named(sopan, files, tmp_path):
    ran = sopan("import", files({"surat.csv": text()}) / "surat.csv", "-o", tmp_path / "hasil.sop.yaml")
    assert (ran.code, ran.out, ran.err) == (0, f"{tmp_path / 'hasil.sop.yaml'}\n", "")
    assert judul(tmp_path / "hasil.sop.yaml") == "Penerbitan Surat"


def test_a_name_without_extension_is_a_folder_and_one_of_json_gives_json(sopan, files, tmp_path):
    document = files({"surat.csv": text()}) / "surat.csv"
    sopan("import", document, "-o", tmp_path / "hasil")
    assert below(tmp_path / "hasil") == ["surat.sop.yaml"]
    sopan("import", document, "-o", tmp_path / "hasil.sop.json")
    assert decode_json((tmp_path / "hasil.sop.json").read_bytes()) == decode_text(text())


def test_without_a_name_the_result_stands_beside_its_document_and_replaces_nothing(sopan, files):
    folder = files({"surat.csv": text(), "surat.sop.yaml": b"tulisan tangan"})
    ran = sopan("import", folder / "surat.csv")
    assert ran.out == f"{folder / 'surat-2.sop.yaml'}\n"
    assert (folder / "surat.sop.yaml").read_bytes() == b"tulisan tangan"
    assert sopan("import", folder / "surat.csv").out == ran.out


def test_several_procedures_of_one_document_become_numbered_files(sopan, files, tmp_path, dibaca):
    ran = sopan("import", files({"buku.pdf": b"tiga"}) / "buku.pdf", "-o", tmp_path / "sop.sop.yaml")
    assert ran.code == 0
    assert [judul(tmp_path / f"sop-{number}.sop.yaml") for number in (1, 2, 3)] == ["SOP 1", "SOP 2", "SOP 3"]
    assert "buku.pdf (SOP 2): 2 nilai perlu dilihat" in ran.err


def test_doubtful_values_and_notes_are_told_with_their_places(sopan, files, tmp_path, dibaca):
    ran = sopan("import", files({"surat.pdf": b"ragu"}) / "surat.pdf", "-o", tmp_path / "a.sop.yaml")
    assert ran.code == 0
    name = tmp_path / "masuk" / "surat.pdf"
    assert ran.err.splitlines() == [
        f"{name}: 2 nilai perlu dilihat: langkah 2, waktu (halaman 2); langkah 1, pelaksana (lembar SOP 1, C12).",
        f"{name}: Kolom “Waktu” tidak ditemukan. (halaman 3) (2×)",
    ]


def test_the_report_holds_every_value_with_its_place_and_certainty(sopan, files, tmp_path, dibaca):
    folder = files({"surat.pdf": b"ragu", "gambar.png": b"\x89PNG"})
    sopan("import", folder, "-o", tmp_path / "hasil", "--report", tmp_path / "laporan.json")
    report = json.loads((tmp_path / "laporan.json").read_bytes())
    assert report["format"] == "sopan-import/1"
    assert report["passed_over"] == [str(folder / "gambar.png")]
    (file,) = report["files"]
    assert file["name"] == str(folder / "surat.pdf")
    assert (file["sha256"], file["outcome"]) == (sha256(b"ragu").hexdigest(), "look")
    (result,) = file["results"]
    assert result["output"] == "surat.sop.yaml"
    assert result["sha256"] == sha256((tmp_path / "hasil" / "surat.sop.yaml").read_bytes()).hexdigest()
    values = result["reading"]["values"]
    assert [value["certainty"] for value in values] == ["doubtful", "doubtful", "certain"]
    assert values[0]["place"] == {"page": 2, "name": "", "cell": "", "box": [1.0, 2.0, 3.0, 4.0]}
    assert result["reading"]["notes"][0]["message"] == "Kolom “Waktu” tidak ditemukan."


def test_a_folder_is_taken_over_with_its_folders(sopan, files, tmp_path):
    names = ["a.csv", "b/a.docx", "b/c/d.xlsx", ".rahasia/x.csv", "b/~$a.docx", "milik-kita.sop.yaml", "b/foto.jpg"]
    folder = files(dict.fromkeys(names, text()))
    ran = sopan("import", folder, "-o", tmp_path / "hasil")
    assert ran.code == 0
    assert below(tmp_path / "hasil") == ["a.sop.yaml", "b/a.sop.yaml", "b/c/d.sop.yaml"]
    assert ran.out.splitlines() == [str(tmp_path / "hasil" / name) for name in below(tmp_path / "hasil")]
    assert "3 berkas: 3 terbaca baik, 0 perlu dilihat, 0 tidak terbaca." in ran.err
    assert f"1 berkas lain bukan dokumen, jadi dilewati: {folder / 'b/foto.jpg'}." in ran.err


def test_documents_of_one_name_are_told_apart_by_their_kind(sopan, files, tmp_path):
    folder = files({"surat.docx": text("Dari Word"), "surat.pdf": text("Dari PDF"), "surat-1.csv": text("Ketiga")})
    sopan("import", folder, "-o", tmp_path / "hasil")
    assert below(tmp_path / "hasil") == ["surat-1.sop.yaml", "surat-docx.sop.yaml", "surat-pdf.sop.yaml"]
    assert judul(tmp_path / "hasil" / "surat-pdf.sop.yaml") == "Dari PDF"


def test_numbered_procedures_do_not_take_the_name_of_another_document(sopan, files, tmp_path, dibaca):
    folder = files({"surat-1.pdf": text("Lain"), "surat.pdf": b"tiga"})
    sopan("import", folder, "-o", tmp_path / "hasil")
    found = {name: judul(tmp_path / "hasil" / name) for name in below(tmp_path / "hasil")}
    assert found == {
        "surat-1.sop.yaml": "Lain",
        "surat-1-2.sop.yaml": "SOP 1",
        "surat-2.sop.yaml": "SOP 2",
        "surat-3.sop.yaml": "SOP 3",
    }


def test_a_hostile_document_does_not_stop_the_others(sopan, files, tmp_path, dibaca):
    folder = files({"a.pdf": text(), "b.pdf": b"macet", "c.pdf": b"hancur", "d.pdf": b"", "e.pdf": b"ragu"})
    ran = sopan("import", folder, "-o", tmp_path / "hasil")
    assert ran.code == 2
    assert below(tmp_path / "hasil") == ["a.sop.yaml", "e.sop.yaml"]
    assert "5 berkas: 1 terbaca baik, 1 perlu dilihat, 3 tidak terbaca." in ran.err
    assert f"{folder / 'b.pdf'}: Berkas ini belum selesai dibaca setelah 5 detik" in ran.err
    assert f"{folder / 'c.pdf'}: Pembacaan berkas ini terhenti mendadak" in ran.err
    assert f"{folder / 'd.pdf'}: Berkas ini kosong" in ran.err


def test_documents_with_one_trouble_share_its_sentence(sopan, files, tmp_path):
    folder = files({"a.pdf": b"\x89PNG", "b.pdf": b"\x89PNG"})
    ran = sopan("import", folder, "-o", tmp_path / "hasil")
    assert f"{folder / 'a.pdf'}, {folder / 'b.pdf'}: Berkas ini gambar" in ran.err


def test_a_table_of_other_things_in_a_folder_is_passed_over_unless_it_is_named(sopan, files, tmp_path):
    folder = files({"a.csv": text(), "pegawai.csv": b"nama;golongan;jabatan;unit\nx;y;z;w\n"})
    ran = sopan("import", folder, "-o", tmp_path / "hasil")
    assert ran.code == 0
    assert f"dilewati: {folder / 'pegawai.csv'}." in ran.err
    assert sopan("import", folder / "pegawai.csv", "-o", tmp_path / "x").code == 2


def test_a_second_run_reads_only_what_is_new_changed_or_was_not_readable(sopan, files, tmp_path, dibaca):
    contents = {"a.pdf": text("A"), "b.pdf": text("B"), "c.pdf": b"hancur", "d.pdf": b"ragu"}
    folder = files(contents)
    sopan("import", folder, "-o", tmp_path / "hasil")
    assert dibaca() == ["a.pdf", "b.pdf", "c.pdf", "d.pdf"]

    files({"b.pdf": text("B2"), "e.pdf": text("E")})
    (tmp_path / "hasil" / "d.sop.yaml").unlink()
    ran = sopan("import", folder, "-o", tmp_path / "hasil", "--report", tmp_path / "laporan.json")
    assert dibaca() == ["b.pdf", "c.pdf", "d.pdf", "e.pdf"]
    assert "1 di antaranya sudah selesai sebelumnya" in ran.err
    assert str(tmp_path / "hasil" / "a.sop.yaml") not in ran.out.splitlines()
    assert judul(tmp_path / "hasil" / "b.sop.yaml") == "B2"
    report = json.loads((tmp_path / "laporan.json").read_bytes())
    assert [file["outcome"] for file in report["files"]] == ["read", "read", "unreadable", "look", "read"]


def test_results_among_their_documents_are_not_taken_for_documents(sopan, files):
    folder = files({"a.csv": text(), "b/c.csv": text()})
    first, second = (sopan("import", folder, "-o", folder) for _ in range(2))
    assert (first.code, second.code) == (0, 0)
    assert "dilewati" not in second.err
    assert below(folder) == ["a.sop.yaml", "b/c.sop.yaml"]


def test_what_a_person_wrote_is_never_replaced(sopan, files, tmp_path):
    folder = files({"a.csv": text("Lama")})
    sopan("import", folder, "-o", tmp_path / "hasil")
    (tmp_path / "hasil" / "a.sop.yaml").write_bytes(text("Diperbaiki Orang"))
    sopan("import", folder, "-o", tmp_path / "hasil")
    assert below(tmp_path / "hasil") == ["a.sop.yaml"]

    files({"a.csv": text("Baru")})
    sopan("import", folder, "-o", tmp_path / "hasil")
    assert judul(tmp_path / "hasil" / "a.sop.yaml") == "Diperbaiki Orang"
    assert judul(tmp_path / "hasil" / "a-2.sop.yaml") == "Baru"


def test_a_damaged_record_means_reading_once_more(sopan, files, tmp_path, dibaca):
    folder = files({"a.pdf": text()})
    sopan("import", folder, "-o", tmp_path / "hasil")
    dibaca()
    for damaged in (b"{", b"[]", b'{"files": [{"name": 1}]}'):
        (tmp_path / "hasil" / "laporan-impor" / "a.pdf.json").write_bytes(damaged)
        assert sopan("import", folder, "-o", tmp_path / "hasil").code == 0
        assert dibaca() == ["a.pdf"]
    assert below(tmp_path / "hasil") == ["a.sop.yaml"]


def _started(folder: Path, results: Path) -> subprocess.Popen[bytes]:
    """`sopan import` in a process of its own, with the reader above."""
    call = (
        "import sys; from functools import partial; from sopan.readers import sandbox;"
        "sandbox.Sandbox = partial(sandbox.Sandbox, reader='import_reader:read');"
        "from sopan.cli import main; sys.exit(main())"
    )
    return subprocess.Popen(
        [sys.executable, "-c", call, "import", str(folder), "-o", str(results)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_run_that_is_killed_goes_on_where_it_ended(sopan, files, tmp_path, dibaca):
    folder = files({f"{number:02}.pdf": f"lambat {number}".encode() for number in range(16)})
    process = _started(folder, tmp_path / "hasil")
    records = tmp_path / "hasil" / "laporan-impor"
    while len(below(records, "*.json")) < 4 and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()

    confirmed = [name.removesuffix(".json") for name in below(records, "*.json")]
    assert 4 <= len(confirmed) < 16
    assert all(json.loads((records / f"{name}.json").read_bytes()) for name in confirmed)
    dibaca()
    ran = sopan("import", folder, "-o", tmp_path / "hasil")
    assert set(dibaca()).isdisjoint(confirmed)
    assert ran.code == 0
    assert below(tmp_path / "hasil") == [f"{number:02}.sop.yaml" for number in range(16)]
    assert f"{len(confirmed)} di antaranya sudah selesai sebelumnya" in ran.err


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_control_c_ends_at_once_and_keeps_what_is_finished(files, tmp_path, dibaca):
    folder = files({"a.pdf": text(), "b.pdf": b"macet", "c.pdf": b"macet"})
    process = _started(folder, tmp_path / "hasil")
    while not below(tmp_path / "hasil", "*.json") and process.poll() is None:
        time.sleep(0.02)
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert time.monotonic() - began < 10
    assert process.returncode == 130
    assert "Dihentikan. Berkas yang sudah selesai tetap tersimpan." in err.decode()
    assert b"Traceback" not in err
    assert below(tmp_path / "hasil") == ["a.sop.yaml"]


def test_a_result_that_cannot_be_written_is_the_trouble_of_its_document(sopan, files, tmp_path):
    (tmp_path / "hasil").mkdir()
    (tmp_path / "hasil" / "b").write_text("berkas, bukan folder")
    ran = sopan("import", files({"a.csv": text(), "b/c.csv": text()}), "-o", tmp_path / "hasil")
    assert ran.code == 2
    assert below(tmp_path / "hasil") == ["a.sop.yaml"]
    assert "c.csv: " in ran.err


def test_a_zip_is_taken_over_like_a_folder(sopan, tmp_path):
    path = tmp_path / "arsip.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/surat.csv", text("Satu"))
        archive.writestr("../keluar.csv", text("Keluar"))
        archive.writestr("a/dalam.zip", b"PK\x03\x04")
        archive.writestr("a/foto.jpg", b"\xff\xd8\xff")
        archive.writestr("__MACOSX/._surat.csv", b"x")
    ran = sopan("import", path, "-o", tmp_path / "hasil")
    assert ran.code == 2
    assert below(tmp_path) == ["hasil/a/surat.sop.yaml"]
    assert f"{path}: ../keluar.csv: Nama berkas ini menunjuk ke luar arsipnya" in ran.err
    assert f"{path}: a/dalam.zip: Arsip di dalam arsip tidak dibuka" in ran.err
    assert f"dilewati: {path}: a/foto.jpg" in ran.err


def test_a_zip_in_a_folder_is_opened_too_and_a_damaged_one_is_told(sopan, files, tmp_path):
    with zipfile.ZipFile(tmp_path / "arsip.zip", "w") as archive:
        archive.writestr("surat.csv", text("Satu"))
    folder = files({"lama/arsip.zip": (tmp_path / "arsip.zip").read_bytes(), "rusak.zip": b"PK\x03\x04rusak"})
    ran = sopan("import", folder, "-o", tmp_path / "hasil")
    assert ran.code == 2
    assert below(tmp_path / "hasil") == ["lama/arsip/surat.sop.yaml"]
    assert f"{folder / 'rusak.zip'}: Arsip ini terpotong atau rusak" in ran.err


def test_several_folders_keep_apart(sopan, files, tmp_path):
    one, other = files({"a.csv": text("Satu")}, "satu"), files({"a.csv": text("Dua")}, "dua")
    sopan("import", one, other, "-o", tmp_path / "hasil")
    assert below(tmp_path / "hasil") == ["dua/a.sop.yaml", "satu/a.sop.yaml"]


def test_names_no_file_system_likes_become_names_it_takes(sopan, tmp_path):
    path = tmp_path / "arsip.zip"
    long = "panjang" * 40
    with zipfile.ZipFile(path, "w") as archive:
        for name in ('apa: "ini"?.csv', f"{long}.csv", f"{long}lain.csv", "A.csv", "a.csv"):
            archive.writestr(name, text(name[:5].replace(":", "")))
    assert sopan("import", path, "-o", tmp_path / "hasil").code == 0
    found = below(tmp_path / "hasil")
    assert len(found) == 5
    assert "apa_ _ini__.sop.yaml" in found
    assert max(len(name) for name in found) < 160


def test_standard_input_and_output(sopan):
    ran = sopan("import", "-", stdin=encode_json(decode_text(text())).encode())
    assert ran.code == 0
    assert decode_text(ran.out) == decode_text(text())
    assert ran.err == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["masuk"], "Sebutkan folder untuk hasilnya"),
        (["masuk/a.csv", "masuk/b.csv"], "Sebutkan folder untuk hasilnya"),
        (["masuk", "-o", "-"], "Keluaran standar hanya untuk satu berkas"),
        (["masuk/a.csv", "-o", "masuk/a.csv"], "adalah berkas masukan"),
        (["tidak-ada.pdf", "-o", "x.sop.yaml"], "“tidak-ada.pdf” tidak ada"),
        (["masuk/a.csv", "masuk/b.csv", "-o", "x.sop.yaml"], "Sebutkan folder untuk hasilnya"),
        (["kosong", "-o", "hasil"], "Tidak ada dokumen"),
    ],
)
def test_what_cannot_be_done_is_told(sopan, files, tmp_path, monkeypatch, words, said):
    files({"a.csv": text(), "b.csv": text()})
    (tmp_path / "kosong").mkdir()
    monkeypatch.chdir(tmp_path)
    ran = sopan("import", *words)
    assert ran.code == 2
    assert said in ran.err


def test_several_procedures_do_not_go_to_standard_output(sopan, files, dibaca):
    ran = sopan("import", files({"buku.pdf": b"tiga"}) / "buku.pdf", "-o", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "memuat beberapa SOP" in ran.err
