"""How much room symbols, answers and tracks need on each side of the centre of a lane or a row; millimetres."""

from __future__ import annotations

from dataclasses import dataclass, field

from sopan.flowchart.columns import rounded_up
from sopan.flowchart.diagram import ShapeKind
from sopan.flowchart.grid import Grid
from sopan.flowchart.labels import LabelBox, label_box
from sopan.flowchart.measures import (
    ARRIVAL,
    DEPARTURE,
    EXIT_SPACING,
    LABEL_GAP,
    NARROWEST_LANE,
    Density,
)
from sopan.flowchart.routing import Route, turns_at_once
from sopan.flowchart.text import TextMeasurer
from sopan.flowchart.tracks import Channels


@dataclass(slots=True)
class Side:
    """Room on one side of a centre line: what stands there, then the tracks."""

    core: float = 0.0
    clearance: float = DEPARTURE
    tracks: int = 0
    least: float = 0.0

    def need(self, density: Density) -> float:
        """Distance from the centre line to the border."""
        if not self.tracks:
            return rounded_up(max(self.core + density.margin, self.least))
        return rounded_up(
            max(self.core + self.clearance + (self.tracks - 1) * density.pitch + density.border, self.least)
        )

    def track(self, level: int, density: Density, room: float) -> float:
        """Distance from the centre line to a track, when the border is `room` away: spare room is halved."""
        spare = max(room - self.need(density), 0.0)
        return self.core + self.clearance + level * density.pitch + spare / 2


@dataclass(slots=True)
class Extents:
    """Sizes of one page's symbols and answers, and the room they need around the centre lines."""

    widths: list[float]
    heights: list[float]
    offsets: dict[int, float]
    """By link: how far beside the middle of its symbol's side it leaves."""
    labels: dict[int, LabelBox]
    left: list[Side] = field(default_factory=list)
    right: list[Side] = field(default_factory=list)
    up: list[Side] = field(default_factory=list)
    down: list[Side] = field(default_factory=list)


def measure_extents(
    grid: Grid, routes: list[Route], channels: Channels, density: Density, measure: TextMeasurer
) -> Extents:
    """The room that a routed grid needs at this density."""
    labels = {
        number: label_box(route.link.answer, density, measure)
        for number, route in enumerate(routes)
        if route.link.answer and grid.nodes[route.source].kind is not ShapeKind.CONNECTOR
    }
    sizes = [_size(node.kind, density) for node in grid.nodes]
    extents = Extents([w for w, _ in sizes], [h for _, h in sizes], {}, labels)
    _spread_exits(grid, routes, extents)
    extents.left, extents.right = ([Side(least=NARROWEST_LANE / 2) for _ in range(grid.lanes)] for _ in range(2))
    extents.up, extents.down = ([Side() for _ in range(grid.rows)] for _ in range(2))
    _add_symbols(grid, extents)
    for number, box in labels.items():
        _add_label(grid, routes[number], extents, number, box)
    for route in routes:
        _add_arrival(grid, route, extents, ARRIVAL - density.border + 0.1)
    _add_tracks(channels, extents)
    return extents


def _size(kind: ShapeKind, density: Density) -> tuple[float, float]:
    if kind is ShapeKind.DECISION:
        return density.decision_width, density.decision_height
    if kind is ShapeKind.CONNECTOR:
        return density.connector, density.connector
    return density.width, density.height


def _spread_exits(grid: Grid, routes: list[Route], extents: Extents) -> None:
    """Lines that leave the same side stand beside each other; a line that goes on straight keeps the middle."""
    leaving: dict[tuple[int, str], list[int]] = {}
    for number, route in enumerate(routes):
        leaving.setdefault((route.source, route.exit), []).append(number)
    for (source, _), numbers in leaving.items():
        if len(numbers) > 1:
            widest = max((extents.labels[n].width + 2 * LABEL_GAP for n in numbers if n in extents.labels), default=0.0)
            spacing = max(EXIT_SPACING, widest + LABEL_GAP)
            _set_offsets(routes, numbers, spacing, extents)
            farthest = max(abs(extents.offsets[n]) for n in numbers)
            _widen(grid.nodes[source].kind, source, farthest, extents)


