"""The way of every flow: which sides it leaves and enters, and the gaps and channels it turns in.

A gap lies between two slots, a channel above and below the nodes of a lane; neither holds a node, so a line that
keeps to them meets none. Simpler ways are taken where they are free: straight on, one corner, or two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from sopan.writers.bpmn.graph import Flow, Graph, Node

Corner = tuple[float, float]


class Side(Enum):
    """Side of a node: how far it lies from the middle, in halves of the node."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    TOP = (0, -1)
    BOTTOM = (0, 1)


@dataclass(frozen=True, slots=True)
class Gap:
    """A leg that runs up or down before the slot with this number."""

    number: int


@dataclass(frozen=True, slots=True)
class Channel:
    """A leg that runs sideways above (-1) or below (1) the nodes of a lane."""

    band: int
    side: int


Leg = Gap | Channel


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A flow's way. Its legs alternate between gaps and channels."""

    flow: Flow
    start: Side
    end: Side
    legs: tuple[Leg, ...] = ()

    def sides_of(self, node: Node) -> set[Side]:
        """Where the flow touches the node."""
        ends = ((self.flow.source, self.start), (self.flow.target, self.end))
        return {side for end, side in ends if end is node}


class Scale(Protocol):
    """Gives places their numbers: pixels, or just their order."""

    def port(self, node: Node, side: Side) -> Corner:
        """The middle of a side of a node."""

    def gap(self, number: int, track: int) -> float:
        """Where a leg in a gap stands."""

    def channel(self, band: int, side: int, track: int) -> float:
        """Where a leg in a channel lies."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Slots are numbered from left to right over all rows, lanes from the top."""

    slot_of: Mapping[str, int]
    band_of: Mapping[str, int]

    @classmethod
    def of(cls, graph: Graph, bands: Mapping[str, int]) -> Grid:
        used = sorted({(node.row, node.slot) for node in graph.nodes})
        number = {place: number for number, place in enumerate(used)}
        return cls(
            {node.id: number[node.row, node.slot] for node in graph.nodes},
            {node.id: bands[node.lane] for node in graph.nodes},
        )

    def port(self, node: Node, side: Side) -> Corner:
        across, down = side.value
        return 2 * self.slot_of[node.id] + 1 + across / 4, 4 * self.band_of[node.id] + 2 + down / 4

    def gap(self, number: int, track: int) -> float:
        return 2 * number

    def channel(self, band: int, side: int, track: int) -> float:
        return 4 * band + 2 + side


def corners(route: Route, scale: Scale, tracks: Mapping[tuple[str, int], int]) -> list[Corner]:
    """The corners from port to port; legs without length are kept."""
    x, y = scale.port(route.flow.source, route.start)
    found = [(x, y)]
    for number, leg in enumerate(route.legs):
        track = tracks.get((route.flow.id, number), 0)
        if isinstance(leg, Gap):
            x = scale.gap(leg.number, track)
        else:
            y = scale.channel(leg.band, leg.side, track)
        found.append((x, y))
    end = scale.port(route.flow.target, route.end)
    found.append((x, end[1]) if route.end in (Side.LEFT, Side.RIGHT) else (end[0], y))
    return [*found, end]


def routes(graph: Graph, grid: Grid) -> dict[str, Route]:
    """A route for every flow, short ones first because they have the simplest way."""
    router = _Router(graph, grid)
    far = {flow.id: abs(grid.slot_of[flow.target.id] - grid.slot_of[flow.source.id]) for flow in graph.flows}
    return {flow.id: router.route(flow) for flow in sorted(graph.flows, key=lambda flow: far[flow.id])}


