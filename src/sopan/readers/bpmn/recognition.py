"""Which nodes stand for which symbols of the model: by the marks they carry, else by their words.

A modeller that turns a task into another kind of task makes a new one and forgets its mark; such a task is known by
its name and its lane, where a symbol of the model has lost its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sopan.domain import Procedure, Step
from sopan.readers.bpmn.cells import cells_of, says, under_headings
from sopan.readers.bpmn.document import squeezed
from sopan.readers.bpmn.drawing import Drawing, Mark, Node
from sopan.readers.bpmn.extract import ACTIVITIES
from sopan.readers.bpmn.marks import fingerprint
from sopan.readers.bpmn.people import People

Found = dict[int, dict[int, Node]]
"""By row and symbol."""


def recognised(drawing: Drawing, people: People) -> Found:
    """Nodes that stand for a symbol of the model; a copy of one stands for a new step."""
    model = people.model
    found: Found = {}
    for node in drawing.nodes:
        if node.mark and _is_in(model, node.mark):
            found.setdefault(node.mark.row, {}).setdefault(node.mark.symbol, node)
    if found:
        for node in _by_words(drawing, people, found):
            assert node.mark is not None
            found.setdefault(node.mark.row, {}).setdefault(node.mark.symbol, node)
    return {row: dict(sorted(nodes.items())) for row, nodes in found.items()}


def _is_in(model: Procedure, mark: Mark) -> bool:
    if mark.row > len(model.steps):
        return False
    symbols = len(model.steps[mark.row - 1].symbols)
    return mark.symbol <= symbols and (mark.symbol > 0) == (symbols > 0)


def _by_words(drawing: Drawing, people: People, found: Found) -> Iterator[Node]:
    """Unmarked tasks that say what a symbol without a task says, each with the mark it would have."""
    lost: dict[tuple[str, str], tuple[Step, int, int]] = {}
    for row, step in enumerate(people.model.steps, 1):
        for symbol, name in enumerate(step.daftar_pelaksana or ("",), bool(step.symbols)):
            if symbol not in found.get(row, {}) and step.kegiatan.strip():
                lost.setdefault((squeezed(step.kegiatan), name), (step, row, symbol))
    for node in drawing.nodes:
        place = lost.get((node.name, people.of(node))) if node.tag in ACTIVITIES and not node.mark else None
        if place:
            del lost[node.name, people.of(node)]
            yield replace(node, mark=_mark(node, *place))


def _mark(node: Node, step: Step, row: int, symbol: int) -> Mark:
    """As if its words were unchanged, unless they say something else than the step."""
    is_same = says(under_headings(node.words)) == says(cells_of(step))
    note = fingerprint(node.words) if is_same else ""
    return Mark(row=row, symbol=symbol, name=node.name, note=note, cells=cells_of(step))
