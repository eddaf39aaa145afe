"""Lines that go on elsewhere: pairs of connectors with one mark, and lines that the edge of a page cuts through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

_SAME_PLACE = 2.0
"""Millimetres sideways between the two ends of a line that a page cuts through."""


@dataclass(frozen=True, slots=True)
class Half:
    """One link of a connector. `number` is that of the link; `leaves` tells whether it goes into the connector."""

    number: int
    leaves: bool | None
    """None where no arrow head says it."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A connector, or the place of a cut, with its links."""

    body: int
    x: float
    y: float
    mark: str
    is_cut: bool
    is_below: bool
    """Whether it stands in the lower half of its page; for a cut, at the lower edge."""
    lane: str
    halves: tuple[Half, ...]

    @property
    def receives(self) -> bool:
        """Whether lines come in here to go on elsewhere."""
        return any(half.leaves is not False for half in self.halves)

    @property
    def sends(self) -> bool:
        """Whether lines that came from elsewhere go on from here."""
        return any(half.leaves is not True for half in self.halves)


def through(gates: Sequence[Gate]) -> Iterator[tuple[int, int, bool]]:
    """Pairs of links that are one way, first and second, and whether a mark or a place says so surely."""
    taken: set[Gate] = set()
    gates = _with_marks_that_pair(gates)
    for gate in gates:
        if gate.receives and gate.sends and all(half.leaves is not None for half in gate.halves):
            yield from _joined(gate, gate, sure=True)
            taken.add(gate)
    for receiving, sending, sure in _pairs([gate for gate in gates if gate not in taken]):
        yield from _joined(receiving, sending, sure=sure)


def _with_marks_that_pair(gates: Sequence[Gate]) -> list[Gate]:
    """The gates, those without a twin as if they had no mark: it is a word that happens to stand there."""
    twins = {gate.mark for gate in gates if gate.receives} & {gate.mark for gate in gates if gate.sends}
    return [gate if gate.mark in twins else replace(gate, mark="") for gate in gates]


def _joined(first: Gate, second: Gate, *, sure: bool) -> Iterator[tuple[int, int, bool]]:
    for come, go in product(first.halves, second.halves):
        if come.leaves is not False and go.leaves is not True and come.number != go.number:
            yield come.number, go.number, sure


def _pairs(gates: Sequence[Gate]) -> Iterator[tuple[Gate, Gate, bool]]:
    """Each receiving gate with the sending one that fits best; then the sending ones that nobody has chosen."""
    chosen: set[Gate] = set()
    for gate in (gate for gate in gates if gate.receives):
        fitting = [other for other in gates if _fits(gate, other)]
        free = [other for other in fitting if other not in chosen]
        if fitting:
            best = min(free or fitting, key=partial(_badness, gate))
            chosen.add(best)
            yield gate, best, bool(gate.mark) or gate.is_cut or gate.lane == best.lane
    for gate in (gate for gate in gates if gate.mark and gate.sends and not gate.receives and gate not in chosen):
        fitting = [other for other in gates if _fits(other, gate)]
        if fitting:
            yield min(fitting, key=partial(_badness, gate)), gate, False


def _fits(first: Gate, second: Gate) -> bool:
    if first is second or not first.receives or not second.sends or first.is_cut != second.is_cut:
        return False
    if first.mark or second.mark:
        return first.mark == second.mark
    onward = second.body - first.body == (1 if first.is_below else -1) and first.is_below != second.is_below
    return onward and (not first.is_cut or abs(first.x - second.x) <= _SAME_PLACE)


def _badness(gate: Gate, other: Gate) -> tuple[float, ...]:
    """How badly another gate fits: later pages before earlier ones, the nearest first, the same lane first."""
    away = other.body - gate.body
    onward = away > 0 if gate.is_below else away < 0
    return (away == 0, not onward, abs(away), other.lane != gate.lane, abs(other.x - gate.x))
