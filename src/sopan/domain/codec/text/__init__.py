"""The text format `.sop.yaml`, both ways."""

from __future__ import annotations

from dataclasses import dataclass

from sopan.domain.codec.source import text_of
from sopan.domain.codec.text.emit import block, emit
from sopan.domain.codec.text.formatter import format_text
from sopan.domain.codec.text.parse import parse
from sopan.domain.codec.text.places import Places, places_of
from sopan.domain.codec.text.read import read_procedure
from sopan.domain.codec.text.version import current
from sopan.domain.codec.text.write import written
from sopan.domain.procedure import Procedure

__all__ = ["Decoded", "decode_text", "decode_text_with_places", "encode_text", "format_text"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """A procedure, and where in its source each value stands."""

    procedure: Procedure
    places: Places


def decode_text(data: bytes | str) -> Procedure:
    """The procedure a `.sop.yaml` describes. Only UnreadableSource is raised, with the place and what was expected."""
    return read_procedure(current(parse(text_of(data))))


def decode_text_with_places(data: bytes | str) -> Decoded:
    """As `decode_text`, with the line and column of every value, for the code frame of a finding."""
    root = current(parse(text_of(data)))
    procedure = read_procedure(root)
    return Decoded(procedure, places_of(root, procedure))


def encode_text(procedure: Procedure) -> str:
    """A `.sop.yaml` that describes this procedure; the same text for the same procedure.

    InvalidProcedure when a text holds a character that no document can carry (a control character, half a surrogate).
    """
    return emit(block(written(procedure)))
