"""The front door: read, check, lay_out, render."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopan.api import MAX_LOGO_BYTES, MAX_SOURCE_BYTES, check, lay_out, read, render
from sopan.checker.rule import Gate
from sopan.domain import SourceTooLarge, Status, UnreadableSource
from sopan.domain.codec import decode_text, encode_json

TEXT = """\
sopan: "1"
judul: Penerbitan Surat
logo: lambang.svg
langkah:
- kegiatan: Menulis surat
  pelaksana: Pemohon
  waktu: 5 menit
"""
EMBLEM = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h2v2z"/></svg>'


@pytest.fixture
def a_file(tmp_path: Path) -> Path:
    path = tmp_path / "surat.sop.yaml"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "lambang.svg").write_bytes(EMBLEM)
    return path


def test_a_file_is_read_with_its_text_its_places_and_its_logo(a_file):
    source = read(a_file)
    assert source.procedure.identity.judul == "Penerbitan Surat"
    assert source.path == a_file
    assert source.text == TEXT
    assert source.place_of("1", "waktu") == (7, 10)
    assert source.logo() == EMBLEM


def test_a_place_that_is_not_known_falls_back_to_its_step_and_then_to_the_beginning(a_file):
    source = read(a_file)
    assert source.place_of("1", "output") == source.place_of("1") == (5, 3)
    assert source.place_of("", "dasar_hukum") == (1, 1)
    assert read(a_file.read_bytes()).place_of("9", "waktu") == (0, 0)


def test_bytes_are_read_too_and_have_no_logo_without_a_folder(a_file):
    assert read(TEXT.encode()).logo() is None
    assert read(TEXT.encode(), folder=a_file.parent).logo() == EMBLEM


def test_json_is_recognised_by_its_first_sign():
    procedure = decode_text(TEXT)
    assert read(b"\xef\xbb\xbf \n" + encode_json(procedure).encode()).procedure == procedure


def test_a_file_larger_than_a_procedure_can_be_is_not_even_read(tmp_path):
    path = tmp_path / "besar.sop.yaml"
    with path.open("wb") as file:
        file.truncate(50 * MAX_SOURCE_BYTES)
    with pytest.raises(SourceTooLarge):
        read(path)


def test_a_folder_and_a_missing_file_are_the_callers_to_answer(tmp_path):
    with pytest.raises(OSError, match=r"."):
        read(tmp_path)
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "tidak-ada.sop.yaml")


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_logo_that_leads_out_of_the_folder_is_left_out(a_file, tmp_path_factory):
    outside = tmp_path_factory.mktemp("lain") / "rahasia.svg"
    outside.write_bytes(EMBLEM)
    (a_file.parent / "lambang.svg").unlink()
    (a_file.parent / "lambang.svg").symlink_to(outside)
    with pytest.raises(UnreadableSource, match="tidak ada di folder"):
        read(a_file).logo()


def test_a_logo_of_a_hostile_kind_is_refused(a_file):
    (a_file.parent / "lambang.svg").write_bytes(EMBLEM.replace(b"<path", b"<script>alert(1)</script><path"))
    with pytest.raises(UnreadableSource):
        read(a_file).logo()


def test_a_logo_that_is_too_large_or_missing_is_refused_with_its_name(a_file):
    (a_file.parent / "lambang.svg").write_bytes(b" " * (MAX_LOGO_BYTES + 1))
    with pytest.raises(UnreadableSource, match=r"lambang\.svg"):
        read(a_file).logo()
    (a_file.parent / "lambang.svg").unlink()
    with pytest.raises(UnreadableSource, match=r"lambang\.svg"):
        read(a_file).logo()


@pytest.mark.parametrize(
    ("status", "gate"),
    [
        (Status.DRAFT, Gate.WRITING),
        (Status.IN_REVIEW, Gate.REVIEW),
        (Status.AWAITING_RATIFICATION, Gate.RATIFICATION),
        (Status.EFFECTIVE, Gate.PUBLICATION),
    ],
)
def test_the_gate_follows_from_the_status(a_file, status, gate):
    from dataclasses import replace

    procedure = replace(read(a_file).procedure, status=status)
    assert check(procedure).gate is gate
    assert check(procedure, gate=Gate.REVIEW).gate is Gate.REVIEW


def test_layout_takes_the_sheet_asked_for_then_the_procedures_own_then_f4(a_file):
    procedure = read(a_file).procedure
    own = decode_text(TEXT + "tata_letak:\n  kertas: letter\n")
    assert lay_out(procedure).sheet.name == "f4"
    assert lay_out(own).sheet.name == "letter"
    assert lay_out(own, "A4").sheet.name == "a4"
    with pytest.raises(KeyError):
        lay_out(procedure, "a5")


def test_rendering_gives_the_files_of_the_format(a_file):
    source = read(a_file)
    (pdf,) = render(source.procedure, logo=source.logo())
    assert pdf.startswith(b"%PDF-")
    assert len(render(source.procedure, "png")) == len(lay_out(source.procedure).pages)


def test_a_verification_address_makes_room_for_a_code(a_file):
    procedure = read(a_file).procedure
    (without,), (with_code,) = (
        render(procedure, "svg"),
        render(procedure, "svg", verification="https://contoh.example/1"),
    )
    assert len(with_code) > len(without) + 500


def test_the_same_question_gets_the_same_answer(a_file):
    procedure = read(a_file).procedure
    assert check(procedure) == check(procedure)
    assert render(procedure) == render(procedure)
