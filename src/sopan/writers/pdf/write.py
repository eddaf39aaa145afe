"""A procedure and its diagram become one PDF: vector, searchable, tagged, archival, with its own data inside."""

from __future__ import annotations

from sopan.domain.codec import encode_json
from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Diagram
from sopan.writers.fonts import ARIMO, measurer
from sopan.writers.pdf.content import content
from sopan.writers.pdf.press import press_pdf
from sopan.writers.pictures import illustrations


def write(
    procedure: Procedure, diagram: Diagram, *, logo: bytes | None = None, verification: str = "", family: str = ARIMO
) -> bytes:
    """The document as PDF/UA-1, and as PDF/A-3a too when one of its dates can be read.

    The same input gives the same bytes. `logo` is SVG, PNG or JPEG; `verification` is the address at which the
    document can be verified. The procedure rides along as `prosedur.sop.json`. Raises UnreadableSource for a logo
    that cannot be trusted, FontNotInstalled for a family this system lacks, and InvalidProcedure for characters that
    no file can carry (halves of characters and their like).
    """
    typeface = measurer(family)
    pictures = illustrations(procedure, logo=logo, verification=verification)
    return press_pdf(content(procedure, diagram, typeface, pictures), encode_json(procedure), typeface)
