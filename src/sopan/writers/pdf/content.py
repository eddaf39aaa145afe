"""What the Typst template needs to know about a document, as plain values."""

from __future__ import annotations

from collections.abc import Mapping

from sopan.domain import tanggal
from sopan.domain.identity import Identity
from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Diagram, PictureKind
from sopan.writers.fonts import Typeface, printable
from sopan.writers.pdf.pages import Values, page_content
from sopan.writers.pictures import Illustration

UNTITLED = "SOP tanpa judul"


def content(
    procedure: Procedure, diagram: Diagram, typeface: Typeface, illustrations: Mapping[PictureKind, Illustration]
) -> Values:
    """The whole document for `document.typ`."""
    identity = procedure.identity
    return {
        "title": title(identity),
        "author": printable(identity.opd or identity.pemerintah_daerah),
        "keywords": ["SOP AP", *filter(None, [printable(identity.nomor)])],
        "date": _date(identity),
        "font": typeface.family,
        "width": diagram.sheet.width,
        "height": diagram.sheet.height,
        "pages": [page_content(procedure, diagram.sheet, page, typeface, illustrations) for page in diagram.pages],
    }


def title(identity: Identity) -> str:
    """Title of the document; never empty, as PDF/UA demands."""
    return printable(identity.judul).strip() or UNTITLED


def _date(identity: Identity) -> Values | None:
    """When the document was made, else revised, else in force; None while none of these can be read."""
    written = (identity.tanggal_pembuatan, identity.tanggal_revisi, identity.tanggal_efektif)
    day = next(filter(None, map(tanggal.read, written)), None)
    return {"year": day.year, "month": day.month, "day": day.day} if day else None
