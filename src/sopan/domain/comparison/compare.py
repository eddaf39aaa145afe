"""The operations that lead from one procedure to another."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sopan.domain.operations import (
    CELLS,
    IDENTITY_FIELDS,
    Connect,
    Disconnect,
    InsertStep,
    MoveStep,
    Operation,
    RemoveStep,
    RenamePelaksana,
    SetCell,
    SetIdentity,
    SetLayout,
    SetPelaksana,
    SetStatus,
    Suppress,
    Unsuppress,
    apply_all,
    edges_at,
    read_cell,
    read_identity,
)
from sopan.domain.procedure import Procedure


def compare(old: Procedure, new: Procedure) -> tuple[Operation, ...]:
    """Operations that make `new` of `old`, exactly: `apply_all(old, compare(old, new)) == new`.

    Steps are the same when their ids are; of two files written apart, give `with_ids_of(old, new)` as the new one.
    Nothing is said that has not changed, and as few rows as possible are moved.
    """
    renames = tuple(renamed_executors(old, new))
    return (*renames, *_Route(apply_all(old, renames), new))


def renamed_executors(old: Procedure, new: Procedure) -> Iterator[RenamePelaksana]:
    """Executors that do the same steps under another name, which neither side uses for anybody else."""
    gone, come = _involvement(old, new), _involvement(new, old)
    for steps, names in gone.items():
        successors = come.get(steps, [])
        if len(names) == len(successors) == 1 and successors[0] not in _names_of_nudges(old):
            yield RenamePelaksana(names[0], successors[0])


def _involvement(procedure: Procedure, other: Procedure) -> dict[tuple[str, ...], list[str]]:
    """Executors that `other` does not know, by the steps of both that they have a symbol in."""
    known = frozenset(other.columns)
    steps: dict[str, list[str]] = {name: [] for name in procedure.columns if name not in known}
    for step in procedure.steps:
        for name in step.daftar_pelaksana:
            if name in steps and step.id in other:
                steps[name].append(step.id)
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, ids in steps.items():
        if ids:
            found[tuple(sorted(ids))].append(name)
    return found


def _names_of_nudges(procedure: Procedure) -> frozenset[str]:
    ends = [nudge.symbol for nudge in procedure.layout.symbols]
    ends += [end for nudge in procedure.layout.lines for end in (nudge.edge.source, nudge.edge.target)]
    return frozenset(end.pelaksana for end in ends)


class _Route:
    """The way from one procedure to the other, in an order in which every operation fits."""

    def __init__(self, old: Procedure, new: Procedure) -> None:
        self._old, self._new = old, new
        self._rows = [step.id for step in old.steps]
        self._edges = dict.fromkeys(old.edges)

    def __iter__(self) -> Iterator[Operation]:
        yield from self._page()
        yield from self._removals()
        yield from self._disconnections()
        yield from self._moves()
        yield from self._cells()
        yield from self._insertions()
        yield from self._connections()
        yield from self._drawing()

    def _page(self) -> Iterator[Operation]:
        old, new = self._old, self._new
        for field in IDENTITY_FIELDS:
            before, after = read_identity(old.identity, field), read_identity(new.identity, field)
            if before != after:
                yield SetIdentity(field, before, after)
        if old.status != new.status:
            yield SetStatus(old.status, new.status)
        if old.daftar_pelaksana != new.daftar_pelaksana:
            yield SetPelaksana(old.daftar_pelaksana, new.daftar_pelaksana)

    def _removals(self) -> Iterator[Operation]:
        """Steps that are gone, from below, each with the edges it still has."""
        for step in reversed([step for step in self._old.steps if step.id not in self._new]):
            touching = edges_at(self._old, step.id)
            edges = tuple(edge for edge in touching if edge in self._edges)
            yield RemoveStep(step, self._above(step.id), edges)
            self._rows.remove(step.id)
            for edge in edges:
                del self._edges[edge]

    def _disconnections(self) -> Iterator[Operation]:
        staying = frozenset(self._new.edges)
        yield from (Disconnect(edge) for edge in self._edges if edge not in staying)

    def _moves(self) -> Iterator[Operation]:
        """Rows that are not in the longest run already in the right order, from above, each below its new neighbour."""
        wanted = [step.id for step in self._new.steps if step.id in self._old]
        place = {id: row for row, id in enumerate(self._rows)}
        staying = frozenset(longest_run([place[id] for id in wanted]))
        after: str | None = None
        for id in wanted:
            if place[id] not in staying:
                yield MoveStep(id, self._above(id), after)
                self._rows.remove(id)
                self._rows.insert(0 if after is None else self._rows.index(after) + 1, id)
            after = id

    def _cells(self) -> Iterator[Operation]:
        for step in self._new.steps:
            if step.id in self._old and step != self._old.step(step.id):
                for field in CELLS:
                    before, after = read_cell(self._old.step(step.id), field), read_cell(step, field)
                    if before != after:
                        yield SetCell(step.id, field, before, after)

    def _insertions(self) -> Iterator[Operation]:
        """New steps from above, each with the edges whose other end is there by then."""
        there = set(self._rows)
        above: str | None = None
        for step in self._new.steps:
            if step.id not in there:
                there.add(step.id)
                touching = edges_at(self._new, step.id)
                yield InsertStep(step, above, tuple(e for e in touching if {e.source.step, e.target.step} <= there))
            above = step.id

    def _connections(self) -> Iterator[Operation]:
        for edge in self._new.edges:
            if edge.source.step in self._old and edge.target.step in self._old and edge not in self._edges:
                yield Connect(edge)

    def _drawing(self) -> Iterator[Operation]:
        """The layout, and the suppressions between the first and the last that differ."""
        if self._old.layout != self._new.layout:
            yield SetLayout(self._old.layout, self._new.layout)
        old, new = self._old.suppressions, self._new.suppressions
        shortest = min(len(old), len(new))
        first = next((at for at in range(shortest) if old[at] != new[at]), shortest)
        last = next((at for at in range(shortest - first) if old[-1 - at] != new[-1 - at]), shortest - first)
        yield from (Unsuppress(old[at], at) for at in reversed(range(first, len(old) - last)))
        yield from (Suppress(new[at], at) for at in range(first, len(new) - last))

    def _above(self, id: str) -> str | None:
        row = self._rows.index(id)
        return self._rows[row - 1] if row else None


def longest_run(numbers: Sequence[int]) -> list[int]:
    """A longest subsequence of different numbers that increases, in n log n."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(tails, number)
        before.append(places[length - 1] if length else -1)
        tails[length : length + 1] = [number]
        places[length : length + 1] = [at]
    run = []
    at = places[-1] if places else -1
    while at >= 0:
        run.append(numbers[at])
        at = before[at]
    return run[::-1]
