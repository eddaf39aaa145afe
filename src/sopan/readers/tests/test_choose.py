"""What a file is, its content says; and whatever it is, it is read or refused with a sentence."""

from __future__ import annotations

import time
import zipfile
from importlib import import_module
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain import UnreadableSource
from sopan.domain.codec import decode_text, encode_json
from sopan.readers import choose
from sopan.readers.choose import READERS, REFUSALS, read
from sopan.readers.kinds import Kind, kind_of
from sopan.readers.report import as_dict, reading_of

TEXT = 'sopan: "1"\njudul: Penerbitan Surat\nlangkah:\n- kegiatan: Menulis surat\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
BPMN = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def a_zip(**members: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr({"types": "[Content_Types].xml"}.get(name, name), text)
    return out.getvalue()


def a_package(main: str, **others: str) -> bytes:
    return a_zip(types=f'<Types><Default Extension="xlsx" ContentType="{EXCEL[:-9]}"/>{main}</Types>', **others)


def an_ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + b"\0" * 100


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        (Kind.TEXT, TEXT.encode()),
        (Kind.TEXT, b"\xef\xbb\xbf" + TEXT.encode()),
        (Kind.TEXT, b"# satu, dua, tiga, empat\n# lima, enam, tujuh, delapan\n" + TEXT.encode()),
        (Kind.TEXT, b"Hanya catatan, bukan SOP."),
        (Kind.JSON, b'\xef\xbb\xbf\n {"format": "sopan-procedure/1"}'),
        (Kind.ROWS, b"No;Kegiatan;Pelaksana;Waktu\n1;Menulis surat;Pemohon;5 menit\n"),
        (Kind.ROWS, "No\tKegiatan\tPelaksana\tWaktu\n1\tMenulis\tPemohon\t5 menit\n".encode("utf-16")),
        (Kind.ROWS, "No\tKegiatan\tPelaksana\tWaktu\n1\tMenulis\tPemohon\t5 menit\n".encode("utf-16-le")),
        (Kind.PDF, b"%PDF-1.7\n"),
        (Kind.PDF, b"\r\n%!PS-Adobe\n%PDF-1.4\n"),
        (Kind.DOCX, a_package(f'<Override ContentType="{WORD}"/>')),
        (Kind.DOCX, a_package('<Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>')),
        (Kind.XLSX, a_package(f'<Override ContentType="{EXCEL}"/>')),
        (Kind.XLSB, a_package('<Override ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>')),
        (Kind.SLIDES, a_package(f'<Override ContentType="{WORD.replace("wordprocessingml", "presentationml")}"/>')),
        (Kind.DOCX, a_package("", **{"word/document.xml": "<document/>"})),
        (Kind.ODT, a_zip(mimetype="application/vnd.oasis.opendocument.text")),
        (Kind.ODS, a_zip(mimetype="application/vnd.oasis.opendocument.spreadsheet")),
        (Kind.ARCHIVE, a_zip(surat="isi")),
        (Kind.ARCHIVE, b"Rar!\x1a\x07\x01\0"),
        (Kind.DOC, an_ole("WordDocument")),
        (Kind.XLS, an_ole("Workbook")),
        (Kind.SLIDES, an_ole("PowerPoint Document")),
        (Kind.LOCKED, an_ole("EncryptedPackage")),
        (Kind.UNKNOWN, OLE),
        (Kind.RTF, b"{\\rtf1\\ansi "),
        (Kind.BPMN, f'<?xml version="1.0"?>\n{BPMN}'.encode()),
        (Kind.BPMN, f'<?xml version="1.0" encoding="UTF-16"?>{BPMN}'.encode("utf-16")),
        (Kind.XML, b'<?xml version="1.0"?><mxfile/>'),
        (Kind.WEB_PAGE, b"\n<!DOCTYPE html><title>SOP</title>"),
        (Kind.WEB_PAGE, b"<html><table>"),
        (Kind.WEB_PAGE, b"MIME-Version: 1.0\nContent-Type: multipart/related"),
        (Kind.PICTURE, b"\x89PNG\r\n\x1a\n"),
        (Kind.PICTURE, b"\xff\xd8\xff\xe0"),
        (Kind.PICTURE, b"RIFF\0\0\0\0WEBPVP8 "),
        (Kind.PICTURE, b"\0\0\0\x18ftypheic"),
        (Kind.PICTURE, b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
        (Kind.EMPTY, b""),
        (Kind.EMPTY, b"\xef\xbb\xbf \r\n"),
        (Kind.UNKNOWN, b"\x7fELF\x02\x01\x01\0\0\0"),
    ],
)
def test_the_content_says_what_a_file_is(kind, data):
    assert kind_of(data) is kind
    assert kind_of(data, "salah.jpg") is kind


def test_a_table_of_few_columns_is_known_by_its_name():
    data = b"kegiatan;waktu\nMenulis;5 menit\n"
    assert (kind_of(data), kind_of(data, "Langkah.CSV")) == (Kind.TEXT, Kind.ROWS)


def test_a_package_of_countless_parts_is_not_opened_to_know_it():
    data = a_zip(**{f"{number:0200}": "" for number in range(20_000)})
    began = time.monotonic()
    assert kind_of(data) is Kind.ARCHIVE
    assert time.monotonic() - began < 2


def test_signs_no_document_can_carry_do_not_come_out_of_a_table():
    (reading,) = read(b"No;Kegiatan;Pelaksana;Waktu\n1;Menulis\x05 surat\xef\xbf\xbe;Pemohon;5 menit\n")
    assert reading_of(as_dict(reading)).procedure.steps[0].kegiatan == "Menulis surat"


def test_a_cut_office_document_is_still_known_for_what_it_was():
    whole = a_package(f'<Override ContentType="{WORD}"/>', **{"word/document.xml": "<w/>" * 1000})
    assert kind_of(whole[:-60]) is Kind.DOCX


def test_sopans_own_formats_are_exact():
    procedure = decode_text(TEXT)
    for data in (TEXT.encode(), encode_json(procedure).encode()):
        (reading,) = read(data)
        assert (reading.procedure, reading.is_model) == (procedure, True)


def test_every_kind_is_read_or_refused_with_a_sentence():
    assert READERS.keys() | REFUSALS.keys() == set(Kind)
    assert not READERS.keys() & REFUSALS.keys()


@pytest.mark.parametrize("named", sorted(set(READERS.values())))
def test_every_reader_exists(named):
    module, _, function = named.partition(":")
    assert callable(getattr(import_module(module), function))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "kosong"),
        (b"\x89PNG\r\n\x1a\n", "gambar, bukan tulisan"),
        (b"<!doctype html>", "halaman web"),
        (an_ole("EncryptedPackage"), "kata sandi"),
        (a_zip(surat="isi"), "arsip"),
        (b"\x7fELF\0\0", "tidak dikenal"),
    ],
)
def test_what_is_not_read_is_refused_with_what_to_do_next(data, said):
    with pytest.raises(UnreadableSource, match=said):
        read(data)


def test_a_file_in_which_nothing_is_found_is_refused(monkeypatch):
    monkeypatch.setattr(choose, "reader", lambda named: lambda data: ())
    with pytest.raises(UnreadableSource, match="tidak ditemukan SOP"):
        read(TEXT.encode())


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", OLE, b"%PDF-", b"<", b"\xff\xfe"]))
def test_any_bytes_have_a_kind(data, beginning):
    assert kind_of(beginning + data) in Kind
