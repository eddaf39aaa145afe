"""The flow of a document: symbols in their rows and columns, and the edges that its lines draw between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sopan.drawn import Symbol
from sopan.readers.assembly.body import CONNECTORS, Body
from sopan.readers.assembly.crossings import Gate, through
from sopan.readers.assembly.drafts import Draft
from sopan.readers.assembly.findings import Findings, place_of
from sopan.readers.assembly.legs import Leg, Node, drawing, gates, legs
from sopan.readers.reading import Certainty

MOST_SYMBOLS = 1_000
MOST_LINES = 2_000
"""On one page; a drawing with more is no procedure, and would only cost time."""
_DOUBT = (Certainty.CERTAIN, Certainty.LIKELY, Certainty.DOUBTFUL)


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


def flow(bodies: Sequence[Body], drafts: Sequence[Draft], findings: Findings) -> Flow:
    """What the drawing over the tables says."""
    found = Flow()
    steps = {(body, row.top): number for number, draft in enumerate(drafts) for body, row in draft.rows}
    all_legs: list[Leg] = []
    all_gates: list[Gate] = []
    for number, body in enumerate(bodies):
        if _is_too_much(body, findings):
            continue
        drawn = drawing(number, body, _nodes(number, body, steps, found))
        own = legs(drawn, [draft for draft in drafts if any(at == number for at, _ in draft.rows)], findings)
        all_gates += gates(drawn, own, len(all_legs))
        all_legs += own
    found.has_lines = bool(all_legs)
    found.ways = list(_distinct(_ways(all_legs, all_gates)))
    return found


def _is_too_much(body: Body, findings: Findings) -> bool:
    if len(body.page.symbols) <= MOST_SYMBOLS and len(body.page.lines) <= MOST_LINES:
        return False
    findings.note(
        "Gambar di halaman {page} memuat terlalu banyak bentuk untuk satu prosedur, jadi alurnya tidak dibaca.",
        place=place_of(body.page),
        page=body.page.number,
    )
    return True


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


def _ways(all_legs: Sequence[Leg], all_gates: Sequence[Gate]) -> Iterator[Way]:
    for leg in all_legs:
        if leg.source is not None and leg.target is not None:
            yield from _direct(leg, leg.source, leg.target)
    for first, second, sure in through(all_gates):
        come, go = all_legs[first], all_legs[second]
        source = come.source or come.target
        target = go.target or go.source
        if source is not None and target is not None:
            certainty = max(_certainty(come), _certainty(go), key=_DOUBT.index) if sure else Certainty.DOUBTFUL
            yield Way(source, target, come.answer or go.answer, certainty)


def _direct(leg: Leg, source: Node, target: Node) -> Iterator[Way]:
    """A plain line inside a row joins; between rows it leads onward, but that is a guess."""
    if leg.link.is_directed:
        if source != target or leg.link.source == leg.link.target:
            yield Way(source, target, leg.answer, _certainty(leg))
    elif source.step != target.step:
        first, second = sorted((source, target))
        yield Way(first, second, leg.answer, Certainty.DOUBTFUL)


def _certainty(leg: Leg) -> Certainty:
    if leg.link.is_far:
        return Certainty.DOUBTFUL
    return Certainty.CERTAIN if leg.link.is_glued else Certainty.LIKELY


def _distinct(ways: Iterator[Way]) -> Iterator[Way]:
    """Each edge once, as it was first drawn."""
    known: dict[tuple[Node, Node, str], Way] = {}
    for way in ways:
        known.setdefault((way.source, way.target, way.answer), way)
    return iter(known.values())
