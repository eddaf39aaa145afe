"""Changes of what belongs to the whole procedure: identity page, status, columns, drawing, silenced rules."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sopan.domain.errors import InvalidOperation, OperationConflict
from sopan.domain.lifecycle import Status
from sopan.domain.operations.draft import Draft, expect, renamed
from sopan.domain.operations.fields import IDENTITY_FIELDS, Value, read_identity, require, with_identity
from sopan.domain.operations.operation import Operation
from sopan.domain.procedure import Edge, Layout, Step, Suppression


@dataclass(frozen=True, slots=True)
class SetIdentity(Operation):
    """Write another value in one field of the identity page; the signer's are dotted (`disahkan_oleh.nama`)."""

    field: str
    old: Value
    new: Value

    def __post_init__(self) -> None:
        require(IDENTITY_FIELDS, self.field, self.old, self.new)

    def act(self, draft: Draft) -> None:
        expect(self.field, self.old, read_identity(draft.identity, self.field))
        draft.identity = with_identity(draft.identity, self.field, self.new)

    def inverse(self) -> SetIdentity:
        return SetIdentity(self.field, self.new, self.old)


@dataclass(frozen=True, slots=True)
class SetStatus(Operation):
    """Record another status. Whether it may follow is asked of `lifecycle`: undoing goes against that table."""

    old: Status
    new: Status

    def act(self, draft: Draft) -> None:
        expect("status", self.old, draft.status)
        draft.status = self.new

    def inverse(self) -> SetStatus:
        return SetStatus(self.new, self.old)


@dataclass(frozen=True, slots=True)
class SetPelaksana(Operation):
    """Declare other columns, or the same in another order. Symbols in the rows stay as they are."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    def act(self, draft: Draft) -> None:
        expect("daftar_pelaksana", self.old, draft.daftar_pelaksana)
        draft.daftar_pelaksana = self.new

    def inverse(self) -> SetPelaksana:
        return SetPelaksana(self.new, self.old)


@dataclass(frozen=True, slots=True)
class RenamePelaksana(Operation):
    """Call an executor by another name wherever it stands: columns, symbols, edges and the drawing."""

    old: str
    new: str

    def __post_init__(self) -> None:
        if not self.old or not self.new or self.old == self.new:
            raise InvalidOperation(f"an executor cannot be renamed from {self.old!r} to {self.new!r}")

    def act(self, draft: Draft) -> None:
        """Refused when the new name is in use, for then two executors would become one."""
        used = _names(draft)
        if self.old not in used:
            raise OperationConflict(f"there is no executor {self.old}")
        if self.new in used:
            raise OperationConflict(f"there is already an executor {self.new}")
        draft.daftar_pelaksana = tuple(self._name(name) for name in draft.daftar_pelaksana)
        draft.steps = {id: self._step(step) for id, step in draft.steps.items()}
        draft.edges_of = {id: {self._edge(edge) for edge in edges} for id, edges in draft.edges_of.items()}
        draft.layout = self._layout(draft.layout)

    def inverse(self) -> RenamePelaksana:
        return RenamePelaksana(self.new, self.old)

    def _name(self, name: str) -> str:
        return self.new if name == self.old else name

    def _step(self, step: Step) -> Step:
        if self.old not in step.daftar_pelaksana:
            return step
        return replace(step, symbols=tuple(replace(s, pelaksana=self._name(s.pelaksana)) for s in step.symbols))

    def _edge(self, edge: Edge) -> Edge:
        source, target = (renamed(end, self.old, self.new) for end in (edge.source, edge.target))
        return Edge(source, target, edge.answer)

    def _layout(self, layout: Layout) -> Layout:
        return replace(
            layout,
            symbols=tuple(replace(n, symbol=renamed(n.symbol, self.old, self.new)) for n in layout.symbols),
            lines=tuple(replace(n, edge=self._edge(n.edge)) for n in layout.lines),
        )


def _names(draft: Draft) -> set[str]:
    """Every name in use, that of a nudge without its symbol included."""
    nudged = [nudge.symbol for nudge in draft.layout.symbols]
    nudged += [end for nudge in draft.layout.lines for end in (nudge.edge.source, nudge.edge.target)]
    in_rows = (name for step in draft.steps.values() for name in step.daftar_pelaksana)
    return {*draft.daftar_pelaksana, *in_rows, *(end.pelaksana for end in nudged)}


@dataclass(frozen=True, slots=True)
class SetLayout(Operation):
    """Decide otherwise about the drawing."""

    old: Layout
    new: Layout

    def act(self, draft: Draft) -> None:
        expect("layout", self.old, draft.layout)
        draft.layout = self.new

    def inverse(self) -> SetLayout:
        return SetLayout(self.new, self.old)


@dataclass(frozen=True, slots=True)
class Suppress(Operation):
    """Silence a rule with a reason; `at` is its place among the suppressions, counted from 0."""

    suppression: Suppression
    at: int

    def act(self, draft: Draft) -> None:
        if not 0 <= self.at <= len(draft.suppressions):
            raise OperationConflict("place of the suppression is gone", self.at, len(draft.suppressions))
        draft.suppressions.insert(self.at, self.suppression)

    def inverse(self) -> Unsuppress:
        return Unsuppress(self.suppression, self.at)


@dataclass(frozen=True, slots=True)
class Unsuppress(Operation):
    """Let a silenced rule speak again; `at` is the place of the suppression, counted from 0."""

    suppression: Suppression
    at: int

    def act(self, draft: Draft) -> None:
        there = draft.suppressions[self.at] if 0 <= self.at < len(draft.suppressions) else None
        expect(f"suppression {self.at}", self.suppression, there)
        del draft.suppressions[self.at]

    def inverse(self) -> Suppress:
        return Suppress(self.suppression, self.at)
