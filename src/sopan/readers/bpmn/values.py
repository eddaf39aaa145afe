"""Where in the diagram every value stood, and how sure it is: places are ids of elements."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.domain import Kind, Procedure, Step
from sopan.domain.codec.names import KIND
from sopan.readers.bpmn.cells import cells_of
from sopan.readers.bpmn.drawing import Drawing, Node
from sopan.readers.bpmn.steps import Rows
from sopan.readers.bpmn.ways import Way
from sopan.readers.reading import Certainty, Note, Place, Value


def values_of(drawing: Drawing, procedure: Procedure, rows: Rows, ways: tuple[Way, ...]) -> Iterator[Value]:
    """What every step says, with the element it was read from."""
    if procedure.identity.judul:
        yield Value(step="", field="judul", text=procedure.identity.judul, certainty=Certainty.CERTAIN)
    for lane in drawing.lanes:
        text = " / ".join(lane.names)
        yield Value(step="", field="pelaksana", text=text, certainty=Certainty.CERTAIN, place=_place(lane.id))
    for step in procedure.steps:
        nodes = rows.nodes[step.id]
        yield from _of_step(step, nodes)
    for way in ways:
        text = f"{way.answer}: {rows.ends[way.target].step}" if way.answer else rows.ends[way.target].step
        certainty = Certainty.CERTAIN if way.marked else Certainty.LIKELY
        yield Value(
            step=rows.ends[way.source].step, field="ke", text=text, certainty=certainty, place=_place(way.source)
        )


def doubts(procedure: Procedure, rows: Rows) -> Iterator[Note]:
    """What is missing in a step that was drawn elsewhere."""
    for step in procedure.steps:
        node = rows.nodes[step.id][0]
        if node.mark:
            continue
        if not step.kegiatan:
            sentence = "Unsur “{unsur}” tidak bernama, jadi kegiatannya kosong. Isi kegiatannya."
            yield _doubt(sentence, node.id, step, "kegiatan", node)
        if not step.symbols:
            sentence = "“{unsur}” tidak berada dalam lajur, jadi pelaksananya kosong. Isi pelaksananya."
            yield _doubt(sentence, node.name or node.id, step, "pelaksana", node)


def _doubt(sentence: str, named: str, step: Step, field: str, node: Node) -> Note:
    return Note(sentence=sentence, parameters={"unsur": named}, step=step.id, field=field, place=_place(node.id))


def _of_step(step: Step, nodes: list[Node]) -> Iterator[Value]:
    first = nodes[0]
    sure = Certainty.CERTAIN if first.mark else Certainty.LIKELY
    texts = [("kegiatan", step.kegiatan, Certainty.CERTAIN if first.name else Certainty.DOUBTFUL)]
    texts += [("jenis", KIND.word(step.kind), Certainty.CERTAIN if step.kind is Kind.PROCESS else sure)]
    texts += [(field, text, sure) for field, cell in cells_of(step).items() for text in cell]
    for field, text, certainty in texts:
        if text:
            yield Value(step=step.id, field=field, text=text, certainty=certainty, place=_place(first.id))
    for name, node in zip(step.daftar_pelaksana, nodes, strict=False):
        yield Value(step=step.id, field="pelaksana", text=name, certainty=Certainty.CERTAIN, place=_place(node.id))


def _place(id: str) -> Place:
    return Place(page=1, cell=id)
