"""What kind of file some bytes are. The content says so; the name is asked only where the content says nothing."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from io import BytesIO


class Kind(StrEnum):
    """Files people bring, whether SOPAN reads them or not."""

    TEXT = "text"
    """SOPAN's own text format; also every text nobody recognises, for its reader says best what is missing."""
    JSON = "json"
    ROWS = "rows"
    """A table of steps: CSV, TSV."""
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    BPMN = "bpmn"
    DOC = "doc"
    XLS = "xls"
    ODT = "odt"
    ODS = "ods"
    RTF = "rtf"
    XLSB = "xlsb"
    LOCKED = "locked"
    """Word or Excel behind a password."""
    SLIDES = "slides"
    PICTURE = "picture"
    WEB_PAGE = "web page"
    XML = "xml"
    ARCHIVE = "archive"
    EMPTY = "empty"
    UNKNOWN = "unknown"


OWN = frozenset({Kind.TEXT, Kind.JSON})
"""SOPAN's own formats."""

HEAD = 65_536
"""What is looked at of a text: enough for the names of an XML document and the heading row of a table."""
TABLE_OF_TYPES = 1_000_000
"""What is looked at of the list of parts of an Office document."""
MANY_PARTS = 10_000
"""A package of more is not opened to find out what it is."""


def kind_of(data: bytes, name: str = "") -> Kind:
    """The kind of the file these bytes are. Never raises."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        return Kind.EMPTY
    for begins, kind in _BEGINNINGS:
        if data.startswith(begins):
            return kind(data) if callable(kind) else kind
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data[4:12] in _FILM_STILLS or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        return Kind.PICTURE
    return _kind_of_text(data[:HEAD], name)


def _kind_of_zip(data: bytes) -> Kind:
    """An Office document by its list of content types, an OpenDocument by its first member; else an archive."""
    said = _said_by_package(data)
    return next((kind for signs, kind in _PACKAGES if signs.search(said)), Kind.ARCHIVE)


def _said_by_package(data: bytes) -> bytes:
    """The member that tells what the package is, and the names of its parts; only these where it is damaged."""
    if data.count(b"PK\x01\x02") <= MANY_PARTS:
        with suppress(*_DAMAGE), zipfile.ZipFile(BytesIO(data)) as archive:
            told = [archive.open(name).read(TABLE_OF_TYPES) for name in _TELLING if name in archive.NameToInfo]
            return b" ".join([*told, *(name.encode() for name in archive.namelist())])
    return b" ".join(re.findall(rb"word/document|xl/workbook|ppt/presentation", data))


_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError)
_TELLING = ("[Content_Types].xml", "mimetype")
_PACKAGES = (
    (re.compile(rb"\.sheet\.binary\."), Kind.XLSB),
    (re.compile(rb"(wordprocessingml|ms-word)\.[\w.]+\.main\+xml|word/document"), Kind.DOCX),
    (re.compile(rb"(spreadsheetml|ms-excel)\.[\w.]+\.main\+xml|xl/workbook"), Kind.XLSX),
    (re.compile(rb"(presentationml|ms-powerpoint)\.[\w.]+\.main\+xml|ppt/presentation"), Kind.SLIDES),
    (re.compile(rb"opendocument\.text"), Kind.ODT),
    (re.compile(rb"opendocument\.spreadsheet"), Kind.ODS),
    (re.compile(rb"opendocument\.presentation"), Kind.SLIDES),
    (re.compile(rb"opendocument\.(graphics|image)"), Kind.PICTURE),
)


def _kind_of_ole(data: bytes) -> Kind:
    """An old Office document by the streams it names."""
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), Kind.UNKNOWN)


_STREAMS = (
    ("EncryptedPackage", Kind.LOCKED),
    ("WordDocument", Kind.DOC),
    ("PowerPoint Document", Kind.SLIDES),
    ("Workbook", Kind.XLS),
    ("Book", Kind.XLS),
)

_BEGINNINGS: tuple[tuple[bytes, Kind | Callable[[bytes], Kind]], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"PK\x03\x04", _kind_of_zip),
    (b"PK\x05\x06", Kind.ARCHIVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _kind_of_ole),
    (b"{\\rtf", Kind.RTF),
    (b"\x89PNG", Kind.PICTURE),
    (b"\xff\xd8\xff", Kind.PICTURE),
    (b"GIF8", Kind.PICTURE),
    (b"BM", Kind.PICTURE),
    (b"II*\0", Kind.PICTURE),
    (b"MM\0*", Kind.PICTURE),
    (b"7z\xbc\xaf'\x1c", Kind.ARCHIVE),
    (b"Rar!", Kind.ARCHIVE),
    (b"\x1f\x8b", Kind.ARCHIVE),
)
_FILM_STILLS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif")
"""Pictures of telephones."""


def _kind_of_text(head: bytes, name: str) -> Kind:
    text = _decoded(head)
    if "\0" in text:
        return Kind.UNKNOWN
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return Kind.JSON
    if text.startswith("<"):
        return _kind_of_markup(text)
    if text.startswith("MIME-Version:"):
        return Kind.WEB_PAGE
    if _OUR_KEY.search(text):
        return Kind.TEXT
    return Kind.ROWS if name.lower().endswith((".csv", ".tsv")) or _is_table(text) else Kind.TEXT


_OUR_KEY = re.compile(r"^(sopan|judul|langkah)\s*:", re.MULTILINE)


def _decoded(head: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(encoding, errors="replace")
    if head[1:2] == b"\0" and head[:1] != b"\0":  # UTF-16 of Windows without its mark
        return head.decode("utf-16-le", errors="replace")
    return head.decode("utf-8", errors="replace")


def _kind_of_markup(text: str) -> Kind:
    beginning = text[:HEAD].lower()
    if "omg.org/spec/bpmn/" in beginning:
        return Kind.BPMN
    if beginning.startswith("<!doctype html") or "<html" in beginning:
        return Kind.WEB_PAGE
    return Kind.PICTURE if "<svg" in beginning[:2000] else Kind.XML


def _is_table(text: str) -> bool:
    """Whether the first line that says anything has at least four columns, and so has the next."""
    lines = [line for line in text.splitlines() if line.strip()][:2]
    return len(lines) == 2 and any(all(line.count(sign) >= 3 for line in lines) for sign in ";,\t")
