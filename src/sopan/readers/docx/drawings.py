"""Drawings of a document: where Word puts what is anchored at a paragraph; EMU of the page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from lxml import etree

from sopan.drawingml.frames import Bounds, Frame, Transform
from sopan.drawingml.units import EMU_PER_MILLIMETRE
from sopan.readers.office import shapes, vml
from sopan.readers.office.alternates import child, children, local, value
from sopan.readers.office.gathered import Gathered, Look, Shape
from sopan.readers.office.paper import box

_SHAPES = frozenset({"wsp", "wgp", "wpc", "pic", "graphicFrame"})
_VML = frozenset({"shape", "rect", "roundrect", "oval", "line", "polyline", "group", "image"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where the paragraph with a drawing stands; millimetres of the page."""

    left: float
    """Of the column of text."""
    width: float
    top: float
    """Of the paragraph."""
    line: float
    """Where a drawing in the line of text begins."""
    origin: tuple[float, float] = (0.0, 0.0)
    """What positions on the page count from: its corner, or that of the cell that holds the paragraph."""
    margins: tuple[float, float] = (0.0, 0.0)
    """Between that corner and the text, to the right and down."""
    page_width: float = 0.0


class Artist:
    """Gathers drawings, each with ids of its own."""

    def __init__(self, types: dict[str, str], glue: dict[str, tuple[str, str]], images: dict[str, str]) -> None:
        self._types = types
        self._glue = glue
        self._images = images
        self._numbers = count(1)

    def gather(self, drawing: etree._Element, spot: Spot, into: Gathered) -> None:
        """Add what one `w:drawing`, `w:pict` or `w:object` shows."""
        if local(drawing) != "drawing":
            self._gather_vml(drawing, spot, into)
            return
        for holder in drawing:
            if local(holder) in ("anchor", "inline"):
                self._gather_shapes(holder, spot, into)

    def _gather_shapes(self, holder: etree._Element, spot: Spot, into: Gathered) -> None:
        graphic = child(holder, "graphic", "graphicData")
        if graphic is None:
            return
        x, y = _position(holder, spot)
        width, height = (shapes.length(child(holder, "extent"), key) for key in ("cx", "cy"))
        setting = shapes.Setting(place=Transform(e=x, f=y), scope=f"{next(self._numbers)}.", images=self._images)
        for one in children(graphic):
            if local(one) in _SHAPES:
                bounds = _bounds(one, width, height)
                shapes.gather(one, into, setting, bounds)
            else:  # a chart, a picture made of text: it cannot be read, but it is there
                frame = Frame(0.0, 0.0, width, height)
                into.shapes.append(
                    Shape(key=setting.scope, box=box(setting.place, frame), look=Look.PICTURE, said=local(one))
                )

    def _gather_vml(self, holder: etree._Element, spot: Spot, into: Gathered) -> None:
        types = {**self._types, **vml.types_of(holder)}
        for one in holder:
            if local(one) not in _VML:
                continue
            style = vml.style_of(one)
            x, y = _vml_origin(style, spot)
            setting = vml.Setting(
                place=Transform(e=x, f=y), unit=vml.UNITS["pt"], scope="v.", types=types, glue=self._glue
            )
            vml.gather(one, into, setting)


def _bounds(shape: etree._Element, width: float, height: float) -> Bounds | None:
    """What a shape covers; the size its anchor names is that before it is turned. A canvas has its own coordinates."""
    if local(shape) == "wpc" or not (width and height):
        return None
    xfrm = child(shape, "grpSpPr" if local(shape) == "wgp" else "spPr", "xfrm")
    return Frame(0.0, 0.0, width, height, int(shapes.length(xfrm, "rot"))).anchor


def _position(holder: etree._Element, spot: Spot) -> tuple[float, float]:
    """The upper left corner of a drawing, EMU of the page."""
    if local(holder) == "inline":
        return spot.line * EMU_PER_MILLIMETRE, spot.top * EMU_PER_MILLIMETRE
    wide = shapes.length(child(holder, "extent"), "cx") / EMU_PER_MILLIMETRE
    x = _along(child(holder, "positionH"), _across(spot), wide)
    y = _along(child(holder, "positionV"), _down(spot), 0.0)
    return x * EMU_PER_MILLIMETRE, y * EMU_PER_MILLIMETRE


def _across(spot: Spot) -> dict[str, tuple[float, float]]:
    """Where each of the words for a horizontal position begins, and how much room it has."""
    page = spot.origin[0]
    margin = page + spot.margins[0]
    room = max(spot.page_width - 2 * spot.margins[0], 0.0)
    return {
        "page": (page, spot.page_width),
        "leftMargin": (page, spot.margins[0]),
        "margin": (margin, room),
        "": (spot.left, spot.width),
    }


def _down(spot: Spot) -> dict[str, tuple[float, float]]:
    page = spot.origin[1]
    return {"page": (page, 0.0), "topMargin": (page, 0.0), "margin": (page + spot.margins[1], 0.0), "": (spot.top, 0.0)}


def _along(position: etree._Element | None, starts: dict[str, tuple[float, float]], size: float) -> float:
    start, room = starts.get(value(position, key="relativeFrom"), starts[""])
    offset, align = child(position, "posOffset"), child(position, "align")
    if offset is not None:
        return start + shapes.emu(offset.text) / EMU_PER_MILLIMETRE
    said = (align.text or "") if align is not None else ""
    return start + max(room - size, 0.0) * {"center": 0.5, "right": 1.0}.get(said, 0.0)


def _vml_origin(style: dict[str, str], spot: Spot) -> tuple[float, float]:
    if style.get("position") not in ("absolute", "relative"):
        return spot.line * EMU_PER_MILLIMETRE, spot.top * EMU_PER_MILLIMETRE
    across, down = _across(spot), _down(spot)
    x = across.get(style.get("mso-position-horizontal-relative", ""), across[""])[0]
    y = down.get(style.get("mso-position-vertical-relative", ""), down[""])[0]
    return x * EMU_PER_MILLIMETRE, y * EMU_PER_MILLIMETRE
