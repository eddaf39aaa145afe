"""Shapes of VML (`v:shape`, `v:rect`, `v:line` …), which Word and Excel drew before 2010."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from sopan.drawingml.connectors import Connector, corners
from sopan.drawingml.frames import DEGREE, FULL, Bounds, Frame, Point, Transform, of_group
from sopan.drawingml.units import EMU_PER_PIXEL, EMU_PER_POINT
from sopan.drawn import Box, Form, Line
from sopan.readers.office import paper
from sopan.readers.office.alternates import child, local, value
from sopan.readers.office.forms import SPT, block_arrow, form_of, is_line
from sopan.readers.office.gathered import Gathered, Look, Shape, look_of
from sopan.readers.office.words import of_body

UNITS = {
    "pt": EMU_PER_POINT, "in": 914_400, "cm": 360_000, "mm": 36_000, "px": EMU_PER_PIXEL, "pc": 152_400, "emu": 1,
}  # fmt: skip
_LENGTH = re.compile(r"\s*(-?\d{0,9}(?:\.\d{1,20})?)\s*([a-z]*)\s*")
_NAMED = {"rect": "rect", "roundrect": "roundRect", "oval": "ellipse", "line": "line", "image": "picture"}
_WHITE = ("white", "window", "#fff", "#ffffff")
_MAX_LEVELS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a VML drawing stands, and what its types and connector rules say."""

    place: Transform = field(default_factory=Transform)
    unit: float = EMU_PER_PIXEL
    """EMU of a number without a unit; in a group, one of the group's own."""
    scope: str = ""
    types: Mapping[str, str] = field(default_factory=dict)
    """Preset by the id of a `v:shapetype`."""
    glue: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Ids of the shapes at the start and end of a connector, by its id."""


def types_of(root: etree._Element) -> dict[str, str]:
    """The presets of all shape types a part declares."""
    return {
        one.get("id", ""): SPT.get(value(one, key="spt").partition(".")[0], "") for one in root.iter("{*}shapetype")
    }


def glue_of(root: etree._Element) -> dict[str, tuple[str, str]]:
    """The connector rules (`o:r`) of a part."""
    found = {}
    for rule in root.iter("{urn:schemas-microsoft-com:office:office}r"):
        if rule.get("type") == "connector":
            ends = {side: one.get("idref", "") for one in rule for side in ("start", "end") if side in one.attrib}
            found[rule.get("idref", "").lstrip("#")] = (ends.get("start", ""), ends.get("end", ""))
    return found


def gather(
    element: etree._Element, into: Gathered, setting: Setting, bounds: Bounds | None = None, level: int = 0
) -> None:
    """Add a shape or a group with all that is in it; `bounds` is where it stands if its own style does not say so."""
    if level > _MAX_LEVELS or style_of(element).get("visibility") == "hidden":
        return
    into.make_room()
    name = local(element)
    if name == "group":
        inner = _inside(element, setting, bounds)
        for one in element:
            gather(one, into, inner, level=level + 1)
    elif name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "image"):
        _gather_shape(element, into, setting, bounds)


def style_of(element: etree._Element) -> dict[str, str]:
    """The declarations of the style attribute."""
    pairs = (part.partition(":") for part in element.get("style", "").split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in pairs if name.strip()}


def length(text: str, unit: float = EMU_PER_PIXEL) -> float:
    """EMU of `12pt`, `1.5in` or a bare number, which counts in `unit`; 0 for anything else."""
    found = _LENGTH.fullmatch(text.lower())
    if found is None or found[1] in ("", "-", "."):
        return 0.0
    return float(found[1]) * (UNITS.get(found[2], unit) if found[2] else unit)


def _inside(group: etree._Element, setting: Setting, bounds: Bounds | None) -> Setting:
    frame = _frame(group, setting, bounds)
    left, top = _numbers(group.get("coordorigin", ""), (0.0, 0.0))
    across, down = _numbers(group.get("coordsize", ""), (1000.0, 1000.0))
    whole = of_group(frame, (left, top, left + across, top + down))
    return Setting(
        place=setting.place.after(whole), unit=1.0, scope=setting.scope, types=setting.types, glue=setting.glue
    )


def _gather_shape(element: etree._Element, into: Gathered, setting: Setting, bounds: Bounds | None) -> None:
    preset = _preset(element, setting)
    if local(element) == "line" or local(element) == "polyline":
        into.lines.append(_line(element, setting, [setting.place(point) for point in _listed_points(element, setting)]))
        return
    frame = _frame(element, setting, bounds)
    place = setting.place.after(frame.transform)
    arrow = block_arrow(preset)
    if is_line(preset) or value(element, key="connectortype") in ("straight", "elbow", "curved"):
        own = Frame(0.0, 0.0, frame.width, frame.height)
        way = corners(Connector(preset or "line", own, _adjustments(element)))
        into.lines.append(_line(element, setting, [place(point) for point in way]))
    elif arrow:
        shares, at_start, at_end = arrow
        way = tuple(place((x * frame.width, y * frame.height)) for x, y in shares)
        into.lines.append(Line(points=tuple(map(paper.point, way)), arrow_at_start=at_start, arrow_at_end=at_end))
    else:
        into.shapes.append(_shape(element, setting, paper.box(place, frame), preset))


def _shape(element: etree._Element, setting: Setting, box: Box, preset: str) -> Shape:
    textbox = child(element, "textbox")
    text = _text(textbox)
    form = form_of(preset, box.width, box.height) if preset else Form.OTHER
    look = look_of(
        text=text,
        is_textbox=preset == "textBox",
        outlined=_is_on(element, "stroked", "stroke") and element.get("strokecolor", "").lower() not in _WHITE,
        filled=_is_on(element, "filled", "fill") and element.get("fillcolor", "white").lower() not in _WHITE,
        form=form,
    )
    if preset == "picture" or child(element, "imagedata") is not None:
        look = Look.PICTURE
    return Shape(
        key=setting.scope + _id(element), box=box, look=look, form=form, text=text, said=preset or _id(element)
    )


def _line(element: etree._Element, setting: Setting, way: list[Point]) -> Line:
    stroke = child(element, "stroke")
    start, end = setting.glue.get(_id(element), ("", ""))
    return Line(
        points=tuple(paper.point(one) for one in way),
        arrow_at_start=value(stroke, key="startarrow") in ("block", "classic", "open"),
        arrow_at_end=value(stroke, key="endarrow") in ("block", "classic", "open"),
        start=setting.scope + start.lstrip("#") if start else None,
        end=setting.scope + end.lstrip("#") if end else None,
        said=_id(element),
    )


def _preset(element: etree._Element, setting: Setting) -> str:
    by_name = _NAMED.get(local(element), "")
    return by_name or setting.types.get(element.get("type", "").lstrip("#"), "")


def _frame(element: etree._Element, setting: Setting, bounds: Bounds | None) -> Frame:
    style = style_of(element)
    turn = _turn(style.get("rotation", ""))
    flips = style.get("flip", "")
    if bounds is not None:
        return Frame.showing(bounds, turn, flip_h="x" in flips, flip_v="y" in flips)
    left, top, width, height = (length(style.get(key, ""), setting.unit) for key in ("left", "top", "width", "height"))
    left += length(style.get("margin-left", ""), setting.unit)
    top += length(style.get("margin-top", ""), setting.unit)
    return Frame(left, top, width, height, turn, "x" in flips, "y" in flips)


def _turn(text: str) -> int:
    """In 1/60000 of a degree; VML says degrees, or `fd`: 1/65536 of one."""
    found = re.fullmatch(r"(-?\d{1,9}(?:\.\d{1,9})?)(fd)?", text.strip())
    if found is None:
        return 0
    degrees = float(found[1]) / (65_536 if found[2] else 1)
    return round(degrees * DEGREE) % FULL


def _listed_points(element: etree._Element, setting: Setting) -> list[Point]:
    """The ends of a `v:line`, the corners of a `v:polyline`."""
    if local(element) == "line":
        parts = element.get("from", "0,0").split(",")[:2] + element.get("to", "0,0").split(",")[:2]
    else:
        parts = re.split(r"[,\s]+", element.get("points", ""))[:400]
    values = [length(part, setting.unit) for part in parts]
    points = list(zip(values[::2], values[1::2], strict=False))
    return points if len(points) > 1 else [(0.0, 0.0), (0.0, 0.0)]


def _adjustments(element: etree._Element) -> tuple[int, ...]:
    """Of 21600 in VML, of 100000 in a `Connector`."""
    parts = element.get("adj", "").split(",")[:3]
    return tuple(round(float(p) / 21_600 * 100_000) if re.fullmatch(r"-?\d{1,9}", p.strip()) else 50_000 for p in parts)


def _numbers(text: str, otherwise: Point) -> Point:
    parts = text.split(",")
    try:
        found = float(parts[0][:12]), float(parts[1][:12])
    except (ValueError, IndexError):
        return otherwise
    return found if all(abs(one) < 1e9 for one in found) else otherwise


def _text(textbox: etree._Element | None) -> str:
    """Of a text box: Word's paragraphs, or the HTML that Excel keeps."""
    if textbox is None:
        return ""
    words = child(textbox, "txbxContent")
    if words is not None:
        return of_body(words)
    return " ".join(" ".join(str(part) for part in textbox.itertext()).split())


def _is_on(element: etree._Element, key: str, inner: str) -> bool:
    said = element.get(key, "") or value(element, inner, key="on")
    return said.lower() not in ("f", "false", "0")


def _id(element: etree._Element) -> str:
    return element.get("id", "")
