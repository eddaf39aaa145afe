"""Symbols, lines, answers and pictures of a sheet as native shapes, each anchored in the cells it lies over.

A line is written twice. Excel takes the connector, which is glued to its symbols and follows them. LibreOffice draws
bent connectors another way than they say, so it gets the same form as a plain shape, which it draws as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from sopan.drawingml import Bounds, Frame, connector, nearest_site
from sopan.drawingml.markup import NAMESPACES, element
from sopan.drawingml.names import flow_name, label_name
from sopan.drawingml.presets import PRESETS
from sopan.drawingml.shapes import (
    body_properties,
    flow_properties,
    label_properties,
    paragraphs,
    symbol_properties,
    xfrm,
)
from sopan.flowchart.diagram import Arrow, ArrowKind, Label, PictureKind, Shape
from sopan.writers.fonts import Typeface, printable
from sopan.writers.text_blocks import of_mark
from sopan.writers.xlsx.grid import Corner, Grid
from sopan.writers.xlsx.sheets import PlacedPage

NAMED = ("xdr", "a", "r", "mc", "xdr14")
"""Prefixes declared at the top of the part: `mc:Choice` names one of them."""
LABEL_RESERVE = 0.4
"""Millimetres that the box of an answer is wider than its text, so that no rounding breaks it anew."""

PICTURE_NAMES = {PictureKind.LOGO: "Logo", PictureKind.VERIFICATION: "Kode QR"}

Element = etree._Element
Box = tuple[float, float, float, float]
"""Left, top, width, height; millimetres."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPicture:
    """A picture and where it stands on the page; its kind is the id of its file in the drawing's references."""

    kind: PictureKind
    description: str
    box: Box


