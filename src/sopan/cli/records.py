"""What came of each document that was taken over, kept so that the next run goes on where this one ended."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from sopan.cli.doubts import doubtful_values
from sopan.cli.files import write_whole
from sopan.cli.speech import say
from sopan.domain.errors import UnreadableSource
from sopan.readers.reading import Reading
from sopan.readers.report import as_dict, reading_of

FORMAT = "sopan-import/1"
RECORDS = "laporan-impor"
"""The folder of records, in the folder of results."""


class Outcome(StrEnum):
    """How it went."""

    READ = "read"
    LOOK = "look"
    """Read, but a person should look at some of it."""
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One procedure of a document, and the file it was written to."""

    output: str
    """Below the folder of results; as it was named where there is no such folder; `-` for stdout."""
    sha256: str
    reading: Reading

    @property
    def outcome(self) -> Outcome:
        """Whether a person should look."""
        reading = self.reading
        is_well = bool(reading.procedure.steps) and not reading.notes and not doubtful_values(reading)
        return Outcome.READ if is_well else Outcome.LOOK


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One document."""

    name: str
    sha256: str = ""
    """Of its content; empty when that could not be had."""
    message: str = ""
    """Why it could not be read, in the language of the run."""
    results: tuple[Result, ...] = ()

    @property
    def outcome(self) -> Outcome:
        """That of its worst procedure."""
        if not self.results:
            return Outcome.UNREADABLE
        return max((result.outcome for result in self.results), key=list(Outcome).index)


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one document, now or in an earlier run."""

    record: Record
    is_earlier: bool = False
    is_passed_over: bool = False
    """It turned out to be no document at all."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The records in a folder, one file for each document, written whole or not at all."""

    folder: Path
    results: Path
    """The folder of results."""

    def record(self, way: PurePosixPath) -> Record | None:
        """What came of the document found on this way; None when nobody knows, or the record is damaged."""
        try:
            (found,) = json.loads(self._place(way).read_bytes())["files"]
            return _record_of(found)
        except (OSError, ValueError, KeyError, TypeError, RecursionError, UnreadableSource):
            return None

    def is_finished(self, record: Record, sha256: str) -> bool:
        """Whether the record is of this content, which was read, and its results are still there."""
        outputs = [self.results / result.output for result in record.results]
        return bool(outputs) and record.sha256 == sha256 and all(output.is_file() for output in outputs)

    def keep(self, way: PurePosixPath, record: Record) -> None:
        """Raises OSError."""
        write_whole(self._place(way), document([record]))

    def _place(self, way: PurePosixPath) -> Path:
        return self.folder / way.with_name(f"{way.name}.json")


def document(records: Iterable[Record], passed_over: Iterable[str] = ()) -> bytes:
    """The records as JSON, for a page that shows originals beside results (`docs/panduan/impor.md`)."""
    files = [_as_dict(record) for record in records]
    found = {"format": FORMAT, "files": files, "passed_over": list(passed_over)}
    return json.dumps(found, ensure_ascii=False).encode()


def digest(data: bytes) -> str:
    """By which a content is known again."""
    return sha256(data).hexdigest()


def _as_dict(record: Record) -> dict[str, Any]:
    return {
        "name": record.name,
        "sha256": record.sha256,
        "outcome": record.outcome.value,
        "message": record.message,
        "results": [
            {
                "output": result.output,
                "sha256": result.sha256,
                "outcome": result.outcome.value,
                "reading": as_dict(result.reading, translate=say),
            }
            for result in record.results
        ],
    }


def _record_of(found: dict[str, Any]) -> Record:
    results = tuple(
        Result(output=str(each["output"]), sha256=str(each["sha256"]), reading=reading_of(each["reading"]))
        for each in found["results"]
    )
    return Record(name=str(found["name"]), sha256=str(found["sha256"]), message=str(found["message"]), results=results)
