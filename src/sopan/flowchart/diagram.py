"""A laid-out document: pages of cells, symbols and lines, in millimetres. The only thing writers see.

The origin is the top left corner of the sheet and y grows downwards. Nothing here has to be wrapped, measured or
routed again: a cell carries its broken lines, an arrow its corners.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from sopan.domain.procedure import Edge

Point = tuple[float, float]
WORD_JOINER = "\u2060"
"""Invisible, at the end of a line of text: its last word goes on in the next line, without a space between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Paper in the position in which it is printed, with its margins; millimetres."""

    name: str
    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float


class PageKind(StrEnum):
    """What a page is for."""

    IDENTITY = "identity"
    FLOW = "flow"
    APPENDIX = "appendix"


class CellRole(StrEnum):
    """What a cell is in the table, so that a writer can tag it."""

    HEADING = "heading"
    BODY = "body"
    LANE = "lane"
    """Holds no text: symbols and lines are drawn over it."""
    LABEL = "label"
    """Name of a field on the identity page."""
    NOTE = "note"
    """Text outside the table: footer, mark, continuation notes."""


class ShapeKind(StrEnum):
    """The symbols of digest 1.5; the arrow is an `Arrow`."""

    TERMINATOR = "terminator"
    PROCESS = "process"
    DECISION = "decision"
    CONNECTOR = "connector"


class ArrowKind(StrEnum):
    """A flow has an arrow head at its end; a joint is the plain line between symbols of one step."""

    FLOW = "flow"
    JOINT = "joint"


class Cell(NamedTuple):
    """A rectangle with text already broken into lines, all of one size.

    A document has hundreds of these, and a named tuple is made four times as fast as a frozen dataclass.
    """

    role: CellRole
    column: str
    """`nomor`, `kegiatan`, `kelengkapan`, `waktu`, `output`, `keterangan`, the name of a lane, or of a field."""
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...] = ()
    """A line within a word that had to be cut ends with `WORD_JOINER`."""
    size: float = 9.0
    """Type size in points."""
    leading: float = 0.0
    """Distance between baselines in millimetres."""
    step: str | None = None
    """Id of the step whose row this is."""
    bold: bool = False
    align: str = "left"
    """`left` or `center`."""
    valign: str = "top"
    """`top` or `middle`."""
    rotated: bool = False
    """Text runs upwards (turned by 90° against the clock)."""
    border: bool = True
    padding: float = 0.0
    """Between the border and the text, on every side; millimetres."""
    text_width: float = 0.0
    """Width of the longest line (before turning), millimetres."""
    text_height: float = 0.0
    """Height of all lines (before turning), millimetres."""
    columns: int = 1
    """How many table columns a heading covers."""
    offsets: tuple[float, ...] = ()
    """How far each line is moved to the right, millimetres; empty where none is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A symbol. The outline touches the middle of each side of its box."""

    id: str
    kind: ShapeKind
    step: str | None
    """Id of its step; None for an off-page connector."""
    pelaksana: str
    x: float
    y: float
    width: float
    height: float
    text: str = ""
    """The mark of an off-page connector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The answer beside the line it belongs to."""

    text: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    size: float
    leading: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """An orthogonal line from shape `source` to shape `target`, or the leg of one that crosses pages."""

    source: str
    target: str
    points: tuple[Point, ...]
    kind: ArrowKind = ArrowKind.FLOW
    edge: Edge | None = None
    label: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The column of one executor."""

    pelaksana: str
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The row of one step."""

    step: str
    y: float
    height: float


class PictureKind(StrEnum):
    """What the writer puts into the box."""

    LOGO = "logo"
    VERIFICATION = "verification"
    """The QR code of the address at which the document can be verified."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A box kept free for a picture, which keeps its proportions and is centred in it."""

    kind: PictureKind
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One sheet of paper."""

    number: int
    kind: PageKind
    area_x: float
    area_y: float
    area_width: float
    area_height: float
    cells: tuple[Cell, ...] = ()
    lanes: tuple[Lane, ...] = ()
    rows: tuple[Row, ...] = ()
    shapes: tuple[Shape, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Warning:
    """Something the engine had to give up; it still drew correctly. `sentence` is Indonesian, `parameters` fill it."""

    code: str
    sentence: str
    parameters: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """The whole document, page by page."""

    sheet: Sheet
    pages: tuple[Page, ...]
    edges: tuple[Edge, ...]
    """Every flow of the procedure, each drawn exactly once."""
    warnings: tuple[Warning, ...] = ()
    mark: str = ""
    """`KONSEP – BELUM BERLAKU` and the like; it stands on every page as a cell already."""
