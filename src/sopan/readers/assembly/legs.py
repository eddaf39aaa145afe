"""The lines of one page as legs of the flow, with their answers, and the gates through which they leave the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sopan.drawn import Form, Line, Symbol
from sopan.readers.assembly.answers import Beside, Exit, answers, in_full
from sopan.readers.assembly.body import CONNECTORS, Body
from sopan.readers.assembly.crossings import Gate, Half
from sopan.readers.assembly.drafts import Draft, lane_texts
from sopan.readers.assembly.findings import Findings, place_of
from sopan.readers.assembly.geometry import extent
from sopan.readers.assembly.lines import Linked, linked
from sopan.readers.assembly.marks import is_mark, kind_word
from sopan.readers.assembly.text import one_line
from sopan.readers.assembly.ways import Link

_BESIDE = 5.0
_ABOVE = 20.0
"""Millimetres outside of the executors' columns where lines and connectors of the table may still be."""
_LARGEST = 1_000.0
"""Millimetres that a symbol is wide or high at most."""
_LONGEST = 100_000.0
"""Millimetres; no sheet is longer."""
_NEAR_LANES = 3.0
"""The same for answers."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A symbol in the table: number of the step, and the executor."""

    step: int
    executor: str


@dataclass(slots=True)
class Leg:
    """A link in its body, with the node at either end where there is one."""

    body: int
    link: Link
    source: Node | None
    target: Node | None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The symbols of one page that stand in the table, by key, and the lines between them."""

    number: int
    """Of the body."""
    body: Body
    nodes: Mapping[str, Node]
    linked: Linked

    @property
    def connectors(self) -> Iterator[Symbol]:
        """Connectors on and around the table."""
        return (symbol for symbol in self.body.page.symbols if _is_connector(self.body, symbol))


def drawing(number: int, body: Body, nodes: Mapping[str, Node]) -> Drawing:
    """The lines of a page, followed from symbol to symbol."""
    symbols = [s for s in body.page.symbols if (s.key in nodes or _is_connector(body, s)) and _is_drawn(s)]
    lines = [line for line in body.page.lines if _runs_through(body, line) and _is_on_paper(line)]
    return Drawing(number, body, nodes, linked(symbols, lines, body.top, body.bottom))


def legs(drawn: Drawing, drafts: Sequence[Draft], findings: Findings) -> list[Leg]:
    """The legs of a page with their answers; arrows that lead nowhere are told."""
    nodes = drawn.nodes
    found = [Leg(drawn.number, link, nodes.get(link.source), nodes.get(link.target)) for link in drawn.linked.links]
    _answer(drawn, found, drafts)
    for line in drawn.linked.loose:
        _note_loose(drawn.body, line, findings)
    return found


def gates(drawn: Drawing, found: Sequence[Leg], first: int) -> list[Gate]:
    """Connectors and cuts with the numbers of their legs; the legs of the page are counted from `first`."""
    halves: dict[str, list[Half]] = defaultdict(list)
    for number, leg in enumerate(found, first):
        is_directed = leg.link.is_directed
        if leg.source is None:
            halves[leg.link.source].append(Half(number, False if is_directed else None))
        if leg.target is None:
            halves[leg.link.target].append(Half(number, True if is_directed else None))
    body, middle = drawn.body, (drawn.body.top + drawn.body.bottom) / 2
    known = [
        _gate(drawn, (cut.x, body.bottom if cut.is_below else body.top), halves[cut.key], cut_below=cut.is_below)
        for cut in drawn.linked.cuts
    ]
    for symbol in drawn.connectors:
        mark = one_line(symbol.text).casefold()
        known.append(_gate(drawn, symbol.box.centre, halves[symbol.key], mark, is_below=symbol.box.centre[1] > middle))
    return [gate for gate in known if gate.halves]


def _gate(
    drawn: Drawing,
    place: tuple[float, float],
    halves: Sequence[Half],
    mark: str = "",
    *,
    is_below: bool = False,
    cut_below: bool | None = None,
) -> Gate:
    lane = drawn.body.lane_at(place[0])
    return Gate(
        body=drawn.number,
        x=place[0],
        y=place[1],
        mark=mark,
        is_cut=cut_below is not None,
        is_below=is_below if cut_below is None else cut_below,
        lane=lane.name if lane else "",
        halves=tuple(halves),
    )


def _is_drawn(symbol: Symbol) -> bool:
    """Whether a symbol is of a size that anybody can draw."""
    return 0 <= symbol.box.width < _LARGEST and 0 <= symbol.box.height < _LARGEST


def _is_on_paper(line: Line) -> bool:
    return all(abs(x) < _LONGEST and abs(y) < _LONGEST for x, y in line.points)


def _is_connector(body: Body, symbol: Symbol) -> bool:
    lanes, box = body.executors, symbol.box
    return (
        symbol.form in CONNECTORS
        and bool(lanes)
        and lanes[0].left - _BESIDE <= box.centre[0] <= lanes[-1].right + _BESIDE
        and box.bottom > body.top - _ABOVE
    )


def _runs_through(body: Body, line: Line) -> bool:
    """Whether a line is glued to symbols, or comes near the executors' columns."""
    lanes = body.executors
    if line.start is not None and line.end is not None:
        return True
    return bool(lanes) and any(
        lanes[0].left - _BESIDE <= x <= lanes[-1].right + _BESIDE and y >= body.top - _ABOVE for x, y in line.points
    )


def _note_loose(body: Body, line: Line, findings: Findings) -> None:
    findings.note(
        "Pangkal atau ujung satu anak panah di halaman {page} tidak terbaca. Periksa alur di sekitar tempat itu.",
        place=place_of(body.page, extent(line.points), line.place),
        name="ke",
        page=body.page.number,
    )


# ---- answers ---------------------------------------------------------------------------------------------------


def _answer(drawn: Drawing, found: Sequence[Leg], drafts: Sequence[Draft]) -> None:
    """Give the legs that leave a symbol their answers: what the line carries itself, else what stands beside it."""
    asking = {symbol.key for symbol in drawn.body.page.symbols if symbol.form is Form.DIAMOND}
    leaving = [leg for leg in found if leg.source is not None and not leg.link.text]
    exits = [Exit(leg.link.source, leg.link.points, leg.link.source in asking) for leg in leaving]
    for number, text in answers(exits, list(_texts(drawn.body, drafts))).items():
        leaving[number].answer = text
    for leg in found:
        leg.answer = leg.answer or in_full(one_line(leg.link.text))


def _texts(body: Body, drafts: Sequence[Draft]) -> Iterator[Beside]:
    """Texts that may be answers: free ones, and those in the executors' cells that no symbol says."""
    lanes = body.executors
    for text in body.page.texts:
        x, y = text.box.centre
        if lanes and lanes[0].left - _NEAR_LANES <= x <= lanes[-1].right + _NEAR_LANES and y >= body.top - _NEAR_LANES:
            yield Beside(text.text, text.box)
    said = {one_line(symbol.text) for symbol in body.page.symbols}
    for draft in drafts:
        for _, words, row, cell in lane_texts(draft):
            if row.page is body.page and words not in said and not is_mark(words) and kind_word(words) is None:
                yield Beside(words, cell.box)
