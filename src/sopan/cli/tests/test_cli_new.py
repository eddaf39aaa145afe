"""sopan new: a skeleton that conforms from its first day."""

from __future__ import annotations

import pytest

from sopan.api import check, read
from sopan.checker.rule import Gate
from sopan.cli.new import CIRI, slug
from sopan.cli.skeleton import hasil_of, head_of, skeleton
from sopan.domain import CiriKegiatan, Procedure

ONE, TWO, FOUR = ("Petugas",), ("Pemohon", "Petugas Loket"), ("Pemohon", "Petugas Loket", "Verifikator", "Camat")


def a_skeleton(
    *names: str, judul: str = "SOP Penerbitan Surat Keterangan Usaha", ciri: CiriKegiatan = CiriKegiatan.SERVICE
) -> Procedure:
    return skeleton(
        judul=judul,
        pemerintah_daerah="Pemerintah Kabupaten Contoh",
        opd="Kecamatan Contoh",
        unit_kerja="Seksi Pelayanan Umum",
        daftar_pelaksana=names,
        ciri=ciri,
    )


@pytest.mark.parametrize("ciri", CIRI.values(), ids=CIRI)
@pytest.mark.parametrize("names", [ONE, TWO, FOUR], ids=len)
def test_every_skeleton_conforms_while_it_is_written_and_has_no_error_at_review(ciri, names):
    procedure = a_skeleton(*names, ciri=ciri)
    assert [finding.say() for finding in check(procedure, gate=Gate.WRITING).findings if finding.counts] == []
    assert [finding.say() for finding in check(procedure, gate=Gate.REVIEW).errors] == []
    assert procedure.identity.judul == "Penerbitan Surat Keterangan Usaha"
    assert procedure.columns == names


def test_the_skeleton_speaks_of_what_its_title_names_and_nobody_repeats_anothers_work():
    steps = a_skeleton(*FOUR).steps
    assert [(step.symbols[0].pelaksana, step.kegiatan) for step in steps] == [
        ("Pemohon", "Mengajukan permohonan"),
        ("Petugas Loket", "Memeriksa kelengkapan berkas"),
        ("Petugas Loket", "Menyusun konsep surat keterangan usaha"),
        ("Verifikator", "Membubuhkan paraf pada konsep surat keterangan usaha"),
        ("Camat", "Menandatangani surat keterangan usaha"),
        ("Pemohon", "Menerima surat keterangan usaha"),
    ]
    outputs = [step.mutu_baku.output for step in steps]
    assert [step.mutu_baku.kelengkapan for step in steps[1:]] == [(output,) for output in outputs[:-1]]


@pytest.mark.parametrize(
    ("judul", "expected"),
    [
        ("Penerbitan KTP Elektronik", "KTP elektronik"),
        ("Penyusunan RKA SKPD", "RKA SKPD"),
        ("Penanganan Pengaduan", "hasil layanan"),
        ("Penerbitan", "hasil layanan"),
        ("", "hasil layanan"),
    ],
)
def test_what_is_made_is_taken_from_a_title_that_says_so(judul, expected):
    assert hasil_of(judul, CiriKegiatan.SERVICE) == expected


@pytest.mark.parametrize(
    ("opd", "expected"),
    [
        ("Kecamatan Contoh", "Camat Contoh"),
        ("Kelurahan Contoh", "Lurah Contoh"),
        ("Inspektorat Daerah", "Inspektur Daerah"),
        ("Sekretariat DPRD", "Sekretaris DPRD"),
        ("RSUD Contoh", "Direktur RSUD Contoh"),
        ("Dinas Kesehatan", "Kepala Dinas Kesehatan"),
    ],
)
def test_whoever_leads_signs(opd, expected):
    assert head_of(opd) == expected


def test_a_name_with_a_space_can_be_copied_from_the_head_of_the_file(sopan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    sopan("new", "--judul", "Penerbitan Surat", "-o", "surat baru.sop.yaml")
    assert "sopan check 'surat baru.sop.yaml'" in (tmp_path / "surat baru.sop.yaml").read_text(encoding="utf-8")


def test_options_answer_the_questions_and_the_file_is_named_after_the_title(sopan, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = sopan("new", "--judul", "Penerbitan Surat Domisili", "--pelaksana", "Pemohon, Lurah", "--opd", "Kelurahan A")
    assert ran.code == 0
    source = read(tmp_path / "penerbitan-surat-domisili.sop.yaml")
    assert source.procedure.columns == ("Pemohon", "Lurah")
    assert source.procedure.identity.opd == "Kelurahan A"
    assert "sopan check penerbitan-surat-domisili.sop.yaml" in source.text


def test_an_existing_file_is_not_overwritten(sopan, a_file):
    path = a_file()
    before = path.read_bytes()
    ran = sopan("new", "--judul", "Penerbitan Surat", "-o", path)
    assert ran.code == 2
    assert "sudah ada dan tidak ditimpa" in ran.err
    assert path.read_bytes() == before


def test_a_dash_writes_to_standard_output(sopan):
    ran = sopan("new", "--judul", "Penerbitan Surat", "-o", "-")
    assert ran.code == 0
    assert read(ran.out_bytes).procedure.identity.judul == "Penerbitan Surat"


def test_what_is_not_given_is_asked(sopan, tmp_path, monkeypatch):
    from sopan.cli import new

    asked: list[str] = []

    def answer(question: str, *, default: str, **_: object) -> str:
        asked.append(question)
        return {"Judul SOP": "Penataan Arsip"}.get(question, default)

    monkeypatch.setattr(new, "is_terminal", lambda: True)
    monkeypatch.setattr(new.click, "prompt", answer)
    sopan("new", "--opd", "Dinas Arsip", "-o", tmp_path / "a.sop.yaml")
    assert read(tmp_path / "a.sop.yaml").procedure.identity.judul == "Penataan Arsip"
    assert "Perangkat daerah" not in asked
    assert len(asked) == 5


def test_a_name_that_is_taken_is_told_before_the_other_questions(sopan, a_file, monkeypatch):
    from sopan.cli import new

    asked: list[str] = []
    monkeypatch.setattr(new, "is_terminal", lambda: True)
    monkeypatch.setattr(new.click, "prompt", lambda question, **_: asked.append(question) or "Penataan Arsip")
    ran = sopan("new", "-o", a_file())
    assert (ran.code, asked) == (2, ["Judul SOP"])
    assert "Enter memakai isi di antara kurung siku" in ran.err


@pytest.mark.parametrize(
    ("judul", "expected"), [("Penerbitan KTP-el / KK", "penerbitan-ktp-el-kk"), ("…", "sop"), ("A" * 200, "a" * 80)]
)
def test_a_title_becomes_a_file_name(judul, expected):
    assert slug(judul) == expected
