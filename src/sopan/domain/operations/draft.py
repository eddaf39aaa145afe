"""A procedure opened up for change: the mutable bench that operations work on."""

from __future__ import annotations

from collections.abc import Iterable

from sopan.domain.errors import OperationConflict
from sopan.domain.procedure import Edge, End, Procedure, Step


class Draft:
    """A procedure taken apart. A batch of operations takes it apart once and puts it together once."""

    def __init__(self, procedure: Procedure) -> None:
        self.identity = procedure.identity
        self.status = procedure.status
        self.daftar_pelaksana = procedure.daftar_pelaksana
        self.layout = procedure.layout
        self.suppressions = list(procedure.suppressions)
        self.steps = {step.id: step for step in procedure.steps}
        self.rows = [step.id for step in procedure.steps]
        self.edges_of: dict[str, set[Edge]] = {id: set() for id in self.rows}
        for edge in procedure.edges:
            self._file(edge)

    def freeze(self) -> Procedure:
        """The procedure as it now stands; raises `InvalidProcedure` when the change made nonsense of it."""
        return Procedure(
            identity=self.identity,
            daftar_pelaksana=self.daftar_pelaksana,
            steps=tuple(self.steps[id] for id in self.rows),
            edges=tuple(self.edges),
            status=self.status,
            layout=self.layout,
            suppressions=tuple(self.suppressions),
        )

    @property
    def edges(self) -> set[Edge]:
        """All edges."""
        return {edge for edges in self.edges_of.values() for edge in edges}

    def step(self, id: str) -> Step:
        """The step with this id."""
        if id not in self.steps:
            raise OperationConflict(f"step {id} does not exist")
        return self.steps[id]

    def above(self, id: str) -> str | None:
        """Id of the step in the row above; None for the first row."""
        row = self.rows.index(self.step(id).id)
        return self.rows[row - 1] if row else None

    def put(self, id: str, after: str | None) -> None:
        """Give the step with this id the row below `after`."""
        self.rows.insert(0 if after is None else self.rows.index(self.step(after).id) + 1, id)

    def connect(self, edge: Edge) -> None:
        """Add an edge whose ends exist."""
        for end in (edge.source, edge.target):
            if end.pelaksana and end.pelaksana not in self.step(end.step).daftar_pelaksana:
                raise OperationConflict(f"{end.pelaksana} has no symbol in step {end.step}")
        if edge in self.edges_of[self.step(edge.source.step).id]:
            raise OperationConflict(f"{_said(edge)} exists already")
        self.step(edge.target.step)
        self._file(edge)

    def disconnect(self, edge: Edge) -> None:
        """Take away an edge that exists."""
        if edge not in self.edges_of.get(edge.source.step, ()):
            raise OperationConflict(f"{_said(edge)} does not exist")
        self.edges_of[edge.source.step].discard(edge)
        self.edges_of[edge.target.step].discard(edge)

    def _file(self, edge: Edge) -> None:
        self.edges_of[edge.source.step].add(edge)
        self.edges_of[edge.target.step].add(edge)


def expect(what: str, expected: object, found: object) -> None:
    """Refuse to go on when `what` is not as the operation remembers it."""
    if expected != found:
        raise OperationConflict(f"{what} has changed", expected, found)


def names_in(edges: Iterable[Edge], step_id: str) -> frozenset[str]:
    """Executors whose symbols in the step are named by these edges."""
    ends = (end for edge in edges for end in (edge.source, edge.target))
    return frozenset(end.pelaksana for end in ends if end.step == step_id and end.pelaksana)


def touches(edge: Edge, step_id: str) -> bool:
    """Whether the edge leaves or enters the step."""
    return step_id in (edge.source.step, edge.target.step)


def edges_at(procedure: Procedure, step_id: str) -> tuple[Edge, ...]:
    """Every edge that leaves or enters the step, arrows inside its row included, each once."""
    leaving = (*procedure.edges_from(step_id), *procedure.inner_edges(step_id))
    return tuple(dict.fromkeys((*leaving, *procedure.edges_to(step_id))))


def renamed(end: End, old: str, new: str) -> End:
    """The end with the executor `old` called `new`."""
    return End(end.step, new) if end.pelaksana == old else end


def _said(edge: Edge) -> str:
    answer = f" ({edge.answer})" if edge.answer else ""
    return f"edge {edge.source} -> {edge.target}{answer}"
