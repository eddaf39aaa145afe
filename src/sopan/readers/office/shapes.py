"""Shapes and connectors of DrawingML, as Excel (`xdr:`) and Word (`wps:`, `wpg:`, `wpc:`) hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from sopan.drawingml.connectors import Connector, corners
from sopan.drawingml.frames import FULL, Bounds, Frame, Point, Transform, of_group
from sopan.drawingml.units import EMU_PER_MILLIMETRE
from sopan.drawn import Box, Form, Line
from sopan.readers.office import paper
from sopan.readers.office.alternates import child, children, local, value
from sopan.readers.office.forms import block_arrow, form_of, is_line
from sopan.readers.office.freeform import form_of_outline, is_curved, outline
from sopan.readers.office.gathered import Gathered, Look, Shape, look_of
from sopan.readers.office.words import of_body

HEADS = frozenset({"triangle", "stealth", "arrow"})
GROUPS = frozenset({"grpSp", "wgp", "wpc"})
FARTHEST = 10_000.0 * EMU_PER_MILLIMETRE
_MAX_LEVELS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a drawing stands."""

    place: Transform = field(default_factory=Transform)
    """From the coordinates of the shapes to those of the page, EMU."""
    scope: str = ""
    """Goes before every id: ids are unique in one drawing only."""
    images: Mapping[str, str] | None = None
    """Names of the parts with pictures, by the id of their relation."""


def gather(
    element: etree._Element, into: Gathered, setting: Setting, bounds: Bounds | None = None, level: int = 0
) -> None:
    """Add a shape, connector, picture or group with all that is in it.

    `bounds` is what the anchor covers, where that is known better than from the shape itself.
    """
    if level > _MAX_LEVELS or value(_named(element), key="hidden") in ("1", "true"):
        return
    into.make_room()
    name = local(element)
    if name in GROUPS:
        inner = _inside(element, setting, bounds)
        for one in children(element):
            gather(one, into, inner, level=level + 1)
    elif name in ("sp", "wsp", "cxnSp"):
        _gather_shape(element, into, setting, bounds)
    elif name in ("pic", "graphicFrame"):
        _gather_picture(element, into, setting, bounds)


def _inside(group: etree._Element, setting: Setting, bounds: Bounds | None) -> Setting:
    """The setting of a group's children."""
    xfrm = child(group, "grpSpPr", "xfrm")
    if xfrm is None:  # a canvas: its children count from its own corner
        return setting
    left, top = _pair(child(xfrm, "chOff"), "x", "y")
    across, down = _pair(child(xfrm, "chExt"), "cx", "cy")
    frame = _frame(xfrm, bounds)
    whole = of_group(frame, (left, top, left + across, top + down))
    return Setting(place=setting.place.after(whole), scope=setting.scope, images=setting.images)


def _gather_shape(element: etree._Element, into: Gathered, setting: Setting, bounds: Bounds | None) -> None:
    properties = child(element, "spPr")
    frame = _frame(child(properties, "xfrm"), bounds)
    place = setting.place.after(frame.transform)
    preset = value(properties, "prstGeom", key="prst")
    geometry = child(properties, "custGeom")
    path, closed = outline(geometry, frame.width, frame.height) if geometry is not None else ((), True)
    arrow = block_arrow(preset)
    is_open = len(path) > 1 and not closed and not _is_filled(properties, element)
    if local(element) == "cxnSp" or is_line(preset) or is_open:
        points = path if is_open else _way(preset, frame, properties)
        heads = tuple(value(properties, "ln", end, key="type") in HEADS for end in ("headEnd", "tailEnd"))
        into.lines.append(_line(element, setting, [place(point) for point in points], heads))
    elif arrow:
        shares, *heads_of_arrow = arrow
        points = [(x * frame.width, y * frame.height) for x, y in shares]
        into.lines.append(_line(element, setting, [place(point) for point in points], heads_of_arrow))
    else:
        form = form_of_outline(path, is_curved(geometry)) if geometry is not None else None
        into.shapes.append(_shape(element, setting, paper.box(place, frame), preset, form))


def _shape(element: etree._Element, setting: Setting, box: Box, preset: str, form: Form | None) -> Shape:
    properties = child(element, "spPr")
    words = child(element, "txBody")
    text = of_body(words if words is not None else child(element, "txbx", "txbxContent"))
    form = form or form_of(preset, box.width, box.height)
    inner = "nvSpPr" if local(element) == "sp" else ""
    is_textbox = value(element, *filter(None, (inner, "cNvSpPr")), key="txBox") in ("1", "true")
    look = look_of(
        text=text,
        is_textbox=is_textbox,
        outlined=_is_outlined(properties, element),
        filled=_is_filled(properties, element),
        form=form,
    )
    said = preset or _name(element)
    return Shape(key=setting.scope + _id(element), box=box, look=look, form=form, text=text, said=said)


