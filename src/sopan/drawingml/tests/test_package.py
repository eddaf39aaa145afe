"""Packages of parts."""

from __future__ import annotations

import io
import zipfile

from sopan.drawingml.package import Part, Reference, pack


def a_package() -> bytes:
    book = Part("xl/book.xml", b"<book/>", "text/book", {"rId1": Reference("worksheet", "xl/sheets/1.xml")})
    return pack([book, Part("xl/sheets/1.xml", b"<sheet/>", "text/sheet")], {"rId1": Reference("top", "xl/book.xml")})


def test_a_part_refers_to_another_from_where_it_lies():
    with zipfile.ZipFile(io.BytesIO(a_package())) as archive:
        assert b'Target="sheets/1.xml"' in archive.read("xl/_rels/book.xml.rels")
        assert b'Target="xl/book.xml"' in archive.read("_rels/.rels")


def test_every_part_says_what_it_is():
    with zipfile.ZipFile(io.BytesIO(a_package())) as archive:
        assert b'PartName="/xl/sheets/1.xml" ContentType="text/sheet"' in archive.read("[Content_Types].xml")


def test_the_same_parts_are_the_same_file():
    assert a_package() == a_package()
