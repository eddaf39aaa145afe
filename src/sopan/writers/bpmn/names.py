"""Namespaces of BPMN 2.0 and of what SOPAN adds, and the making of elements."""

from __future__ import annotations

from lxml import etree

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI = "http://www.omg.org/spec/BPMN/20100524/DI"
DC = "http://www.omg.org/spec/DD/20100524/DC"
DI = "http://www.omg.org/spec/DD/20100524/DI"
SOPAN = "urn:sopan:bpmn:1"

NSMAP = {"bpmn": BPMN, "bpmndi": BPMNDI, "dc": DC, "di": DI, "sopan": SOPAN}
_PREFIXES = {prefix: f"{{{namespace}}}" for prefix, namespace in NSMAP.items()}

COLLABORATION = "Kolaborasi"
POOL = "Kolam"
PROCESS = "Proses"


def element(name: str, parent: etree._Element | None = None, text: str = "", /, **attributes: str) -> etree._Element:
    """`prefix:name` with its attributes, as the last child of `parent`."""
    prefix, _, local = name.partition(":")
    tag = _PREFIXES[prefix] + local
    made = etree.Element(tag, nsmap=NSMAP) if parent is None else etree.SubElement(parent, tag)
    for key, value in attributes.items():
        made.set(key.rstrip("_").replace("_", "-"), value)
    if text:
        made.text = text
    return made
