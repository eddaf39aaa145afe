"""What a reader found: the procedure, and for every value where it stood and how sure the reader is.

A reader never judges whether a procedure is good; the checker does. What could not be made out stays empty, with a
`Note` that says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sopan.domain import Procedure
from sopan.drawn import Box


class Certainty(StrEnum):
    """How sure the reader is of a value."""

    CERTAIN = "certain"
    """The file says so itself: a model that rides along, a cell under its heading, a glued line."""
    LIKELY = "likely"
    """Follows from where things stand: a line that ends at a symbol, an answer beside a line."""
    DOUBTFUL = "doubtful"
    """A guess that a person should look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands in the file."""

    page: int
    """Page of a PDF, sheet of a workbook, run of tables of a text document; from 1."""
    name: str = ""
    """Name of the sheet."""
    cell: str = ""
    """How a person finds it: `C12`, `tabel 2, baris 5`."""
    box: Box | None = None
    """Millimetres on that page; None where the format knows no measures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value that was read."""

    step: str
    """Id of the step; empty for a field of the identity page."""
    field: str
    """Key of the text format: `judul`, `disahkan_oleh.nama`, `kegiatan`, `pelaksana`, `waktu`, `jenis`, `ke`, …"""
    text: str
    """As it stood in the file."""
    certainty: Certainty
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the reader could not make out. `sentence` is Indonesian, untranslated; `parameters` fill it."""

    sentence: str
    parameters: Mapping[str, object] = field(default_factory=dict)
    step: str = ""
    field: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One procedure of a file."""

    procedure: Procedure
    values: tuple[Value, ...] = ()
    notes: tuple[Note, ...] = ()
    is_model: bool = False
    """Whether the procedure rode along in the file and nothing visible differs from it."""
