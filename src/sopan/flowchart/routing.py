"""Which way each line takes, in channels; no millimetres yet.

Lane l has three vertical channels: 3l left of its symbols, 3l+1 through their centres, 3l+2 right of them. Row r has
three horizontal ones: 3r above its symbols, 3r+1 through their centres, 3r+2 below. The outer channels are as wide as
they need to be, so any number of lines fits there; a centre channel is taken by one line at a time, or by several on
their way to the same symbol. A symbol owns its cell: only its own lines use the centre channels there.

Every link has a route: down from its symbol (or out of a side), through a gap, a gutter and the gap above its target,
and down into it. The search only looks for better ones: fewest crossings, then bends, then length.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from sopan.flowchart.grid import Grid, Link, Node

Corner = tuple[int, int]

CROSSING = 60.0
BEND = 11.0
PER_LANE = 3.0
"""Cost of a third of a lane."""
PER_ROW = 2.0
"""Cost of a third of a row."""
SIDE_ARRIVAL = 3.0
"""A way onward enters from above; that is how people read."""
BOTTOM_ARRIVAL = 6.0
TOP_OF_RETURN = 4.0
"""A way back enters from the side."""
SPREAD_EXIT = 30.0
"""A second line from the same side."""
UNSURE_CROSSING = 0.3
"""Two lines in one channel may cross, depending on their tracks."""
MOST_BENDS = 4
IMPROVEMENTS = 2
"""How often all routes are looked at again."""

_AWAY = {"T": (0, -1), "B": (0, 1), "L": (-1, 0), "R": (1, 0)}


Leg = tuple[int, float, float, int, int]
"""Channel it runs in, from, to (smaller first), index of its target, number of its link."""


@dataclass(slots=True)
class Route:
    """The way of one link: corners in channels, and the sides it leaves and enters."""

    link: Link
    source: int
    target: int
    exit: str
    entry: str
    corners: tuple[Corner, ...]
    cost: float
    horizontal: list[Leg]
    vertical: list[Leg]


Idea = tuple[float, int, int, str, str, tuple[Corner, ...]]
"""Cost, source, target, exit, entry, corners."""

Opening = tuple[Node, Node, int, int, str, str, float, float, bool, bool]
"""Source and target with their indexes, exit, entry, what that costs, the direct length, whether the exit is shared,
and whether the way has an odd number of bends."""

OUTLINE = 0.5
"""A line begins and ends at the outline of its symbol, not in its centre."""


class Router:
    """Finds the routes of one grid."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.nodes = grid.nodes
        self.by_row: list[list[int]] = [[] for _ in range(grid.rows)]
        self.by_lane: list[list[int]] = [[] for _ in range(grid.lanes)]
        for node in grid.nodes:
            self.by_row[node.row].append(node.lane)
            self.by_lane[node.lane].append(node.row)
        self.horizontal: list[Leg] = []
        self.vertical: list[Leg] = []
        self.out: list[dict[str, int]] = [{} for _ in grid.nodes]
        self.long_down: list[int] = [0] * len(grid.nodes)
        self.into: list[dict[str, int]] = [{} for _ in grid.nodes]
        self.joined: list[str] = ["" for _ in grid.nodes]
        self.waiting: list[int] = [0] * len(grid.nodes)
        self.routes: dict[int, Route] = {}
        ways = Counter((link.sources[0], self.nodes[link.targets[0]].row) for link in grid.links)
        self.forks = {way for way, times in ways.items() if times > 1}
        """Symbols from which several lines lead into one row, with that row."""
        for left, right in grid.joints:
            self._join(left, right)

    def _join(self, left: int, right: int) -> None:
        a, b = self.nodes[left], self.nodes[right]
        self.joined[left] += "R"
        self.joined[right] += "L"
        self.horizontal.append((3 * a.row + 1, 3 * a.lane + 1 + OUTLINE, 3 * b.lane + 1 - OUTLINE, -1, -1))

    def route(self) -> list[Route]:
        """The routes of all links, in the order of the links."""
        for link in self.grid.links:
            for source in link.sources:
                self.waiting[source] += 1
        for number in sorted(range(len(self.grid.links)), key=self._turn):
            self._place(number)
        for _ in range(IMPROVEMENTS):
            if not self._improve():
                break
        return [self.routes[number] for number in range(len(self.grid.links))]

    def _turn(self, number: int) -> tuple[int, int, int, int]:
        """Arrows inside a row first, then the ways onward from the shortest, then the ways back.

        Of a fork into one row the farthest comes first: it runs over the others, which drop out before it.
        """
        link = self.grid.links[number]
        source, target = self.nodes[link.sources[0]], self.nodes[link.targets[0]]
        rows, lanes = target.row - source.row, abs(source.lane - target.lane)
        if rows == 0 and source.step == target.step:
            return 0, lanes, 0, number
        if rows > 0:
            return 1, rows, -lanes if (link.sources[0], target.row) in self.forks else lanes, number
        return 2, -rows, 0, number

    def _place(self, number: int) -> None:
        link = self.grid.links[number]
        for source in link.sources:
            self.waiting[source] -= 1
        best = self._best(number, link)
        self.routes[number] = best
        self._occupy(best)

    def _best(self, number: int, link: Link) -> Route:
        """The cheapest free route; there always is one. Ways with few bends are looked at first."""
        best: Route | None = None
        openings = self._openings(link)
        least = min((opening[6] + opening[7] for opening in openings), default=0.0)
        for bends in range(MOST_BENDS + 1):
            if best is not None and BEND * bends + least >= best.cost:
                break
            for cost, source, target, exit, entry, corners in _ideas(openings, bends, best.cost if best else inf):
                if best is not None and cost >= best.cost:
                    break
                route = Route(link, source, target, exit, entry, corners, cost, *_legs(corners, target, number))
                crossings = self._crossings(route)
                if crossings is not None:
                    route.cost = cost + crossings * CROSSING
                    if best is None or route.cost < best.cost - 1e-9:
                        best = route
        if best is None:
            raise AssertionError(f"no way for {link.edge}: the promise of the channels is broken")
        return best

    def _improve(self) -> bool:
        """Take up each line that crosses something or winds, and lay it again; whether that helped anywhere."""
        better = False
        for number, old in list(self.routes.items()):
            if len(old.corners) <= 3 and not self._count_crossings(old):
                continue
            self._free(number, old)
            old.cost = self._price(old) + (self._crossings(old) or 0.0) * CROSSING
            new = self._best(number, old.link)
            if new.cost < old.cost - 1e-6:
                better = True
                self.routes[number] = new
            self._occupy(self.routes[number])
        return better

    # ---- sides -------------------------------------------------------------------------------------------------

    def _exits(self, source: int) -> list[tuple[str, bool]]:
        """Free sides to leave by, and whether the line has to share the bottom with others."""
        node, out, into, joined = self.nodes[source], self.out[source], self.into[source], self.joined[source]
        free = [side for side in node.exits if side not in joined and not out.get(side) and not into.get(side)]
        return [(side, False) for side in free] or [(node.exits[0], True)]

    def _entries(self, target: int, source: int) -> list[str]:
        """Sides to arrive at; the way out of the symbol is kept free."""
        node, out, into, joined = self.nodes[target], self.out[target], self.into[target], self.joined[target]
        free = sum(1 for side in node.exits if side not in joined and not out.get(side) and not into.get(side))
        needed = self.waiting[target] + (1 if source == target else 0)
        spare = not needed or free > needed
        return [
            side
            for side in node.entries
            if side not in joined and not out.get(side) and (spare or side not in node.exits or into.get(side))
        ]

    # ---- ideas -------------------------------------------------------------------------------------------------

    def _openings(self, link: Link) -> list[Opening]:
        """Every pair of sides by which the link may leave and arrive."""
        openings: list[Opening] = []
        for source in link.sources:
            exits = self._exits(source)
            for target in link.targets:
                a, b = self.nodes[source], self.nodes[target]
                onward = a.row < b.row
                direct = 3 * (abs(a.lane - b.lane) * PER_LANE + abs(a.row - b.row) * PER_ROW)
                entries = [(entry, _manner(onward, entry)) for entry in self._entries(target, source)]
                for exit, shared in exits:
                    extra = SPREAD_EXIT if shared else 0.0
                    for entry, manner in entries:
                        if source != target or entry != exit:
                            ends = (a, b, source, target, exit, entry)
                            openings.append((*ends, extra + manner, direct, shared, (exit in "TB") != (entry in "TB")))
        return openings

    def _price(self, route: Route) -> float:
        """What a route costs by itself."""
        onward = self.nodes[route.source].row < self.nodes[route.target].row
        shared = SPREAD_EXIT if self.out[route.source].get(route.exit) else 0.0
        return _length_cost(route.corners) + shared + _manner(onward, route.entry)

    # ---- occupation --------------------------------------------------------------------------------------------

    def _occupy(self, route: Route) -> None:
        self.horizontal += route.horizontal
        self.vertical += route.vertical
        self._count(route, 1)

    def _free(self, number: int, route: Route) -> None:
        self.horizontal = [leg for leg in self.horizontal if leg[4] != number]
        self.vertical = [leg for leg in self.vertical if leg[4] != number]
        self._count(route, -1)

    def _count(self, route: Route, by: int) -> None:
        out, into = self.out[route.source], self.into[route.target]
        out[route.exit] = out.get(route.exit, 0) + by
        into[route.entry] = into.get(route.entry, 0) + by

    def _crossings(self, route: Route) -> float | None:
        """Crossings with the lines that are laid; None where the way is barred."""
        a, b = self.nodes[route.source], self.nodes[route.target]
        for leg in route.horizontal:
            if leg[0] % 3 == 1:
                ends = _ends_in(leg, (a.row, a.lane), (b.row, b.lane))
                if self._is_barred(leg, self.by_row[leg[0] // 3], self.horizontal, ends, route):
                    return None
        for leg in route.vertical:
            if leg[0] % 3 == 1:
                ends = _ends_in(leg, (a.lane, a.row), (b.lane, b.row))
                if self._is_barred(leg, self.by_lane[leg[0] // 3], self.vertical, ends, route):
                    return None
        return self._count_crossings(route)

    def _count_crossings(self, route: Route) -> float:
        return _crossings(route.horizontal, self.vertical) + _crossings(route.vertical, self.horizontal)

    def _is_barred(self, leg: Leg, taken: list[int], legs: list[Leg], ends: tuple[int, ...], route: Route) -> bool:
        """Whether a symbol, or a line to elsewhere, stands in this stretch of a centre channel."""
        channel, low, high, target, _ = leg
        for place in taken:
            if 3 * place + 2 >= low and 3 * place <= high and place not in ends:
                return True
        return any(
            other[0] == channel
            and other[1] <= high
            and other[2] >= low
            and other[3] != target
            and not self._is_sibling(other, route)
            for other in legs
        )

    def _is_sibling(self, other: Leg, route: Route) -> bool:
        """Whether `other` is the first leg of a line that leaves the same side, a little beside this one."""
        sister = self.routes.get(other[4])
        if sister is None or (sister.source, sister.exit) != (route.source, route.exit):
            return False
        return any(other == legs[0] for legs in (sister.horizontal, sister.vertical) if legs)


def _ends_in(leg: Leg, *cells: tuple[int, int]) -> tuple[int, ...]:
    """Places along the leg's channel where it begins or ends at a symbol of its own (channel, place)."""
    return tuple(
        place
        for channel, place in cells
        if channel == leg[0] // 3 and (leg[1] == 3 * place + 1 + OUTLINE or leg[2] == 3 * place + 1 - OUTLINE)
    )


def _ideas(openings: list[Opening], bends: int, most: float) -> list[Idea]:
    """Ways with so many bends that cost less than `most`, the cheapest first."""
    found: list[Idea] = []
    is_odd = bool(bends % 2)
    for a, b, source, target, exit, entry, extra, direct, shared, turns in openings:
        if turns is is_odd and BEND * bends + direct + extra < most:
            found += [
                (_length_cost(corners) + extra, source, target, exit, entry, corners)
                for corners in _ways(a, b, exit, entry, bends)
                if not shared or turns_at_once(corners)
            ]
    if len(found) > 1:
        found.sort(key=_cost_of)
    return found


def _legs(corners: tuple[Corner, ...], target: int, number: int) -> tuple[list[Leg], list[Leg]]:
    """Horizontal and vertical legs of a route."""
    horizontal: list[Leg] = []
    vertical: list[Leg] = []
    last = len(corners) - 2
    for leg, ((x0, y0), (x1, y1)) in enumerate(pairwise(corners)):
        is_level = y0 == y1
        low, high = (x0, x1) if is_level else (y0, y1)
        start, end = (OUTLINE if leg == 0 else 0), (OUTLINE if leg == last else 0)
        span = (low + start, high - end) if low < high else (high + end, low - start)
        (horizontal if is_level else vertical).append((y0 if is_level else x0, *span, target, number))
    return horizontal, vertical


def _cost_of(idea: Idea) -> float:
    return idea[0]


def _length_cost(corners: tuple[Corner, ...]) -> float:
    """Bends and length."""
    cost = BEND * (len(corners) - 2)
    x0, y0 = corners[0]
    for x1, y1 in corners:
        cost += abs(x1 - x0) * PER_LANE + abs(y1 - y0) * PER_ROW
        x0, y0 = x1, y1
    return cost


def _manner(onward: bool, entry: str) -> float:
    """Ways onward enter from above, ways back from the side."""
    if entry == "B":
        return BOTTOM_ARRIVAL
    if onward:
        return SIDE_ARRIVAL if entry in "LR" else 0.0
    return TOP_OF_RETURN if entry == "T" else 0.0


def _crossings(legs: list[Leg], others: list[Leg]) -> float:
    """Crossings of `legs` with perpendicular `others`; lines to the same symbol may meet."""
    crossings = 0.0
    for channel, low, high, target, _ in legs:
        for other, first, last, elsewhere, _ in others:
            if low <= other <= high and first <= channel <= last and elsewhere != target:
                if low < other < high and first < channel < last:
                    crossings += 1
                elif other % 3 != 1 or channel % 3 != 1:
                    crossings += UNSURE_CROSSING
    return crossings


def turns_at_once(corners: tuple[Corner, ...]) -> bool:
    """Whether the line has a bend and its first leg ends in the cell of its symbol."""
    (x0, y0), (x1, y1) = corners[:2]
    return len(corners) > 2 and x0 // 3 == x1 // 3 and y0 // 3 == y1 // 3


def _ways(a: Node, b: Node, exit: str, entry: str, bends: int) -> list[tuple[Corner, ...]]:
    """Corner lists with so many bends from side `exit` of `a` to side `entry` of `b`."""
    start, end = (3 * a.lane + 1, 3 * a.row + 1), (3 * b.lane + 1, 3 * b.row + 1)
    if bends == 0:
        return [(start, end)] if _faces(start, end, exit, entry) else []
    if bends == 1:
        corner = (start[0], end[1]) if exit in "TB" else (end[0], start[1])
        turns = _is_towards(start, corner, exit) and _is_towards(end, corner, entry)
        return [(start, corner, end)] if turns else []
    if bends == 2:
        return _two_bends(a, b, start, end, exit, entry)
    if bends == 3:
        return _three_bends(a, b, start, end, exit, entry)
    return _four_bends(a, b, start, end, exit, entry)


def _is_towards(start: Corner, corner: Corner, side: str) -> bool:
    """Whether `corner` lies straight out of `side`."""
    dx, dy = _AWAY[side]
    return (corner[0] - start[0]) * dx + (corner[1] - start[1]) * dy > 0


def _faces(start: Corner, end: Corner, exit: str, entry: str) -> bool:
    aligned = start[0] == end[0] if exit in "TB" else start[1] == end[1]
    return aligned and _is_towards(start, end, exit) and _is_towards(end, start, entry)


def _gap(node: Node, side: str) -> int:
    """The horizontal channel above or below a symbol."""
    return 3 * node.row + (0 if side == "T" else 2)


def _gutters(a: Node, b: Node) -> set[int]:
    return {3 * a.lane, 3 * a.lane + 2, 3 * b.lane, 3 * b.lane + 2}


def _two_bends(a: Node, b: Node, start: Corner, end: Corner, exit: str, entry: str) -> list[tuple[Corner, ...]]:
    """Out, along a gap or gutter, and in."""
    if exit in "TB":
        if start[0] == end[0]:
            return []
        gaps = {_gap(a, exit), _gap(b, entry)}
        return [
            (start, (start[0], y), (end[0], y), end)
            for y in sorted(gaps)
            if _is_towards(start, (start[0], y), exit) and _is_towards(end, (end[0], y), entry)
        ]
    if start[1] == end[1]:
        return []
    return [
        (start, (x, start[1]), (x, end[1]), end)
        for x in sorted(_gutters(a, b))
        if _is_towards(start, (x, start[1]), exit) and _is_towards(end, (x, end[1]), entry)
    ]


def _three_bends(a: Node, b: Node, start: Corner, end: Corner, exit: str, entry: str) -> list[tuple[Corner, ...]]:
    """Out of a side and in from above or below, or the other way round, by way of a gutter and a gap."""
    if exit in "LR":
        y = _gap(b, entry)
        return [
            (start, (x, start[1]), (x, y), (end[0], y), end)
            for x in sorted(_gutters(a, b))
            if _is_towards(start, (x, start[1]), exit)
        ]
    y = _gap(a, exit)
    return [
        (start, (start[0], y), (x, y), (x, end[1]), end)
        for x in sorted(_gutters(a, b))
        if _is_towards(end, (x, end[1]), entry)
    ]


def _four_bends(a: Node, b: Node, start: Corner, end: Corner, exit: str, entry: str) -> list[tuple[Corner, ...]]:
    """The way that is always free: gap, gutter, gap; and from side to side over or under what is between."""
    if exit in "TB":
        first, last = _gap(a, exit), _gap(b, entry)
        if first == last:
            return []
        return [(start, (start[0], first), (x, first), (x, last), (end[0], last), end) for x in sorted(_gutters(a, b))]
    left = 3 * a.lane + (2 if exit == "R" else 0)
    right = 3 * b.lane + (2 if entry == "R" else 0)
    if left == right:
        return []
    gaps = {_gap(b, "T"), _gap(b, "B"), _gap(a, "T"), _gap(a, "B")}
    return [(start, (left, start[1]), (left, y), (right, y), (right, end[1]), end) for y in sorted(gaps)]
