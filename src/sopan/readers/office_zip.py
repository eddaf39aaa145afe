"""The package a Word or Excel file is: a ZIP of parts, opened so that a hostile one costs neither time nor memory.

Sizes and counts are looked at before anything is unpacked, nothing is written to a disk, no address outside of the
package is followed, and XML with a document type (the home of entities) is refused.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from sopan.domain.errors import SourceTooLarge, UnreadableSource

MAX_BYTES = 100_000_000
MAX_MEMBERS = 3_000
MAX_UNPACKED = 1_000_000_000
"""Of all members together; pictures count, but are never unpacked."""
MAX_PART = 160_000_000
MAX_TREE = 48_000_000
"""Of a part that is held as a tree."""
MAX_ELEMENTS = 1_000_000
MAX_ATTRIBUTES = 3_000_000
MAX_STREAMED = 2_500_000
"""Elements of a part that is read from its beginning to its end: the rows of the longest sheet twice over."""
MAX_RATIO = 400
"""How often a member may be larger than it was packed; formatted emptiness packs to a hundredth."""
SMALL = 1_000_000
"""Members below this are not asked for their ratio."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MEMBER = b"PK\x01\x02"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""The strict form of the standard differs in the names of its namespaces only."""

_DAMAGED = (
    "Berkas ini terpotong atau rusak, jadi tidak dapat dibuka. Ambil salinan lain, atau simpan ulang dari asalnya."
)
_LARGE = "Isi berkas ini terlalu besar untuk sebuah SOP, jadi tidak dibuka. Periksa apakah berkasnya benar."
_STRANGE = "Susunan berkas ini tidak wajar, jadi demi keamanan tidak dibuka. Simpan ulang dari Word atau Excel."
_LOCKED = "Berkas ini dikunci dengan kata sandi. Buka di Word atau Excel, hapus kata sandinya, lalu simpan ulang."
_OLD = "Berkas ini berformat Office lama (.doc atau .xls). Simpan ulang sebagai .docx atau .xlsx."
_OTHER = "Berkas ini bukan dokumen Word (.docx) atau buku kerja Excel (.xlsx). Periksa apakah berkasnya benar."
_WORD = "Berkas ini dokumen Word, bukan buku kerja Excel. Beri nama dengan akhiran .docx."
_EXCEL = "Berkas ini buku kerja Excel, bukan dokumen Word. Beri nama dengan akhiran .xlsx."
_BINARY = "Berkas ini buku kerja Excel biner (.xlsb). Buka di Excel dan simpan ulang sebagai .xlsx."
_SLIDES = "Berkas ini presentasi. Simpan SOP sebagai dokumen Word, buku kerja Excel, atau PDF."


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of the kind, and the name of the part."""

    kind: str
    target: str


class Package:
    """The parts by name; `main` is where the document begins and `kind` is `docx` or `xlsx`."""

    def __init__(self, archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo]) -> None:
        self._archive = archive
        self._members = members
        begins = [target.target for target in self.relations("").values() if target.kind == "officeDocument"]
        self.main = begins[0] if begins else ""
        self.kind = self._kind()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    @property
    def names(self) -> tuple[str, ...]:
        """Of all parts, in lower case."""
        return tuple(self._members)

    def part(self, name: str, limit: int = MAX_PART) -> bytes:
        """The bytes of a part. Raises UnreadableSource where it is missing, damaged or too large."""
        return b"".join(self.pieces(name, limit))

    def pieces(self, name: str, limit: int) -> Iterator[bytes]:
        """The bytes of a part, a million at a time."""
        member = self._members.get(name.lower())
        if member is None:
            raise UnreadableSource(_DAMAGED)
        if member.file_size > limit:
            raise SourceTooLarge(_LARGE)
        try:
            with self._archive.open(member) as file:
                while piece := file.read(1_000_000):
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as trouble:
            raise UnreadableSource(_DAMAGED) from trouble
        except RuntimeError as trouble:  # what zipfile raises for a password
            raise UnreadableSource(_LOCKED) from trouble

    def xml(self, name: str, *, forgiving: bool = False) -> etree._Element:
        """The tree of a part."""
        return tree(self.part(name, MAX_TREE), forgiving=forgiving)

    def relations(self, name: str) -> dict[str, Relation]:
        """What the part refers to inside the package, by id; the empty name stands for the package itself."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", base + ".rels")
        if rels not in self:
            return {}
        found = self.xml(rels).iter(_RELATIONS)
        return {
            one.get("Id", ""): Relation(
                one.get("Type", "").rpartition("/")[2], _resolved(folder, one.get("Target", ""))
            )
            for one in found
            if one.get("TargetMode") != "External"
        }

    def related(self, name: str, kind: str) -> tuple[str, ...]:
        """Names of the parts of this kind that a part refers to, as far as they are there."""
        return tuple(r.target for r in self.relations(name).values() if r.kind == kind and r.target in self)

    def _kind(self) -> str:
        if "[content_types].xml" not in self or not self.main:
            raise UnreadableSource(_OTHER)
        said = self._content_type(self.main)
        if "sheet.binary" in said:
            raise UnreadableSource(_BINARY)
        if "presentation" in said or "slideshow" in said:
            raise UnreadableSource(_SLIDES)
        if "wordprocessingml" in said or "ms-word" in said:
            return "docx"
        if "spreadsheetml" in said or "ms-excel" in said:
            return "xlsx"
        raise UnreadableSource(_OTHER)

    def _content_type(self, name: str) -> str:
        types = self.xml("[content_types].xml")
        for one in types.iter(_TYPES + "Override"):
            if one.get("PartName", "").lstrip("/").lower() == name.lower():
                return one.get("ContentType", "")
        extension = name.rpartition(".")[2].lower()
        for one in types.iter(_TYPES + "Default"):
            if one.get("Extension", "").lower() == extension:
                return one.get("ContentType", "")
        return ""


