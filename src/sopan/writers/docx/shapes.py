"""Symbols, lines and answers as objects of a drawing in Word; EMU from the drawing's upper left corner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from sopan.drawingml.connectors import connector
from sopan.drawingml.frames import Frame, Point
from sopan.drawingml.markup import element
from sopan.drawingml.names import flow_name, label_name
from sopan.drawingml.presets import PRESETS, nearest_site
from sopan.drawingml.shapes import flow_properties, label_properties, symbol_properties
from sopan.drawingml.units import emu
from sopan.flowchart.diagram import Arrow, ArrowKind, Label, Page, Shape
from sopan.writers import text_blocks
from sopan.writers.docx.texts import RESERVE, Paragraph, paragraph
from sopan.writers.docx.xml import Element, w
from sopan.writers.fonts import Typeface, printable

LABEL_RESERVE = 2 * RESERVE
"""Millimetres that the box of an answer is wider than its text."""


class Box(Protocol):
    """Anything with a place on the page; millimetres."""

    @property
    def x(self) -> float: ...
    @property
    def y(self) -> float: ...
    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the drawing of a page shows and says."""

    page: Page
    names: Mapping[tuple[int, str], str]
    """Of symbols, by page and id."""
    said: Mapping[str, str]
    """A sentence for each symbol, by its id."""
    typeface: Typeface


@dataclass(frozen=True, slots=True)
class Artist:
    """Draws the objects of one page."""

    subject: Subject
    origin: Point
    """Upper left corner of the drawing on the page; millimetres."""
    ids: Iterator[int]
    """Numbers that no other object of the document has."""
    symbols: dict[str, tuple[Shape, int]] = field(default_factory=dict)
    """Each symbol with the number by which lines find it."""

    def objects(self) -> Iterator[Element]:
        """Lines lie behind symbols, and answers before both."""
        page = self.subject.page
        for shape in page.shapes:
            self.symbols[shape.id] = shape, next(self.ids)
        yield from map(self._line, page.arrows)
        yield from map(self._symbol, page.shapes)
        yield from (self._answer(arrow, arrow.label) for arrow in page.arrows if arrow.label)

    # ---- symbols -----------------------------------------------------------------------------------------------

    def _symbol(self, shape: Shape) -> Element:
        title = element(
            "wps:cNvPr",
            id=self.symbols[shape.id][1],
            name=self._name(shape.id),
            descr=printable(self.subject.said[shape.id]),
        )
        look = symbol_properties("wps:spPr", shape.kind, self._frame(shape))
        return element("wps:wsp", title, element("wps:cNvSpPr"), look, *self._mark(shape), _body(wrap="none"))

    def _mark(self, shape: Shape) -> Iterator[Element]:
        block = text_blocks.of_mark(shape, self.subject.typeface)
        if block is not None:
            size = round(2 * block.size) / 2
            text = printable(shape.text)
            yield _text(Paragraph(text=text, size=size, leading=block.leading, bold=True, centred=True))

    def _name(self, id: str) -> str:
        return printable(self.subject.names[self.subject.page.number, id])

    def _frame(self, box: Box, *, wider: float = 0.0) -> Frame:
        left, top = self._point((box.x, box.y))
        right, bottom = self._point((box.x + box.width + wider, box.y + box.height))
        return Frame(left, top, right - left, bottom - top)

    def _point(self, point: Point) -> Point:
        return emu(point[0]) - emu(self.origin[0]), emu(point[1]) - emu(self.origin[1])

    # ---- lines -------------------------------------------------------------------------------------------------

    def _line(self, arrow: Arrow) -> Element:
        form = connector([self._point(point) for point in arrow.points])
        ends = (("a:stCxn", arrow.source, arrow.points[0]), ("a:endCxn", arrow.target, arrow.points[-1]))
        glue = [self._glue(*end) for end in ends]
        name = flow_name(self._name(arrow.source), self._name(arrow.target))
        return element(
            "wps:wsp",
            element("wps:cNvPr", id=next(self.ids), name=name),
            element("wps:cNvCnPr", *glue),
            flow_properties("wps:spPr", form, arrow=arrow.kind is ArrowKind.FLOW),
            element("wps:bodyPr"),
        )

    def _glue(self, name: str, end: str, at: Point) -> Element:
        """To the site of the symbol that is nearest; where two lines leave one side, they share its site."""
        shape, id = self.symbols[end]
        share = (at[0] - shape.x) / shape.width, (at[1] - shape.y) / shape.height
        return element(name, id=id, idx=nearest_site(PRESETS[shape.kind], share))

    # ---- answers -----------------------------------------------------------------------------------------------

    def _answer(self, arrow: Arrow, label: Label) -> Element:
        name = label_name(printable(label.text), self._name(arrow.source))
        text = Paragraph(text=printable(label.text), size=label.size, leading=label.leading)
        return element(
            "wps:wsp",
            element("wps:cNvPr", id=next(self.ids), name=name),
            element("wps:cNvSpPr", txBox=1),
            label_properties("wps:spPr", self._frame(label, wider=LABEL_RESERVE)),
            _text(text),
            _body(wrap="square"),
        )


def _text(content: Paragraph) -> Element:
    return element("wps:txbx", w("txbxContent", paragraph(content)))


def _body(*, wrap: str) -> Element:
    """Text up to the border, in the middle."""
    return element("wps:bodyPr", wrap=wrap, lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr")
