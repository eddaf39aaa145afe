"""A procedure and its diagram become one Word document: the whole form, to be read, printed and changed."""

from __future__ import annotations

from sopan.domain.codec import encode_json
from sopan.domain.procedure import Procedure
from sopan.drawingml.model_part import ITEM_RELATIONSHIP, Model, parts
from sopan.drawingml.package import Part, Reference, pack
from sopan.drawn import encode
from sopan.flowchart.diagram import Diagram, PictureKind
from sopan.writers.docx.body import Setting, document
from sopan.writers.docx.seen import seen
from sopan.writers.docx.standing import WORD, standing
from sopan.writers.docx.surroundings import Surroundings, footer, header, surroundings
from sopan.writers.docx.xml import serialised
from sopan.writers.fonts import ARIMO, measurer
from sopan.writers.office import properties
from sopan.writers.pictures import Illustration, illustrations
from sopan.writers.pixels import as_png

PICTURE_WIDTH = 24.0
"""Millimetres; no picture is printed wider."""


def write(
    procedure: Procedure, diagram: Diagram, *, logo: bytes | None = None, verification: str = "", family: str = ARIMO
) -> bytes:
    """The document as DOCX. The same input gives the same bytes.

    Each page is a table with rows as high as in the diagram and a canvas of native shapes above it, whose connectors
    hold on to their symbols. Text is whole: Word breaks its lines. The procedure rides along as a part of the file.
    Raises UnreadableSource for a logo that cannot be trusted, FontNotInstalled for a family this system lacks, and
    InvalidProcedure for characters that no file can carry.
    """
    typeface = measurer(family)
    pictures = illustrations(procedure, logo=logo, verification=verification)
    around = surroundings(diagram)
    model, model_properties = parts(Model(encode_json(procedure), encode(seen(procedure, diagram))))
    beside = {
        **standing(typeface.family),
        **_edges(around, procedure),
        **{kind.value: _file(kind, picture) for kind, picture in pictures.items()},
        ITEM_RELATIONSHIP: model,
    }
    setting = Setting(procedure=procedure, around=around, typeface=typeface, illustrations=pictures)
    main = Part(
        "word/document.xml",
        serialised(document(diagram, setting)),
        f"{WORD}.document.main+xml",
        {_id(name): Reference(_kind(name), part.path) for name, part in beside.items()},
    )
    first = {"officeDocument": main, **properties(procedure.identity)}
    references = {f"rId{place}": Reference(kind, part.path) for place, (kind, part) in enumerate(first.items(), 1)}
    return pack([*first.values(), *beside.values(), model_properties], references)


def _edges(around: Surroundings, procedure: Procedure) -> dict[str, Part]:
    """Header and footer, where there is something to say in them."""
    made = {"header": header(around, procedure), "footer": footer(around)}
    return {
        name: Part(f"word/{name}1.xml", serialised(root), f"{WORD}.{name}+xml")
        for name, root in made.items()
        if root is not None
    }


def _file(kind: PictureKind, picture: Illustration) -> Part:
    return Part(f"word/media/{kind.value}.png", as_png(picture, PICTURE_WIDTH), "image/png")


def _kind(name: str) -> str:
    """Of the relationship to a part that goes by this name."""
    return "image" if name in [*PictureKind] else name


def _id(name: str) -> str:
    """By which the document refers to it."""
    return name.rpartition("/")[2]
