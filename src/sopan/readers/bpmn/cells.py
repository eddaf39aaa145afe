"""The text of a row: as the model has it, unless a person wrote something else in the diagram."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sopan.domain import Kind, MutuBaku, Step
from sopan.readers.bpmn.document import squeezed
from sopan.readers.bpmn.drawing import Node
from sopan.readers.bpmn.marks import CELLS, fingerprint

Cells = Mapping[str, tuple[str, ...]]

_HEADING = re.compile(r"(kelengkapan|waktu|output|keterangan)\s*:\s*", re.IGNORECASE)


def amended(step: Step, nodes: Iterable[Node]) -> Step:
    """A step of the model with what its tasks say now; what differs from what was written was changed."""
    for node in nodes:
        assert node.mark is not None
        if node.name != node.mark.name:
            step = replace(step, kegiatan=node.name)
            break
    for node in nodes:
        assert node.mark is not None
        if fingerprint(node.words) != node.mark.note:
            return with_cells(step, under_headings(node.words))
        if says(node.mark.cells) != says(cells_of(step)):
            return with_cells(step, node.mark.cells)
    return step


def drawn(id: str, node: Node, *, kind: Kind, question: str) -> Step:
    """A step for a node that another program or a person drew, and what the gateway behind it asks."""
    cells = {name: list(texts) for name, texts in under_headings(node.words).items()}
    cells["kelengkapan"] += node.inputs
    cells["output"] += node.outputs
    cells["keterangan"] += [*node.remarks, *filter(None, [question])]
    step = Step(id=id, kegiatan=node.name, kind=kind)
    return with_cells(step, {name: tuple(dict.fromkeys(texts)) for name, texts in cells.items()})


def cells_of(step: Step) -> Cells:
    """The cells as lists of texts without empty ones."""
    texts = (step.mutu_baku.kelengkapan, (step.mutu_baku.waktu,), (step.mutu_baku.output,), (step.keterangan,))
    return {name: tuple(text for text in cell if text.strip()) for name, cell in zip(CELLS, texts, strict=True)}


def with_cells(step: Step, cells: Cells) -> Step:
    """The step with these texts; several texts of one cell stand below one another."""
    waktu, output, keterangan = ("\n".join(cells.get(name, ())) for name in CELLS[1:])
    mutu_baku = MutuBaku(kelengkapan=tuple(cells.get("kelengkapan", ())), waktu=waktu, output=output)
    return replace(step, mutu_baku=mutu_baku, keterangan=keterangan)


def under_headings(words: str) -> dict[str, tuple[str, ...]]:
    """The documentation of a task by the headings in it; what stands under none is keterangan, a time is one line."""
    found: dict[str, list[str]] = {name: [] for name in CELLS}
    cell = "keterangan"
    for line in words.splitlines():
        heading = _HEADING.match(line)
        if heading:
            cell = heading[1].lower()
            line = line[heading.end() :]
        if line.strip():
            found[cell].append(line.strip())
            cell = "keterangan" if cell == "waktu" else cell
    kelengkapan = tuple(line.removeprefix("- ") for line in found["kelengkapan"])
    others = {name: ("\n".join(lines),) if lines else () for name, lines in found.items()}
    return others | {"kelengkapan": kelengkapan}


def says(cells: Cells) -> dict[str, tuple[str, ...]]:
    """The words of the cells, however they are spaced."""
    return {name: tuple(squeezed(text) for text in texts if text.strip()) for name, texts in cells.items()}
