"""The rows: those of the model as far as they are still drawn, and one for everything else that is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sopan.domain import End, Kind, Step, Symbol, next_id
from sopan.domain.codec.limits import MAX_STEPS
from sopan.domain.errors import SourceTooLarge
from sopan.readers.bpmn.cells import amended, drawn
from sopan.readers.bpmn.drawing import Drawing, Node
from sopan.readers.bpmn.order import in_order
from sopan.readers.bpmn.people import People
from sopan.readers.bpmn.recognition import recognised
from sopan.readers.bpmn.roles import DONE, Roles
from sopan.readers.bpmn.ways import Way


@dataclass(slots=True)
class Rows:
    """Steps in order, and the symbol each node stands for."""

    steps: list[Step] = field(default_factory=list)
    ends: dict[str, End] = field(default_factory=dict)
    nodes: dict[str, list[Node]] = field(default_factory=dict)
    """By the id of the step."""

    def end(self, ids: frozenset[str]) -> tuple[End, ...]:
        """What several nodes stand for together: a whole step where all of them belong to it."""
        by_step: dict[str, list[End]] = {}
        for id in sorted(ids):
            by_step.setdefault(self.ends[id].step, []).append(self.ends[id])
        return tuple(ends[0] if len(set(ends)) == 1 else End(step) for step, ends in by_step.items())


def rows_of(drawing: Drawing, roles: Roles, ways: tuple[Way, ...], people: People) -> Rows:
    """The rows. A new one stands below the row that leads to it."""
    rows = Rows()
    ours = recognised(drawing, people)
    for number, step in enumerate(people.model.steps, 1):
        if number in ours:
            _keep(rows, step, ours[number], people, roles)
    new = in_order(drawing, [id for id in roles.symbols if id not in rows.ends], ways)
    if len(rows.steps) + len(new) > MAX_STEPS:
        raise SourceTooLarge(
            "Satu prosedur paling banyak {limit} langkah. Bagi prosedur ini menjadi beberapa SOP mikro.",
            limit=MAX_STEPS,
        )
    around = _Around(ways)
    for number, together in enumerate(_shared(drawing, new, people), int(next_id(people.model))):
        step = _new(str(number), list(together.values()), roles, people)
        place = around.row_of(next(iter(together.values())).id, rows) if ours else len(rows.steps)
        rows.steps.insert(place, step)
        rows.nodes[step.id] = list(together.values())
        rows.ends |= {node.id: End(step.id, name) for name, node in together.items()}
    return rows


def _shared(drawing: Drawing, ids: Iterable[str], people: People) -> list[dict[str, Node]]:
    """The nodes by executor, those of one step together: one fork leads to all of them, and they are called alike."""
    found: dict[tuple[str, str], dict[str, Node]] = {}
    for node in (drawing.by_id[id] for id in ids):
        name, fork = people.of(node), _fork_before(drawing, node)
        is_shared = name and fork and name not in found.get((fork, node.name), {})
        found.setdefault((fork, node.name) if is_shared else (node.id, ""), {})[name] = node
    return list(found.values())


def _fork_before(drawing: Drawing, node: Node) -> str:
    """The parallel gateway from which alone a node is reached."""
    arriving = drawing.arriving[node.id]
    source = drawing.by_id[arriving[0].source] if len(arriving) == 1 else None
    return source.id if source and source.tag == "parallelGateway" and node.name else ""


def _keep(rows: Rows, step: Step, nodes: dict[int, Node], people: People, roles: Roles) -> None:
    """A step of the model with the symbols it still has, each in the lane it now stands in."""
    symbols: dict[str, Symbol] = {}
    for place, node in nodes.items():
        old = step.symbols[place - 1] if place else None
        name = people.of(node, known=old.pelaksana if old else "")
        if name:
            symbols.setdefault(name, replace(old, pelaksana=name) if old else Symbol(name))
        rows.ends[node.id] = End(step.id, name)
    kept = replace(amended(step, list(nodes.values())), symbols=tuple(symbols.values()))
    gateways = (roles.questions.get(node.id) for node in nodes.values())
    if Kind.DECISION not in kept.kinds and any(gateway and not gateway.is_help for gateway in gateways):
        kept = replace(kept, kind=Kind.DECISION)
    rows.steps.append(kept)
    rows.nodes[step.id] = list(nodes.values())


def _new(id: str, nodes: list[Node], roles: Roles, people: People) -> Step:
    node = nodes[0]
    question = roles.questions.get(node.id)
    asked = question.name if question and not question.is_help else ""
    step = drawn(id, node, kind=roles.symbols[node.id], question=asked)
    if node.tag == "endEvent" and not step.kegiatan:
        step = replace(step, kegiatan=DONE)
    names = dict.fromkeys(filter(None, map(people.of, nodes)))
    return replace(step, symbols=tuple(map(Symbol, names)))


class _Around:
    """Which symbols lead to which."""

    def __init__(self, ways: tuple[Way, ...]) -> None:
        self._before: dict[str, list[str]] = {}
        self._after: dict[str, list[str]] = {}
        for way in ways:
            self._before.setdefault(way.target, []).append(way.source)
            self._after.setdefault(way.source, []).append(way.target)

    def row_of(self, id: str, rows: Rows) -> int:
        """Below the last row that leads to the node, else above the first it leads to, else at the end."""
        place = {step.id: number for number, step in enumerate(rows.steps)}
        before, after = (
            [place[rows.ends[other].step] for other in ids.get(id, ()) if other in rows.ends]
            for ids in (self._before, self._after)
        )
        return max(before) + 1 if before else min(after, default=len(rows.steps))