@dataclass(slots=True, kw_only=True)
class Artist:
    """Draws what lies over the cells of one sheet."""

    grid: Grid
    names: Mapping[tuple[int, str], str]
    """Of symbols, by page and id."""
    typeface: Typeface
    family: str
    """What that typeface is called where the file is read."""
    ids: Iterator[int] = field(default_factory=lambda: count(2))
    symbols: dict[tuple[int, str], int] = field(default_factory=dict)
    """The number by which lines find each symbol."""

    def page(self, place: PlacedPage, said: Mapping[str, str], pictures: Sequence[PlacedPicture]) -> Iterator[Element]:
        """Lines lie behind symbols, and answers before both; `said` is a sentence for each symbol."""
        page = place.page
        for shape in page.shapes:
            self.symbols[page.number, shape.id] = next(self.ids)
        yield from (self._flow(place, arrow) for arrow in page.arrows)
        yield from (self._symbol(place, shape, said[shape.id]) for shape in page.shapes)
        yield from (self._label(place, arrow, arrow.label) for arrow in page.arrows if arrow.label)
        yield from (self._picture(place, picture) for picture in pictures)

    # ---- symbols -----------------------------------------------------------------------------------------------

    def _symbol(self, place: PlacedPage, shape: Shape, said: str) -> Element:
        key = place.page.number, shape.id
        frame = Frame.showing(place.bounds(shape.x, shape.y, shape.width, shape.height))
        title = _title(self.symbols[key], self.names[key], said)
        look = symbol_properties("xdr:spPr", shape.kind, frame)
        return self._anchored(frame.anchor, _shape(title, look, self._mark(shape)))

    def _mark(self, shape: Shape) -> Element | None:
        """The mark of an off-page connector; its form keeps text out of its tip."""
        block = of_mark(shape, self.typeface)
        if block is None:
            return None
        words = paragraphs([printable(shape.text)], round(block.size, 1), self.family, bold=True, centred=True)
        return _words(words, wrap="none")

    # ---- lines -------------------------------------------------------------------------------------------------

    def _flow(self, place: PlacedPage, arrow: Arrow) -> Element:
        points = [place.point(*point) for point in arrow.points]
        form, has_head, number = connector(points), arrow.kind is ArrowKind.FLOW, place.page.number
        id, name = next(self.ids), flow_name(self.names[number, arrow.source], self.names[number, arrow.target])
        connected = element(
            "xdr:cxnSp",
            element("xdr:nvCxnSpPr", _title(id, name), element("xdr:cNvCxnSpPr", *self._glue(place, arrow))),
            flow_properties("xdr:spPr", form, arrow=has_head),
            macro="",
        )
        plain = _shape(_title(id, name), flow_properties("xdr:spPr", form, arrow=has_head))
        choices = element("mc:Choice", connected, Requires="xdr14"), element("mc:Fallback", plain)
        return self._anchored(form.frame.anchor, element("mc:AlternateContent", *choices))

    def _glue(self, place: PlacedPage, arrow: Arrow) -> Iterator[Element]:
        shapes = {shape.id: shape for shape in place.page.shapes}
        ends = (("a:stCxn", arrow.source, arrow.points[0]), ("a:endCxn", arrow.target, arrow.points[-1]))
        for name, id, (x, y) in ends:
            shape = shapes[id]
            share = (x - shape.x) / shape.width, (y - shape.y) / shape.height
            site = nearest_site(PRESETS[shape.kind], share)
            yield element(name, id=self.symbols[place.page.number, id], idx=site)

    # ---- answers and pictures ----------------------------------------------------------------------------------

    def _label(self, place: PlacedPage, arrow: Arrow, label: Label) -> Element:
        """Whole words, which break in their box where they are broken on paper."""
        text = printable(label.text)
        title = _title(next(self.ids), label_name(text, self.names[place.page.number, arrow.source]))
        frame = Frame.showing(place.bounds(label.x, label.y, label.width + LABEL_RESERVE, label.height))
        words = paragraphs([text], label.size, self.family)
        body = _words(words, wrap="none" if len(label.lines) == 1 else "square")
        return self._anchored(frame.anchor, _shape(title, label_properties("xdr:spPr", frame), body, is_text=True))

    def _picture(self, place: PlacedPage, picture: PlacedPicture) -> Element:
        frame = Frame.showing(place.bounds(*picture.box))
        fixed = element("xdr:cNvPicPr", element("a:picLocks", noChangeAspect=True))
        filled = element(
            "xdr:blipFill",
            element("a:blip", r_embed=picture.kind.value),
            element("a:stretch", element("a:fillRect")),
        )
        look = element("xdr:spPr", xfrm(frame), element("a:prstGeom", element("a:avLst"), prst="rect"))
        title = element("xdr:nvPicPr", _title(next(self.ids), PICTURE_NAMES[picture.kind], picture.description), fixed)
        return self._anchored(frame.anchor, element("xdr:pic", title, filled, look), moves_only=True)

    def _anchored(self, bounds: Bounds, content: Element, *, moves_only: bool = False) -> Element:
        """In the cells it lies over: it moves and grows with them, a picture moves only."""
        left, top, right, bottom = bounds
        return element(
            "xdr:twoCellAnchor",
            _corner("xdr:from", self.grid.corner(left, top)),
            _corner("xdr:to", self.grid.corner(right, bottom)),
            content,
            element("xdr:clientData"),
            editAs="oneCell" if moves_only else None,
        )


def drawing(objects: Iterable[Element]) -> Element:
    """The drawing part of a sheet."""
    root = element("xdr:wsDr", *objects)
    etree.cleanup_namespaces(root, {name: NAMESPACES[name] for name in NAMED}, keep_ns_prefixes=NAMED)
    return root


def _title(id: int, name: str, description: str = "") -> Element:
    return element("xdr:cNvPr", id=id, name=printable(name), descr=printable(description) or None)


def _shape(title: Element, look: Element, words: Element | None = None, *, is_text: bool = False) -> Element:
    named = element("xdr:nvSpPr", title, element("xdr:cNvSpPr", txBox=is_text or None))
    return element("xdr:sp", named, look, *([] if words is None else [words]), macro="", textlink="")


def _words(lines: Sequence[Element], *, wrap: str) -> Element:
    return element("xdr:txBody", body_properties(wrap=wrap), element("a:lstStyle"), *lines)


def _corner(name: str, corner: Corner) -> Element:
    names = ("col", "colOff", "row", "rowOff")
    return element(name, *(element(f"xdr:{each}", text=str(at)) for each, at in zip(names, corner, strict=True)))
