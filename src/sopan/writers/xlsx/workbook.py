"""The parts of a workbook: the book that lists its sheets, each sheet with what lies over it, styles and texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from lxml import etree

from sopan.domain.procedure import Procedure
from sopan.drawingml.markup import element
from sopan.drawingml.package import Part, Reference
from sopan.flowchart.diagram import Diagram, Page, PictureKind
from sopan.writers.fonts import Typeface
from sopan.writers.narration import narrate
from sopan.writers.pictures import Illustration, fitted
from sopan.writers.pixels import as_png
from sopan.writers.xlsx import paper
from sopan.writers.xlsx.cells import Filler, merged
from sopan.writers.xlsx.drawing import Artist, PlacedPicture, drawing
from sopan.writers.xlsx.grid import Span
from sopan.writers.xlsx.sheets import Sheet

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DRAWING = "application/vnd.openxmlformats-officedocument.drawing+xml"
PICTURE_WIDTH = 24.0
"""Millimetres; no picture is printed wider."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every sheet of one workbook is made with."""

    procedure: Procedure
    diagram: Diagram
    names: Mapping[tuple[int, str], str]
    """Of symbols, by page and id."""
    typeface: Typeface
    illustrations: Mapping[PictureKind, Illustration]
    filler: Filler


def workbook(sheets: Sequence[Sheet], parts: Iterable[Part], beside: Mapping[str, Part]) -> Part:
    """The book, which refers to its sheets and to what stands beside them, by the kind of the reference."""
    references = {f"rId{place}": Reference("worksheet", part.path) for place, part in enumerate(parts, 1)}
    references |= {f"rId{place}": Reference(kind, part.path) for place, (kind, part) in enumerate(beside.items(), 101)}
    listed = (
        element("x:sheet", name=sheet.name, sheetId=place, r_id=f"rId{place}") for place, sheet in enumerate(sheets, 1)
    )
    printed = (name for place, sheet in enumerate(sheets) for name in paper.print_names(sheet, place))
    root = element(
        "x:workbook",
        element("x:bookViews", element("x:workbookView")),
        element("x:sheets", *listed),
        element("x:definedNames", *printed),
    )
    return Part("xl/workbook.xml", serialised(root), f"{SHEET}.sheet.main+xml", references)


def sheet_parts(desk: Desk, sheet: Sheet, number: int) -> Iterator[Part]:
    """The sheet, and its drawing where there is something to draw."""
    drawn = _drawing(desk, sheet, number)
    root = element(
        "x:worksheet",
        paper.view(sheet),
        element("x:sheetFormatPr", defaultRowHeight=15, customHeight=True),
        paper.columns(sheet),
        desk.filler.rows(sheet),
        *_merged(merged(sheet.cells)),
        *paper.page_setup(sheet, desk.diagram, desk.filler.family),
        *([element("x:drawing", r_id="rId1")] if drawn else []),
    )
    references = {"rId1": Reference("drawing", drawn.path)} if drawn else {}
    yield Part(f"xl/worksheets/sheet{number}.xml", serialised(root), f"{SHEET}.worksheet+xml", references)
    if drawn:
        yield drawn


def standing_parts(desk: Desk) -> dict[str, Part]:
    """What the book has besides sheets, by the kind of the reference: styles and texts, once all sheets are made."""
    return {
        "styles": Part("xl/styles.xml", serialised(desk.filler.styles.part()), f"{SHEET}.styles+xml"),
        "sharedStrings": Part(
            "xl/sharedStrings.xml", serialised(desk.filler.texts.part()), f"{SHEET}.sharedStrings+xml"
        ),
    }


def serialised(root: etree._Element) -> bytes:
    """The part as a file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def picture_files(illustrations: Mapping[PictureKind, Illustration]) -> list[Part]:
    """Every picture of the workbook as a file of its own."""
    return [Part(_path(kind), as_png(each, PICTURE_WIDTH), "image/png") for kind, each in illustrations.items()]


def _drawing(desk: Desk, sheet: Sheet, number: int) -> Part | None:
    artist = Artist(grid=sheet.grid, names=desk.names, typeface=desk.typeface, family=desk.filler.family)
    objects: list[etree._Element] = []
    used: dict[str, Reference] = {}
    for place in sheet.pages:
        pictures = list(_pictures(desk, place.page))
        used |= {each.kind.value: Reference("image", _path(each.kind)) for each in pictures}
        objects += artist.page(place, narrate(desk.procedure, place.page), pictures)
    if not objects:
        return None
    return Part(f"xl/drawings/drawing{number}.xml", serialised(drawing(objects)), DRAWING, used)


def _pictures(desk: Desk, page: Page) -> Iterator[PlacedPicture]:
    for box in page.pictures:
        illustration = desk.illustrations.get(box.kind)
        if illustration:
            at = fitted(box, illustration)
            x, y, width, height = (cast(float, at[key]) for key in ("x", "y", "width", "height"))
            yield PlacedPicture(kind=box.kind, description=illustration.alt, box=(x, y, width, height))


def _path(kind: PictureKind) -> str:
    return f"xl/media/{kind.value}.png"


def _merged(spans: Sequence[Span]) -> list[etree._Element]:
    """Nothing where nothing is merged: an empty list is a fault to Excel."""
    cells = [element("x:mergeCell", ref=span.address) for span in spans]
    return [element("x:mergeCells", *cells, count=len(cells))] if cells else []