def _set_offsets(routes: list[Route], numbers: list[int], spacing: float, extents: Extents) -> None:
    def direction(number: int) -> tuple[int, int]:
        corners = routes[number].corners
        turn = corners[2][0] - corners[1][0] if len(corners) > 2 else 0
        return turn, number

    ordered = sorted(numbers, key=direction)
    straight = [n for n in ordered if not turns_at_once(routes[n].corners)]
    middle = ordered.index(straight[0]) if straight else (len(ordered) - 1) // 2
    for place, number in enumerate(ordered):
        extents.offsets[number] = (place - middle) * spacing


def _widen(kind: ShapeKind, node: int, farthest: float, extents: Extents) -> None:
    """Make room on the outline for lines that leave beside the middle."""
    if kind is ShapeKind.DECISION:
        least = 2 * farthest / 0.8
    elif kind is ShapeKind.TERMINATOR:
        least = 2 * farthest + extents.heights[node] + 1
    else:
        least = 2 * farthest + 2
    extents.widths[node] = max(extents.widths[node], least)


def _add_symbols(grid: Grid, extents: Extents) -> None:
    for index, node in enumerate(grid.nodes):
        half_width, half_height = extents.widths[index] / 2, extents.heights[index] / 2
        for side in (extents.left[node.lane], extents.right[node.lane]):
            side.core = max(side.core, half_width)
        for side in (extents.up[node.row], extents.down[node.row]):
            side.core = max(side.core, half_height)


def _add_label(grid: Grid, route: Route, extents: Extents, number: int, box: LabelBox) -> None:
    """An answer stands above a line that leaves a side, and right of one that leaves the bottom."""
    node = grid.nodes[route.source]
    half_width, half_height = extents.widths[route.source] / 2, extents.heights[route.source] / 2
    if route.exit in "LR":
        side = extents.right[node.lane] if route.exit == "R" else extents.left[node.lane]
        corner = half_width * LABEL_GAP / half_height if node.kind is ShapeKind.DECISION else 0.0
        side.core = max(side.core, half_width - corner + box.width + 2 * LABEL_GAP)
        extents.up[node.row].core = max(extents.up[node.row].core, box.height + 2 * LABEL_GAP)
        return
    offset = extents.offsets.get(number, 0.0)
    if offset < 0:
        side, reach = extents.left[node.lane], -offset
    else:
        side, reach = extents.right[node.lane], offset
    side.core = max(side.core, reach + box.width + 2 * LABEL_GAP)
    extents.down[node.row].core = max(extents.down[node.row].core, half_height + box.height + LABEL_GAP)


def _add_arrival(grid: Grid, route: Route, extents: Extents, from_neighbour: float) -> None:
    """The last leg of an arrow is long enough to be seen behind its head, also when it comes from beyond the border."""
    node = grid.nodes[route.target]
    half_width, half_height = extents.widths[route.target] / 2, extents.heights[route.target] / 2
    side, half, channel = {
        "T": (extents.up[node.row], half_height, 3 * node.row),
        "B": (extents.down[node.row], half_height, 3 * node.row + 2),
        "L": (extents.left[node.lane], half_width, 3 * node.lane),
        "R": (extents.right[node.lane], half_width, 3 * node.lane + 2),
    }[route.entry]
    side.least = max(side.least, half + from_neighbour)
    before = route.corners[-2]
    if (before[1] if route.entry in "TB" else before[0]) == channel:
        side.clearance = ARRIVAL


def _add_tracks(channels: Channels, extents: Extents) -> None:
    for channel, nets in channels.vertical.items():
        side = (extents.right if channel % 3 == 2 else extents.left)[channel // 3]
        side.tracks = 1 + max(net.level for net in nets)
    for channel, nets in channels.horizontal.items():
        side = (extents.down if channel % 3 == 2 else extents.up)[channel // 3]
        side.tracks = 1 + max(net.level for net in nets)