def _gather_picture(element: etree._Element, into: Gathered, setting: Setting, bounds: Bounds | None) -> None:
    properties = child(element, "spPr")
    xfrm = child(properties, "xfrm")
    frame = _frame(xfrm if xfrm is not None else child(element, "xfrm"), bounds)
    embedded = value(element, "blipFill", "blip", key="embed")
    image = (setting.images or {}).get(embedded, embedded)
    box = paper.box(setting.place.after(frame.transform), frame)
    into.shapes.append(
        Shape(key=setting.scope + _id(element), box=box, look=Look.PICTURE, said=_name(element), image=image)
    )


def _way(preset: str, frame: Frame, properties: etree._Element | None) -> Sequence[Point]:
    """The corners of a line in its own box."""
    if preset == "lineInv":
        return (0.0, frame.height), (frame.width, 0.0)
    own = Frame(0.0, 0.0, frame.width, frame.height)
    return corners(Connector(preset, own, _adjustments(child(properties, "prstGeom", "avLst"))))


def _adjustments(listed: etree._Element | None) -> tuple[int, ...]:
    """The inner legs a connector says; what it leaves out lies in the middle."""
    said = {}
    for guide in listed if listed is not None else ():
        name, formula = guide.get("name", ""), guide.get("fmla", "").split()
        if len(formula) == 2 and formula[0] == "val" and formula[1].lstrip("-").isdigit():
            said[name] = int(formula[1][:12])
    middle = 50_000
    return tuple(
        said.get(name, said.get("adj", middle) if name == "adj1" else middle) for name in ("adj1", "adj2", "adj3")
    )


def _line(element: etree._Element, setting: Setting, points: Sequence[Point], heads: Sequence[bool]) -> Line:
    glue = {local(one): one.get("id", "") for one in element.iter("{*}stCxn", "{*}endCxn")}
    words = child(element, "txbx", "txbxContent")
    return Line(
        points=tuple(paper.point(one) for one in points),
        arrow_at_start=heads[0],
        arrow_at_end=heads[1],
        start=setting.scope + glue["stCxn"] if "stCxn" in glue else None,
        end=setting.scope + glue["endCxn"] if "endCxn" in glue else None,
        text=of_body(words),
        said=_name(element),
    )


def _frame(xfrm: etree._Element | None, bounds: Bounds | None) -> Frame:
    turn = length(xfrm, "rot") % FULL if xfrm is not None else 0
    flips = [xfrm is not None and xfrm.get(key) in ("1", "true") for key in ("flipH", "flipV")]
    if bounds is not None:
        return Frame.showing(bounds, int(turn), flip_h=flips[0], flip_v=flips[1])
    x, y = _pair(child(xfrm, "off"), "x", "y")
    width, height = _pair(child(xfrm, "ext"), "cx", "cy")
    return Frame(x, y, width, height, int(turn), flips[0], flips[1])


def _pair(element: etree._Element | None, *keys: str) -> tuple[float, float]:
    first, second = (length(element, key) for key in keys)
    return first, second


def length(element: etree._Element | None, key: str) -> float:
    """A length or an angle of the file, as `emu` understands it."""
    return emu(element.get(key)) if element is not None else 0.0


def emu(text: str | None) -> float:
    """A number of the file; nonsense is nothing, and nothing is longer than ten metres."""
    try:
        found = float(text or "")
    except ValueError:
        return 0.0
    return max(-FARTHEST, min(FARTHEST, found)) if found == found else 0.0


def _named(element: etree._Element) -> etree._Element | None:
    own = child(element, "cNvPr")
    if own is not None:
        return own
    return next((child(one, "cNvPr") for one in element if local(one).startswith("nv")), None)


def _id(element: etree._Element) -> str:
    return value(_named(element), key="id")


def _name(element: etree._Element) -> str:
    return value(_named(element), key="name")


def _is_outlined(properties: etree._Element | None, element: etree._Element) -> bool:
    line = child(properties, "ln")
    painted = _paint(line)
    return painted if painted is not None else value(element, "style", "lnRef", key="idx") not in ("", "0")


def _is_filled(properties: etree._Element | None, element: etree._Element) -> bool:
    painted = _paint(properties)
    return painted if painted is not None else value(element, "style", "fillRef", key="idx") not in ("", "0")


def _paint(element: etree._Element | None) -> bool | None:
    """Whether a line or an area is painted so that it shows on white paper; None where nothing is said."""
    for one in element if element is not None else ():
        name = local(one)
        if name == "noFill":
            return False
        if name == "solidFill":
            return not any(_is_white(colour) for colour in one)
        if name in ("gradFill", "pattFill", "blipFill", "grpFill"):
            return True
    return None


def _is_white(colour: etree._Element) -> bool:
    return len(colour) == 0 and (
        colour.get("val", "").upper() in ("FFFFFF", "LT1", "BG1", "WHITE")
        or colour.get("lastClr", "").upper() == "FFFFFF"
    )
