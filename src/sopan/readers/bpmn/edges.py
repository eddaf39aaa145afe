"""The edges: those of the model where nothing about their flow was changed, and one for every other way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sopan.domain import Edge, End, Procedure
from sopan.readers.bpmn.drawing import Flow
from sopan.readers.bpmn.steps import Rows
from sopan.readers.bpmn.ways import Way


def edges_of(ways: Iterable[Way], rows: Rows, model: Procedure) -> tuple[Edge, ...]:
    """Every edge of the drawing."""
    by_flow: dict[Flow, list[Way]] = {}
    free: dict[tuple[str, str, str], list[Way]] = {}
    for way in ways:
        if way.marked:
            by_flow.setdefault(way.marked, []).append(way)
        else:
            free.setdefault((rows.ends[way.source].step, rows.ends[way.target].step, way.answer), []).append(way)
    making = _Making(rows, model)
    marked = (edge for flow, along in by_flow.items() for edge in making.of_flow(flow, along))
    others = (edge for (_, _, answer), along in free.items() for edge in making.between(along, answer))
    return tuple(dict.fromkeys((*marked, *others)))


class _Making:
    def __init__(self, rows: Rows, model: Procedure) -> None:
        self._rows, self._model = rows, model
        self._names = {step.id: step.daftar_pelaksana for step in rows.steps}

    def of_flow(self, flow: Flow, along: list[Way]) -> Iterator[Edge]:
        """The edges a flow of SOPAN's stands for, with the ends and the answer it has now."""
        assert flow.mark is not None
        edges = [self._model.edges[number - 1] for number in flow.mark.edges if number <= len(self._model.edges)]
        if not edges:
            yield from self.between(along, flow.name)
        sources, targets = _ends_of(along)
        for edge in edges:
            answer = edge.answer if flow.name == flow.mark.name else flow.name
            leaves = self._kept(edge.source, sources, flow.mark.sources)
            arrives = self._kept(edge.target, targets, flow.mark.targets)
            yield from (Edge(one, other, answer) for one in leaves for other in arrives)

    def between(self, along: list[Way], answer: str) -> Iterator[Edge]:
        """An edge for ways from one step to another that say the same."""
        sources, targets = _ends_of(along)
        yield from (Edge(one, other, answer) for one in self._lean(sources) for other in self._lean(targets))

    def _kept(self, end: End, now: frozenset[str], written: frozenset[str]) -> tuple[End, ...]:
        """The end itself where its flow still leads to the same tasks, else what it leads to now."""
        is_there = not end.pelaksana or end.pelaksana in self._names.get(end.step, ())
        stays = now == written and is_there and all(self._rows.ends[id].step == end.step for id in now)
        return (end,) if stays else self._lean(now)

    def _lean(self, ids: frozenset[str]) -> tuple[End, ...]:
        """Ends that name a symbol only where the step has several, and has it."""
        ends = self._rows.end(ids)
        return tuple(end if self._tells_apart(end) else End(end.step) for end in ends)

    def _tells_apart(self, end: End) -> bool:
        return len(self._names[end.step]) > 1 and end.pelaksana in self._names[end.step]


def _ends_of(along: Iterable[Way]) -> tuple[frozenset[str], frozenset[str]]:
    along = list(along)
    return frozenset(way.source for way in along), frozenset(way.target for way in along)
