"""What the diagram means: pool, lanes, tasks, gateways, events and flows.

The procedure rides along whole in the process, as JSON. Every element says by number which row, symbol, column or edge
it stands for, and how its name was written, so that a reader can tell what a person changed; what stands for none of
them is marked as help for the notation (`sopan:bantuan`).
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from lxml import etree

from sopan.domain import Procedure, Step
from sopan.domain.codec import encode_json
from sopan.domain.codec.names import KIND
from sopan.writers.bpmn.graph import Flow, Graph, Node, Slot
from sopan.writers.bpmn.lanes import Lane
from sopan.writers.bpmn.names import COLLABORATION, POOL, PROCESS, SOPAN, element
from sopan.writers.bpmn.notes import about_procedure, about_step


def definitions(procedure: Procedure, graph: Graph, lanes: Sequence[Lane]) -> etree._Element:
    """The document without its drawing."""
    title = " ".join(procedure.identity.judul.split()) or "SOP"
    root = element("bpmn:definitions", id="Definisi", targetNamespace=SOPAN, exporter="SOPAN")
    collaboration = element("bpmn:collaboration", root, id=COLLABORATION)
    element("bpmn:participant", collaboration, id=POOL, name=title, processRef=PROCESS)
    process = element("bpmn:process", root, id=PROCESS, name=title, isExecutable="false")
    element("bpmn:documentation", process, about_procedure(procedure))
    ride = element("bpmn:extensionElements", process)
    element("sopan:prosedur", ride, encode_json(procedure), judul=title)
    if lanes:
        _lane_set(process, "Pelaksana", lanes, graph)
    numbers = {edge: number for number, edge in enumerate(procedure.edges, 1)}
    for node in graph.nodes:
        _flow_node(process, procedure, node, graph)
    for flow in graph.flows:
        _sequence_flow(process, flow, graph, [numbers[edge] for edge in flow.edges])
    return root


def _lane_set(parent: etree._Element, id: str, lanes: Sequence[Lane], graph: Graph, tag: str = "laneSet") -> None:
    """A set of lanes; what a lane holds is said by its innermost."""
    lane_set = element(f"bpmn:{tag}", parent, id=f"{id}_set")
    for lane in lanes:
        made = element("bpmn:lane", lane_set, id=lane.id, name=lane.name)
        ride = element("bpmn:extensionElements", made)
        element("sopan:kolom", ride, nomor=str(lane.column), nama=lane.name, pelaksana=lane.pelaksana)
        for node in graph.nodes:
            if not lane.parts and node.lane == lane.pelaksana:
                element("bpmn:flowNodeRef", made, node.id)
        if lane.parts:
            _lane_set(made, lane.id, lane.parts, graph, tag="childLaneSet")


def _flow_node(process: etree._Element, procedure: Procedure, node: Node, graph: Graph) -> None:
    made = element(f"bpmn:{_tag(node)}", process, id=node.id, **({"name": node.name} if node.name else {}))
    if node.symbol is None:
        element("sopan:bantuan", element("bpmn:extensionElements", made))
    else:
        _symbol(made, procedure, node)
    for flow in graph.arriving.get(node.id, ()):
        element("bpmn:incoming", made, flow.id)
    for flow in graph.leaving.get(node.id, ()):
        element("bpmn:outgoing", made, flow.id)
    if node.slot not in (Slot.TASK, Slot.START, Slot.END):
        arriving, leaving = (len(flows.get(node.id, ())) for flows in (graph.arriving, graph.leaving))
        made.set("gatewayDirection", "Diverging" if leaving > arriving else "Converging")


def _tag(node: Node) -> str:
    if node.slot is Slot.TASK:
        return "task"
    if node.slot in (Slot.START, Slot.END):
        return "startEvent" if node.slot is Slot.START else "endEvent"
    return "exclusiveGateway" if node.is_exclusive else "parallelGateway"


def _symbol(task: etree._Element, procedure: Procedure, node: Node) -> None:
    """The step a task stands for: in words for people, in parts for programs."""
    assert node.symbol is not None
    step, pelaksana = procedure.step(node.symbol.step), node.symbol.pelaksana
    words = about_step(step)
    if words:
        element("bpmn:documentation", task, words)
    place = step.daftar_pelaksana.index(pelaksana) + 1 if pelaksana else 0
    part = element(
        "sopan:langkah",
        element("bpmn:extensionElements", task),
        baris=str(node.row + 1),
        lambang=str(place),
        nomor=procedure.nomor(step.id),
        jenis=KIND.word(step.kind_of(pelaksana)),
        nama=node.name,
        catatan=fingerprint(words),
    )
    _mutu_baku(part, step)


def _mutu_baku(part: etree._Element, step: Step) -> None:
    cells = [("kelengkapan", item) for item in step.mutu_baku.kelengkapan]
    cells += [("waktu", step.mutu_baku.waktu), ("output", step.mutu_baku.output), ("keterangan", step.keterangan)]
    for name, text in cells:
        if text.strip():
            element(f"sopan:{name}", part, text)


def _sequence_flow(process: etree._Element, flow: Flow, graph: Graph, numbers: Sequence[int]) -> None:
    made = element("bpmn:sequenceFlow", process, id=flow.id, sourceRef=flow.source.id, targetRef=flow.target.id)
    ride = element("bpmn:extensionElements", made)
    if not flow.edges:
        element("sopan:bantuan", ride)
        return
    part = element("sopan:alur", ride, nama=flow.name, dari=" ".join(flow.sources), ke=" ".join(flow.targets))
    for number, edge in zip(numbers, flow.edges, strict=True):
        element("sopan:panah", part, nomor=str(number), dari=str(edge.source), ke=str(edge.target), jawaban=edge.answer)
    if flow.name:
        made.set("name", flow.name)
        parts_ways = flow.source.slot in (Slot.SPLIT, Slot.SPLIT_ALL) and flow.source.is_exclusive
        if not parts_ways:
            condition = element("bpmn:conditionExpression", made, flow.name)
            condition.set("{http://www.w3.org/2001/XMLSchema-instance}type", "bpmn:tFormalExpression")


def fingerprint(text: str) -> str:
    """A short mark of the words, by which a reader sees whether somebody changed them."""
    return f"{crc32(' '.join(text.split()).encode()):08x}" if text.strip() else ""
