"""The procedures of a BPMN file as drawings: one for each process, or for several that send each other messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from sopan.domain.errors import SourceTooLarge
from sopan.readers.bpmn.artifacts import Artifacts
from sopan.readers.bpmn.document import BPMN, BPMNDI, DC, children, squeezed, text_of
from sopan.readers.bpmn.drawing import Drawing, Flow, Lane, Node
from sopan.readers.bpmn.marks import extension, flow_mark_of, mark_of, model_of, number
from sopan.readers.reading import Note, Place

ACTIVITIES = frozenset(
    {
        "task", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask",
        "callActivity", "subProcess", "transaction", "adHocSubProcess",
    }
)  # fmt: skip
GATEWAYS = frozenset({"exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway", "eventBasedGateway"})
EVENTS = frozenset({"startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"})
CONTAINERS = frozenset({"subProcess", "transaction", "adHocSubProcess"})
MAX_PROCESSES = 200
NODES = ACTIVITIES | GATEWAYS | EVENTS
_ASSIGNED = frozenset({"assignee", "candidateGroups"})


def drawings(root: etree._Element) -> tuple[Drawing, ...]:
    """Every procedure, in the order of the file; a process without any work is none."""
    file = _File(root)
    groups = file.groups()
    return tuple(file.drawing(group, is_only=len(groups) == 1) for group in groups)


@dataclass(frozen=True, slots=True)
class _Pool:
    id: str
    name: str
    process: str


class _File:
    def __init__(self, root: etree._Element) -> None:
        self._processes = {id: e for e in children(root, "process") if (id := e.get("id", ""))}
        self._pools = [_pool(element) for element in root.iter(f"{BPMN}participant")]
        if len(self._processes) > MAX_PROCESSES:
            raise SourceTooLarge(
                "Berkas BPMN ini berisi lebih dari {batas} proses, jadi tidak dibaca. Bagi menjadi beberapa berkas.",
                batas=MAX_PROCESSES,
            )
        self._places = dict(_places(root))
        self._resources = {e.get("id", ""): squeezed(e.get("name", "")) for e in root.iter(f"{BPMN}resource")}
        self._messages = list(root.iter(f"{BPMN}messageFlow"))
        self._nodes = {id: list(self._nodes_of(id, process)) for id, process in self._processes.items()}
        self._process_of = {node.id: id for id, nodes in self._nodes.items() for node in nodes}

    def groups(self) -> list[list[str]]:
        """Ids of processes that belong together: messages go between them."""
        group = {id: [id] for id, nodes in self._nodes.items() if nodes}
        for message in self._messages:
            ends = [self._process_of.get(_local(message.get(name, ""))) for name in ("sourceRef", "targetRef")]
            one, other = (group.get(end) if end else None for end in ends)
            if one is not None and other is not None and one is not other:
                one.extend(other)
                group |= dict.fromkeys(other, one)
        distinct = {id(members): members for members in group.values()}
        return list(distinct.values())

    def drawing(self, ids: list[str], *, is_only: bool) -> Drawing:
        ids = [id for id in self._processes if id in set(ids)]
        nodes = tuple({node.id: node for id in ids for node in self._nodes[id] if node.id}.values())
        known = {node.id for node in nodes}
        notes = [note for id in ids for note in Artifacts(self._processes[id]).notes]
        flows = [flow for id in ids for flow in self._flows_of(self._processes[id])]
        flows += self._messages_among(known, notes, every=is_only)
        whole = [flow for flow in flows if flow.source in known and flow.target in known]
        broken = [flow for flow in flows if flow.source not in known or flow.target not in known]
        first = self._processes[ids[0]]
        ride = extension(first, "prosedur")
        return Drawing(
            title=self._title(ids),
            nodes=nodes,
            flows=tuple(whole),
            lanes=tuple(dict.fromkeys(self._lanes_of(ids))),
            model=model_of(first),
            written_title=squeezed(ride.get("judul", "")) if ride is not None else "",
            notes=(*notes, *map(_lost, broken)),
        )

    def _title(self, ids: list[str]) -> str:
        """The name of the only pool, unless a person renamed only the process."""
        first = self._processes[ids[0]]
        pools = [pool.name for pool in self._pools if pool.process in ids and pool.name]
        names = [*(pools if len(ids) == 1 else ()), squeezed(first.get("name", "")), *pools]
        ride = extension(first, "prosedur")
        written = squeezed(ride.get("judul", "")) if ride is not None else ""
        return next((name for name in names if name and name != written), written)

    def _nodes_of(self, id: str, process: etree._Element) -> Iterator[Node]:
        lanes = dict(_lane_of_each(process))
        artifacts = Artifacts(process)
        outside = self._lane_of_pool(id)
        for element in process.iter(*(f"{BPMN}{tag}" for tag in NODES)):
            node = _node(element)
            parents = (parent for parent in element.iterancestors() if parent is not process)
            parent = next((p.get("id", "") for p in parents if etree.QName(p).localname in CONTAINERS), "")
            lane = lanes.get(node.id) or lanes.get(parent) or outside
            x, y = self._places.get(node.id, (None, 0.0))
            owner = self._owner(element)
            yield artifacts.beside(replace(node, lane=lane, owner=owner, process=id, parent=parent, x=x, y=y))

    def _owner(self, element: etree._Element) -> str:
        """A group or person an engine would give the task to, or the resource that is named in it."""
        for key, value in sorted(element.attrib.items()):
            if str(key).rpartition("}")[2] in _ASSIGNED and not str(value).startswith(("$", "#")):
                return squeezed(str(value))
        for tag in ("potentialOwner", "humanPerformer", "performer", "resourceRole"):
            for role in children(element, tag):
                named = self._resources.get(_local(text_of(role.find(f"{BPMN}resourceRef"))), "")
                return named or squeezed(role.get("name", ""))
        return ""

    def _lane_of_pool(self, id: str) -> Lane | None:
        """The pool itself, where several tell who does what."""
        if len([pool for pool in self._pools if pool.process in self._processes]) < 2:
            return None
        named = (pool for pool in self._pools if pool.process == id and pool.name)
        return next((Lane(id=pool.id, names=(pool.name,)) for pool in named), None)

    def _lanes_of(self, ids: Iterable[str]) -> Iterator[Lane]:
        for id in ids:
            lanes = [lane for lane, _ in _lanes(self._processes[id])]
            outside = self._lane_of_pool(id)
            yield from lanes or ([outside] if outside else [])

    def _flows_of(self, process: etree._Element) -> Iterator[Flow]:
        for element in process.iter(f"{BPMN}sequenceFlow"):
            condition = element.find(f"{BPMN}conditionExpression")
            yield Flow(
                id=element.get("id", ""),
                source=_local(element.get("sourceRef", "")),
                target=_local(element.get("targetRef", "")),
                name=squeezed(element.get("name", "")) or squeezed(text_of(condition)),
                mark=flow_mark_of(element),
            )

    def _messages_among(self, known: set[str], notes: list[Note], *, every: bool) -> Iterator[Flow]:
        """Messages between nodes, as flows; of those to or from a whole pool only a note."""
        for element in self._messages:
            source, target = (_local(element.get(name, "")) for name in ("sourceRef", "targetRef"))
            if source in known and target in known:
                yield Flow(id=element.get("id", ""), source=source, target=target)
            elif source in known or target in known or every:
                notes.append(_message_lost(element))


def _pool(element: etree._Element) -> _Pool:
    return _Pool(element.get("id", ""), squeezed(element.get("name", "")), _local(element.get("processRef", "")))


def _node(element: etree._Element) -> Node:
    tag = etree.QName(element).localname
    link = element.find(f"{BPMN}linkEventDefinition")
    is_ours = extension(element, "bantuan") is not None
    return Node(
        id=element.get("id", ""),
        tag=tag,
        name=squeezed(element.get("name", "")),
        words="\n".join(filter(None, (text_of(words) for words in children(element, "documentation")))),
        host=_local(element.get("attachedToRef", "")),
        link=squeezed(link.get("name", "") or element.get("name", "")) if link is not None else "",
        is_event_subprocess=element.get("triggeredByEvent") == "true",
        mark=mark_of(element) if tag in ACTIVITIES else None,
        is_help=is_ours and tag not in ACTIVITIES,
    )


def _lane_of_each(process: etree._Element) -> Iterator[tuple[str, Lane]]:
    for lane, element in _lanes(process):
        for ref in children(element, "flowNodeRef"):
            yield _local(text_of(ref)), lane


def _lanes(process: etree._Element) -> Iterator[tuple[Lane, etree._Element]]:
    """Innermost lanes; a lane that holds others stands for what it alone lists."""
    for element in process.iter(f"{BPMN}lane"):
        inner = element.find(f"{BPMN}childLaneSet/{BPMN}lane") is not None
        if inner and element.find(f"{BPMN}flowNodeRef") is None:
            continue
        family = [element, *element.iterancestors(f"{BPMN}lane")][::-1]
        parts = [extension(each, "kolom") for each in family]
        column = parts[-1].get("nomor") if parts[-1] is not None else None
        lane = Lane(
            id=element.get("id", ""),
            names=tuple(filter(None, (squeezed(each.get("name", "")) for each in family))),
            column=number(column),
            written=tuple(squeezed(part.get("nama", "")) for part in parts if part is not None),
        )
        if not inner:
            yield lane, element


def _places(root: etree._Element) -> Iterator[tuple[str, tuple[float, float]]]:
    """Where nodes stand, in the direction in which the diagram is read."""
    shapes = list(root.iter(f"{BPMNDI}BPMNShape"))
    lies = not any(shape.get("isHorizontal") == "false" for shape in shapes)
    for shape in shapes:
        bounds = shape.find(f"{DC}Bounds")
        if bounds is not None:
            x, y = _float(bounds.get("x")), _float(bounds.get("y"))
            yield _local(shape.get("bpmnElement", "")), (x, y) if lies else (y, x)


def _float(text: str | None) -> float:
    try:
        found = float(text or 0)
    except ValueError:
        return 0.0
    return found if abs(found) < 1e9 else 0.0


def _local(name: str) -> str:
    """An id without the prefix of a qualified name."""
    return name.strip().rpartition(":")[2]


def _lost(flow: Flow) -> Note:
    return Note(
        sentence="Alur “{alur}” tidak dibaca karena salah satu ujungnya tidak ada dalam berkas.",
        parameters={"alur": flow.name or flow.id},
        place=Place(page=1, cell=flow.id),
    )


def _message_lost(element: etree._Element) -> Note:
    return Note(
        sentence="Alur pesan “{pesan}” menuju atau berasal dari kolam tanpa isi, jadi tidak menjadi anak panah. "
        "Tambahkan sendiri bila perlu.",
        parameters={"pesan": squeezed(element.get("name", "")) or element.get("id", "")},
        place=Place(page=1, cell=element.get("id", "")),
    )
