"""Every distance of the drawing, with a name and a reason. Millimetres, unless it says points.

Equal numbers with different meanings stay separate. `docs/flowchart.md` explains how they work together.
"""

from __future__ import annotations

from dataclasses import dataclass

from sopan.flowchart.diagram import Sheet

POINT = 25.4 / 72
"""One typographic point."""

SHEETS = {
    "f4": Sheet(name="f4", width=330, height=215, top=14, right=12, bottom=14, left=18),
    "a4": Sheet(name="a4", width=297, height=210, top=14, right=12, bottom=14, left=18),
    "legal": Sheet(name="legal", width=355.6, height=215.9, top=14, right=12, bottom=14, left=18),
    "letter": Sheet(name="letter", width=279.4, height=215.9, top=14, right=12, bottom=14, left=18),
}
"""Landscape. The left margin is wider: there the document is bound."""

BODY_SIZE = 9.0
"""Points; type of the table as a reader at arm's length expects it."""
SMALLEST_SIZE = 6.0
"""Points; below this nobody reads a photocopy."""
SIZE_STEP = 0.5
"""Points by which type shrinks while a cell does not fit."""
LEADING = 1.2
"""Distance between baselines as a multiple of the type size."""
CELL_PADDING = 1.0
"""Between a border and the text."""
HEADING_SIZE = 8.5
"""Points; type of the table head."""
FOOTER_SIZE = 7.0
"""Points; page number and title at the foot."""
FOOTER_HEIGHT = 4.0
"""The strip inside the area that the foot takes."""
MARK_SIZE = 11.0
"""Points; KONSEP – BELUM BERLAKU must survive a photocopier and a phone."""
MARK_HEIGHT = 6.5
"""The strip at the head of the page that the mark takes."""

ARRIVAL = 3.2
"""Last leg of an arrow at least: the head (2.2) and enough line to see where it comes from."""
DEPARTURE = 1.2
"""First leg of a line at least, so that it is seen to leave its symbol."""
LABEL_GAP = 0.5
"""Between an answer and the line or symbol beside it."""
LABEL_LEADING = 1.15
"""Distance between baselines of an answer as a multiple of its size."""
EXIT_SPACING = 1.6
"""Between two lines that leave the same side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Density:
    """How large symbols are and how close parallel lines run; the engine takes the first that fits."""

    width: float
    height: float
    decision_width: float
    decision_height: float
    connector: float
    pitch: float
    """Between two parallel lines."""
    border: float
    """Between a line and the border of its row or column; a line on a border is invisible."""
    margin: float
    """Between a symbol and the border of its cell."""
    label_size: float
    """Points."""
    label_line: int
    """An answer of more letters is broken between words: lanes are dearer than height."""
    label_word: int
    """A word of an answer with more letters is cut."""
    comfortable_lane: float
    """Width a lane gets while there is room, so that the chart can breathe."""


DENSITIES = (
    Density(
        width=15,
        height=7,
        decision_width=14,
        decision_height=9,
        connector=6.4,
        pitch=1.8,
        border=1.2,
        margin=1.5,
        label_size=7.5,
        label_line=9,
        label_word=16,
        comfortable_lane=27,
    ),
    Density(
        width=12,
        height=6.4,
        decision_width=12,
        decision_height=8.4,
        connector=6,
        pitch=1.5,
        border=1.1,
        margin=1.4,
        label_size=7,
        label_line=9,
        label_word=16,
        comfortable_lane=20,
    ),
    Density(
        width=9,
        height=6,
        decision_width=9.6,
        decision_height=7.6,
        connector=5.4,
        pitch=1.2,
        border=1.0,
        margin=1.3,
        label_size=6.5,
        label_line=9,
        label_word=16,
        comfortable_lane=15,
    ),
    Density(
        width=6.4,
        height=5,
        decision_width=7,
        decision_height=6.4,
        connector=4.6,
        pitch=0.9,
        border=0.8,
        margin=1.1,
        label_size=6,
        label_line=8,
        label_word=12,
        comfortable_lane=10,
    ),
    Density(
        width=4.4,
        height=4.4,
        decision_width=5,
        decision_height=5.4,
        connector=4,
        pitch=0.7,
        border=0.7,
        margin=0.7,
        label_size=6,
        label_line=6,
        label_word=7,
        comfortable_lane=7,
    ),
)

NARROWEST_LANE = 5.0
"""A column that holds no symbol on this page still shows its name and number."""
NUMBER_WIDTH = 8.0
"""Column No."""
TEXT_COLUMNS = ("kegiatan", "kelengkapan", "waktu", "output", "keterangan")
COMFORTABLE_TEXT = {"kegiatan": 42.0, "kelengkapan": 27.0, "waktu": 17.0, "output": 25.0, "keterangan": 20.0}
"""Widths below which reading becomes a nuisance."""
GENEROUS_TEXT = {"kegiatan": 72.0, "kelengkapan": 45.0, "waktu": 22.0, "output": 42.0, "keterangan": 36.0}
"""Widths beyond which a few executors should rather have wide columns."""
WIDEST_LANE = 60.0
"""A lane is not made wider than this for comfort."""
NARROWEST_TEXT = {"kegiatan": 24.0, "kelengkapan": 18.0, "waktu": 13.0, "output": 16.0, "keterangan": 17.0}
"""Widths below which words break."""
LAST_RESORT_TEXT = {"kegiatan": 20.0, "kelengkapan": 14.0, "waktu": 11.0, "output": 13.0, "keterangan": 13.0}
"""Widths for charts with so many lines that they fit no other way."""
