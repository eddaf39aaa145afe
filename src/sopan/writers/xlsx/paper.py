"""What Excel needs to print a sheet as we print its pages: paper, margins, breaks, repeated rows and the foot.

F4 is no paper Excel knows by a number. Folio (8.5 × 13 inches) comes nearest: it is 0.2 mm wider and 0.9 mm higher,
and the drawing keeps its own size on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from lxml import etree

from sopan.drawingml.markup import element
from sopan.flowchart.diagram import Diagram, Page
from sopan.flowchart.measures import FOOTER_HEIGHT, FOOTER_SIZE, POINT
from sopan.writers.fonts import printable
from sopan.writers.xlsx.grid import PIXELS_PER_MILLIMETRE, cell_name, column_name
from sopan.writers.xlsx.sheets import Sheet
from sopan.writers.xlsx.styles import ARIAL_HEIGHT

PAPERS: Mapping[str, int] = {"f4": 14, "a4": 9, "legal": 5, "letter": 1}
"""Numbers of Office; 14 is Folio."""
SLACK = 3.0
"""Millimetres of the right margin that a printer may need: one percent, so that no column gets a page of its own."""
SINK = 2.0
"""Millimetres by which the foot stands lower than on our pages, for the same reason: no row gets a page of its own."""
LONGEST_TITLE = 150
"""Letters; a foot holds 255 with everything that is said about its type."""
HEAD = 6.0
"""Millimetres from the edge of the paper to a head that is empty."""


def columns(sheet: Sheet) -> etree._Element:
    """Widths in digits of the Normal style, eight pixels each."""
    edges = sheet.grid.columns
    return element(
        "x:cols",
        *(
            element("x:col", min=place, max=place, width=f"{(end - start) / 8:g}", customWidth=True)
            for place, (start, end) in enumerate(pairwise(edges), 1)
        ),
    )


def page_setup(sheet: Sheet, diagram: Diagram, family: str) -> Iterator[etree._Element]:
    """Margins, paper, foot and breaks, in the order in which Excel wants them."""
    paper = diagram.sheet
    margins = {"left": paper.left, "right": paper.right - SLACK, "top": paper.top, "bottom": _below(sheet, diagram)}
    foot = paper.bottom - SINK + (FOOTER_HEIGHT - FOOTER_SIZE * ARIAL_HEIGHT * POINT) / 2
    edges = {"header": HEAD, "footer": foot}
    inches = {key: f"{value / 25.4:.4f}" for key, value in {**margins, **edges}.items()}
    yield element("x:pageMargins", **inches)
    yield element(
        "x:pageSetup",
        paperSize=PAPERS.get(paper.name, PAPERS["f4"]),
        orientation="landscape",
        useFirstPageNumber=True,
        firstPageNumber=sheet.pages[0].page.number,
    )
    yield element("x:headerFooter", element("x:oddFooter", text=_foot(sheet.pages[0].page, len(diagram.pages), family)))
    if sheet.breaks:
        breaks = [element("x:brk", id=row, max=16_383, man=True) for row in sheet.breaks]
        yield element("x:rowBreaks", *breaks, count=len(breaks), manualBreakCount=len(breaks))


def print_names(sheet: Sheet, place: int) -> Iterator[etree._Element]:
    """What is printed of the sheet with this number, and which rows on every page."""
    quoted = "'" + sheet.name.replace("'", "''") + "'"
    last = f"${column_name(len(sheet.grid.columns) - 2)}${len(sheet.grid.rows) - 1}"
    yield element("x:definedName", name="_xlnm.Print_Area", localSheetId=place, text=f"{quoted}!$A$1:{last}")
    if sheet.head_rows:
        rows = f"{quoted}!$1:${sheet.head_rows}"
        yield element("x:definedName", name="_xlnm.Print_Titles", localSheetId=place, text=rows)


def view(sheet: Sheet) -> etree._Element:
    """No grid, and the head stays while one scrolls."""
    panes = []
    if sheet.head_rows and sheet.pages[0].page.rows:
        corner = cell_name(sheet.head_rows, 0)
        panes.append(
            element("x:pane", ySplit=sheet.head_rows, topLeftCell=corner, activePane="bottomLeft", state="frozen")
        )
    return element("x:sheetViews", element("x:sheetView", *panes, showGridLines=False, workbookViewId=0))


def _below(sheet: Sheet, diagram: Diagram) -> float:
    """The lower margin: above the foot, but no page may be parted, however long it is."""
    paper, edges = diagram.sheet, sheet.grid.rows
    starts = [*(place.start for place in sheet.pages), edges[-1]]
    tallest = edges[sheet.head_rows] + max(end - start for start, end in pairwise(starts))
    return min(paper.bottom + FOOTER_HEIGHT, paper.height - paper.top - tallest / PIXELS_PER_MILLIMETRE) - SINK


def _foot(page: Page, pages: int, family: str) -> str:
    """The foot of our pages in Excel's own language, where `&P` is the number of the page.

    Its middle is empty, but has to be as small as the rest, or LibreOffice takes the room from the table.
    """
    look = f'&"{family},Regular"&{FOOTER_SIZE:g}'
    words = next((cell.lines for cell in page.cells if cell.column == "judul" and not cell.border and cell.lines), ())
    title = printable(" ".join(words))
    if len(title) > LONGEST_TITLE:
        title = title[: LONGEST_TITLE - 2].rstrip() + " …"
    return f"&L{look} {title.replace('&', '&&')}&C{look} &R{look} Halaman &P dari {pages}"
