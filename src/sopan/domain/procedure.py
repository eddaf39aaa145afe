"""What a procedure is: an identity page, executors in order, steps, and the flow between them.

A procedure is a frozen value. It may be incomplete, as real SOPs are; it cannot be absurd.

Rows and flow are kept apart. `steps` is the order of the rows on paper; `edges` is the order of the work. A row
holds one symbol for each of its executors, and a symbol is a node of its own: an end of an edge names a step, or
one symbol of it. An edge between two symbols of one step is an arrow inside the row (`antar` in the text format).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from sopan.domain.errors import InvalidProcedure
from sopan.domain.identity import Identity
from sopan.domain.lifecycle import Status


class Kind(StrEnum):
    """What a symbol says: the capsule (start, end), the box or the diamond (digest 1.5)."""

    START = "start"
    PROCESS = "process"
    DECISION = "decision"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class MutuBaku:
    """What a step needs, how long it may take and what it yields, in the words of its author."""

    kelengkapan: tuple[str, ...] = ()
    waktu: str = ""
    """Time as people write it; `sopan.domain.waktu.read` makes minutes of it."""
    output: str = ""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One executor's symbol in a row."""

    pelaksana: str
    kind: Kind | None = None
    """None: the kind of its step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of the flowchart: one activity, by one or several executors."""

    id: str
    """Never shown and never used again for another step."""
    kegiatan: str = ""
    symbols: tuple[Symbol, ...] = ()
    mutu_baku: MutuBaku = field(default_factory=MutuBaku)
    keterangan: str = ""
    kind: Kind = Kind.PROCESS
    nomor: str = ""
    """What is printed in the column No.; empty: the place of the row."""

    def __post_init__(self) -> None:
        if not self.id or "/" in self.id or self.id != self.id.strip():
            raise InvalidProcedure(f"a step id is a word without a slash, not {self.id!r}")
        names = self.daftar_pelaksana
        _refuse_repeated("executors of step " + self.id, names)
        if "" in names:
            raise InvalidProcedure(f"an executor of step {self.id} has no name")

    @property
    def daftar_pelaksana(self) -> tuple[str, ...]:
        """Names of the executors of this step, in the order they were given."""
        return tuple([symbol.pelaksana for symbol in self.symbols])

    @property
    def kinds(self) -> frozenset[Kind]:
        """Kinds of the symbols in this row; that of the step when it has no executor."""
        return frozenset([symbol.kind or self.kind for symbol in self.symbols] or [self.kind])

    def kind_of(self, pelaksana: str) -> Kind:
        """Kind of the symbol of `pelaksana`; that of the step for the empty name or a stranger."""
        return next((s.kind for s in self.symbols if s.pelaksana == pelaksana and s.kind), self.kind)


@dataclass(frozen=True, slots=True)
class End:
    """One end of an edge: a step, or the symbol of one executor in it."""

    step: str
    pelaksana: str = ""

    def __str__(self) -> str:
        return f"{self.step}/{self.pelaksana}" if self.pelaksana else self.step

    @classmethod
    def read(cls, text: str) -> End:
        """`3` or `3/Kepala Dinas`; the name may itself hold a slash."""
        step, _, pelaksana = text.partition("/")
        return cls(step.strip(), pelaksana.strip())


@dataclass(frozen=True, slots=True)
class Edge:
    """After `source` comes `target`; `answer` is what a decision says on this way, or empty."""

    source: End
    target: End
    answer: str = ""

    @property
    def is_inner(self) -> bool:
        """Whether this is an arrow between two symbols of one row."""
        return self.source.step == self.target.step and self.source != self.target


Branch = Edge
"""An edge that leaves a decision."""


@dataclass(frozen=True, slots=True)
class SymbolNudge:
    """A person moved a symbol by `dx`, `dy` millimetres from where it was laid out."""

    symbol: End
    dx: float = 0.0
    dy: float = 0.0


