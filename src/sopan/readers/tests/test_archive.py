"""A ZIP gives its files within bounds, and nothing that leads out of it."""

from __future__ import annotations

import stat
import time
import zipfile
from pathlib import Path

import pytest

from sopan.domain import SourceTooLarge, UnreadableSource
from sopan.readers import archive as archives
from sopan.readers.archive import Archive


@pytest.fixture
def a_zip(tmp_path):
    """`a_zip({"a.csv": b"…"})` is the path of such an archive."""

    def make(members: dict[str | zipfile.ZipInfo, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
        path = tmp_path / "arsip.zip"
        with zipfile.ZipFile(path, "w", how) as file:
            for name, data in members.items():
                file.writestr(name, data)
        return path

    return make


def test_files_come_in_the_order_of_the_archive_without_folders(a_zip):
    with Archive(a_zip({"b/": b"", "b/2.csv": b"dua", "a.csv": b"satu"})) as archive:
        assert archive.names == ("b/2.csv", "a.csv")
        assert [archive.read(name) for name in archive.names] == [b"dua", b"satu"]
        assert not archive.is_document


def test_a_word_file_is_known_to_be_none(a_zip):
    with Archive(a_zip({"[Content_Types].xml": b"<Types/>"})) as archive:
        assert archive.is_document


@pytest.mark.parametrize("name", ["../a.csv", "/etc/a.csv", "b/../../a.csv", "..\\a.csv", "C:\\a.csv", "c:a.csv"])
def test_a_name_that_leads_out_is_refused(a_zip, name):
    with Archive(a_zip({zipfile.ZipInfo(name): b"x"})) as archive, pytest.raises(UnreadableSource, match="ke luar"):
        archive.read(name)


def test_a_link_in_an_archive_is_not_followed(a_zip):
    link = zipfile.ZipInfo("a.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with Archive(a_zip({link: b"/etc/passwd"})) as archive, pytest.raises(UnreadableSource, match="tidak biasa"):
        archive.read("a.csv")


def test_a_locked_file_is_told_so(a_zip):
    path = a_zip({"a.csv": b"x"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    path.write_bytes(data)
    with Archive(path) as archive, pytest.raises(UnreadableSource, match="kata sandi"):
        archive.read("a.csv")


def test_other_ways_of_packing_are_not_unpacked(a_zip):
    with Archive(a_zip({"a.csv": b"x"}, zipfile.ZIP_LZMA)) as archive, pytest.raises(UnreadableSource):
        archive.read("a.csv")


def test_a_file_that_unpacks_to_more_than_a_document_is_refused(a_zip, monkeypatch):
    monkeypatch.setattr(archives, "MAX_MEMBER", 1_000_000)
    with Archive(a_zip({"a.csv": b"0" * 1_000_001})) as archive, pytest.raises(SourceTooLarge):
        archive.read("a.csv")


def test_an_archive_of_too_much_is_refused(a_zip, monkeypatch):
    path = a_zip({f"{number}.csv": b"x" for number in range(20)})
    for limit in ("MAX_MEMBERS", "MAX_UNPACKED"):
        with monkeypatch.context() as patched, Archive(path) as archive:
            patched.setattr(archives, limit, 19)
            with pytest.raises(SourceTooLarge):
                archive.names  # noqa: B018  asking is what is refused


def test_an_endless_list_of_contents_is_not_even_read(a_zip):
    path = a_zip({f"{number:0200}": b"" for number in range(40_000)}, zipfile.ZIP_STORED)
    began = time.monotonic()
    with pytest.raises(SourceTooLarge):
        Archive(path)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize("kept", [slice(-30), slice(0), slice(100)], ids=str)
def test_a_damaged_archive_is_told_so(a_zip, kept):
    path = a_zip({f"{number}.csv": b"isi" * 50 for number in range(5)})
    path.write_bytes(path.read_bytes()[kept])
    with pytest.raises(UnreadableSource, match="terpotong atau rusak"):
        Archive(path)


def test_a_damaged_file_does_not_spoil_the_others(a_zip):
    path = a_zip({"a.csv": b"isi" * 500, "b.csv": b"utuh"})
    data = bytearray(path.read_bytes())
    data[40:44] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    with Archive(path) as archive:
        with pytest.raises(UnreadableSource, match="rusak"):
            archive.read("a.csv")
        assert archive.read("b.csv") == b"utuh"
