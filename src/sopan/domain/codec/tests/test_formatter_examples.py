"""How a formatted file looks."""

from __future__ import annotations

import pytest

from sopan.domain.codec import decode_text, format_text

AS_WRITTEN = """\
# Disusun oleh Bagian Organisasi
# untuk latihan

judul: 'Penerbitan Surat'   # judul sementara
sopan: 1
status:   reviu
dasar_hukum: [UU 25/2009, "Perbup 3, 4"]  # lengkapi
# urutan kolom disepakati rapat
pelaksana: [Pemohon, {Bidang A: [Kepala, Staf]}]
tanggal_revisi:


langkah:
    # permohonan
  - pelaksana: Pemohon
    kegiatan:  Mengajukan permohonan
    jenis: Mulai


  - jenis: keputusan   # belah ketupat
    kegiatan: |  # dua baris
        Memeriksa berkas
        permohonan
    pelaksana: Bidang A / Staf
    ke: {Tidak: 1, Ya: [3]}  # tidak lengkap kembali
    # penilaian menyusul
  - {kegiatan: Menyerahkan surat, pelaksana: Bidang A / Kepala, jenis: selesai, ke: []}
# akhir
"""
AS_FORMATTED = """\
# Disusun oleh Bagian Organisasi
# untuk latihan

sopan: "1"
judul: Penerbitan Surat  # judul sementara
tanggal_revisi: ""
dasar_hukum:  # lengkapi
- UU 25/2009
- Perbup 3, 4
# urutan kolom disepakati rapat
pelaksana:
- Pemohon
- Bidang A:
  - Kepala
  - Staf
status: telaah

langkah:
# permohonan
- id: "1"
  kegiatan: Mengajukan permohonan
  pelaksana: Pemohon
  jenis: mulai

- id: "2"
  kegiatan: |  # dua baris
    Memeriksa berkas
    permohonan
  pelaksana: Bidang A / Staf
  jenis: keputusan  # belah ketupat
  ke:  # tidak lengkap kembali
    Tidak: "1"
    Ya:
    - "3"
  # penilaian menyusul
- id: "3"
  kegiatan: Menyerahkan surat
  pelaksana: Bidang A / Kepala
  jenis: selesai
  ke: []
# akhir
"""


def test_a_file_as_people_write_it_takes_its_canonical_form():
    assert format_text(AS_WRITTEN) == AS_FORMATTED
    assert format_text(AS_FORMATTED) == AS_FORMATTED
    assert decode_text(AS_FORMATTED) == decode_text(AS_WRITTEN)


@pytest.mark.parametrize(
    ("source", "formatted"),
    [
        ("sopan: 1\nlangkah: {kegiatan: a}\n", 'sopan: "1"\nlangkah:\n- kegiatan: a\n'),
        ("sopan: 1\nlangkah: {ke: 1}\n", 'sopan: "1"\nlangkah:\n- id: "1"\n  ke: "1"\n'),
        ("sopan: 1\nlangkah:\n- {id: '', ke: 1}\n-\n- ''\n", 'sopan: "1"\nlangkah:\n- id: "1"\n  ke: "1"\n- id: "2"\n'),
        ("sopan: 1\nlangkah:\n- pelaksana: {nama: A, ke: 1}\n",
         'sopan: "1"\nlangkah:\n- id: "1"\n  pelaksana:\n    nama: A\n    ke: "1"\n'),
        ("sopan: 1\nlangkah: [{}]\nabaikan: [{aturan: X, alasan: sebab, langkah: 1}]\n",
         'sopan: "1"\nabaikan:\n- aturan: X\n  alasan: sebab\n  langkah: "1"\nlangkah:\n- id: "1"\n'),
        ("{sopan: 1, judul: a} # ekor\n", 'sopan: "1"\njudul: a\n# ekor\n'),
        ("--- # kepala\nsopan: 1\n", '# kepala\nsopan: "1"\n'),
        ("sopan: 1\njudul:\n  # di tengah\n  a\n", 'sopan: "1"\n# di tengah\njudul: a\n'),
        ("sopan: 1\nperalatan: [ # satu\n  a, # dua\n  # tiga\n]\n",
         'sopan: "1"\nperalatan:  # satu\n- a  # dua\n  # tiga\n'),
        ("sopan: 1\nperalatan: [ # satu\n  # dua\n]\n", 'sopan: "1"\n# dua\nperalatan: []  # satu\n'),
        ("sopan: 1\nperalatan:\n  - |\n    a\n    b\n  # ekor\nnomor: x\n",
         'sopan: "1"\nnomor: x\nperalatan:\n- "a\\nb\\n"\n  # ekor\n'),
        ("sopan: 1\njudul: |  # tanpa baris", 'sopan: "1"\njudul: ""  # tanpa baris\n'),
        ("sopan: 1\r\njudul: a # b\r\n", 'sopan: "1"\njudul: a  # b\n'),
        ("\n\nsopan: 1\n\n\n\njudul: a\n\n\n", 'sopan: "1"\n\njudul: a\n'),
        ("sopan: 1\nabaikan: {MB-01: b, FL-06: a}\n", 'sopan: "1"\nabaikan:\n  MB-01: b\n  FL-06: a\n'),
        ('sopan: 1\njudul: "#bukan komentar" # komentar\n', 'sopan: "1"\njudul: "#bukan komentar"  # komentar\n'),
    ],
)  # fmt: skip
def test_what_is_written_in_odd_ways_is_written_in_one(source, formatted):
    assert format_text(source) == formatted
    assert format_text(formatted) == formatted
    assert decode_text(formatted) == decode_text(source)
