"""Which pages, and which parts of them, make one SOP each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sopan.drawn import Box, Cell, Page
from sopan.readers.assembly.body import Body, body
from sopan.readers.assembly.findings import place_of
from sopan.readers.assembly.head import EXECUTOR, TOUCHING, Column, Head, heads
from sopan.readers.assembly.identity import IdentityDraft, read_block, title_above
from sopan.readers.assembly.labels import Block, blocks
from sopan.readers.assembly.region import in_rows, written

_LEAST_MATCHING = 0.6
"""Share of the cells of a page without a head that lie in the columns of the table before it."""
_TITLE = 60.0
"""Millimetres above the head in which a title may stand."""
_EDGE = 1.2
"""Millimetres between the edges of a column on two pages."""


@dataclass(slots=True)
class Document:
    """One SOP on its way: its identity page and the parts of its table."""

    identity: IdentityDraft = field(default_factory=IdentityDraft)
    has_identity: bool = False
    bodies: list[Body] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    """Every page that says something about it."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of an SOP has been found."""
        return not self.has_identity and not self.bodies

    @property
    def names(self) -> tuple[str, str]:
        """Number and title, as far as they are compared."""
        fields = self.identity.fields
        return _bare(fields.get("nomor", "")), _bare(fields.get("judul", ""))


def documents(pages: Sequence[Page]) -> list[Document]:
    """The SOPs of a file in their order; pages that belong to none are with the one before."""
    found = [Document()]
    for page in pages:
        for part in _parts(page):
            if isinstance(part, Block):
                _add_block(found, part)
            else:
                _add_head(found, page, part)
        if not found[-1].pages or found[-1].pages[-1] is not page:
            found[-1].pages.append(page)
    return [document for document in found if not document.is_empty] or found[:1]


def _bare(text: str) -> str:
    """What names are compared by."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@dataclass(frozen=True, slots=True)
class _Table:
    """A step table: its columns, and the heights between which its rows stand."""

    head: Head | None
    top: float
    limit: float


def _parts(page: Page) -> Iterator[Block | _Table]:
    """Identity blocks and tables from above; first what may go on from the page before."""
    own_heads = heads(page)
    own_blocks = blocks(page, own_heads)
    starts = sorted([*(head.top for head in own_heads), *(block.top for block in own_blocks), float("inf")])
    yield _Table(None, float("-inf"), starts[0])
    parts: list[Head | Block] = [*own_heads, *own_blocks]
    for part in sorted(parts, key=lambda part: part.top):
        limit = next(start for start in starts if start > part.top)
        yield part if isinstance(part, Block) else _Table(part, part.bottom, limit)


def _add_block(found: list[Document], block: Block) -> None:
    """A further identity page is a further SOP, unless it repeats or continues the one that is being read."""
    draft = IdentityDraft()
    read_block(block, draft)
    fresh = Document(identity=draft, has_identity=True)
    last = found[-1]
    number, title = fresh.names
    is_same = (number, title) == ("", "") or (number, title) == last.names
    if last.has_identity and (is_same or (not last.bodies and not (title and last.names[1]))):
        if not last.bodies:
            read_block(block, last.identity)
    elif last.is_empty or (last.bodies and not last.has_identity and last.pages[-1:] == [block.page]):
        last.identity, last.has_identity = draft, True
    else:
        found.append(fresh)


def _add_head(found: list[Document], page: Page, table: _Table) -> None:
    last = found[-1]
    if table.head is None:
        _continue(last, page, table)
        return
    columns = table.head.columns
    part = body(page, columns, table.head.table, table.top, table.limit)
    if _begins_anew(last, part):
        found.append(Document())
    if found[-1].is_empty:
        found[-1].identity = _titled(page, table.head)
    part.columns = tuple(_called_as_before(column, found[-1].bodies) for column in part.columns)
    found[-1].bodies.append(part)


def _called_as_before(column: Column, bodies: Sequence[Body]) -> Column:
    """The column under the name it had on the pages before, where case and blanks make the only difference."""
    names = {_bare(before.name): before.name for body in bodies for before in body.executors}
    return replace(column, name=names.get(_bare(column.name), column.name)) if column.role == EXECUTOR else column


def _continue(last: Document, page: Page, table: _Table) -> None:
    """Rows on a page without a head, where the columns are those of the page before."""
    if not last.bodies or last.bodies[-1].page is page or not _fits(page, last.bodies[-1].columns, table.limit):
        return
    part = body(page, last.bodies[-1].columns, None, table.top, table.limit)
    if part.rows:
        part.top = part.rows[0].top
        last.bodies.append(part)


def _fits(page: Page, columns: Sequence[Column], limit: float) -> bool:
    cells = [cell for cell in page.cells if cell.box.centre[1] < limit]
    matched = [cell for cell in cells if any(_is_of(cell, column) for column in columns)]
    used = {column.left for column in columns for cell in matched if _is_of(cell, column)}
    return len(matched) >= _LEAST_MATCHING * len(cells) and len(used) >= min(3, len(columns)) and bool(cells)


def _is_of(cell: Cell, column: Column) -> bool:
    return abs(cell.box.left - column.left) <= _EDGE and abs(cell.box.right - column.right) <= _EDGE


def _begins_anew(last: Document, part: Body) -> bool:
    """Whether a table counts from one again although the SOP has such rows already."""
    if not last.bodies or not any(before.rows for before in last.bodies) or not part.rows:
        return False
    numbers = [row.text("nomor").strip(" .()") for before in last.bodies for row in before.rows]
    return part.rows[0].text("nomor").strip(" .()") == "1" and "1" in numbers


def _titled(page: Page, head: Head) -> IdentityDraft:
    """What a table without an identity page says of itself: the title above it."""
    lines = in_rows(written(page, Box(float("-inf"), head.top - _TITLE, float("inf"), head.top - TOUCHING)))
    title = title_above(lines)
    line = next((line for line in lines if line.text == title), None)
    if not title or line is None:
        return IdentityDraft()
    return IdentityDraft(fields={"judul": title}, places={"judul": place_of(page, line.box, line.place)})