def open_package(data: bytes, kind: str = "") -> Package:
    """The package in `data`, which has to be a `docx` or an `xlsx` where `kind` says so.

    Raises UnreadableSource, with the reason, for everything else, and SourceTooLarge before it costs anything.
    """
    if data.startswith(OLE):
        raise UnreadableSource(_LOCKED if _ENCRYPTED in data else _OLD)
    if not data.startswith(b"PK"):
        raise UnreadableSource(_OTHER)
    if len(data) > MAX_BYTES or data.count(_MEMBER) > MAX_MEMBERS:
        raise SourceTooLarge(_LARGE)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = _members(archive)
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, OSError) as trouble:
        raise UnreadableSource(_DAMAGED) from trouble
    package = Package(archive, members)
    if kind and package.kind != kind:
        raise UnreadableSource(_WORD if package.kind == "docx" else _EXCEL)
    return package


def tree(data: bytes, *, forgiving: bool = False) -> etree._Element:
    """The tree of XML in UTF-8 or UTF-16 without a document type; a forgiving one mends what is not well-formed."""
    data = without_entities(data)
    if data.count(b"<") > 2 * MAX_ELEMENTS or data.count(b"=") > MAX_ATTRIBUTES:
        raise SourceTooLarge(_LARGE)
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        recover=forgiving,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as trouble:
        raise UnreadableSource(_DAMAGED) from trouble
    if root is None:
        raise UnreadableSource(_DAMAGED)
    return root


def stream(data: bytes, *names: str) -> Iterator[etree._Element]:
    """Elements of these names, one after the other, each forgotten when the next is asked for."""
    data = without_entities(data)
    if data.count(b"<") > 2 * MAX_STREAMED:
        raise SourceTooLarge(_LARGE)
    events = etree.iterparse(
        BytesIO(data),
        tag=["{*}" + name for name in names],
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in events:
            yield element
            _forget(element)
    except etree.XMLSyntaxError as trouble:
        raise UnreadableSource(_DAMAGED) from trouble


def _forget(element: etree._Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def without_entities(data: bytes) -> bytes:
    """The same XML in UTF-8 and in the transitional namespaces; whatever has a document type is refused."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            data = data.decode("utf-16").encode()
        except UnicodeError as trouble:
            raise UnreadableSource(_DAMAGED) from trouble
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableSource(_STRANGE)
    if b"http://purl.oclc.org/ooxml/" in data[:20_000]:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    return data


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise SourceTooLarge(_LARGE)
    if any(info.file_size > SMALL and info.file_size > MAX_RATIO * info.compress_size for info in infos):
        raise SourceTooLarge(_LARGE)
    names = [info.filename.replace("\\", "/").lower() for info in infos]
    if len(set(names)) < len(names) or any(name.startswith("/") or ".." in name.split("/") for name in names):
        raise UnreadableSource(_STRANGE)
    return dict(zip(names, infos, strict=True))


def _resolved(folder: str, target: str) -> str:
    """The name of the part a reference means; an address inside the package that leads out of it means nothing."""
    target = unquote(target).replace("\\", "/")
    name = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    return "" if name.startswith("..") else name
