"""Running the command line inside the test process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sopan.cli import main

A_PROCEDURE = """\
sopan: "1"
judul: Penerbitan Surat Keterangan
pemerintah_daerah: Pemerintah Kabupaten Contoh
opd: Dinas Contoh
unit_kerja: Sekretariat
sifat: administratif
besaran: mikro
kelengkapan_jenis: final
jenis: spesifik
ciri_kegiatan: pelayanan
dasar_hukum:
- Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik
keterkaitan:
- SOP Pelayanan Administrasi
peringatan:
- Apabila berkas tidak diperiksa maka surat dapat dibatalkan
kualifikasi_pelaksana:
- Memahami peraturan pelayanan publik
peralatan:
- Komputer
pencatatan:
- Buku register
pelaksana:
- Pemohon
- Petugas Loket
status: draf
langkah:
- id: "1"
  kegiatan: Mengajukan permohonan surat
  pelaksana: Pemohon
  kelengkapan:
  - Formulir permohonan
  waktu: 5 menit
  output: Berkas permohonan
  jenis: mulai
- id: "2"
  kegiatan: Memeriksa kelengkapan berkas
  pelaksana: Petugas Loket
  kelengkapan:
  - Berkas permohonan
  waktu: 5 menit
  output: Hasil pemeriksaan berkas
  jenis: keputusan
  ke:
    Lengkap: "3"
    Tidak lengkap: "1"
- id: "3"
  kegiatan: Menerima surat keterangan
  pelaksana: Pemohon
  kelengkapan:
  - Hasil pemeriksaan berkas
  waktu: 5 menit
  output: Surat keterangan
  jenis: selesai
"""
WITHOUT_TIME = A_PROCEDURE.replace("  waktu: 5 menit\n  output: Hasil", "  output: Hasil")
"""Step 2 has no time: an error at every gate."""


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str
    out_bytes: bytes


@pytest.fixture
def sopan(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Callable[..., Ran]:
    """`sopan("check", path)` runs the command and gives its exit code, stdout and stderr."""
    monkeypatch.delenv("SOPAN_LANG", raising=False)
    monkeypatch.setenv("LANGUAGE", "id")  # what a run sets is undone after the test
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfdbinary.readouterr()
        code = main([str(word) for word in words])
        sys.stdout.flush()
        said = capfdbinary.readouterr()
        return Ran(code, said.out.decode(errors="replace"), said.err.decode(), said.out)

    return run


@pytest.fixture
def a_file(tmp_path: Path) -> Callable[..., Path]:
    """`a_file("a.sop.yaml", text)` writes a procedure file; without a text, one that conforms."""

    def write(name: str = "surat.sop.yaml", text: str = A_PROCEDURE) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def without_time() -> str:
    """A procedure with exactly one error: step 2 has no time."""
    return WITHOUT_TIME
