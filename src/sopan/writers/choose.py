"""Which writer for which format: one line each. A writer is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypedDict, Unpack

if TYPE_CHECKING:
    from sopan.domain.procedure import Procedure
    from sopan.flowchart.diagram import Diagram


class Dress(TypedDict, total=False):
    """What a document wears besides its own words."""

    logo: bytes | None
    """SVG, PNG or JPEG; it is checked before it is used."""
    verification: str
    """Address at which the document can be verified; without one there is no code."""
    family: str
    """The font the diagram was measured with."""


class Writer(Protocol):
    """Gives one file, or one for each page."""

    def __call__(self, procedure: Procedure, diagram: Diagram, **dress: Unpack[Dress]) -> tuple[bytes, ...]: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file."""

    extension: str
    media_type: str
    write: Writer
    has_file_per_page: bool = False


def _pdf(procedure: Procedure, diagram: Diagram, **dress: Unpack[Dress]) -> tuple[bytes, ...]:
    from sopan.writers import pdf

    return (pdf.write(procedure, diagram, **dress),)


def _svg(procedure: Procedure, diagram: Diagram, **dress: Unpack[Dress]) -> tuple[bytes, ...]:
    from sopan.writers import svg

    return (svg.write(procedure, diagram, **dress).encode(),)


def _png(procedure: Procedure, diagram: Diagram, **dress: Unpack[Dress]) -> tuple[bytes, ...]:
    from sopan.writers import png

    return png.write(procedure, diagram, **dress)


def _json(procedure: Procedure, diagram: Diagram, **_: Unpack[Dress]) -> tuple[bytes, ...]:
    from sopan.writers import json

    return (json.write(procedure, diagram).encode(),)


def _docx(procedure: Procedure, diagram: Diagram, **dress: Unpack[Dress]) -> tuple[bytes, ...]:
    from sopan.writers import docx

    return (docx.write(procedure, diagram, **dress),)


def _xlsx(procedure: Procedure, diagram: Diagram, **dress: Unpack[Dress]) -> tuple[bytes, ...]:
    from sopan.writers import xlsx

    return (xlsx.write(procedure, diagram, **dress),)


def _bpmn(procedure: Procedure, diagram: Diagram, **_: Unpack[Dress]) -> tuple[bytes, ...]:
    from sopan.writers import bpmn

    return (bpmn.write(procedure),)


FORMATS: Mapping[str, Format] = {
    "pdf": Format(".pdf", "application/pdf", _pdf),
    "docx": Format(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _docx),
    "xlsx": Format(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx),
    "bpmn": Format(".bpmn", "application/xml", _bpmn),
    "svg": Format(".svg", "image/svg+xml", _svg),
    "png": Format(".png", "image/png", _png, has_file_per_page=True),
    "json": Format(".json", "application/json", _json),
}


def write(procedure: Procedure, diagram: Diagram, format: str = "pdf", **dress: Unpack[Dress]) -> tuple[bytes, ...]:
    """The document in one of `FORMATS`: one file, or one for each page where the format knows no pages (PNG).

    Raises KeyError for another format, UnreadableSource for a logo that cannot be trusted, and FontNotInstalled.
    """
    return FORMATS[format].write(procedure, diagram, **dress)
