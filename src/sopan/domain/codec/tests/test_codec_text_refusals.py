"""What cannot be read is refused at its place, with what was found and what to write instead."""

from __future__ import annotations

import pytest
import yaml

from sopan.domain import NewerFormat, UnreadableSource
from sopan.domain.codec import decode_text, format_text

HEAD = 'sopan: "1"\n'
ROWS = HEAD + "langkah:\n"


def the_refusal(source: str | bytes) -> UnreadableSource:
    with pytest.raises(UnreadableSource) as caught:
        decode_text(source)
    with pytest.raises(UnreadableSource):
        format_text(source)
    return caught.value


@pytest.mark.parametrize(
    ("source", "line", "column", "said"),
    [
        (HEAD + "judl: x\n", 2, 1, "Mungkin maksudnya “judul”"),
        (HEAD + "Dasar Hukum: x\n", 2, 1, "Mungkin maksudnya “dasar_hukum”"),
        (HEAD + "zzz: x\n", 2, 1, "Kunci yang dikenal: sopan, judul, nomor"),
        (HEAD + "<<: {judul: x}\n", 2, 1, "Kunci “<<” tidak dikenal"),
        (ROWS + "- pelaksna: x\n", 3, 3, "Mungkin maksudnya “pelaksana”"),
        (HEAD + "disahkan_oleh: {nama: x, NIPP: 1}\n", 2, 26, "Mungkin maksudnya “nip”"),
        (HEAD + "judul: a\njudul: b\n", 3, 1, "Kunci “judul” sudah ditulis di baris 2"),
        (ROWS + "- ke: {Ya: 1, Ya: 2}\n", 3, 15, "Kunci “Ya” sudah ditulis di baris 3"),
        (HEAD + "status: drft\n", 2, 9, "Mungkin maksudnya “draf”. Pilihannya: draf, telaah, uji"),
        (HEAD + "sifat: apa saja\n", 2, 8, "Pilihannya: teknis, administratif"),
        (HEAD + "peringatan: [Apabila tidak: batal]\n", 2, 14, 'Tulis dengan tanda kutip: "Apabila tidak: batal"'),
        (HEAD + "peringatan:\n- Apabila tidak: batal\n", 3, 3, 'Tulis dengan tanda kutip: "Apabila tidak: batal"'),
        (HEAD + "judul:\n  a: b\n  c: d\n", 3, 3, "“judul” berisi teks"),
        (HEAD + "judul: [a, b]\n", 2, 8, "“judul” berisi teks, tetapi di sini ada daftar"),
        (HEAD + "peralatan: [[a]]\n", 2, 13, "“peralatan” berisi teks, tetapi di sini ada daftar"),
        (HEAD + "langkah: halo\n", 2, 10, "“langkah” berisi pasangan “kunci: nilai”. Kuncinya: id, nomor, kegiatan"),
        (HEAD + "[a]: b\n", 2, 1, "Nama kunci harus berupa teks"),
        (HEAD + "pelaksana: [A, B, A]\n", 2, 19, "Pelaksana “A” sudah ditulis"),
        (HEAD + 'pelaksana: [A, ""]\n', 2, 16, "Nama pelaksana di sini kosong"),
        (HEAD + "pelaksana: [[A]]\n", 2, 13, "“pelaksana” berisi teks"),
        (ROWS + "- pelaksana: [A, {nama: A}]\n", 3, 18, "Pelaksana “A” sudah ditulis"),
        (ROWS + "- pelaksana: [{jenis: proses}]\n", 3, 15, "Nama pelaksana di sini kosong"),
        (ROWS + "- pelaksana: [{Bidang A: [Staf]}]\n", 3, 15, "misalnya “Bidang A / Staf”"),
        (ROWS + "- pelaksana: [[A]]\n", 3, 15, "“pelaksana” berisi teks"),
        (ROWS + "- id: a\n- kegiatan: x\n- id: c\n- {}\n", 4, 3, "Langkah ke-2, 4 belum punya id"),
        (ROWS + "- id: a\n- id: b\n- id: a\n", 5, 7, "Id “a” sudah dipakai langkah di baris 3"),
        (ROWS + "- id: a/b\n", 3, 7, "tidak boleh memuat garis miring"),
        (ROWS + '- id: " a"\n', 3, 7, "spasi di pinggir"),
        (ROWS + "- ke: 5\n- {}\n", 3, 7, "Langkah “5” tidak ada. Id yang ada: 1, 2."),
        (ROWS + "- id: periksa\n- {id: x, ke: [x, perisa]}\n", 4, 19, "Mungkin maksudnya “periksa”"),
        (ROWS + "- pelaksana: [A, B]\n- {pelaksana: C, ke: 1/C}\n", 4, 22, "Pelaksana langkah itu: A, B."),
        (ROWS + "- ke: 1/A\n", 3, 7, "Langkah “1” belum punya pelaksana"),
        (ROWS + "- pelaksana: [{nama: A, ke: 9}]\n", 3, 29, "Langkah “9” tidak ada"),
        (ROWS + "- ke: {Ya: }\n", 3, 8, "Jawaban “Ya” belum punya tujuan"),
        (ROWS + "- ke: [Ya: 1, Tidak: 1]\n", 3, 8, "Jawaban dan tujuannya ditulis langsung di bawah “ke”"),
        (ROWS + "- {pelaksana: [A, B], antar: [{dari: A}]}\n", 3, 31, "memerlukan “ke”"),
        (ROWS + "- {pelaksana: [A, B], antar: [{dari: A, ke: C}]}\n", 3, 45, "Pelaksana “C” tidak ada di langkah “1”"),
        (ROWS + "- antar: [{dari: A, ke: B}]\n", 3, 18, "belum punya pelaksana"),
        (HEAD + 'abaikan: {FL-06: " "}\n', 2, 11, "Aturan FL-06 hanya dapat diabaikan dengan alasan"),
        (HEAD + "abaikan: [{aturan: FL-06}]\n", 2, 11, "hanya dapat diabaikan dengan alasan"),
        (HEAD + "abaikan: [{alasan: sebab}]\n", 2, 11, "Tulis kode aturan"),
        (HEAD + "tata_letak: {kertas: a5}\n", 2, 22, "Pilihannya: f4, a4, legal, letter"),
        (HEAD + "tata_letak: {simbol: [{langkah: 1, dx: jauh}]}\n", 2, 40, "“dx” berisi angka dalam milimeter"),
        (HEAD + "tata_letak: {simbol: [{langkah: 1, dx: 1e999}]}\n", 2, 40, "“dx” berisi angka dalam milimeter"),
        (HEAD + "tata_letak: {simbol: [{langkah: 1, dx: nan}]}\n", 2, 40, "“dx” berisi angka dalam milimeter"),
        (HEAD + "logo: ../lambang.svg\n", 2, 7, "“logo” adalah nama berkas gambar"),
        (HEAD + "logo: /lambang.svg\n", 2, 7, "“logo” adalah nama berkas gambar"),
        (HEAD + "logo: C:lambang.svg\n", 2, 7, "“logo” adalah nama berkas gambar"),
        (HEAD + "logo: a\\lambang.svg\n", 2, 7, "“logo” adalah nama berkas gambar"),
    ],
)
def test_a_meaning_is_refused_where_it_stands(source, line, column, said):
    refusal = the_refusal(source)
    assert said in str(refusal)
    assert (refusal.line, refusal.column) == (line, column)


