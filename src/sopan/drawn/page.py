"""One page, sheet or table as somebody drew it: cells with text, symbols, lines and free text, in millimetres.

Every reader of a file with a drawing makes these values, and one place (`readers.assembly`) makes procedures of them.
The origin is the top left corner and y grows downwards. Where a format knows no measures (a table in Word whose rows
have no height), the reader lays its rows and columns out itself, in their order; then only the order is meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, point: Point, slack: float = 0.0) -> bool:
        """Whether the point lies inside, or at most `slack` millimetres outside."""
        x, y = point
        return self.left - slack <= x <= self.right + slack and self.top - slack <= y <= self.bottom + slack


class Form(StrEnum):
    """What a symbol looks like (digest 1.5)."""

    CAPSULE = "capsule"
    BOX = "box"
    DIAMOND = "diamond"
    PENTAGON = "pentagon"
    """Off-page connector."""
    CIRCLE = "circle"
    """On-page connector of older drawings."""
    OTHER = "other"
    """A closed form nobody can name; `Symbol.said` tells what the file calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell of a table with all of its text; merged cells are one."""

    box: Box
    text: str = ""
    """Lines are parted by a line feed where the file parts paragraphs or items; a wrap at the border is a space."""
    place: str = ""
    """How a person finds it in the file: `C12`, `tabel 2, baris 5`; empty where only the page and the box say it."""
    table: int = 0
    """Tables of one page are counted from 0."""
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A closed form, with the text inside it."""

    key: str
    """Unique on its page; lines that are glued name it."""
    form: Form
    box: Box
    text: str = ""
    said: str = ""
    """What the file itself calls it: the name of a preset, of the shape."""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A connector as it was drawn, from its first to its last corner."""

    points: tuple[Point, ...]
    arrow_at_start: bool = False
    arrow_at_end: bool = False
    start: str | None = None
    """Key of the symbol its start is glued to, where the file says so."""
    end: str | None = None
    text: str = ""
    """Text the line itself carries."""
    said: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Text that stands in no cell of its own: an answer beside a line, a footer, a heading above a table."""

    box: Box
    text: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image: its content cannot be read, but that it is there has to be said."""

    box: Box
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a PDF, a sheet of a workbook, or one run of tables of a text document."""

    number: int
    """From 1, in the order of the file."""
    name: str = ""
    """The name of the sheet; empty for a page of paper."""
    width: float = 0.0
    height: float = 0.0
    cells: tuple[Cell, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    lines: tuple[Line, ...] = ()
    texts: tuple[Text, ...] = ()
    pictures: tuple[Picture, ...] = ()
    is_measured: bool = True
    """Whether boxes are where they are on paper; otherwise only their order counts."""
