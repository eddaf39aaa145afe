"""The document itself: page after page a paragraph that carries the drawing, the table, and a page break."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from sopan.domain.procedure import Procedure
from sopan.drawingml.names import symbol_names
from sopan.flowchart.diagram import Diagram, Page, PageKind, PictureKind
from sopan.flowchart.diagram import Picture as Room
from sopan.writers.docx.anchors import Place, Title
from sopan.writers.docx.canvas import canvas
from sopan.writers.docx.fields import fields
from sopan.writers.docx.pictures import picture
from sopan.writers.docx.shapes import Subject
from sopan.writers.docx.surroundings import Surroundings, section
from sopan.writers.docx.tables import table_element
from sopan.writers.docx.texts import carrier
from sopan.writers.docx.xml import Element, settled, w
from sopan.writers.fonts import Typeface
from sopan.writers.narration import narrate
from sopan.writers.pictures import Illustration, fitted
from sopan.writers.tables import as_table

CAPTIONS = {PageKind.IDENTITY: "Identitas SOP", PageKind.FLOW: "Bagan alir", PageKind.APPENDIX: "Lampiran"}
PICTURES = {PictureKind.LOGO: "Logo", PictureKind.VERIFICATION: "Kode QR"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all pages share."""

    procedure: Procedure
    around: Surroundings
    typeface: Typeface
    illustrations: Mapping[PictureKind, Illustration]
    """What there is to show; the document knows the file by the name of its kind."""


def document(diagram: Diagram, setting: Setting) -> Element:
    """`w:document` with every page of the diagram."""
    names, ids = symbol_names(setting.procedure, diagram), count(1)
    content: list[Element] = []
    for page in diagram.pages:
        if content:
            content.append(carrier(w("r", w("br", type="page"))))
        content += _page(page, setting, names, ids)
    return w("document", w("body", *content, carrier(), section(setting.around)))


def _page(page: Page, setting: Setting, names: Mapping[tuple[int, str], str], ids: Iterator[int]) -> Iterator[Element]:
    listed = fields(page, setting.procedure)
    table = as_table([each.cell for each in listed])
    top = table.y if table else setting.around.sheet.top
    yield carrier(*_drawings(page, setting, names, ids), height=settled(top) - settled(setting.around.top))
    if table:
        caption = f"{CAPTIONS[page.kind]}, halaman {page.number}"
        by_cell = {each.cell: each for each in listed}
        yield table_element(table, by_cell, left=setting.around.sheet.left, caption=caption)


def _drawings(
    page: Page, setting: Setting, names: Mapping[tuple[int, str], str], ids: Iterator[int]
) -> Iterator[Element]:
    """The pictures and the flow of a page, each in a run of its own."""
    x, y = settled(setting.around.sheet.left), settled(setting.around.top)
    for room in page.pictures:
        if room.kind in setting.illustrations:
            yield w("r", _picture(room, setting.illustrations[room.kind], x=x, y=y, id=next(ids)))
    said = narrate(setting.procedure, page)
    subject = Subject(page=page, names=names, said=said, typeface=setting.typeface)
    flow = canvas(subject, x=x, y=y, ids=ids)
    if flow is not None:
        yield w("r", flow)


def _picture(room: Room, illustration: Illustration, *, x: float, y: float, id: int) -> Element:
    box = fitted(room, illustration)
    left, top, width, height = (float(str(box[key])) for key in ("x", "y", "width", "height"))
    place = Place(x=left - x, y=top - y, width=width, height=height)
    return picture(place, Title(id=id, name=PICTURES[room.kind], description=illustration.alt), room.kind.value)
