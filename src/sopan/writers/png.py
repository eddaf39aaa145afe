"""A procedure and its diagram become pictures of pixels, one for each page: the same pages as the PDF."""

from __future__ import annotations

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Diagram
from sopan.writers.fonts import ARIMO, measurer
from sopan.writers.pdf.content import content
from sopan.writers.pdf.press import press_png
from sopan.writers.pictures import illustrations

SHARPNESS = 150.0
"""Pixels per inch: the smallest type stays legible, and a page is still a small message."""


def write(
    procedure: Procedure,
    diagram: Diagram,
    *,
    ppi: float = SHARPNESS,
    logo: bytes | None = None,
    verification: str = "",
    family: str = ARIMO,
) -> tuple[bytes, ...]:
    """One PNG for each page, in order. Raises what `pdf.write` raises."""
    typeface = measurer(family)
    pictures = illustrations(procedure, logo=logo, verification=verification)
    return press_png(content(procedure, diagram, typeface, pictures), typeface, ppi)
