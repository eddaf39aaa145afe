"""Which form of Office each symbol is, and where lines may be glued to a form.

The order of the sites is that of the definitions in ECMA-376; a glued end names its site by its place in that order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sopan.drawingml.frames import Point
from sopan.flowchart.diagram import ShapeKind

PRESETS: Mapping[ShapeKind, str] = {
    ShapeKind.TERMINATOR: "flowChartTerminator",
    ShapeKind.PROCESS: "flowChartProcess",
    ShapeKind.DECISION: "flowChartDecision",
    ShapeKind.CONNECTOR: "flowChartOffpageConnector",
}

MID_SIDES: Sequence[Point] = ((0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5))
"""Top, left, bottom, right: the sites of most forms, and of any that is not listed here."""
_ROUND: Sequence[Point] = (
    (0.5, 0.0), (0.1464, 0.1464), (0.0, 0.5), (0.1464, 0.8536),
    (0.5, 1.0), (0.8536, 0.8536), (1.0, 0.5), (0.8536, 0.1464),
)  # fmt: skip
_OTHERS: Mapping[str, Sequence[Point]] = {
    "flowChartConnector": _ROUND,
    "ellipse": _ROUND,
    "flowChartDocument": ((0.5, 0.0), (0.0, 0.5), (0.5, 0.9339), (1.0, 0.5)),
    "flowChartMultidocument": ((0.5688, 0.0), (0.0, 0.5), (0.4305, 0.9621), (1.0, 0.5)),
    "flowChartManualInput": ((0.5, 0.1), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5)),
    "flowChartManualOperation": ((0.5, 0.0), (0.1, 0.5), (0.5, 1.0), (0.9, 0.5)),
    "flowChartInputOutput": ((0.6, 0.0), (0.5, 0.0), (0.1, 0.5), (0.4, 1.0), (0.5, 1.0), (0.9, 0.5)),
    "flowChartMagneticDisk": ((0.5, 0.3333), (0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5)),
    "round2SameRect": ((1.0, 0.5), (0.5, 1.0), (0.0, 0.5), (0.5, 0.0)),
    "hexagon": ((1.0, 0.5), (0.8, 1.0), (0.2, 1.0), (0.0, 0.5), (0.2, 0.0), (0.8, 0.0)),
}


def sites(preset: str) -> Sequence[Point]:
    """Connection sites of a form as shares of its box, in their order."""
    return _OTHERS.get(preset, MID_SIDES)


def nearest_site(preset: str, share: Point) -> int:
    """Place of the site that is nearest to a point, given as shares of the box."""
    there = sites(preset)
    return min(range(len(there)), key=lambda idx: _far(there[idx], share))


def _far(site: Point, share: Point) -> float:
    return (site[0] - share[0]) ** 2 + (site[1] - share[1]) ** 2
