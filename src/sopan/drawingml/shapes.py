"""What a symbol, a line and a label look like in DrawingML: the same in Word and in Excel.

Each format wraps these properties in elements of its own, so they are made under the name that it gives: `xdr:spPr`,
`wps:spPr`.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from sopan.drawingml.connectors import Connector
from sopan.drawingml.frames import Frame
from sopan.drawingml.markup import element
from sopan.drawingml.presets import PRESETS
from sopan.drawingml.units import EMU_PER_MILLIMETRE
from sopan.flowchart.diagram import ShapeKind

STROKE = round(0.3 * EMU_PER_MILLIMETRE)
"""Width of symbols' outlines and of lines, as in the printed drawing."""
INK = "000000"
PAPER = "FFFFFF"


def symbol_properties(name: str, kind: ShapeKind, frame: Frame) -> etree._Element:
    """A symbol: white inside, with a black outline."""
    return element(name, xfrm(frame), _preset(PRESETS[kind]), _filled(PAPER), _line())


def flow_properties(name: str, connector: Connector, *, arrow: bool, colour: str = INK) -> etree._Element:
    """A line as a connector's form, with an arrow head at its end or without."""
    return element(
        name,
        xfrm(connector.frame),
        _preset(connector.preset, connector.adjustments),
        element("a:noFill"),
        _line(arrow=arrow, colour=colour),
    )


def label_properties(name: str, frame: Frame) -> etree._Element:
    """A box for text that is not seen itself."""
    return element(name, xfrm(frame), _preset("rect"), element("a:noFill"), element("a:ln", element("a:noFill")))


def xfrm(frame: Frame) -> etree._Element:
    """Where a shape stands and how it is turned."""
    return element(
        "a:xfrm",
        element("a:off", x=frame.x, y=frame.y),
        element("a:ext", cx=frame.width, cy=frame.height),
        rot=frame.turn or None,
        flipH=frame.flip_h or None,
        flipV=frame.flip_v or None,
    )


def body_properties(*, wrap: str) -> etree._Element:
    """Text in the middle of its box, reaching its borders; it breaks there (`square`) or does not (`none`)."""
    return element(
        "a:bodyPr", vertOverflow="overflow", horzOverflow="overflow", wrap=wrap, lIns=0, tIns=0, rIns=0, bIns=0,
        rtlCol=False, anchor="ctr",
    )  # fmt: skip


def paragraphs(
    lines: Sequence[str], size: float, family: str, *, bold: bool = False, centred: bool = False
) -> list[etree._Element]:
    """Lines of text in DrawingML, one paragraph each; `size` in points."""
    return [_paragraph(line, size, family, bold, centred) for line in lines]


def _paragraph(line: str, size: float, family: str, bold: bool, centred: bool) -> etree._Element:
    look = element(
        "a:rPr",
        _filled(INK),
        element("a:latin", typeface=family),
        element("a:cs", typeface=family),
        lang="id-ID",
        sz=size * 100,
        b=bold,
    )
    run = element("a:r", look, element("a:t", text=line))
    return element("a:p", element("a:pPr", algn="ctr" if centred else "l"), run)


def _preset(preset: str, adjustments: Sequence[int] = ()) -> etree._Element:
    guides = (element("a:gd", name=f"adj{place}", fmla=f"val {share}") for place, share in enumerate(adjustments, 1))
    return element("a:prstGeom", element("a:avLst", *guides), prst=preset)


def _filled(colour: str) -> etree._Element:
    return element("a:solidFill", element("a:srgbClr", val=colour))


def _line(*, arrow: bool = False, colour: str = INK) -> etree._Element:
    head = [element("a:tailEnd", type="triangle", w="med", len="med")] if arrow else []
    return element("a:ln", _filled(colour), element("a:miter", lim=800_000), *head, w=STROKE)
