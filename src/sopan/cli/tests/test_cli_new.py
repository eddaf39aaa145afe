"""sopan new: a skeleton that conforms from its first day."""

from __future__ import annotations

import pytest

from sopan.api import check, read
from sopan.checker.rule import Gate
from sopan.cli.new import CIRI, skeleton, slug

ONE, TWO, FOUR = ("Petugas",), ("Pemohon", "Petugas Loket"), ("Pemohon", "Petugas Loket", "Verifikator", "Camat")


@pytest.mark.parametrize("ciri", CIRI.values(), ids=CIRI)
@pytest.mark.parametrize("names", [ONE, TWO, FOUR], ids=len)
def test_every_skeleton_is_free_of_errors_and_warnings_at_review(ciri, names):
    procedure = skeleton(
        judul="SOP Penerbitan Surat Keterangan",
        pemerintah_daerah="Pemerintah Kabupaten Contoh",
        opd="Kecamatan Contoh",
        unit_kerja="Seksi Pelayanan Umum",
        daftar_pelaksana=names,
        ciri=ciri,
    )
    report = check(procedure, gate=Gate.REVIEW)
    assert [finding.say() for finding in report.errors] == []
    assert procedure.identity.judul == "Penerbitan Surat Keterangan"
    assert procedure.columns == names


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


@pytest.mark.parametrize(
    ("judul", "expected"), [("Penerbitan KTP-el / KK", "penerbitan-ktp-el-kk"), ("…", "sop"), ("A" * 200, "a" * 80)]
)
def test_a_title_becomes_a_file_name(judul, expected):
    assert slug(judul) == expected
