"""The flow of a document: symbols in their rows and columns, and the edges that its lines draw between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sopan.drawn import Box, Form, Line, Symbol
from sopan.readers.assembly.answers import Beside, Exit, answers, in_full
from sopan.readers.assembly.body import CONNECTORS, Body
from sopan.readers.assembly.crossings import Gate, Half, through
from sopan.readers.assembly.drafts import Draft, lane_texts
from sopan.readers.assembly.findings import Findings, place_of
from sopan.readers.assembly.head import Column
from sopan.readers.assembly.lines import linked
from sopan.readers.assembly.marks import is_mark, kind_word
from sopan.readers.assembly.text import one_line
from sopan.readers.assembly.ways import Link
from sopan.readers.reading import Certainty

MOST_SYMBOLS = 2_000
MOST_LINES = 3_000
"""On one page; a drawing with more is no procedure, and would only cost time."""
_BESIDE = 5.0
_ABOVE = 20.0
"""Millimetres outside of the executors' columns where lines and connectors of the table may still be."""


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A symbol in the table: number of the step, and the executor."""

    step: int
    executor: str


@dataclass(frozen=True, slots=True)
class Way:
    """An edge as it was drawn."""

    source: Node
    target: Node
    answer: str
    certainty: Certainty


@dataclass(slots=True)
class Flow:
    """Symbols and edges of a document."""

    forms: dict[Node, list[tuple[int, Symbol]]] = field(default_factory=lambda: defaultdict(list))
    """Symbols of each node with the number of their body; several where more than one stands in a cell."""
    ways: list[Way] = field(default_factory=list)
    has_lines: bool = False


@dataclass(slots=True)
class _Leg:
    """A link in its body, with the node at either end where there is one."""

    body: int
    link: Link
    source: Node | None
    target: Node | None
    answer: str = ""


def flow(bodies: Sequence[Body], drafts: Sequence[Draft], findings: Findings) -> Flow:
    """What the drawing over the tables says."""
    found = Flow()
    steps = {(body, row.top): number for number, draft in enumerate(drafts) for body, row in draft.rows}
    legs: list[_Leg] = []
    gates: list[Gate] = []
    for number, body in enumerate(bodies):
        if len(body.page.symbols) > MOST_SYMBOLS or len(body.page.lines) > MOST_LINES:
            findings.note(
                "Gambar di halaman {page} memuat terlalu banyak bentuk untuk satu prosedur, jadi alurnya tidak dibaca.",
                place=place_of(body.page),
                page=body.page.number,
            )
            continue
        nodes = _nodes(number, body, steps, found)
        legs_here, gates_here = _legs(number, body, nodes, len(legs), findings)
        _answer(body, legs_here, [draft for draft in drafts if any(at == number for at, _ in draft.rows)], found)
        legs += legs_here
        gates += gates_here
    found.has_lines = bool(legs)
    found.ways = list(_distinct(_ways(legs, gates)))
    return found


def _nodes(number: int, body: Body, steps: Mapping[tuple[int, float], int], found: Flow) -> dict[str, Node]:
    """Key of each symbol that stands in a row and a column → its node."""
    nodes: dict[str, Node] = {}
    for symbol in body.page.symbols:
        x, y = symbol.box.centre
        lane, row = body.lane_at(x), body.row_at(y)
        step = steps.get((number, body.rows[row].top)) if row is not None else None
        if lane is None or step is None or symbol.form in CONNECTORS:
            continue
        node = Node(step, lane.name)
        nodes[symbol.key] = node
        found.forms[node].append((number, symbol))
    return nodes


def _legs(
    number: int, body: Body, nodes: Mapping[str, Node], first: int, findings: Findings
) -> tuple[list[_Leg], list[Gate]]:
    inside = [s for s in body.page.symbols if s.key in nodes or (s.form in CONNECTORS and _is_inside(body, s.box))]
    result = linked(inside, [line for line in body.page.lines if _runs_through(body, line)], body.top, body.bottom)
    legs = [_Leg(number, link, nodes.get(link.source), nodes.get(link.target)) for link in result.links]
    for line in result.loose:
        xs, ys = [x for x, _ in line.points], [y for _, y in line.points]
        findings.note(
            "Pangkal atau ujung satu anak panah di halaman {page} tidak terbaca. Periksa alur di sekitar tempat itu.",
            place=place_of(body.page, Box(min(xs), min(ys), max(xs), max(ys)), line.place),
            name="ke",
            page=body.page.number,
        )
    places = {symbol.key: (symbol.box.centre, one_line(symbol.text).casefold()) for symbol in inside}
    for cut in result.cuts:
        places[cut.key] = ((cut.x, body.bottom if cut.is_below else body.top), "")
    cuts = {cut.key: cut.is_below for cut in result.cuts}
    halves: dict[str, list[Half]] = defaultdict(list)
    for at, leg in enumerate(legs, first):
        for key, node, leaves in ((leg.link.source, leg.source, False), (leg.link.target, leg.target, True)):
            if node is None:
                halves[key].append(Half(at, leaves if leg.link.is_directed else None))
    middle = (body.top + body.bottom) / 2
    gates = []
    for key, own in halves.items():
        (x, y), mark = places[key]
        lane = body.lane_at(x)
        gates.append(
            Gate(
                body=number,
                x=x,
                y=y,
                mark=mark,
                is_cut=key in cuts,
                is_below=cuts.get(key, y > middle),
                lane=lane.name if lane else "",
                halves=tuple(own),
            )
        )
    return legs, gates


def _is_inside(body: Body, box: Box) -> bool:
    lanes = body.executors
    return (
        bool(lanes)
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


def _answer(body: Body, legs: Sequence[_Leg], drafts: Sequence[Draft], found: Flow) -> None:
    """Give the legs that leave a symbol their answers: what the line carries itself, else what stands beside it."""
    leaving = [leg for leg in legs if leg.source is not None and not leg.link.text]
    exits = [
        Exit(
            source=leg.link.source,
            points=leg.link.points,
            asks=any(symbol.form is Form.DIAMOND for _, symbol in found.forms[leg.source]),
        )
        for leg in leaving
        if leg.source is not None
    ]
    for number, text in answers(exits, list(_texts(body, drafts))).items():
        leaving[number].answer = text
    for leg in legs:
        leg.answer = leg.answer or in_full(one_line(leg.link.text))


def _texts(body: Body, drafts: Sequence[Draft]) -> Iterator[Beside]:
    lanes: tuple[Column, ...] = body.executors
    symbols = [symbol.box for symbol in body.page.symbols]
    for text in body.page.texts:
        x, y = text.box.centre
        if lanes and lanes[0].left - 3 <= x <= lanes[-1].right + 3 and y >= body.top - 3:
            yield Beside(text.text, text.box)
    for draft in drafts:
        for _, words, row, cell in lane_texts(draft):
            is_own = row.page is body.page and not is_mark(words) and kind_word(words) is None
            if is_own and not any(cell.box.holds(box.centre) and _says(body, box, words) for box in symbols):
                yield Beside(words, cell.box)


def _says(body: Body, box: Box, text: str) -> bool:
    """Whether a text in a cell is what the symbol in it says."""
    return any(symbol.box == box and one_line(symbol.text) == text for symbol in body.page.symbols)


def _ways(legs: Sequence[_Leg], gates: Sequence[Gate]) -> Iterator[Way]:
    for leg in legs:
        if leg.source is not None and leg.target is not None:
            yield from _direct(leg, leg.source, leg.target)
    for first, second, sure in through(gates):
        come, go = legs[first], legs[second]
        source = come.source or come.target
        target = go.target or go.source
        if source is not None and target is not None:
            glued = come.link.is_glued and go.link.is_glued and sure
            certainty = Certainty.CERTAIN if glued else Certainty.LIKELY if sure else Certainty.DOUBTFUL
            yield Way(source, target, come.answer or go.answer, certainty)


def _direct(leg: _Leg, source: Node, target: Node) -> Iterator[Way]:
    """A plain line inside a row joins; between rows it leads onward, but that is a guess."""
    if leg.link.is_directed:
        if source != target or leg.link.source == leg.link.target:
            certainty = Certainty.CERTAIN if leg.link.is_glued else Certainty.LIKELY
            yield Way(source, target, leg.answer, certainty)
    elif source.step != target.step:
        first, second = sorted((source, target))
        yield Way(first, second, leg.answer, Certainty.DOUBTFUL)


def _distinct(ways: Iterator[Way]) -> Iterator[Way]:
    """Each edge once. A line drawn twice counts once, also where only one of the two has an answer."""
    known: dict[tuple[Node, Node], list[Way]] = defaultdict(list)
    for way in ways:
        known[way.source, way.target].append(way)
    for group in known.values():
        by_answer = {way.answer: way for way in reversed(group)}
        yield from (replace(way) for way in by_answer.values())
