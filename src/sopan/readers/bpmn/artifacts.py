"""What stands beside the flow: data that goes in and comes out, and annotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from sopan.readers.bpmn.document import BPMN, squeezed, text_of
from sopan.readers.bpmn.drawing import Node
from sopan.readers.reading import Note, Place

_DATA = ("dataObjectReference", "dataStoreReference", "dataObject", "dataInput", "dataOutput")


class Artifacts:
    """The data objects and annotations of a process, by what they are tied to."""

    def __init__(self, process: etree._Element) -> None:
        names = {e.get("id", ""): squeezed(e.get("name", "")) for tag in _DATA for e in process.iter(f"{BPMN}{tag}")}
        self._inputs = _tied(process, "dataInputAssociation", "sourceRef", names)
        self._outputs = _tied(process, "dataOutputAssociation", "targetRef", names)
        texts = {e.get("id", ""): text_of(e.find(f"{BPMN}text")) for e in process.iter(f"{BPMN}textAnnotation")}
        self._remarks: dict[str, list[str]] = {}
        tied = set()
        for one, other in _associations(process):
            for text, node in ((one, other), (other, one)):
                if texts.get(text):
                    self._remarks.setdefault(node, []).append(texts[text])
                    tied.add(text)
        self.notes = tuple(_loose(id, text) for id, text in texts.items() if text and id not in tied)

    def beside(self, node: Node) -> Node:
        """The node with what stands beside it."""
        return replace(
            node,
            inputs=tuple(dict.fromkeys(self._inputs.get(node.id, ()))),
            outputs=tuple(dict.fromkeys(self._outputs.get(node.id, ()))),
            remarks=tuple(dict.fromkeys(self._remarks.get(node.id, ()))),
        )


def _tied(process: etree._Element, tag: str, end: str, names: dict[str, str]) -> dict[str, list[str]]:
    """Names of data by the id of the activity or event whose association says so."""
    found: dict[str, list[str]] = {}
    for element in process.iter(f"{BPMN}{tag}"):
        owner = element.getparent()
        for ref in element.iterchildren(f"{BPMN}{end}"):
            name = names.get(text_of(ref))
            if owner is not None and name:
                found.setdefault(owner.get("id", ""), []).append(name)
    return found


def _associations(process: etree._Element) -> Iterator[tuple[str, str]]:
    for element in process.iter(f"{BPMN}association"):
        yield element.get("sourceRef", ""), element.get("targetRef", "")


def _loose(id: str, text: str) -> Note:
    return Note(
        sentence="Catatan “{catatan}” tidak terhubung dengan langkah mana pun, jadi tidak ikut terbaca.",
        parameters={"catatan": squeezed(text)[:200]},
        place=Place(page=1, cell=id),
    )
