"""Photos and scans of paper: known by what is inside the file, never by its name."""

from __future__ import annotations

from dataclasses import dataclass

MAX_BYTES = 20_000_000
_STARTS = (
    (b"%PDF-", "application/pdf", "pdf"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file is."""

    media_type: str
    extension: str


def kind_of(data: bytes) -> Kind | None:
    """PDF, JPEG, PNG or WebP; None for anything else."""
    for start, media_type, extension in _STARTS:
        if data.startswith(start):
            return Kind(media_type, extension)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Kind("image/webp", "webp")
    return None
