"""The drawing of a page: one canvas in which connectors hold on to symbols, and a group for programs without canvases.

Connectors are glued inside a canvas only. LibreOffice before 25.2 shows the group, whose first child is as large as the
whole because a group is as large as its children.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import chain

from sopan.drawingml.frames import Bounds, Frame, around
from sopan.drawingml.markup import element
from sopan.drawingml.shapes import label_properties, xfrm
from sopan.drawingml.units import emu
from sopan.flowchart.diagram import CellRole, Page
from sopan.writers.docx.anchors import Place, Title, drawing
from sopan.writers.docx.shapes import Artist, Box, Subject
from sopan.writers.docx.xml import Element
from sopan.writers.fonts import printable

MARGIN = 1.0
"""Millimetres between what is drawn and the border of the canvas, at which Word cuts."""


def canvas(subject: Subject, *, x: float, y: float, ids: Iterator[int]) -> Element | None:
    """The drawing, carried by a paragraph at `x`, `y` millimetres; None for a page without symbols.

    `ids` gives numbers that no other object of the document has.
    """
    page = subject.page
    if not page.shapes:
        return None
    left, top, right, bottom = _area(page)
    place = Place(x=left - x, y=top - y, width=right - left, height=bottom - top)
    description = printable(" ".join(subject.said.values()))
    title = Title(id=next(ids), name=f"Bagan alir {page.number}", description=description)
    size = emu(place.width), emu(place.height)
    objects = list(Artist(subject, (left, top), ids).objects())
    return element(
        "mc:AlternateContent",
        element("mc:Choice", drawing(place, title, "wpc", _canvas(objects)), Requires="wpc"),
        element("mc:Fallback", drawing(place, title, "wpg", _group(objects, size, next(ids)))),
    )


def _area(page: Page) -> Bounds:
    """The columns of executors and all that is drawn, with a margin; millimetres."""
    lanes = (cell for cell in page.cells if cell.role is CellRole.LANE)
    labels = (arrow.label for arrow in page.arrows if arrow.label)
    boxes: list[Box] = [*lanes, *page.shapes, *labels]
    corners = [(box.x, box.y) for box in boxes] + [(box.x + box.width, box.y + box.height) for box in boxes]
    left, top, right, bottom = around(chain(corners, *(arrow.points for arrow in page.arrows)))
    return left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN


def _canvas(objects: Sequence[Element]) -> Element:
    background = element("wpc:bg", element("a:noFill"))
    frame = element("wpc:whole", element("a:ln", element("a:noFill")))
    return element("wpc:wpc", background, frame, *objects)


def _group(objects: Sequence[Element], size: tuple[int, int], id: int) -> Element:
    width, height = size
    whole = Frame(0, 0, width, height)
    box = xfrm(whole)
    box.extend((element("a:chOff", x=0, y=0), element("a:chExt", cx=width, cy=height)))
    field = element(
        "wps:wsp",
        element("wps:cNvPr", id=id, name="Bidang gambar"),
        element("wps:cNvSpPr"),
        label_properties("wps:spPr", whole),
        element("wps:bodyPr"),
    )
    return element(
        "wpg:wgp", element("wpg:cNvGrpSpPr"), element("wpg:grpSpPr", box), field, *(deepcopy(each) for each in objects)
    )
