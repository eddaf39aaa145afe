"""What a `Sandbox` and its worker process say to each other: framed bytes, and what came of one file as JSON.

The answer is data, never code: a worker that a hostile file took over can give a wrong reading, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, BinaryIO

from sopan.domain.errors import NewerFormat, SourceTooLarge, UnreadableSource
from sopan.readers.reading import Reading
from sopan.readers.report import as_dict, reading_of

MAX_ANSWER = 32_000_000
"""Bytes of what is read from one file; the longest real one has some 500,000."""

READY = b"ready"
STAYS, RETIRES = b"stays", b"goes"
OUT_OF_MEMORY = b'{"out_of_memory": true}'

_LENGTH = 8
_REFUSALS = {kind.__name__: kind for kind in (UnreadableSource, SourceTooLarge, NewerFormat)}


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker says to one file."""

    answer: bytes
    worker_stays: bool
    """Whether it takes another; otherwise it retires."""


def send(stream: BinaryIO, message: bytes) -> None:
    """Write one message. Raises OSError when nobody listens any more."""
    stream.write(len(message).to_bytes(_LENGTH, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: BinaryIO, limit: int | None = None) -> bytes | None:
    """The next message; None when the other side has gone, or would say more than `limit` bytes."""
    head = stream.read(_LENGTH)
    length = int.from_bytes(head, "big")
    if len(head) < _LENGTH or (limit is not None and length > limit):
        return None
    message = stream.read(length)
    return message if len(message) == length else None


def told(readings: Iterable[Reading]) -> bytes:
    """The answer of a worker that could read the file. ValueError when it holds what no document can carry."""
    return json.dumps({"readings": [as_dict(reading) for reading in readings]}, ensure_ascii=False).encode()


def told_refusal(refusal: UnreadableSource) -> bytes:
    """The answer of a worker that refuses the file."""
    kind = type(refusal).__name__
    return json.dumps(
        {
            "refusal": kind if kind in _REFUSALS else UnreadableSource.__name__,
            "sentence": refusal.sentence,
            "parameters": refusal.parameters,
            "line": refusal.line,
            "column": refusal.column,
        },
        default=str,
    ).encode()


def told_failure(failure: Exception) -> bytes:
    """The answer of a worker whose reader stumbled over the file."""
    return json.dumps({"failure": type(failure).__name__}).encode()


def understood(answer: bytes, *, megabytes: int) -> tuple[Reading, ...]:
    """What the worker read. Raises UnreadableSource when it read nothing, with the reason."""
    try:
        found = json.loads(answer)
        if "readings" in found:
            return tuple(reading_of(reading) for reading in found["readings"])
        raise _refusal(found, megabytes)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise broken_off() from None


def _refusal(found: dict[str, Any], megabytes: int) -> UnreadableSource:
    if "out_of_memory" in found:
        return out_of_memory(megabytes)
    if "failure" in found:
        return UnreadableSource(
            "Isi berkas ini tidak tersusun seperti yang seharusnya, sehingga pembacaannya gagal ({galat}). Simpan "
            "ulang dari aplikasi asalnya, lalu coba lagi; bila tetap gagal, laporkan kepada pengembang.",
            galat=str(found["failure"]),
        )
    kind, parameters = _REFUSALS[str(found["refusal"])], found["parameters"]
    line, column = int(str(found["line"])), int(str(found["column"]))
    return kind(
        str(found["sentence"]), line=line, column=column, **(parameters if isinstance(parameters, dict) else {})
    )


def out_of_memory(megabytes: int) -> UnreadableSource:
    """What is said about a file that needs more memory than it may have."""
    return SourceTooLarge(
        "Untuk membaca berkas ini diperlukan memori lebih dari {batas} MB, jadi pembacaannya dihentikan. Bagi menjadi "
        "beberapa berkas, atau simpan ulang dari aplikasi asalnya.",
        batas=megabytes,
    )


def out_of_time(seconds: float) -> UnreadableSource:
    """What is said about a file that takes longer than it may."""
    return SourceTooLarge(
        "Berkas ini belum selesai dibaca setelah {detik:g} detik, jadi pembacaannya dihentikan. Mungkin berkasnya "
        "rusak atau terlalu besar. Bagi menjadi beberapa berkas, atau simpan ulang dari aplikasi asalnya.",
        detik=seconds,
    )


def broken_off() -> UnreadableSource:
    """What is said about a file whose reader died."""
    return UnreadableSource(
        "Pembacaan berkas ini terhenti mendadak; kemungkinan isinya rusak. Buka dengan aplikasi asalnya, simpan ulang, "
        "lalu coba lagi."
    )
