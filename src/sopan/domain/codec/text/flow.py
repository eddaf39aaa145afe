"""`ke` and `antar` become edges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopan.domain.codec.names import ARROW
from sopan.domain.codec.refusals import excerpt, listed, nearest
from sopan.domain.codec.text.rows import Row
from sopan.domain.codec.text.values import Entries, entries_of, tables_of, text_nodes, text_of
from sopan.domain.codec.tree import Items, Node, Table, Text, refusal
from sopan.domain.errors import UnreadableSource
from sopan.domain.procedure import Edge, End, Kind, Step


class Ends:
    """The ends an edge may have: the steps, and the symbols in them."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._steps: dict[str, Step] = {row.step.id: row.step for row in rows}

    def at(self, node: Text) -> End:
        """The end that is written here; UnreadableSource when there is no such step or symbol."""
        if node.value in self._steps:
            return End(node.value)
        end = self.loosely(node.value)
        step = self._steps.get(end.step)
        if step is None:
            raise self._no_such_step(node, end.step)
        if end.pelaksana and end.pelaksana not in step.daftar_pelaksana:
            raise no_such_symbol(node, end.pelaksana, step)
        return end

    def loosely(self, written: str) -> End:
        """The end that is meant, whether it exists or not; spaces around the slash do not count."""
        step, _, pelaksana = written.partition("/")
        found = self._steps.get(step.strip())
        if found is not None and pelaksana in found.daftar_pelaksana:
            return End(found.id, pelaksana)
        return End.read(written)

    def _no_such_step(self, node: Text, id: str) -> UnreadableSource:
        meant = nearest(id, self._steps)
        if meant:
            return refusal(
                node,
                "Langkah “{id}” tidak ada. Mungkin maksudnya “{meant}”. Id yang ada: {ids}.",
                id=excerpt(id),
                meant=meant,
                ids=listed(self._steps),
            )
        return refusal(node, "Langkah “{id}” tidak ada. Id yang ada: {ids}.", id=excerpt(id), ids=listed(self._steps))


def read_edges(rows: Sequence[Row], ends: Ends) -> Iterator[Edge]:
    """Every edge of the procedure."""
    last = len(rows) - 1
    for place, row in enumerate(rows):
        if row.ways is not None:
            yield from _written_ways(End(row.step.id), row.ways, ends)
        elif place < last and not row.symbol_ways and goes_on(row.step.kind):
            yield Edge(End(row.step.id), End(rows[place + 1].step.id))
        for name, node in row.symbol_ways:
            yield from _written_ways(End(row.step.id, name), node, ends)
        if row.arrows is not None:
            yield from _arrows(row.step, row.arrows)


def goes_on(kind: Kind) -> bool:
    """Whether a step of this kind leads to the next row when nothing is written."""
    return kind in (Kind.START, Kind.PROCESS)


def _written_ways(source: End, node: Node, ends: Ends) -> Iterator[Edge]:
    if isinstance(node, Items):
        _refuse_answers_in_list(node)
    if not isinstance(node, Table):
        yield from (Edge(source, ends.at(target)) for target in text_nodes(node, place="ke"))
        return
    for answer, (key, value) in node.entries.items():
        targets = text_nodes(value, place="ke")
        if not targets:
            raise refusal(
                key,
                "Jawaban “{answer}” belum punya tujuan. Tulis id langkah tujuannya, atau hapus jawaban ini.",
                answer=excerpt(answer),
            )
        yield from (Edge(source, ends.at(target), answer) for target in targets)


def _refuse_answers_in_list(node: Items) -> None:
    answers = next((item for item in node.items if isinstance(item, Table)), None)
    if answers is not None:
        raise refusal(
            answers,
            "Jawaban dan tujuannya ditulis langsung di bawah “ke”, satu baris per jawaban, tanpa kurung siku dan tanpa "
            "tanda hubung di depannya.",
        )


def _arrows(step: Step, node: Node) -> Iterator[Edge]:
    for item in tables_of(node):
        entries = entries_of(item, ARROW, place="antar")
        answer = text_of(entries["jawaban"][1], place="jawaban") if "jawaban" in entries else ""
        yield Edge(_symbol(step, item, entries, "dari"), _symbol(step, item, entries, "ke"), answer)


def _symbol(step: Step, item: Node, entries: Entries, key: str) -> End:
    name = text_of(entries[key][1], place=key) if key in entries else ""
    if not name:
        raise refusal(item, "Anak panah di “antar” memerlukan “{key}”: nama pelaksana di langkah ini.", key=key)
    if name not in step.daftar_pelaksana:
        raise no_such_symbol(entries[key][1], name, step)
    return End(step.id, name)


def no_such_symbol(node: Node, name: str, step: Step) -> UnreadableSource:
    """Why an edge cannot begin or end at this executor's symbol."""
    if not step.symbols:
        return refusal(
            node,
            "Langkah “{id}” belum punya pelaksana, jadi “{name}” tidak dapat dirujuk.",
            id=step.id,
            name=excerpt(name),
        )
    return refusal(
        node,
        "Pelaksana “{name}” tidak ada di langkah “{id}”. Pelaksana langkah itu: {names}.",
        name=excerpt(name),
        id=excerpt(step.id),
        names=listed(step.daftar_pelaksana),
    )
