"""Walking the steps: where the work begins and ends, what is reached, where it goes round.

Arrows inside a row do not count here: a step is one node. Every walk takes time in proportion to the edges, and none
of them recurses, so ten thousand steps are as safe as ten.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from sopan.domain.kalender import NOMINAL, Calendar
from sopan.domain.procedure import Edge, Kind, Procedure, Step
from sopan.domain.waktu import Span, read


@dataclass(frozen=True, slots=True)
class Loop:
    """Steps that all lead to one another, in the order of their rows, and the edges that close the circle."""

    steps: tuple[str, ...]
    returns: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Steps one after the other, and the minutes they take together."""

    steps: tuple[str, ...]
    span: Span


def starts(procedure: Procedure) -> tuple[str, ...]:
    """Where the work begins: steps with a start capsule; without any, the first row."""
    marked = tuple(step.id for step in procedure.steps if Kind.START in step.kinds)
    return marked or tuple(step.id for step in procedure.steps[:1])


def ends(procedure: Procedure) -> tuple[str, ...]:
    """Where the work is done: steps with an end capsule; without any, the last row."""
    marked = tuple(step.id for step in procedure.steps if Kind.END in step.kinds)
    return marked or tuple(step.id for step in procedure.steps[-1:])


def successors(procedure: Procedure, id: str) -> tuple[str, ...]:
    """Steps an edge leads to from here, each once."""
    return tuple(dict.fromkeys(edge.target.step for edge in procedure.edges_from(id)))


def predecessors(procedure: Procedure, id: str) -> tuple[str, ...]:
    """Steps from which an edge leads here, each once."""
    return tuple(dict.fromkeys(edge.source.step for edge in procedure.edges_to(id)))


def reachable_from_start(procedure: Procedure) -> frozenset[str]:
    """Steps the work can come to."""
    return _spread(starts(procedure), lambda id: successors(procedure, id))


def reaches_end(procedure: Procedure) -> frozenset[str]:
    """Steps from which the work can be brought to an end."""
    return _spread(ends(procedure), lambda id: predecessors(procedure, id))


def onward(procedure: Procedure, *ids: str, beyond: Container[str] = ()) -> frozenset[str]:
    """These steps and all the work can come to from them without stepping on what lies `beyond`."""
    return _spread(ids, lambda id: successors(procedure, id), beyond=beyond)


def dead_ends(procedure: Procedure) -> tuple[str, ...]:
    """Steps where the work stops although it is not done: no edge leads on to another step."""
    done = frozenset(ends(procedure))
    return tuple(
        step.id
        for step in procedure.steps
        if step.id not in done and not set(successors(procedure, step.id)) - {step.id}
    )


def back_edges(procedure: Procedure) -> tuple[Edge, ...]:
    """Edges that lead back to a step the work came through. Without them no circle is left."""
    return _Walk(procedure).back_edges


def loops(procedure: Procedure) -> tuple[Loop, ...]:
    """Where the flow goes round, by its first row: steps that all lead to one another, or one that leads to itself."""
    closing: dict[str, list[Edge]] = {}
    for edge in back_edges(procedure):
        closing.setdefault(edge.target.step, []).append(edge)
    found = []
    for group in _strong_components(procedure):
        returns = tuple(edge for id in group for edge in closing.get(id, ()))
        if returns:
            found.append(Loop(group, returns))
    return tuple(sorted(found, key=lambda loop: procedure.row(loop.steps[0])))


def span_of(procedure: Procedure, ids: Iterable[str], calendar: Calendar = NOMINAL) -> Span:
    """Minutes of these steps together, working and calendar time apart; what has no time is counted."""
    return sum((read(procedure.step(id).mutu_baku.waktu).span(calendar) for id in ids), Span())