@dataclass(frozen=True, slots=True)
class LineNudge:
    """A person moved the longest inner leg of a line sideways by `shift` millimetres (right, or down)."""

    edge: Edge
    shift: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a person decided about the drawing; the engine decides the rest."""

    paper: str = ""
    """`f4`, `a4`, `legal`, `letter`; empty: what the caller asks for."""
    symbols: tuple[SymbolNudge, ...] = ()
    lines: tuple[LineNudge, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """A rule that is not to speak here, and why."""

    code: str
    reason: str
    step: str = ""
    """Id of the step it is about; empty: the whole procedure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """An SOP AP. Edges are a set: they are kept without repetition, in the order of the rows."""

    identity: Identity = field(default_factory=Identity)
    daftar_pelaksana: tuple[str, ...] = ()
    """Columns as the author ordered them, two-level heads as `Bidang A / Kepala`; may be empty or incomplete."""
    steps: tuple[Step, ...] = ()
    edges: tuple[Edge, ...] = ()
    status: Status = Status.DRAFT
    layout: Layout = field(default_factory=Layout)
    suppressions: tuple[Suppression, ...] = ()
    _steps_by_id: Mapping[str, Step] = field(init=False, repr=False, compare=False)
    _rows: Mapping[str, int] = field(init=False, repr=False, compare=False)
    _leaving: Mapping[str, tuple[Edge, ...]] = field(init=False, repr=False, compare=False)
    _arriving: Mapping[str, tuple[Edge, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _refuse_repeated("step ids", (step.id for step in self.steps))
        _refuse_repeated("executors", self.daftar_pelaksana)
        if "" in self.daftar_pelaksana:
            raise InvalidProcedure("an executor has no name")
        by_id = {step.id: step for step in self.steps}
        rows = {step.id: row for row, step in enumerate(self.steps)}
        for edge in self.edges:
            for end in (edge.source, edge.target):
                if end.step not in by_id:
                    raise InvalidProcedure(f"an edge names step {end.step!r}, which does not exist")
                if end.pelaksana and end.pelaksana not in by_id[end.step].daftar_pelaksana:
                    raise InvalidProcedure(f"an edge names {end}, but {end.pelaksana!r} has no symbol there")
        object.__setattr__(self, "_steps_by_id", MappingProxyType(by_id))
        object.__setattr__(self, "_rows", MappingProxyType(rows))
        object.__setattr__(self, "edges", self._in_order(self.edges))
        leaving: dict[str, list[Edge]] = {}
        arriving: dict[str, list[Edge]] = {}
        for edge in self.edges:
            leaving.setdefault(edge.source.step, []).append(edge)
            arriving.setdefault(edge.target.step, []).append(edge)
        for name, found in (("_leaving", leaving), ("_arriving", arriving)):
            object.__setattr__(self, name, MappingProxyType({id: tuple(edges) for id, edges in found.items()}))

    def __getstate__(self) -> tuple[object, ...]:
        return (
            self.identity,
            self.daftar_pelaksana,
            self.steps,
            self.edges,
            self.status,
            self.layout,
            self.suppressions,
        )

    def __setstate__(self, state: tuple[object, ...]) -> None:
        names = ("identity", "daftar_pelaksana", "steps", "edges", "status", "layout", "suppressions")
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)
        self.__post_init__()

    def _in_order(self, edges: Iterable[Edge]) -> tuple[Edge, ...]:
        """By row and symbol of the source, ways onward before ways back, then by the target and the answer."""

        def place(end: End) -> tuple[int, int]:
            if not end.pelaksana:
                return self._rows[end.step], 0
            return self._rows[end.step], self._steps_by_id[end.step].daftar_pelaksana.index(end.pelaksana) + 1

        def key(edge: Edge) -> tuple[object, ...]:
            source, target = place(edge.source), place(edge.target)
            return source[0], edge.is_inner, source[1], target[0] <= source[0], target, edge.answer

        return tuple(sorted(set(edges), key=key))

    def step(self, id: str) -> Step:
        """The step with this id; KeyError when there is none."""
        return self._steps_by_id[id]

    def __contains__(self, id: object) -> bool:
        return id in self._steps_by_id

    def row(self, id: str) -> int:
        """Place of the step among the rows, counted from 0; KeyError when there is none."""
        return self._rows[id]

    def nomor(self, id: str) -> str:
        """What is printed for this step in the column No."""
        return self.step(id).nomor or str(self.row(id) + 1)

    def edges_from(self, id: str) -> tuple[Edge, ...]:
        """Edges that leave this step for any step, itself included; arrows inside the row are left out."""
        return tuple(edge for edge in self._leaving.get(id, ()) if not edge.is_inner)

    def edges_to(self, id: str) -> tuple[Edge, ...]:
        """Edges that arrive at this step from any step, itself included; arrows inside the row are left out."""
        return tuple(edge for edge in self._arriving.get(id, ()) if not edge.is_inner)

    def inner_edges(self, id: str) -> tuple[Edge, ...]:
        """Arrows between the symbols of this row."""
        return tuple(edge for edge in self._leaving.get(id, ()) if edge.is_inner)

    @property
    def decisions(self) -> tuple[Step, ...]:
        """Steps with at least one diamond."""
        return tuple(step for step in self.steps if Kind.DECISION in step.kinds)

    @property
    def columns(self) -> tuple[str, ...]:
        """Executors as the columns print them: as declared, then the undeclared ones by first involvement."""
        involved = (name for step in self.steps for name in step.daftar_pelaksana)
        return tuple(dict.fromkeys((*self.daftar_pelaksana, *involved)))


def next_id(procedure: Procedure, taken: Iterable[str] = ()) -> str:
    """An id that no step of `procedure` has and that is not in `taken`: the smallest number above all of them."""
    used = [int(id) for id in (*(step.id for step in procedure.steps), *taken) if id.isascii() and id.isdigit()]
    return str(max(used, default=0) + 1)


def _refuse_repeated(what: str, names: Iterable[str]) -> None:
    names = tuple(names)
    if len(set(names)) == len(names):
        return
    repeated = [name for name, times in Counter(names).items() if times > 1]
    if repeated:
        raise InvalidProcedure(f"{what} used more than once: {', '.join(repeated)}")
