"""One page as a grid: rows and lanes, a node for each symbol, a link for each line to be drawn.

Lines that leave the page become links to an off-page connector, which is a node of its own in a strip of rows
above or below the steps. So the router knows nothing of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise

from sopan.domain.procedure import Edge, Kind, Procedure, Step
from sopan.flowchart.diagram import ShapeKind

UNASSIGNED = "(belum ditentukan)"
"""Name of the last column, for steps without an executor."""
OWN_LANE_LEVELS = 2
"""So many connectors stand below each other in the column of their executor before they move aside."""


@dataclass(slots=True)
class Node:
    """A symbol at a crossing of row and lane. `exits` and `entries` are the sides that lines may use."""

    id: str
    row: int
    lane: int
    kind: ShapeKind
    step: str | None = None
    exits: str = "BRL"
    entries: str = "TLRB"
    edge: Edge | None = None
    """The flow that an off-page connector carries on."""


@dataclass(slots=True)
class Link:
    """A line to be drawn from one of `sources` to one of `targets` (indexes of nodes)."""

    edge: Edge
    sources: tuple[int, ...]
    targets: tuple[int, ...]
    answer: str = ""


@dataclass(slots=True)
class Grid:
    """What the router gets: no millimetres yet."""

    rows: int
    lanes: int
    first_row: int = 0
    """Grid row of the first step; the rows before it are the strip of connectors from and to earlier pages."""
    step_rows: int = 0
    nodes: list[Node] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    joints: list[tuple[int, int]] = field(default_factory=list)
    """Neighbouring symbols of one step that are joined by a plain line."""


def lane_names(procedure: Procedure) -> tuple[str, ...]:
    """Names of the columns; a last one for steps without executor where there are any."""
    names = procedure.columns
    homeless = any(not step.symbols for step in procedure.steps)
    if (homeless or not names) and UNASSIGNED not in names:
        return (*names, UNASSIGNED)
    return names


def build_grid(procedure: Procedure, lanes: Sequence[str], start: int, stop: int) -> Grid:
    """The grid of the rows `start` up to `stop` (excluded)."""
    return _GridBuilder(procedure, {name: lane for lane, name in enumerate(lanes)}, start, stop).build()


class _GridBuilder:
    def __init__(self, procedure: Procedure, lanes: dict[str, int], start: int, stop: int) -> None:
        self.procedure = procedure
        self.lanes = lanes
        self.start = start
        self.steps = procedure.steps[start:stop]
        self.here = {step.id for step in self.steps}
        self.grid = Grid(rows=0, lanes=len(lanes), step_rows=len(self.steps))
        self.by_step: dict[str, list[int]] = {}
        self.by_symbol: dict[tuple[str, str], int] = {}
        self.above: list[int] = []
        self.below: list[int] = []

    def build(self) -> Grid:
        for row, step in enumerate(self.steps):
            self._add_symbols(row, step)
        crossing: list[tuple[Edge, bool]] = []
        for step in self.steps:
            for edge in (*self.procedure.inner_edges(step.id), *self.procedure.edges_from(step.id)):
                if edge.target.step in self.here:
                    self.grid.links.append(self._link(edge))
                else:
                    crossing.append((edge, True))
            crossing += [(e, False) for e in self.procedure.edges_to(step.id) if e.source.step not in self.here]
        for edge, leaves in crossing:
            self._add_crossing(edge, leaves)
        self._stack_strips()
        return self.grid

    def _add_symbols(self, row: int, step: Step) -> None:
        names = step.daftar_pelaksana or (UNASSIGNED,)
        nodes = sorted((self.lanes[name], name) for name in names)
        for lane, name in nodes:
            index = len(self.grid.nodes)
            kind = _SHAPES[step.kind_of(name)]
            self.grid.nodes.append(
                Node(id=f"s{self.start + row + 1}-{lane + 1}", row=row, lane=lane, kind=kind, step=step.id)
            )
            self.by_step.setdefault(step.id, []).append(index)
            self.by_symbol[step.id, name] = index
        self._add_joints(step)

    def _add_joints(self, step: Step) -> None:
        """Join neighbours that no arrow inside the row connects."""
        indexes = self.by_step[step.id]
        group = {index: index for index in indexes}
        for edge in self.procedure.inner_edges(step.id):
            if edge.source.pelaksana and edge.target.pelaksana:
                a, b = (group[self.by_symbol[step.id, end.pelaksana]] for end in (edge.source, edge.target))
                group = {index: (b if g == a else g) for index, g in group.items()}
        for left, right in pairwise(indexes):
            if group[left] != group[right]:
                a, b = group[left], group[right]
                group = {index: (b if g == a else g) for index, g in group.items()}
                self.grid.joints.append((left, right))

    def _link(self, edge: Edge) -> Link:
        return Link(edge, self._ends_of(edge, leaving=True), self._ends_of(edge, leaving=False), edge.answer)

    def _ends_of(self, edge: Edge, *, leaving: bool) -> tuple[int, ...]:
        """Nodes at which the edge may begin (or end): the named symbol, or those where its row ends (or begins)."""
        end = edge.source if leaving else edge.target
        if end.pelaksana:
            return (self.by_symbol[end.step, end.pelaksana],)
        inner = self.procedure.inner_edges(end.step)
        if leaving:
            taken = {(e.source.step, e.source.pelaksana) for e in inner}
        else:
            taken = {(e.target.step, e.target.pelaksana) for e in inner}
        step = self.procedure.step(end.step)
        names = step.daftar_pelaksana or (UNASSIGNED,)
        names = _narrow(names, lambda name: (end.step, name) not in taken)
        if leaving and edge.answer:
            names = _narrow(names, lambda name: step.kind_of(name) is Kind.DECISION)
        return tuple(sorted(self.by_symbol[end.step, name] for name in names))

    def _add_crossing(self, edge: Edge, leaves: bool) -> None:
        """A connector for a line that leaves for, or comes from, another page."""
        ends = self._ends_of(edge, leaving=leaves)
        onward = self.procedure.row(edge.source.step) < self.procedure.row(edge.target.step)
        is_below = onward == leaves
        index = len(self.grid.nodes)
        node = Node(f"c{index}", 0, self.grid.nodes[ends[0]].lane, ShapeKind.CONNECTOR, edge=edge)
        node.exits, node.entries = ("", "TLR" if is_below else "BLR") if leaves else ("TRL" if is_below else "BRL", "")
        self.grid.nodes.append(node)
        (self.below if is_below else self.above).append(index)
        if leaves:
            self.grid.links.append(Link(edge, ends, (index,), edge.answer))
        else:
            self.grid.links.append(Link(edge, (index,), ends))

    def _stack_strips(self) -> None:
        """Give connectors their rows: the strip above counts upwards from the steps, the one below downwards."""
        above = self._levels(self.above)
        below = self._levels(self.below)
        self.grid.first_row = above
        self.grid.rows = above + len(self.steps) + below
        for index, node in enumerate(self.grid.nodes):
            if index in self.above:
                node.row = above - 1 - node.row
            elif index in self.below:
                node.row += above + len(self.steps)
            else:
                node.row += above

    def _levels(self, indexes: list[int]) -> int:
        taken: set[tuple[int, int]] = set()
        for index in indexes:
            node = self.grid.nodes[index]
            node.row, node.lane = self._free_place(node.lane, taken)
            taken.add((node.row, node.lane))
        return 1 + max((level for level, _ in taken), default=-1)

    def _free_place(self, lane: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
        """The executor's own column first, some levels deep; then the columns beside it."""
        by_distance = sorted(range(self.grid.lanes), key=lambda other: (abs(other - lane), other))
        for level in count(step=OWN_LANE_LEVELS):
            for choice in by_distance:
                for row in range(level, level + OWN_LANE_LEVELS):
                    if (row, choice) not in taken:
                        return row, choice
        raise AssertionError("counting has no end")


_SHAPES = {
    Kind.START: ShapeKind.TERMINATOR,
    Kind.END: ShapeKind.TERMINATOR,
    Kind.PROCESS: ShapeKind.PROCESS,
    Kind.DECISION: ShapeKind.DECISION,
}


def _narrow(names: tuple[str, ...], wanted: Callable[[str], bool]) -> tuple[str, ...]:
    """Those that are wanted; all of them when none is."""
    return tuple(name for name in names if wanted(name)) or names
