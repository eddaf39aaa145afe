"""Where everything stands on the one plane of a BPMN diagram: lanes lie, time runs to the right. Pixels.

The rows of the form become columns in their order. Within a row each kind of node has a slot of its own, so nodes
never meet: a node's place is its slot in x and its lane in y.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from sopan.writers.bpmn.graph import Graph, Node, Slot
from sopan.writers.bpmn.lanes import Lane, leaves
from sopan.writers.bpmn.routes import Channel, Corner, Gap, Grid, Route, Side, corners, routes
from sopan.writers.bpmn.tracks import Tracks, tracks

TASK = (130, 80)
WIDE_TASK = 240
"""Width of a task with more than `MANY` letters."""
MANY = 240
GATEWAY = (50, 50)
EVENT = (36, 36)
TRACK = 14
"""Between two lines side by side."""
PAD = 26
"""Between the border of a lane and what is in it; names of gateways and events stand here."""
GAP = 44
STRIP = 30
"""Width of the name of a pool or lane."""
LETTER = 6.2
LINE = 14
LABEL = 90
"""bpmn-js breaks the words of a label at this width."""
LEFT, TOP = 160, 80


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Places:
    """Bounds by the id of a pool, lane or node, corners by the id of a flow, and where names stand beside them."""

    pool: Bounds
    bounds: Mapping[str, Bounds]
    corners: Mapping[str, tuple[Corner, ...]]
    labels: Mapping[str, Bounds]


def place(graph: Graph, lanes: Sequence[Lane], title: str) -> Places:
    """A place for everything; the same for the same graph."""
    bands = {lane.pelaksana: number for number, lane in enumerate(leaves(lanes))}
    grid = Grid.of(graph, bands or {"": 0})
    ways = routes(graph, grid)
    beside = tracks(ways.values(), grid)
    frame = _Frame(graph, lanes, grid, beside, title)
    bounds = {node.id: frame.node(node) for node in graph.nodes}
    lines = {id: _simplified(corners(way, frame, beside.of_leg)) for id, way in ways.items()}
    labels = {node.id: _label_of(node, bounds[node.id], ways, graph) for node in graph.nodes if _is_named_beside(node)}
    labels |= {flow.id: _answer(flow.name, ways[flow.id], lines[flow.id]) for flow in graph.flows if flow.name}
    return Places(frame.pool, frame.lanes() | bounds, lines, labels)


def _simplified(points: Sequence[Corner]) -> tuple[Corner, ...]:
    """Without corners that are none."""
    found: list[Corner] = []
    for x, y in points:
        point: Corner = (round(x), round(y))
        if found and found[-1] == point:
            continue
        if len(found) > 1 and any(found[-2][axis] == found[-1][axis] == point[axis] for axis in (0, 1)):
            found.pop()
        found.append(point)
    return tuple(found)


class _Frame:
    """Where slots, gaps, lanes and channels begin, in pixels."""

    def __init__(self, graph: Graph, lanes: Sequence[Lane], grid: Grid, beside: Tracks, title: str) -> None:
        self._lanes = lanes
        self._grid = grid
        self._crowd = beside.crowd
        names = [lane.name for lane in leaves(lanes)] or [""]
        self._tallest = _tallest(graph, grid, len(names))
        depth = max((2 if lane.parts else 1 for lane in lanes), default=0)
        self._slots(graph, LEFT + STRIP * (1 + depth))
        self._bands(names, title)

    def _slots(self, graph: Graph, x: float) -> None:
        by_slot: dict[int, list[Node]] = {}
        for node in graph.nodes:
            by_slot.setdefault(self._grid.slot_of[node.id], []).append(node)
        self._gap_x: list[float] = []
        self._slot_x: list[float] = []
        lead = 0.0
        for number, nodes in sorted(by_slot.items()):
            self._gap_x.append(x + lead)
            x += self._gap_width(number, lead)
            width = max(_size(node)[0] for node in nodes)
            self._slot_x.append(x + width / 2)
            x += width
            lead = max(_lead(node, graph) for node in nodes)
        self._gap_x.append(x + lead)
        self._right = x + self._gap_width(len(by_slot), lead)

    def _gap_width(self, number: int, lead: float) -> float:
        return max(GAP, lead + TRACK * (self._crowd.get(Gap(number), 0) + 1))

    def _bands(self, names: Sequence[str], title: str) -> None:
        heights = [self._height(number, name) for number, name in enumerate(names)]
        stretch = max(1.0, _lying(title) / sum(heights))
        self._band_height = [ceil(height * stretch) for height in heights]
        self._band_y = [TOP + sum(self._band_height[:number]) for number in range(len(heights))]
        self.pool = Bounds(LEFT, TOP, self._right - LEFT, sum(self._band_height))

    def _height(self, band: int, name: str) -> float:
        return max(self._tallest[band] + 2 * PAD + self._channels(band, -1) + self._channels(band, 1), _lying(name))

    def _channels(self, band: int, side: int) -> float:
        return TRACK * self._crowd.get(Channel(band, side), 0)

    def _middle(self, band: int) -> float:
        spare = self._channels(band, -1) - self._channels(band, 1)
        return self._band_y[band] + (self._band_height[band] + spare) / 2

    def gap(self, number: int, track: int) -> float:
        return self._gap_x[number] + TRACK * (track + 1)

    def channel(self, band: int, side: int, track: int) -> float:
        return self._middle(band) + side * (self._tallest[band] / 2 + TRACK * (track + 1))

    def port(self, node: Node, side: Side) -> Corner:
        width, height = _size(node)
        across, down = side.value
        x, y = self._slot_x[self._grid.slot_of[node.id]], self._middle(self._grid.band_of[node.id])
        return x + across * width / 2, y + down * height / 2

    def node(self, node: Node) -> Bounds:
        (left, _), (_, top) = self.port(node, Side.LEFT), self.port(node, Side.TOP)
        return Bounds(left, top, *_size(node))

    def lanes(self) -> dict[str, Bounds]:
        """Bounds of the lanes, and of the bands that hold several."""
        found = {}
        first = 0
        for lane in self._lanes:
            found[lane.id] = self._strip(first, len(lane.leaves), LEFT + STRIP)
            for number, part in enumerate(lane.parts, first):
                found[part.id] = self._strip(number, 1, LEFT + 2 * STRIP)
            first += len(lane.leaves)
        return found

    def _strip(self, first: int, bands: int, x: float) -> Bounds:
        return Bounds(x, self._band_y[first], self._right - x, sum(self._band_height[first : first + bands]))


def _tallest(graph: Graph, grid: Grid, bands: int) -> list[float]:
    """Height of the highest node of each lane."""
    found: list[float] = [TASK[1]] * bands
    for node in graph.nodes:
        band = grid.band_of[node.id]
        found[band] = max(found[band], _size(node)[1])
    return found


def _size(node: Node) -> tuple[int, int]:
    """A task is as high as its name needs."""
    if node.slot is Slot.TASK:
        width = WIDE_TASK if len(node.name) > MANY else TASK[0]
        lines = ceil(len(node.name) * LETTER * 1.15 / (width - 14))
        return width, max(TASK[1], 2 * ceil(LINE * lines / 2) + 16)
    return EVENT if node.slot in (Slot.START, Slot.END) else GATEWAY


def _lead(node: Node, graph: Graph) -> float:
    """Room right of the node for the answers of its flows."""
    return max((_width(flow.name) for flow in graph.leaving.get(node.id, ())), default=0.0)


def _width(text: str) -> float:
    return min(LABEL, len(text) * LETTER + 4) if text else 0.0


def _rows(text: str) -> int:
    """Lines the text takes when it is broken at `LABEL`."""
    return ceil(len(text) * LETTER / (LABEL + 6)) or 1


def _lying(name: str) -> float:
    """Length of a name that runs upwards in its strip, on at most two lines."""
    length = len(name) * LETTER
    return min(length + 20 if length < 200 else length / 1.7 + 30, 600)


def _is_named_beside(node: Node) -> bool:
    return bool(node.name) and node.slot is not Slot.TASK


def _label_of(node: Node, bounds: Bounds, ways: Mapping[str, Route], graph: Graph) -> Bounds:
    """Below an event; above a gateway, unless a flow is there and not below it."""
    width, height = _width(node.name), LINE * _rows(node.name)
    x = bounds.x + bounds.width / 2 - width / 2
    below, above = bounds.y + bounds.height + 3, bounds.y - height - 2
    if node.slot in (Slot.START, Slot.END):
        return Bounds(x, below, width, height)
    flows = [ways[flow.id] for flow in (*graph.leaving.get(node.id, ()), *graph.arriving.get(node.id, ()))]
    sides = {side for way in flows for side in way.sides_of(node)}
    if Side.TOP not in sides:
        return Bounds(x, above, width, height)
    if Side.BOTTOM not in sides:
        return Bounds(x, below, width, height)
    return Bounds(bounds.x + bounds.width / 2 - width - 4, above, width, height)


def _answer(text: str, way: Route, corners: Sequence[tuple[float, float]]) -> Bounds:
    """Beside the first leg of the flow."""
    (x, y), (_, following) = corners[0], corners[1]
    width, height = _width(text), LINE * _rows(text)
    if way.start is Side.RIGHT:
        return Bounds(x + 2, y - height - 2, width, height)
    return Bounds(x + 4, y + 2 if following > y else y - height - 2, width, height)
