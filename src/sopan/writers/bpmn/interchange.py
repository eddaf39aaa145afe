"""Diagram interchange: shapes with their bounds, edges with their corners."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from sopan.writers.bpmn.graph import Graph, Node, Slot
from sopan.writers.bpmn.lanes import Lane
from sopan.writers.bpmn.names import COLLABORATION, POOL, element
from sopan.writers.bpmn.places import Bounds, Places


def diagram_of(graph: Graph, lanes: Sequence[Lane], places: Places) -> etree._Element:
    """The one diagram of the document."""
    diagram = element("bpmndi:BPMNDiagram", id="Diagram")
    plane = element("bpmndi:BPMNPlane", diagram, id="Bidang", bpmnElement=COLLABORATION)
    _shape(plane, POOL, places.pool, isHorizontal="true")
    for lane in _all(lanes):
        _shape(plane, lane.id, places.bounds[lane.id], isHorizontal="true")
    for node in graph.nodes:
        _label(_shape(plane, node.id, places.bounds[node.id], **_mark(node)), places.labels.get(node.id))
    for flow in graph.flows:
        edge = element("bpmndi:BPMNEdge", plane, id=f"{flow.id}_di", bpmnElement=flow.id)
        for x, y in places.corners[flow.id]:
            element("di:waypoint", edge, x=f"{x:g}", y=f"{y:g}")
        _label(edge, places.labels.get(flow.id))
    return diagram


def _all(lanes: Sequence[Lane]) -> Iterator[Lane]:
    for lane in lanes:
        yield from (lane, *lane.parts)


def _mark(node: Node) -> dict[str, str]:
    is_gateway = node.slot not in (Slot.TASK, Slot.START, Slot.END)
    return {"isMarkerVisible": "true"} if is_gateway and node.is_exclusive else {}


def _shape(plane: etree._Element, id: str, bounds: Bounds, **attributes: str) -> etree._Element:
    shape = element("bpmndi:BPMNShape", plane, id=f"{id}_di", bpmnElement=id, **attributes)
    _bounds(shape, bounds)
    return shape


def _label(parent: etree._Element, bounds: Bounds | None) -> None:
    if bounds:
        _bounds(element("bpmndi:BPMNLabel", parent), bounds)


def _bounds(parent: etree._Element, bounds: Bounds) -> None:
    names = ("x", "y", "width", "height")
    element("dc:Bounds", parent, **{name: f"{getattr(bounds, name):.0f}" for name in names})