class _Router:
    def __init__(self, graph: Graph, grid: Grid) -> None:
        self._grid = grid
        self._taken = {(grid.slot_of[node.id], grid.band_of[node.id]) for node in graph.nodes}
        self._runs: dict[int, list[tuple[int, int]]] = {}
        """Lines along the middle of a lane, between slots and gaps counted together."""
        self._drops: dict[int, list[tuple[int, int, str]]] = {}
        """Lines along the middle of a slot, and the node they belong to."""
        self._leaving = graph.leaving
        self._starts: dict[str, Side] = {}
        self._ends: dict[str, Side] = {}
        for node in graph.nodes:
            self._choose_starts(node, graph.leaving.get(node.id, []))
            self._choose_ends(node, graph.arriving.get(node.id, []))

    def route(self, flow: Flow) -> Route:
        start, end = self._starts[flow.id], self._ends[flow.id]
        legs = next(self._ways(flow, start, end))
        return Route(flow=flow, start=start, end=end, legs=legs)

    def _choose_starts(self, node: Node, flows: list[Flow]) -> None:
        """One flow goes straight on; what leaves otherwise leaves up or down, as do arrows within a row."""
        onward = [flow for flow in flows if self._slot(flow.target) > self._slot(node)] or self._alone(flows)
        straight = min(onward, key=lambda flow: self._distance(node, flow.target), default=None)
        for flow in flows:
            goes_on = flow is straight or self._stays(flow)
            self._starts[flow.id] = Side.RIGHT if goes_on else self._upright(node, flow.target)

    def _choose_ends(self, node: Node, flows: list[Flow]) -> None:
        onward = [flow for flow in flows if self._slot(flow.source) < self._slot(node)] or self._alone(flows)
        straight = min(onward, key=lambda flow: self._distance(node, flow.source), default=None)
        for flow in flows:
            goes_on = flow is straight or self._stays(flow)
            self._ends[flow.id] = Side.LEFT if goes_on else self._upright(node, flow.source)

    def _alone(self, flows: list[Flow]) -> list[Flow]:
        """The only flow, unless it stays in its slot."""
        return [flow for flow in flows if len(flows) == 1 and self._slot(flow.source) != self._slot(flow.target)]

    def _stays(self, flow: Flow) -> bool:
        """Whether it stays in its slot and cannot go straight up or down: a node or a line is in the way."""
        slot, band, target = self._slot(flow.source), self._band(flow.source), self._band(flow.target)
        if slot != self._slot(flow.target):
            return False
        is_answered = band > target and any(
            back.target is flow.source for back in self._leaving.get(flow.target.id, ())
        )
        return is_answered or band == target or self._between(slot, band, target)

    def _distance(self, node: Node, other: Node) -> tuple[bool, int]:
        return self._band(node) != self._band(other), abs(self._slot(node) - self._slot(other))

    def _upright(self, node: Node, other: Node) -> Side:
        return Side.TOP if self._band(other) < self._band(node) else Side.BOTTOM

    def _ways(self, flow: Flow, start: Side, end: Side) -> Iterator[tuple[Leg, ...]]:
        """Ways from the simplest; the last is always free. What is asked for is taken."""
        if start is Side.RIGHT and end is Side.LEFT:
            yield from self._across(flow)
        elif end is Side.LEFT:
            yield from self._down_and_across(flow, start)
        elif start is Side.RIGHT:
            yield from self._across_and_down(flow, end)
        else:
            yield from self._around(flow, start, end)

    def _across(self, flow: Flow) -> Iterator[tuple[Leg, ...]]:
        here, there = self._slot(flow.source), self._slot(flow.target)
        band, target = self._band(flow.source), self._band(flow.target)
        if band == target:
            if self._run(band, 2 * here + 1, 2 * there + 1):
                yield ()
        elif here < there:
            if self._run(band, 2 * here + 1, 2 * there):
                yield (Gap(there),)
            if self._run(target, 2 * here + 2, 2 * there + 1):
                yield (Gap(here + 1),)
        side = -1 if band < target or (band == target and here < there) else 1
        yield Gap(here + 1), Channel(target, side), Gap(there)

    def _down_and_across(self, flow: Flow, start: Side) -> Iterator[tuple[Leg, ...]]:
        here, there = self._slot(flow.source), self._slot(flow.target)
        band, target = self._band(flow.source), self._band(flow.target)
        if self._is_towards(band, start, target) and self._may_drop(here, band, target, flow.source):
            yield from self._corner(flow.source, here, band, target, run=(target, 2 * here + 1, 2 * there + 1))
        yield Channel(band, start.value[1]), Gap(there)

    def _across_and_down(self, flow: Flow, end: Side) -> Iterator[tuple[Leg, ...]]:
        here, there = self._slot(flow.source), self._slot(flow.target)
        band, target = self._band(flow.source), self._band(flow.target)
        if self._is_towards(target, end, band) and self._may_drop(there, target, band, flow.target):
            yield from self._corner(flow.target, there, target, band, run=(band, 2 * here + 1, 2 * there + 1))
        yield Gap(here + 1), Channel(target, end.value[1])

    def _around(self, flow: Flow, start: Side, end: Side) -> Iterator[tuple[Leg, ...]]:
        here, there = self._slot(flow.source), self._slot(flow.target)
        band, target = self._band(flow.source), self._band(flow.target)
        leaving, entering = Channel(band, start.value[1]), Channel(target, end.value[1])
        if here == there:
            yield ()
        if leaving == entering:
            yield (leaving,)
        if self._is_towards(target, end, band) and self._may_drop(there, target, band, flow.target):
            self._drop(there, target, band, flow.target)
            yield (leaving,)
        yield leaving, Gap(there if here < there else there + 1), entering

    def _corner(
        self, owner: Node, slot: int, band: int, other: int, *, run: tuple[int, int, int]
    ) -> Iterator[tuple[Leg, ...]]:
        """One corner, where the line along the slot of `owner` meets the line along the other lane."""
        if self._run(*run):
            self._drop(slot, band, other, owner)
            yield ()

    def _is_towards(self, band: int, side: Side, other: int) -> bool:
        return (other - band) * side.value[1] > 0

    def _run(self, band: int, start: int, end: int) -> bool:
        """Take the middle of a lane from one place to another, if no node and no line is there."""
        if start >= end or any((slot, band) in self._taken for slot in range((start + 1) // 2, end // 2)):
            return False
        runs = self._runs.setdefault(band, [])
        if any(first < end and start < last for first, last in runs):
            return False
        runs.append((start, end))
        return True

    def _between(self, slot: int, band: int, other: int) -> bool:
        """Whether a node stands between two nodes of a slot."""
        return any((slot, between) in self._taken for between in range(min(band, other) + 1, max(band, other)))

    def _may_drop(self, slot: int, band: int, other: int, owner: Node) -> bool:
        """Whether the middle of a slot is free from the node in `band` to the middle of the lane `other`."""
        low, high = sorted((band, other))
        if any((slot, between) in self._taken for between in range(low, high + 1) if between != band):
            return False
        drops = self._drops.get(slot, ())
        return not any(first < high and low < last and id != owner.id for first, last, id in drops)

    def _drop(self, slot: int, band: int, other: int, owner: Node) -> None:
        low, high = sorted((band, other))
        self._drops.setdefault(slot, []).append((low, high, owner.id))

    def _slot(self, node: Node) -> int:
        return self._grid.slot_of[node.id]

    def _band(self, node: Node) -> int:
        return self._grid.band_of[node.id]
