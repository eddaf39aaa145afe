"""Steps put together from rows: one row each, or several where a row goes on below or on the next page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopan.drawn import Box, Cell
from sopan.readers.assembly.body import Body, Row, is_number
from sopan.readers.assembly.findings import place_of
from sopan.readers.assembly.text import clean, one_line
from sopan.readers.reading import Place

_LISTS = frozenset({"kelengkapan", "output", "keterangan"})


@dataclass(slots=True)
class Draft:
    """A step on its way: its rows, and what stands in them."""

    id: str
    number: str
    rows: list[tuple[int, Row]]
    """Number of the body (place in the document), and the row."""

    def text(self, role: str) -> str:
        """What stands in a column, in all rows together."""
        texts = [text for _, row in self.rows if (text := clean("\n".join(c.text for c in row.cells.get(role, ()))))]
        return ("\n" if role in _LISTS else " ").join(texts)

    def cells(self, role: str) -> Iterator[tuple[Row, Cell]]:
        """Cells with text in a column."""
        for _, row in self.rows:
            yield from ((row, cell) for cell in row.cells.get(role, ()))

    def place(self, role: str = "") -> Place:
        """Where its first cell of a column stands, else its first row."""
        found = next(self.cells(role), None)
        if found is not None:
            return place_of(found[0].page, found[1].box, found[1].place)
        row = self.rows[0][1]
        edges = [cell.box for cells in row.cells.values() for cell in cells]
        left, right = min((e.left for e in edges), default=0.0), max((e.right for e in edges), default=row.page.width)
        return place_of(row.page, Box(left, row.top, right, row.bottom))


def drafts(bodies: Sequence[Body]) -> list[Draft]:
    """The steps of a document, in the order of their rows."""
    rows = [(number, row) for number, body in enumerate(bodies) for row in body.rows]
    numbered = sum(1 for _, row in rows if is_number(row.text("nomor")))
    uses_numbers = numbered * 2 >= sum(1 for _, row in rows if row.text("kegiatan"))
    found: list[Draft] = []
    for body, row in rows:
        if not found or _begins(row, found[-1], uses_numbers, turned=body != found[-1].rows[-1][0]):
            found.append(Draft(str(len(found) + 1), row.text("nomor"), [(body, row)]))
        else:
            found[-1].rows.append((body, row))
    return found


def _begins(row: Row, last: Draft, uses_numbers: bool, *, turned: bool) -> bool:
    """Whether a row is a step of its own. `turned`: it is the first of its page."""
    number, activity = row.text("nomor"), row.text("kegiatan")
    is_drawn = row.has_symbol and any(part.has_symbol for _, part in last.rows)
    if is_number(number):
        return is_drawn or not turned or number != last.number
    if not activity:
        return False
    if not uses_numbers:
        return row.has_symbol or not turned or not activity[:1].islower()
    return row.has_symbol and (is_drawn or not turned)


def lane_texts(draft: Draft) -> Iterator[tuple[str, str, Row, Cell]]:
    """Executor, text, row and cell of every text in the executors' columns."""
    for _, row in draft.rows:
        for name, cells in row.lanes.items():
            for cell in cells:
                yield name, one_line(cell.text), row, cell
