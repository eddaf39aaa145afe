"""Which nodes become symbols of steps, and which only lead the flow on.

An activity is a symbol. A gateway that parts ways behind one activity makes that activity the decision; where no
activity stands right before it, the gateway is a decision itself. Gateways that join, and those that send the work
all ways at once, only lead on. The first activity behind a start event begins the procedure and the last before an
end event ends it; an end that an answer leads straight to is a row of its own, for otherwise the answer would be lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from sopan.domain import Kind
from sopan.readers.bpmn.drawing import Drawing, Node
from sopan.readers.bpmn.extract import ACTIVITIES, GATEWAYS
from sopan.readers.reading import Note, Place

DONE = "Selesai"
PLAIN_NAMES = frozenset({"", "mulai", "selesai", "start", "end", "begin", "stop", "akhir", "awal", "tanpa lanjutan"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The symbols by the id of their node, with the kind the notation gives them."""

    symbols: dict[str, Kind] = field(default_factory=dict)
    questions: dict[str, Node] = field(default_factory=dict)
    """The gateway that makes an activity a decision, by the id of the activity."""
    notes: list[Note] = field(default_factory=list)


def roles_of(drawing: Drawing) -> Roles:
    """The role of every node of a drawing without subprocesses."""
    roles = Roles()
    for node in drawing.nodes:
        if node.tag in ACTIVITIES:
            roles.symbols[node.id] = Kind.PROCESS
    for node in drawing.nodes:
        if node.tag in GATEWAYS:
            _gateway(drawing, node, roles)
    for node in drawing.nodes:
        if node.tag not in GATEWAYS and node.tag not in ACTIVITIES and not node.is_help:
            _event(drawing, node, roles)
    return roles


def parts_ways(drawing: Drawing, node: Node) -> bool:
    """Whether one of several ways is taken here."""
    is_choice = node.tag in GATEWAYS and node.tag != "parallelGateway"
    return is_choice and len(drawing.leaving[node.id]) > 1


def _gateway(drawing: Drawing, node: Node, roles: Roles) -> None:
    if not parts_ways(drawing, node):
        return
    asked = _activity_before(drawing, node)
    if asked:
        roles.symbols[asked.id] = Kind.DECISION
        roles.questions[asked.id] = replace(node, name="") if _only_lists_answers(drawing, node) else node
    elif not node.is_help:
        roles.symbols[node.id] = Kind.DECISION
    if node.tag != "exclusiveGateway" and not node.is_help:
        roles.notes.append(_note("Gerbang “{nama}” dibaca sebagai keputusan biasa: satu jawaban, satu jalur.", node))


def _only_lists_answers(drawing: Drawing, gateway: Node) -> bool:
    """Whether its name asks nothing but what its ways say: `Ya atau Tidak?`."""
    return set(gateway.name.removesuffix("?").split(" atau ")) == {flow.name for flow in drawing.leaving[gateway.id]}


def _activity_before(drawing: Drawing, gateway: Node) -> Node | None:
    """The only thing that leads to the gateway, where that is an activity which leads nowhere else."""
    arriving = drawing.arriving[gateway.id]
    before = drawing.by_id[arriving[0].source] if len(arriving) == 1 else None
    if before is None or before.tag not in ACTIVITIES:
        return None
    borders = {flow.target for flow in drawing.leaving[before.id] if drawing.by_id[flow.target].tag == "boundaryEvent"}
    return before if len(drawing.leaving[before.id]) - len(borders) == 1 else None


def _event(drawing: Drawing, node: Node, roles: Roles) -> None:
    if node.tag == "startEvent":
        _start(drawing, node, roles)
    elif node.tag == "endEvent":
        _end(drawing, node, roles)
    elif node.tag != "boundaryEvent" and node.name and not node.link:
        roles.symbols[node.id] = Kind.PROCESS
        roles.notes.append(_note("Kejadian “{nama}” menjadi langkah tersendiri; periksa apakah itu kegiatan.", node))


def _start(drawing: Drawing, node: Node, roles: Roles) -> None:
    following = [drawing.by_id[flow.target] for flow in drawing.leaving[node.id]]
    if any(other.tag in GATEWAYS and other.id in roles.symbols for other in following):
        roles.symbols[node.id] = Kind.START
        return
    if not drawing.arriving[node.id]:
        _mark(drawing, node, roles, Kind.START)
    _mention(node, roles)


def _end(drawing: Drawing, node: Node, roles: Roles) -> None:
    before = [drawing.by_id[flow.source] for flow in drawing.arriving[node.id]]
    if any(parts_ways(drawing, other) for other in before):
        roles.symbols[node.id] = Kind.END
        return
    _mark(drawing, node, roles, Kind.END)
    _mention(node, roles)


def _mark(drawing: Drawing, event: Node, roles: Roles, kind: Kind) -> None:
    """The plain activities nearest to the event get its kind."""
    flows = drawing.leaving if kind is Kind.START else drawing.arriving
    seen, todo = {event.id}, [event.id]
    while todo:
        for flow in flows[todo.pop()]:
            other = flow.target if kind is Kind.START else flow.source
            if other not in roles.symbols and other not in seen:
                seen.add(other)
                todo.append(other)
            elif roles.symbols.get(other) is Kind.PROCESS and _is_only_way(drawing, other, kind):
                roles.symbols[other] = kind


def _is_only_way(drawing: Drawing, id: str, kind: Kind) -> bool:
    """An activity ends the procedure only where it leads nowhere but to the end."""
    return kind is Kind.START or len(drawing.leaving[id]) == 1


def _mention(node: Node, roles: Roles) -> None:
    if node.name.casefold() not in PLAIN_NAMES:
        roles.notes.append(_note("Nama kejadian “{nama}” tidak menjadi langkah; lambangnya kapsul saja.", node))


def _note(sentence: str, node: Node) -> Note:
    return Note(sentence=sentence, parameters={"nama": node.name or node.id}, place=Place(page=1, cell=node.id))
