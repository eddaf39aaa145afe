"""Subprocesses, link events and events on the border of an activity, opened so that only plain flow is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sopan.domain.errors import SourceTooLarge
from sopan.readers.bpmn.drawing import Drawing, Flow, Node
from sopan.readers.bpmn.extract import CONTAINERS
from sopan.readers.reading import Note, Place

MAX_FLOWS = 50_000
TOO_MANY_WAYS = (
    "Alur dalam berkas BPMN ini bercabang lebih banyak daripada prosedur mana pun, jadi tidak dibaca. Periksa apakah "
    "berkasnya benar."
)


def flattened(drawing: Drawing) -> Drawing:
    """The same flow without subprocesses: what leads into one leads to where it begins."""
    flows = [*drawing.flows, *_over_links(drawing.nodes), *_over_borders(drawing)]
    nodes = {node.id: node for node in drawing.nodes}
    notes = list(drawing.notes)
    parents = {node.parent for node in drawing.nodes}
    for box in reversed([node for node in drawing.nodes if node.tag in CONTAINERS and node.id in parents]):
        flows = _opened(box, nodes, flows)
        notes.append(_note(box))
        del nodes[box.id]
    return replace(drawing, nodes=tuple(nodes.values()), flows=tuple(flows), notes=tuple(notes))


def _opened(box: Node, nodes: dict[str, Node], flows: list[Flow]) -> list[Flow]:
    """The flows once the box is gone; its first and last events become mere places on the way."""
    inside = [node for node in nodes.values() if node.parent == box.id]
    fed, feeding = {flow.target for flow in flows}, {flow.source for flow in flows}
    firsts = [node for node in inside if node.id not in fed and not node.is_event_subprocess]
    lasts = [node for node in inside if node.id not in feeding and not node.is_event_subprocess]
    firsts = [node for node in firsts if node.tag == "startEvent"] or firsts
    if not box.is_event_subprocess:
        for node in (*firsts, *lasts):
            if node.tag in ("startEvent", "endEvent"):
                nodes[node.id] = replace(nodes[node.id], is_help=True)
    for node in inside:
        nodes[node.id] = replace(nodes[node.id], parent=box.parent)
    found: list[Flow] = []
    for flow in flows:
        sources = [node.id for node in lasts] if flow.source == box.id else [flow.source]
        targets = [node.id for node in firsts] if flow.target == box.id else [flow.target]
        if len(found) + len(sources) * len(targets) > MAX_FLOWS:
            raise SourceTooLarge(TOO_MANY_WAYS)
        found += [replace(flow, source=source, target=target) for source in sources for target in targets]
    return found


def _over_links(nodes: Iterable[Node]) -> list[Flow]:
    """From where a link is thrown to where it is caught."""
    nodes = [node for node in nodes if node.link]
    caught: dict[tuple[str, str], list[Node]] = {}
    for node in nodes:
        if node.tag == "intermediateCatchEvent":
            caught.setdefault((node.process, node.link), []).append(node)
    return [
        Flow(id=node.id, source=node.id, target=caught[node.process, node.link][0].id)
        for node in nodes
        if node.tag == "intermediateThrowEvent" and (node.process, node.link) in caught
    ]


def _over_borders(drawing: Drawing) -> list[Flow]:
    """From an activity to the events on its border, which name the way that is taken then."""
    return [
        Flow(id=node.id, source=node.host, target=node.id, name=node.name)
        for node in drawing.nodes
        if node.tag == "boundaryEvent" and node.host in drawing.by_id
    ]


def _note(box: Node) -> Note:
    return Note(
        sentence="Subproses “{nama}” dibuka: langkah-langkah di dalamnya menjadi baris biasa, namanya tidak.",
        parameters={"nama": box.name or box.id},
        place=Place(page=1, cell=box.id),
    )
