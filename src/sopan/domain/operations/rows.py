"""Changes of the rows and of the flow between them."""

from __future__ import annotations

from dataclasses import dataclass

from sopan.domain.errors import InvalidOperation, OperationConflict
from sopan.domain.operations.draft import Draft, expect, names_in, touches
from sopan.domain.operations.fields import CELLS, Value, read_cell, require, with_cell
from sopan.domain.operations.operation import Operation
from sopan.domain.procedure import Edge, Step


@dataclass(frozen=True, slots=True)
class SetCell(Operation):
    """Write another value in one cell of a row (`fields.CELLS`)."""

    step: str
    field: str
    old: Value
    new: Value

    def __post_init__(self) -> None:
        require(CELLS, self.field, self.old, self.new)

    def act(self, draft: Draft) -> None:
        """Refused when a symbol would vanish that an edge still names: disconnect it first, in one `Together`."""
        step = draft.step(self.step)
        expect(f"{self.field} of step {self.step}", self.old, read_cell(step, self.field))
        changed = with_cell(step, self.field, self.new)
        lost = names_in(draft.edges_of[self.step], self.step).difference(changed.daftar_pelaksana)
        if lost:
            raise OperationConflict(f"edges still name symbols of step {self.step}: {', '.join(sorted(lost))}")
        draft.steps[self.step] = changed

    def inverse(self) -> SetCell:
        return SetCell(self.step, self.field, self.new, self.old)


@dataclass(frozen=True, slots=True)
class _WholeStep(Operation):
    """A step with its row (below `after`; None: the first) and all edges that touch it."""

    step: Step
    after: str | None
    edges: tuple[Edge, ...] = ()

    def __post_init__(self) -> None:
        strangers = [edge for edge in self.edges if not touches(edge, self.step.id)]
        if strangers:
            raise InvalidOperation(f"not an edge of step {self.step.id}: {strangers[0]}")
        if len(set(self.edges)) < len(self.edges):
            raise InvalidOperation(f"an edge of step {self.step.id} is named twice")
        if self.after == self.step.id:
            raise InvalidOperation(f"step {self.step.id} cannot stand below itself")


@dataclass(frozen=True, slots=True)
class InsertStep(_WholeStep):
    """Add a step in the row below `after` (None: as the first), with the edges that touch it."""

    def act(self, draft: Draft) -> None:
        if self.step.id in draft.steps:
            raise OperationConflict(f"step {self.step.id} exists already")
        draft.put(self.step.id, self.after)
        draft.steps[self.step.id] = self.step
        draft.edges_of[self.step.id] = set()
        for edge in self.edges:
            draft.connect(edge)

    def inverse(self) -> RemoveStep:
        return RemoveStep(self.step, self.after, self.edges)


@dataclass(frozen=True, slots=True)
class RemoveStep(_WholeStep):
    """Take a step away from the row below `after`, with all the edges that touch it."""

    def act(self, draft: Draft) -> None:
        id = self.step.id
        expect(f"step {id}", self.step, draft.step(id))
        expect(f"row above step {id}", self.after, draft.above(id))
        expect(f"edges of step {id}", frozenset(self.edges), frozenset(draft.edges_of[id]))
        for edge in self.edges:
            draft.disconnect(edge)
        draft.rows.remove(id)
        del draft.steps[id], draft.edges_of[id]

    def inverse(self) -> InsertStep:
        return InsertStep(self.step, self.after, self.edges)


@dataclass(frozen=True, slots=True)
class MoveStep(Operation):
    """Move a row from below `old_after` to below `new_after`; None is the place of the first row."""

    step_id: str
    old_after: str | None
    new_after: str | None

    def __post_init__(self) -> None:
        if self.step_id in (self.old_after, self.new_after):
            raise InvalidOperation(f"step {self.step_id} cannot stand below itself")

    def act(self, draft: Draft) -> None:
        expect(f"row above step {self.step_id}", self.old_after, draft.above(self.step_id))
        draft.rows.remove(self.step_id)
        draft.put(self.step_id, self.new_after)

    def inverse(self) -> MoveStep:
        return MoveStep(self.step_id, self.new_after, self.old_after)


@dataclass(frozen=True, slots=True)
class Connect(Operation):
    """Draw an edge."""

    edge: Edge

    def act(self, draft: Draft) -> None:
        draft.connect(self.edge)

    def inverse(self) -> Disconnect:
        return Disconnect(self.edge)


@dataclass(frozen=True, slots=True)
class Disconnect(Operation):
    """Take an edge away."""

    edge: Edge

    def act(self, draft: Draft) -> None:
        draft.disconnect(self.edge)

    def inverse(self) -> Connect:
        return Connect(self.edge)
