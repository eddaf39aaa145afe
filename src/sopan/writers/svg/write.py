"""A diagram becomes one SVG: for the web, where it can be themed, read aloud and pointed at."""

from __future__ import annotations

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Diagram, Page
from sopan.writers.fonts import ARIMO, measurer
from sopan.writers.pictures import illustrations
from sopan.writers.svg.elements import element, words
from sopan.writers.svg.pages import draw_page

GAP = 6.0
"""Between pages that stand below each other; millimetres."""
FALLBACKS = "Arial, Liberation Sans, Helvetica, sans-serif"
"""Fonts as wide as Arimo, then whatever there is."""
STYLE = (
    ".sopan-paper{fill:var(--sopan-paper,#fff)}"
    ".sopan-table{stroke:var(--sopan-table,var(--sopan-ink,#000))}"
    ".sopan-flow{stroke:var(--sopan-flow,var(--sopan-ink,#000))}"
    ".sopan-head{fill:var(--sopan-flow,var(--sopan-ink,#000))}"
    ".sopan-symbol{fill:var(--sopan-symbol,var(--sopan-paper,#fff));stroke:var(--sopan-flow,var(--sopan-ink,#000))}"
    ".sopan-diagram text{fill:var(--sopan-ink,#000)}"
)
"""Names a theme may set. Readers that know no custom properties take the colours of the attributes: black on white."""


def write(
    procedure: Procedure,
    diagram: Diagram,
    page: int | None = None,
    *,
    logo: bytes | None = None,
    verification: str = "",
    family: str = ARIMO,
    prefix: str = "sopan",
) -> str:
    """All pages below each other, or the page with that number; lengths in millimetres.

    Ids begin with `prefix`, so that several diagrams can stand in one web page. Symbols carry `data-step` and
    `data-pelaksana`, lines `data-from` and `data-to`. Raises LookupError for a page that is not there, and what
    `pdf.write` raises for logos and fonts.
    """
    pages = [each for each in diagram.pages if page in (None, each.number)]
    if not pages:
        raise LookupError(f"the diagram has no page {page}")
    typeface = measurer(family)
    pictures = illustrations(procedure, logo=logo, verification=verification)
    step = diagram.sheet.height + GAP
    drawn = [
        draw_page(
            procedure, diagram.sheet, each, typeface, pictures, prefix=f"{prefix}-{each.number}", top=place * step
        )
        for place, each in enumerate(pages)
    ]
    return _picture(procedure, diagram, pages, drawn, prefix=prefix, font=f"{typeface.family}, {FALLBACKS}") + "\n"


def _picture(
    procedure: Procedure, diagram: Diagram, pages: list[Page], drawn: list[str], *, prefix: str, font: str
) -> str:
    width, height = diagram.sheet.width, len(pages) * (diagram.sheet.height + GAP) - GAP
    return element(
        "svg",
        element("title", words(procedure.identity.judul or "SOP tanpa judul"), id=f"{prefix}-judul"),
        element("desc", words(_description(procedure, pages)), id=f"{prefix}-keterangan"),
        element("style", STYLE),
        *drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:.6g} {height:.6g}",
        width=f"{width:.6g}mm",
        height=f"{height:.6g}mm",
        lang="id",
        class_="sopan-diagram",
        role="graphics-document document",
        aria_labelledby=f"{prefix}-judul",
        aria_describedby=f"{prefix}-keterangan",
        font_family=font,
        font_kerning="none",
        style="font-variant-ligatures:none",
    )


def _description(procedure: Procedure, pages: list[Page]) -> str:
    count = len(procedure.steps)
    who = ", ".join(procedure.columns)
    return f"Bagan alir prosedur dengan {count} langkah oleh {who or '(belum ditentukan)'}, {len(pages)} halaman."