def critical_path(procedure: Procedure, calendar: Calendar = NOMINAL) -> Path:
    """The way from a start to where the work ends that takes longest at its most, going round no loop.

    Working and calendar time are weighed as days that pass: a week of working days as long as a week. Of ways that
    are equally long at their most, the one longer at its least is taken, then the one with more steps. A way that
    only leads back is no way to the end, so repairs that are not repeated do not count; where nothing leads to an
    end, the longest way there is. The span holds minimum and maximum.
    """
    finishes = {*ends(procedure), *dead_ends(procedure)}
    found = _longest_ways(procedure, lambda step: _weight(read(step.mutu_baku.waktu).span(calendar), calendar))
    arrived = [id for id in found if id in finishes] or list(found)
    if not arrived:
        return Path((), Span())
    at: str | None = max(sorted(arrived, key=procedure.row), key=lambda id: found[id].weight)
    steps = []
    while at is not None:
        steps.append(at)
        at = found[at].before
    steps.reverse()
    return Path(tuple(steps), span_of(procedure, steps, calendar))


Weight = tuple[Fraction, Fraction, int]


class _Way(NamedTuple):
    """The longest way to a step: what it weighs, and the step before."""

    weight: Weight
    before: str | None


def _longest_ways(procedure: Procedure, weigh: Callable[[Step], Weight]) -> dict[str, _Way]:
    """The longest way to every step that can be reached, over all edges but the back edges."""
    walk = _Walk(procedure)
    back = frozenset(walk.back_edges)
    weights = {step.id: weigh(step) for step in procedure.steps}
    found = {id: _Way(weights[id], None) for id in starts(procedure)}
    for id in (id for id in walk.order if id in found):
        for target in (edge.target.step for edge in procedure.edges_from(id) if edge not in back):
            weight = _sum(found[id].weight, weights[target])
            if target not in found or weight > found[target].weight:
                found[target] = _Way(weight, id)
    return found


def _sum(some: Weight, more: Weight) -> Weight:
    return some[0] + more[0], some[1] + more[1], some[2] + more[2]


def _weight(span: Span, calendar: Calendar) -> Weight:
    """Days that pass at the most and at the least, and one step."""
    working = Fraction(calendar.days_per_week, calendar.working_days_per_week * calendar.working_day)
    most = span.working_max * working + span.calendar_max / calendar.day
    least = span.working_min * working + span.calendar_min / calendar.day
    return most, least, 1


class _Walk:
    """One walk in depth over all steps, beginning at the starts."""

    def __init__(self, procedure: Procedure) -> None:
        self._procedure = procedure
        self._open: set[str] = set()
        self._closed: dict[str, None] = {}
        self._back: list[Edge] = []
        for id in (*starts(procedure), *(step.id for step in procedure.steps)):
            if id not in self._closed:
                self._go(id)

    @property
    def back_edges(self) -> tuple[Edge, ...]:
        """Edges to a step whose own walk was not over yet, in the order of the procedure."""
        found = set(self._back)
        return tuple(edge for edge in self._procedure.edges if edge in found)

    @property
    def order(self) -> tuple[str, ...]:
        """Steps so that every edge but the back edges leads onward."""
        return tuple(reversed(self._closed))

    def _go(self, first: str) -> None:
        path = [self._enter(first)]
        while path:
            id, edges = path[-1]
            edge = next(edges, None)
            if edge is None:
                path.pop()
                self._open.discard(id)
                self._closed[id] = None
            elif edge.target.step in self._open:
                self._back.append(edge)
            elif edge.target.step not in self._closed:
                path.append(self._enter(edge.target.step))

    def _enter(self, id: str) -> tuple[str, Iterator[Edge]]:
        self._open.add(id)
        return id, iter(self._procedure.edges_from(id))


def _strong_components(procedure: Procedure) -> list[tuple[str, ...]]:
    """Largest groups of steps that all lead to one another (Kosaraju), each in the order of its rows."""
    grouped: set[str] = set()
    components = []
    for id in _Walk(procedure).order:
        if id not in grouped:
            group = _spread((id,), lambda at: predecessors(procedure, at), beyond=grouped)
            grouped |= group
            components.append(tuple(sorted(group, key=procedure.row)))
    return components


def _spread(
    seeds: Iterable[str], neighbours: Callable[[str], Iterable[str]], *, beyond: Container[str] = ()
) -> frozenset[str]:
    """Everything that can be come to from the seeds without stepping on what lies `beyond`."""
    waiting = list(seeds)
    seen = set(waiting)
    while waiting:
        for neighbour in neighbours(waiting.pop()):
            if neighbour not in seen and neighbour not in beyond:
                seen.add(neighbour)
                waiting.append(neighbour)
    return frozenset(seen)
