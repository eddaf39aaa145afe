"""The package is opened, or refused at once with a reason."""

from __future__ import annotations

import struct
import time
import zipfile
from io import BytesIO

import pytest

from sopan.domain.errors import SourceTooLarge, UnreadableSource
from sopan.readers.office_zip import OLE, open_package, stream, tree

TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def a_package(
    content_type: str = WORD, *, members: dict[str, bytes] | None = None, target: str = "a/main.xml"
) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/a/main.xml" ContentType="{content_type}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONS}">'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{target}"/></Relationships>',
        )
        for name, content in {"a/main.xml": b"<main/>", **(members or {})}.items():
            archive.writestr(name, content)
    return packed.getvalue()


def some_relations(*targets: tuple[str, str]) -> bytes:
    listed = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/image" Target="{target}"{mode and f" TargetMode={mode!r}"}/>'
        for n, (target, mode) in enumerate(targets)
    )
    return f'<Relationships xmlns="{RELATIONS}">{listed}</Relationships>'.encode()


@pytest.mark.parametrize(("content_type", "kind"), [(WORD, "docx"), (EXCEL, "xlsx")])
def test_a_package_says_what_it_is_whatever_it_is_called(content_type, kind):
    package = open_package(a_package(content_type))
    assert (package.kind, package.main) == (kind, "a/main.xml")
    assert package.xml("a/main.xml").tag == "main"


def test_relations_lead_to_parts_of_the_package_and_never_out_of_it():
    rels = some_relations(
        ("../b/one.png", ""), ("/b/two.png", ""), ("../../../etc/passwd", ""), ("https://contoh.go.id/x", "External")
    )
    package = open_package(a_package(members={"a/_rels/main.xml.rels": rels, "b/one.png": b"1"}))
    found = package.relations("a/main.xml")
    assert {id: relation.target for id, relation in found.items()} == {"r0": "b/one.png", "r1": "b/two.png", "r2": ""}
    assert package.related("a/main.xml", "image") == ("b/one.png",)


def test_parts_are_found_in_whatever_case_they_are_called():
    assert open_package(a_package(members={"XL/Media.XML": b"<a/>"})).xml("xl/media.xml").tag == "a"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7", "bukan dokumen Word"),
        (OLE + "WordDocument".encode("utf-16-le"), "berformat Office lama"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (a_package()[:300], "terpotong atau rusak"),
        (a_package("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "xlsb"),
        (a_package("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), "presentasi"),
        (a_package("text/plain"), "bukan dokumen Word"),
        (a_package(target="nowhere.xml"), "bukan dokumen Word"),
        (a_package(members={"../../evil.xml": b"<a/>"}), "tidak wajar"),
        (a_package(members={"/etc/evil.xml": b"<a/>"}), "tidak wajar"),
        (a_package(members={"A/MAIN.XML": b"<a/>"}), "tidak wajar"),
    ],
)
def test_everything_else_is_refused_with_its_reason(data, reason):
    with pytest.raises(UnreadableSource, match=reason):
        open_package(data)


def test_a_word_document_is_no_workbook_and_the_other_way_round():
    with pytest.raises(UnreadableSource, match="dokumen Word, bukan buku kerja"):
        open_package(a_package(WORD), "xlsx")
    with pytest.raises(UnreadableSource, match="buku kerja Excel, bukan dokumen"):
        open_package(a_package(EXCEL), "docx")


@pytest.mark.parametrize(
    "data",
    [
        a_package(members={"bomb.xml": b"0" * 60_000_000}),
        a_package(members={f"{n}.xml": b"" for n in range(3_100)}),
        a_package(members={f"{n}.bin": bytes(range(256)) * 4_000 for n in range(2)}) + b"PK\x01\x02" * 4_000,
    ],
    ids=["ratio", "members", "claimed members"],
)
def test_bombs_are_refused_before_they_are_unpacked(data):
    begin = time.process_time()
    with pytest.raises(SourceTooLarge):
        open_package(data)
    assert time.process_time() - begin < 1


def test_a_member_that_claims_two_gigabytes_is_refused():
    data = bytearray(a_package(members={"big.xml": b"<a/>"}))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"big.xml"))
    data[entry + 24 : entry + 28] = struct.pack("<I", 2_000_000_000)
    with pytest.raises(SourceTooLarge):
        open_package(bytes(data))


def test_a_member_that_is_longer_than_it_says_is_damaged():
    data = bytearray(a_package(members={"big.xml": b"<a>" + b"x" * 5_000 + b"</a>"}))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"big.xml"))
    data[entry + 24 : entry + 28] = struct.pack("<I", 100)
    with pytest.raises(UnreadableSource, match="rusak"):
        open_package(bytes(data)).xml("big.xml")


ENTITIES = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><a>&b;</a>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize("data", [ENTITIES, OUTSIDE, ENTITIES.decode().encode("utf-16")])
def test_xml_with_a_document_type_is_refused(data):
    with pytest.raises(UnreadableSource, match="tidak wajar"):
        tree(data)
    with pytest.raises(UnreadableSource, match="tidak wajar"):
        list(stream(data, "a"))


def test_an_encoding_that_hides_entities_is_not_believed():
    hidden = b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a+AD4-<a/>'
    with pytest.raises(UnreadableSource):
        tree(hidden)


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a/><b/>", b"\xff\xfe<", b"<a>&amp", b"<a>" * 300 + b"</a>" * 300])
def test_broken_xml_is_damaged(data):
    with pytest.raises(UnreadableSource, match="rusak"):
        tree(data)


def test_more_elements_than_any_document_has_are_too_many():
    with pytest.raises(SourceTooLarge):
        tree(b"<a>" + b"<b/>" * 2_100_000 + b"</a>")


def test_elements_are_streamed_one_by_one_and_forgotten():
    seen = [(one.get("n"), len(one)) for one in stream(b"<a><b n='1'><c/></b><b n='2'/><d/></a>", "b", "d")]
    assert seen == [("1", 1), ("2", 0), (None, 0)]


def test_the_strict_form_of_the_standard_reads_like_the_usual_one():
    root = tree(b'<w xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}w"
