"""Documents to take over: named outright, found in folders, or packed in ZIP archives."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from sopan.cli.files import DOCUMENTS, STDIN, SUFFIXES, stem
from sopan.cli.records import RECORDS
from sopan.domain.errors import UnreadableSource
from sopan.readers.archive import Archive

TABLES = frozenset({".csv", ".tsv"})
ARCHIVE = ".zip"
LONGEST = 120
"""Bytes of a name that is made from another."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One document."""

    name: str
    """As it is told: `arsip/surat.pdf`, `arsip.zip: surat.pdf`."""
    way: PurePosixPath
    """Where it stands below the folder or archive it was found in."""
    load: Callable[[], bytes]
    """Its content. Raises UnreadableSource or OSError."""
    may_be_another: bool = False
    """Whether it is a table that was not named outright: when it holds no steps, it is none of our business."""


@dataclass(slots=True)
class Found:
    """The documents in order, and the names of other files, which are passed over."""

    documents: list[Incoming] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


def find(arguments: Iterable[str], archives: ExitStack) -> Found:
    """The documents behind the arguments, each under a way of its own. `archives` keeps open what they are read from.

    An archive that cannot be opened counts as a document that cannot be read.
    """
    found = Found()
    many = len(arguments := list(arguments)) > 1
    for argument in arguments:
        path = Path(argument)
        prefix = PurePosixPath(path.stem if many and argument != STDIN else "")
        if argument == STDIN:
            found.documents.append(Incoming(argument, PurePosixPath(stem(STDIN)), sys.stdin.buffer.read))
        elif path.is_dir():
            _add_folder(path, prefix, found, archives)
        elif not _add_archive(path, argument, prefix, found, archives):
            found.documents.append(_file(path, argument, PurePosixPath(path.name)))
    found.documents[:] = _told_apart(found.documents)
    return found


def _file(path: Path, name: str, way: PurePosixPath) -> Incoming:
    from sopan.api import document_bytes

    return Incoming(name, way, lambda: document_bytes(path))


def _add_folder(folder: Path, prefix: PurePosixPath, found: Found, archives: ExitStack) -> None:
    """What lies below the folder, by name; hidden folders, links to folders and our own files are left out."""
    for path in _files_below(folder):
        way = prefix / path.relative_to(folder).as_posix()
        if _is_document(path.name):
            found.documents.append(replace(_file(path, str(path), way), may_be_another=way.suffix.lower() in TABLES))
        elif path.suffix.lower() != ARCHIVE or not _add_archive(path, str(path), way.with_suffix(""), found, archives):
            _pass_over(path.name, str(path), found)


def _files_below(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != RECORDS)
        yield from (path for path in (Path(place) / name for name in sorted(names)) if path.is_file())


def _add_archive(path: Path, name: str, prefix: PurePosixPath, found: Found, archives: ExitStack) -> bool:
    """Add the documents of an archive; False when the file is none."""
    if not _looks_packed(path):
        return False
    try:
        archive = archives.enter_context(Archive(path))
        if archive.is_document:
            return False
        members = archive.names
    except UnreadableSource as refusal:
        if path.suffix.lower() != ARCHIVE:
            return False
        found.documents.append(Incoming(name, prefix.parent / path.name, _refusing(refusal)))
        return True
    for member in members:
        _add_member(archive, member, f"{name}: {member}", prefix, found)
    return True


def _looks_packed(path: Path) -> bool:
    """Whether it begins as a ZIP; a file that cannot be opened is a document whose reading will say why."""
    try:
        with path.open("rb") as file:
            return path.is_file() and file.read(2) == b"PK"
    except OSError:
        return False


def _add_member(archive: Archive, member: str, name: str, prefix: PurePosixPath, found: Found) -> None:
    base = PurePosixPath(member.replace("\\", "/")).name
    if base.lower().endswith(ARCHIVE):
        nested = UnreadableSource("Arsip di dalam arsip tidak dibuka. Keluarkan dahulu, lalu impor tersendiri.")
        found.documents.append(Incoming(name, prefix / member.replace("\\", "/"), _refusing(nested)))
    elif _is_document(base) and not member.startswith("__MACOSX/"):
        way = prefix / member.replace("\\", "/")
        found.documents.append(Incoming(name, way, lambda: archive.read(member), way.suffix.lower() in TABLES))
    else:
        _pass_over(base, name, found)


def _refusing(refusal: UnreadableSource) -> Callable[[], bytes]:
    def load() -> bytes:
        raise refusal

    return load


def _is_document(base: str) -> bool:
    """Whether the name is that of a document, and not of one that Office holds open."""
    return PurePosixPath(base).suffix.lower() in DOCUMENTS and not base.startswith((".", "~$"))


def _pass_over(base: str, name: str, found: Found) -> None:
    if not base.startswith((".", "~$")) and not base.lower().endswith(SUFFIXES):
        found.passed_over.append(name)


def _told_apart(documents: list[Incoming]) -> list[Incoming]:
    """The same documents with names fit to be shown, and with ways fit to be written to, of which no two are one."""
    taken: Counter[str] = Counter()
    apart = []
    for document in documents:
        way = PurePosixPath(*(_fit(part) for part in document.way.parts if part not in ("/", "..")))
        taken[str(way).casefold()] += 1
        times = taken[str(way).casefold()]
        way = way if times == 1 else way.with_stem(f"{way.stem}-{times}")
        apart.append(replace(document, name=document.name.encode(errors="replace").decode(), way=way))
    return apart


def _fit(part: str) -> str:
    """A name every file system takes, short enough to make others of it."""
    name = _UNFIT.sub("_", part).rstrip(". ") or "_"
    if len(name.encode()) <= LONGEST:
        return name
    path = PurePosixPath(name)
    mark = sha256(name.encode()).hexdigest()[:8]
    return f"{path.stem.encode()[: LONGEST - 20].decode(errors='ignore')}-{mark}{path.suffix[:10]}"


_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')
