"""A form of rows and columns, as a value both writers understand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and its width in parts of the whole."""

    heading: str
    width: float
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Text that reaches over `rows` rows and `columns` columns; `number` is printed before it."""

    text: str
    rows: int = 1
    number: str = ""
    columns: int = 1
    bold: bool = False

    @property
    def shown(self) -> str:
        """With its number."""
        return f"{self.number} {self.text}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A whole form. `rows` hold a cell for each column, or None where another cell reaches."""

    title: str
    subtitle: str = ""
    about: tuple[tuple[str, str], ...] = ()
    """Lines above the table: `Perangkat Daerah`, its name."""
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    notes: tuple[str, ...] = ()
    """Paragraphs below the table."""
    notice: str = ""
    """Printed on every page: `DATA KARANGAN`."""
    made_on: date | None = None
    signature: tuple[str, ...] = field(default=())
    """Lines of the block at the end, from the place and date to the name of the office."""

    def __post_init__(self) -> None:
        wide = len(self.columns)
        if any(len(row) != wide for row in self.rows):
            raise ValueError("every row has a cell or None for each column")
