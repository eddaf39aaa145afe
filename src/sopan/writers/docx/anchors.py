"""Drawings that stand at a place of their own: measured from the paragraph that carries them, never from the page.

LibreOffice forgets the place of a canvas that is measured from the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from sopan.drawingml.markup import NAMESPACES, element
from sopan.drawingml.units import emu
from sopan.writers.docx.xml import Element

_FRONT = 251_658_240
"""Where Word begins to count what lies in front of what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A box beside the paragraph that carries it; millimetres from the paragraph's upper left corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What a drawing is called, and what it says to those who do not see it."""

    id: int
    name: str
    description: str


def drawing(place: Place, title: Title, kind: str, content: Element) -> Element:
    """A floating drawing in front of the text; `kind` is the prefix of what it holds: `wpc`, `wpg` or `pic`."""
    anchor = element(
        "wp:anchor",
        element("wp:simplePos", x=0, y=0),
        element("wp:positionH", _offset(place.x), relativeFrom="column"),
        element("wp:positionV", _offset(place.y), relativeFrom="paragraph"),
        element("wp:extent", cx=emu(place.width), cy=emu(place.height)),
        element("wp:effectExtent", l=0, t=0, r=0, b=0),
        element("wp:wrapNone"),
        element("wp:docPr", id=title.id, name=title.name, descr=title.description),
        element("wp:cNvGraphicFramePr"),
        element("a:graphic", element("a:graphicData", content, uri=NAMESPACES[kind])),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
        simplePos=0,
        relativeHeight=_FRONT + title.id,
        behindDoc=0,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )
    return element("w:drawing", anchor)


def _offset(millimetres: float) -> Element:
    return element("wp:posOffset", text=str(emu(millimetres)))
