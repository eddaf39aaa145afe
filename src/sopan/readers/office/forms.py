"""What the preset forms of Office look like in a flowchart, and which of them are lines or arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sopan.drawingml.frames import Point
from sopan.drawn import Form

_FORMS: Mapping[str, Form] = {
    **dict.fromkeys(
        ("flowChartTerminator", "flowChartAlternateProcess", "roundRect", "round2SameRect", "round2DiagRect"),
        Form.CAPSULE,
    ),
    **dict.fromkeys(
        (
            "rect", "flowChartProcess", "flowChartPredefinedProcess", "flowChartInternalStorage", "bevel", "frame",
            "plaque", "snip1Rect", "snip2SameRect", "round1Rect", "textBox",
        ),
        Form.BOX,
    ),
    **dict.fromkeys(("flowChartDecision", "diamond"), Form.DIAMOND),
    **dict.fromkeys(("flowChartOffpageConnector", "homePlate", "pentagon"), Form.PENTAGON),
    **dict.fromkeys(("flowChartConnector", "ellipse"), Form.CIRCLE),
}  # fmt: skip
_LONG = 1.5
"""A circle this much wider than high is an oval, which older drawings use where others have a capsule."""

_ARROWS: Mapping[str, tuple[Sequence[Point], bool, bool]] = {
    **dict.fromkeys(("rightArrow", "notchedRightArrow", "stripedRightArrow"), (((0.0, 0.5), (1.0, 0.5)), False, True)),
    "leftArrow": (((1.0, 0.5), (0.0, 0.5)), False, True),
    "downArrow": (((0.5, 0.0), (0.5, 1.0)), False, True),
    "upArrow": (((0.5, 1.0), (0.5, 0.0)), False, True),
    "leftRightArrow": (((0.0, 0.5), (1.0, 0.5)), True, True),
    "upDownArrow": (((0.5, 0.0), (0.5, 1.0)), True, True),
    "bentArrow": (((0.125, 1.0), (0.125, 0.25), (1.0, 0.25)), False, True),
    "bentUpArrow": (((0.0, 0.875), (0.75, 0.875), (0.75, 0.0)), False, True),
}
"""Block arrows: the way of their middle as shares of the box, and whether it has a head at its start and its end."""

_LINES = frozenset({"line", "lineInv", "straightConnector1"})

SPT: Mapping[str, str] = {
    "1": "rect", "2": "roundRect", "3": "ellipse", "4": "diamond", "13": "rightArrow", "15": "homePlate", "20": "line",
    "32": "straightConnector1", "33": "bentConnector2", "34": "bentConnector3", "35": "bentConnector4",
    "36": "bentConnector5", "37": "curvedConnector2", "38": "curvedConnector3", "39": "curvedConnector4",
    "40": "curvedConnector5", "56": "pentagon", "66": "leftArrow", "67": "downArrow", "68": "upArrow",
    "69": "leftRightArrow", "70": "upDownArrow", "75": "picture", "109": "flowChartProcess", "110": "flowChartDecision",
    "111": "flowChartInputOutput", "112": "flowChartPredefinedProcess", "113": "flowChartInternalStorage",
    "114": "flowChartDocument", "115": "flowChartMultidocument", "116": "flowChartTerminator",
    "117": "flowChartPreparation", "118": "flowChartManualInput", "119": "flowChartManualOperation",
    "120": "flowChartConnector", "176": "flowChartAlternateProcess", "177": "flowChartOffpageConnector",
    "202": "textBox",
}  # fmt: skip
"""The numbers by which VML names the same presets."""


def form_of(preset: str, width: float, height: float) -> Form:
    """What a preset of this size looks like."""
    form = _FORMS.get(preset, Form.OTHER)
    return Form.CAPSULE if form is Form.CIRCLE and width > _LONG * height else form


def is_line(preset: str) -> bool:
    """Whether the preset is a line from one corner of its box to another."""
    return preset in _LINES or (preset[:-1] in ("bentConnector", "curvedConnector") and preset[-1] in "2345")


def block_arrow(preset: str) -> tuple[Sequence[Point], bool, bool] | None:
    """The way of a block arrow as shares of its box, and whether it has a head at its start and at its end."""
    return _ARROWS.get(preset)
