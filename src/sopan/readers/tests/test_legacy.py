"""Old documents go through LibreOffice, or a sentence says why not."""

from __future__ import annotations

import os
import stat
import subprocess
import time
from pathlib import Path

import docx
import pytest

from sopan.domain.errors import UnreadableSource
from sopan.readers import legacy


def a_program(folder, script: str):
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder that is the only one in which programs are found, besides those of the system's shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setattr(legacy.shutil, "which", lambda name: str(folder / name) if (folder / name).exists() else None)
    return folder


def test_without_libreoffice_a_sentence_says_what_to_do(programs):
    with pytest.raises(UnreadableSource, match=r"LibreOffice terpasang.*\.docx"):
        legacy.read_doc(b"x")
    with pytest.raises(UnreadableSource, match=r"LibreOffice terpasang.*\.xlsx"):
        legacy.read_ods(b"x")


def test_a_document_that_gives_nothing_is_refused(programs):
    a_program(programs, "exit 1")
    with pytest.raises(UnreadableSource, match="tidak dapat membuka"):
        legacy.modern(b"x", "doc")


def test_a_conversion_that_never_ends_is_ended_with_all_it_started(programs, tmp_path):
    a_program(programs, f"sleep 100 & echo $! > {tmp_path}/child; sleep 100")
    begin = time.monotonic()
    with pytest.raises(UnreadableSource, match="belum selesai"):
        legacy.modern(b"x", "xls", seconds=1)
    assert time.monotonic() - begin < 20
    child = int((tmp_path / "child").read_text())
    for _ in range(100):
        if not _is_alive(child):
            break
        time.sleep(0.05)
    assert not _is_alive(child)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


@pytest.mark.needs("soffice")
def test_an_old_document_is_read(tmp_path):
    document = docx.Document()
    table = document.add_table(3, 4)
    rows = (
        ("No", "Kegiatan", "Pelaksana", "Waktu"),
        ("1", "Menerima surat", "Staf", "5 menit"),
        ("2", "Arsip", "Staf", ""),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(tmp_path / "surat.docx")
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
        "--headless",
        "--convert-to",
        "odt",
    ]
    subprocess.run([*command, "--outdir", str(tmp_path), str(tmp_path / "surat.docx")], check=True, capture_output=True)
    (reading,) = legacy.read_odt((tmp_path / "surat.odt").read_bytes())
    assert [step.kegiatan for step in reading.procedure.steps] == ["Menerima surat", "Arsip"]
    assert "dibuka lewat LibreOffice" in " ".join(note.sentence for note in reading.notes)
