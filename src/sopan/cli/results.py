"""Where procedures that were taken over are written, so that nothing a person wrote is lost."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Protocol

from sopan.cli.files import STDIN, SUFFIXES, TEXT_SUFFIX, stem, write_whole
from sopan.cli.incoming import Incoming
from sopan.cli.records import RECORDS, Ledger, Record, Result, digest
from sopan.domain import Procedure
from sopan.domain.codec import encode_json, encode_text
from sopan.domain.errors import UnreadableSource
from sopan.readers.reading import Reading


class Destination(Protocol):
    """Writes what was read of one document."""

    @property
    def folder(self) -> Path:
        """Where the outputs of results stand."""
        ...

    @property
    def ledger(self) -> Ledger | None:
        """Where records of what was done are kept, if anywhere."""
        ...

    def write(self, incoming: Incoming, readings: Sequence[Reading], earlier: Record | None) -> tuple[Result, ...]:
        """One result for each procedure. `earlier` is what came of the document in an earlier run."""
        ...


class ToStdout:
    """The only procedure of the only document, as text."""

    folder = Path()
    ledger: Ledger | None = None

    def write(self, incoming: Incoming, readings: Sequence[Reading], earlier: Record | None) -> tuple[Result, ...]:
        """Raises UnreadableSource when there are several procedures."""
        if len(readings) > 1:
            raise UnreadableSource("Berkas ini memuat beberapa SOP. Sebutkan folder untuk hasilnya dengan -o FOLDER.")
        data = encode_text(readings[0].procedure).encode()
        sys.stdout.buffer.write(data)
        return (Result(output=STDIN, sha256=digest(data), reading=readings[0]),)


@dataclass(frozen=True, slots=True)
class ToFile:
    """The file that was named; several procedures become `name-1`, `name-2`, …"""

    path: Path
    folder: Path = Path()
    ledger: None = None

    def write(self, incoming: Incoming, readings: Sequence[Reading], earlier: Record | None) -> tuple[Result, ...]:
        """Results under the names of their files. Raises OSError."""
        name = stem(self.path.name)
        suffix = self.path.name[len(name) :]
        paths = [(self.path.with_name(each + suffix), reading) for each, reading in _numbered(name, readings)]
        return tuple(_written(path, reading, shown=str(path)) for path, reading in paths)


def names_file(output: str) -> bool:
    """Whether a place that was named is a file: by its extension, or because there is one, such as /dev/stdout."""
    path = Path(output)
    return path.name.lower().endswith((*SUFFIXES, ".yaml", ".yml", ".json")) or (path.exists() and not path.is_dir())


@dataclass(slots=True)
class ToFolder:
    """Files named after their documents. What this run or an earlier one did not write itself stays as it is."""

    folder: Path
    stems: dict[Incoming, str]
    ledger: Ledger | None
    _taken: set[str] = field(default_factory=set)

    def write(self, incoming: Incoming, readings: Sequence[Reading], earlier: Record | None) -> tuple[Result, ...]:
        """Results under their names below the folder. Raises OSError."""
        place = self.folder / incoming.way.parent
        ours = {result.output: result.sha256 for result in earlier.results} if earlier else {}
        return tuple(
            self._write_one(place, name, reading, ours) for name, reading in _numbered(self.stems[incoming], readings)
        )

    def _write_one(self, place: Path, name: str, reading: Reading, ours: dict[str, str]) -> Result:
        data = encode_text(reading.procedure).encode()
        for path in _candidates(place / name):
            shown = path.relative_to(self.folder).as_posix()
            if shown.casefold() not in self._taken and _may_be_written(path, data, ours.get(shown)):
                self._taken.add(shown.casefold())
                return _written(path, reading, shown=shown)
        raise AssertionError("there is always another number")


def to_folder(folder: Path, documents: Sequence[Incoming], *, keeps_records: bool = True) -> ToFolder:
    """Results named as their documents; by name and kind where two would have one name."""
    times = Counter(_key(document) for document in documents)
    stems = {
        document: document.way.stem + (document.way.suffix.replace(".", "-") if times[_key(document)] > 1 else "")
        for document in documents
    }
    return ToFolder(folder, stems, Ledger(folder / RECORDS, folder) if keeps_records else None)


def _key(document: Incoming) -> str:
    return str(document.way.with_suffix("")).casefold()


def _candidates(base: Path) -> Iterator[Path]:
    yield base.with_name(base.name + TEXT_SUFFIX)
    for number in count(2):
        yield base.with_name(f"{base.name}-{number}{TEXT_SUFFIX}")


def _may_be_written(path: Path, data: bytes, ours: str | None) -> bool:
    """Whether nothing is there, the same already, or what we wrote ourselves and nobody changed."""
    if not path.exists():
        return True
    there = path.read_bytes() if path.is_file() else None
    return there is not None and (there == data or digest(there) == ours)


def _numbered(name: str, readings: Sequence[Reading]) -> list[tuple[str, Reading]]:
    if len(readings) == 1:
        return [(name, readings[0])]
    return [(f"{name}-{number}", reading) for number, reading in enumerate(readings, 1)]


def _written(path: Path, reading: Reading, *, shown: str) -> Result:
    data = _encoded(reading.procedure, path)
    if not path.is_file() or path.read_bytes() != data:
        write_whole(path, data)
    return Result(output=shown, sha256=digest(data), reading=reading)


def _encoded(procedure: Procedure, path: Path) -> bytes:
    return (encode_json(procedure) if path.suffix.lower() == ".json" else encode_text(procedure)).encode()
