"""The emblem and the code as pictures that float where the diagram keeps room for them."""

from __future__ import annotations

from sopan.drawingml.frames import Frame
from sopan.drawingml.markup import element
from sopan.drawingml.shapes import xfrm
from sopan.drawingml.units import emu
from sopan.writers.docx.anchors import Place, Title, drawing
from sopan.writers.docx.xml import Element


def picture(place: Place, title: Title, reference: str) -> Element:
    """A picture as a drawing; `reference` is the id under which the document knows its file."""
    frame = Frame(0, 0, emu(place.width), emu(place.height))
    content = element(
        "pic:pic",
        element(
            "pic:nvPicPr",
            element("pic:cNvPr", id=title.id, name=title.name, descr=title.description),
            element("pic:cNvPicPr"),
        ),
        element("pic:blipFill", element("a:blip", r_embed=reference), element("a:stretch", element("a:fillRect"))),
        element("pic:spPr", xfrm(frame), element("a:prstGeom", element("a:avLst"), prst="rect")),
    )
    return drawing(place, title, "pic", content)