@pytest.mark.parametrize(
    ("source", "line", "column", "said"),
    [
        (HEAD + "judul: SOP: Akta\n", 2, 11, "Titik dua di tengah teks"),
        (ROWS + "- kegiatan: x\n   pelaksana: y\n", 4, 13, "menjorok lebih dalam"),
        (HEAD + " judul: x\n", 2, 2, "tidak sejajar"),
        (ROWS + " - kegiatan: x\n  - kegiatan: y\n", 4, 3, "tidak sejajar"),
        (ROWS + "\t- kegiatan: x\n", 3, 1, "Tabulasi"),
        (ROWS + "- kegiatan: x\n\tpelaksana: y\n", 4, 1, "Tabulasi"),
        (HEAD + "judul x\nnomor: y\n", 2, 1, "bukan “kunci: nilai”"),
        (HEAD + "judul:x\nnomor: y\n", 2, 1, "bukan “kunci: nilai”"),
        (HEAD + 'judul: "abc\nnomor: x\n', 2, 8, "Tanda kutip yang dibuka di sini belum ditutup"),
        (HEAD + "judul: 'abc\nnomor: x\n", 2, 8, "Tanda kutip yang dibuka di sini belum ditutup"),
        (HEAD + 'judul: "a" b\n', 2, 12, "di belakang tanda kutip penutup"),
        (HEAD + 'judul: "C:\\users"\n', 2, 13, "garis miring terbalik"),
        (HEAD + 'judul: "\\ud800"\n', 2, 11, "garis miring terbalik"),
        (HEAD + "peralatan: [a, b\nnomor: x\n", 2, 12, "Kurung yang dibuka di sini belum ditutup"),
        (HEAD + "disahkan_oleh: {nama: x\n", 2, 16, "Kurung yang dibuka di sini belum ditutup"),
        (HEAD + "judul: @x\n", 2, 8, "diawali “@”"),
        (HEAD + "judul: > 5 orang\n", 2, 8, "diawali “>”"),
        (HEAD + "keterkaitan:\n- *) lihat lampiran\n", 3, 3, "diawali “*”"),
        (HEAD + "judul: - a\n", 2, 8, "diawali “-”"),
        (HEAD + "judul: &a b\n", 2, 8, "jangkar tidak dipakai di sini"),
        (HEAD + "judul: *a\n", 2, 8, "acuan tidak dipakai di sini"),
        (HEAD + "judul: !a b\n", 2, 8, "penanda itu tidak dipakai di sini"),
        (HEAD + "langkah: !!seq []\n", 2, 10, "penanda itu tidak dipakai di sini"),
        (HEAD + "---\njudul: x\n", 2, 1, "dokumen kedua dimulai di sini"),
    ],
)
def test_a_slip_in_writing_is_explained_to_a_person(source, line, column, said):
    refusal = the_refusal(source)
    assert said in str(refusal)
    assert (refusal.line, refusal.column) == (line, column)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "Berkas ini kosong"),
        ("# hanya komentar\n", "Berkas ini kosong"),
        ("- a\n", "diawali sopan"),
        ("halo\n", "diawali sopan"),
        ("judul: x\n", 'Tambahkan baris sopan: "1"'),
        ("sopan:\njudul: x\n", 'Tambahkan baris sopan: "1"'),
        ('sopan: "0"\n', "Versi berkas “0” tidak dikenal"),
        ("sopan: satu\n", "Versi berkas “satu” tidak dikenal"),
        ("sopan: ²\n", "Versi berkas “²” tidak dikenal"),
    ],
)
def test_what_is_no_procedure_learns_how_one_begins(source, said):
    assert said in str(the_refusal(source))


def test_a_later_version_asks_for_a_later_sopan():
    refusal = the_refusal('judul: x\nsopan: "2"\ntidak_dikenal: y\n')
    assert isinstance(refusal, NewerFormat)
    assert (refusal.line, refusal.column) == (2, 1)
    assert "Perbarui SOPAN" in str(refusal)


def test_a_sentence_can_be_translated_before_it_is_filled_in():
    refusal = the_refusal(HEAD + "judl: x\n")
    assert refusal.sentence == "Kunci “{found}” tidak dikenal di sini. Mungkin maksudnya “{meant}”."
    assert refusal.parameters == {"found": "judl", "meant": "judul"}


def test_a_parser_without_libyaml_is_refused_with_what_to_do(monkeypatch):
    """PyYAML's own parser takes `judul: - a` differently; one meaning everywhere is worth more than reading slowly."""
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert "Pasang ulang PyYAML" in str(the_refusal(HEAD))
