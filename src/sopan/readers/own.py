"""SOPAN's own formats as readings: they say everything themselves."""

from __future__ import annotations

from sopan.domain.codec import decode_json, decode_text
from sopan.readers.reading import Reading


def read_text(data: bytes) -> tuple[Reading, ...]:
    """The procedure of a `.sop.yaml` file."""
    return (Reading(procedure=decode_text(data), is_model=True),)


def read_json(data: bytes) -> tuple[Reading, ...]:
    """The procedure of a JSON document."""
    return (Reading(procedure=decode_json(data), is_model=True),)
