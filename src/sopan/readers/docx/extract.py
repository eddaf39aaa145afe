"""A document as drawn pages: one wherever its author began a new page, whatever Word makes of it beyond that."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

from lxml import etree

from sopan.drawn import Box, Cell, Page, Point, Text
from sopan.readers.docx.column import Column, Surroundings, blocks
from sopan.readers.docx.drawings import Artist, Spot
from sopan.readers.docx.laid import Content, Table
from sopan.readers.docx.numbering import Numbering
from sopan.readers.docx.sections import Section, runs, sections
from sopan.readers.docx.styles import Styles
from sopan.readers.docx.tables import lay_out
from sopan.readers.office import vml
from sopan.readers.office.gathered import Gathered, settled
from sopan.readers.office_zip import Package, open_package

MAX_PAGES = 2_000
NEAR = 300
"""Cells above a point among which the one is looked for that holds it."""


@dataclass(slots=True)
class Draft:
    """A page in the making."""

    section: Section
    artist: Artist
    cells: list[Cell] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    gathered: Gathered = field(default_factory=Gathered)
    tables: int = 0
    bottom: float = 0.0
    is_certain: bool = True

    @property
    def is_empty(self) -> bool:
        return not (self.cells or self.texts or self.gathered.shapes or self.gathered.lines)


@dataclass(frozen=True, slots=True)
class _Document:
    """A package, and what all its pages share."""

    package: Package
    around: Surroundings
    types: dict[str, str]
    glue: dict[str, tuple[str, str]]

    def artist(self, part: str) -> Artist:
        """Who reads the drawings of a part."""
        images = {id: one.target for id, one in self.package.relations(part).items() if one.kind == "image"}
        return Artist(self.types, self.glue, images)


def pages(data: bytes) -> tuple[Page, ...]:
    """The pages of the document; where it does not say how high a row is, that is guessed. Raises UnreadableSource."""
    return extract(open_package(data, "docx"))


def extract(package: Package) -> tuple[Page, ...]:
    """The pages of the document in a package."""
    root = package.xml(package.main)
    part = partial(_part, package)
    around = Surroundings(Styles(*map(part, ("styles", "theme"))), Numbering(part("numbering")))
    document = _Document(package, around, vml.types_of(root), vml.glue_of(root))
    drafts = [draft for draft in _drafts(document, root) if not draft.is_empty]
    return tuple(_page(number, draft) for number, draft in enumerate(drafts[:MAX_PAGES], 1))


def _part(package: Package, kind: str) -> etree._Element | None:
    found = package.related(package.main, kind)
    return package.xml(found[0]) if found else None


def _drafts(document: _Document, root: etree._Element) -> list[Draft]:
    drafts: list[Draft] = []
    artist = document.artist(document.package.main)
    shown: set[str] = set()
    for section in sections(root):
        for place, run in enumerate(runs(section)):
            if place or not section.goes_on or not drafts:
                drafts.append(Draft(section, artist, bottom=section.top))
            if not place:
                _put_header(document, section, drafts[-1], shown)
            column = Column(document.around, section.width, lay_out)
            column.add(run)
            _put(column.content, section.left, drafts[-1].bottom, drafts[-1])
    return drafts


def _put_header(document: _Document, section: Section, draft: Draft, shown: set[str]) -> None:
    """The header of a section where it is shown first; the text of the page begins below it."""
    related = document.package.relations(document.package.main)
    for id in section.headers:
        part = related[id].target if id in related else ""
        if part in document.package and part not in shown:
            shown.add(part)
            column = Column(document.around, section.width, lay_out)
            column.add(blocks(document.package.xml(part)))
            body, draft.artist = draft.artist, document.artist(part)
            _put(column.content, section.left, section.header, draft)
            draft.artist, draft.bottom = body, max(section.top, draft.bottom)


def _put(content: Content, left: float, top: float, draft: Draft) -> None:
    """Put a column of the page where it belongs: what stands in no table is text by itself."""
    for words in content.words:
        box = _box(left, top + words.top, left + content.width, top + words.bottom)
        draft.texts.append(Text(box=box, text=words.text))
    _put_rest(content, left, top, draft, None)
    draft.bottom = top + content.height


def _put_rest(content: Content, left: float, top: float, draft: Draft, cell: Box | None) -> None:
    """Put the drawings and tables of a column, which stands in a cell or on the page itself."""
    section = draft.section
    for one in content.drawings:
        spot = Spot(
            left=left,
            width=content.width,
            top=top + one.top,
            line=left + one.left,
            origin=(cell.left, cell.top) if cell else (0.0, 0.0),
            margins=(0.0, 0.0) if cell else (section.left, section.top),
            page_width=cell.width if cell else section.paper[0],
        )
        draft.artist.gather(one.element, spot, draft.gathered)
    for distance, table in content.tables:
        _put_table(table, left + table.left, top + distance, draft)


def _put_table(table: Table, left: float, top: float, draft: Draft) -> None:
    number = draft.tables
    draft.tables += 1
    draft.is_certain &= table.is_certain
    for cell in table.cells:
        box = _box(left + cell.left, top + cell.top, left + cell.right, top + cell.bottom)
        content = cell.content
        bold = bool(content.words) and all(words.bold for words in content.words)
        draft.cells.append(Cell(box=box, text=content.text, place=cell.place, table=number, bold=bold))
        _put_rest(content, left + cell.left + cell.inset, top + cell.top + cell.shift, draft, box)


def _page(number: int, draft: Draft) -> Page:
    drawing = settled(draft.gathered, _finder(draft.cells))
    width, height = draft.section.paper
    return Page(
        number=number,
        width=width,
        height=max(height, draft.bottom),
        cells=tuple(draft.cells),
        symbols=drawing.symbols,
        lines=drawing.lines,
        texts=(*draft.texts, *drawing.texts),
        pictures=drawing.pictures,
        is_measured=draft.is_certain,
    )


def _finder(cells: Iterable[Cell]) -> Callable[[Point], str]:
    """Says of a point in which cell it lies, of cells within cells in the inner one."""
    ordered = sorted(cells, key=lambda cell: (cell.box.top, cell.table))
    tops = [cell.box.top for cell in ordered]

    def place(point: Point) -> str:
        end = bisect_right(tops, point[1])
        near = reversed(ordered[max(end - NEAR, 0) : end])
        return next((cell.place for cell in near if cell.box.holds(point)), "")

    return place


def _box(*edges: float) -> Box:
    return Box(*(round(edge, 4) for edge in edges))
