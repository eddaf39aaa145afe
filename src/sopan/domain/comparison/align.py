"""Which step of one procedure is which step of another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from sopan.domain.comparison.likeness import likeness, plain, shared
from sopan.domain.procedure import Edge, End, Procedure, Step, next_id

ALIKE = 0.55
"""From this likeness on (0 to 1), two steps are taken to be one step in two wordings."""

_REACH = 60
"""How many of the other procedure's steps left over a step is compared with: those nearest in row."""

Pair = tuple[str, str]
"""Id of a step in the old procedure, and in the new one."""


def align(old: Procedure, new: Procedure) -> dict[str, str]:
    """Ids of `old` by the ids of `new`, for every step that is in both.

    Ids are trusted, except where both sides number their rows by place: there an id says nothing about a step, for
    whoever adds a row renumbers the rest. What has no partner then is recognised by its words, its executors and
    its place among those already recognised. The same two procedures always give the same answer.
    """
    pairs: list[Pair] = []
    if not (_is_numbered_by_place(old) and _is_numbered_by_place(new)):
        pairs += [(step.id, step.id) for step in new.steps if step.id in old]
    for recognise in (_same_words, _like_words, _same_gap):
        pairs += recognise(_Rest(old, new, pairs))
    return {theirs: ours for ours, theirs in pairs}


def with_ids_of(old: Procedure, new: Procedure) -> Procedure:
    """`new`, with the ids of `old` for every step recognised there; the others get ids that `old` never had.

    Two files written apart can then be compared step by step: `compare(old, with_ids_of(old, new))`.
    """
    known = align(old, new)
    if all(ours == theirs for theirs, ours in known.items()) and all(
        s.id in known or s.id not in old for s in new.steps
    ):
        return new
    fresh = count(int(next_id(old, (step.id for step in new.steps))))
    unknown = {step.id: str(next(fresh)) if step.id in old else step.id for step in new.steps if step.id not in known}
    return _with_ids(new, {**unknown, **known})


def _with_ids(procedure: Procedure, names: Mapping[str, str]) -> Procedure:
    """The same procedure with other ids; a nudge or suppression about a step long gone is left as it is."""

    def end(of: End) -> End:
        return End(names.get(of.step, of.step), of.pelaksana)

    def edge(of: Edge) -> Edge:
        return Edge(end(of.source), end(of.target), of.answer)

    layout = procedure.layout
    return replace(
        procedure,
        steps=tuple(replace(step, id=names[step.id]) for step in procedure.steps),
        edges=tuple(map(edge, procedure.edges)),
        layout=replace(
            layout,
            symbols=tuple(replace(nudge, symbol=end(nudge.symbol)) for nudge in layout.symbols),
            lines=tuple(replace(nudge, edge=edge(nudge.edge)) for nudge in layout.lines),
        ),
        suppressions=tuple(replace(said, step=names.get(said.step, said.step)) for said in procedure.suppressions),
    )


def _is_numbered_by_place(procedure: Procedure) -> bool:
    return all(step.id == str(row) for row, step in enumerate(procedure.steps, start=1))


class _Rest:
    """Steps of both sides that have no partner yet, and the pairs found so far."""

    def __init__(self, old: Procedure, new: Procedure, pairs: Sequence[Pair]) -> None:
        ours, theirs = {a for a, _ in pairs}, {b for _, b in pairs}
        self.old_procedure, self.new_procedure = old, new
        self.old = [step for step in old.steps if step.id not in ours]
        self.new = [step for step in new.steps if step.id not in theirs]
        self.pairs = pairs


def _same_words(rest: _Rest) -> Iterator[Pair]:
    """Steps with the same activity by the same executors: the first with the first, the second with the second."""
    waiting: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for step in reversed(rest.old):
        waiting[_key(step)].append(step.id)
    for step in rest.new:
        if waiting[_key(step)]:
            yield waiting[_key(step)].pop(), step.id


def _key(step: Step) -> tuple[str, ...]:
    return (plain(step.kegiatan), *sorted(step.daftar_pelaksana))


@dataclass(frozen=True, slots=True)
class _Portrait:
    """What a step is recognised by."""

    id: str
    row: int
    kegiatan: str
    executors: frozenset[str]
    output: str

    @classmethod
    def of(cls, step: Step, row: int) -> _Portrait:
        executors = frozenset(step.daftar_pelaksana)
        return cls(step.id, row, step.kegiatan, executors, plain(step.mutu_baku.output))

    def likeness(self, other: _Portrait) -> float:
        """From 0 to 1: mostly the activity, some of it who does it and what comes out."""
        same_output = bool(self.output) and self.output == other.output
        return (
            0.7 * likeness(self.kegiatan, other.kegiatan)
            + 0.2 * shared(self.executors, other.executors)
            + 0.1 * same_output
        )


def _like_words(rest: _Rest) -> Iterator[Pair]:
    """Steps in other words: the likest first, among equals those whose rows are nearest."""
    ours = [_Portrait.of(step, rest.old_procedure.row(step.id)) for step in rest.old]
    theirs = [_Portrait.of(step, rest.new_procedure.row(step.id)) for step in rest.new]
    found = []
    for place, one in enumerate(ours):
        middle = place * len(theirs) // max(len(ours), 1)
        for other in theirs[max(0, middle - _REACH // 2) : middle + _REACH // 2]:
            alike = one.likeness(other)
            if alike >= ALIKE:
                found.append((-alike, abs(one.row - other.row), one.row, other.row, (one.id, other.id)))
    yield from _one_to_one(pair for *_, pair in sorted(found))


def _one_to_one(pairs: Iterable[Pair]) -> Iterator[Pair]:
    ours: set[str] = set()
    theirs: set[str] = set()
    for one, other in pairs:
        if one not in ours and other not in theirs:
            ours.add(one)
            theirs.add(other)
            yield one, other


def _same_gap(rest: _Rest) -> Iterator[Pair]:
    """Steps rewritten in place: as many left over on both sides below the same neighbour, with the same ids."""
    ours = {step.id for step in rest.old}
    partner = {theirs: ours for ours, theirs in rest.pairs}
    gaps_of_old = _gaps(rest.old_procedure, ours, {})
    gaps_of_new = _gaps(rest.new_procedure, {step.id for step in rest.new}, partner)
    for neighbour, group in gaps_of_new.items():
        if gaps_of_old.get(neighbour) == group:
            yield from ((id, id) for id in group)


def _gaps(procedure: Procedure, left_over: set[str], partner: Mapping[str, str]) -> dict[str, list[str]]:
    """Ids of the steps left over, by the step above them that has a partner (named as in the old procedure)."""
    gaps: dict[str, list[str]] = defaultdict(list)
    above = ""
    for step in procedure.steps:
        if step.id in left_over:
            gaps[above].append(step.id)
        else:
            above = partner.get(step.id, step.id)
    return gaps
