"""Lines of one page become links between its symbols: by what they are glued to, else by where they end.

Lines that meet end to end are one; a line that ends on another joins it, one that begins there leaves it. What a
way may do is said by the heads of its arrows: it is followed from symbol to symbol and never against a head.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import hypot

from sopan.drawn import Line, Symbol
from sopan.drawn.page import Point
from sopan.readers.assembly.body import CONNECTORS
from sopan.readers.assembly.geometry import extent, length, to_box, to_line
from sopan.readers.assembly.ways import Link, Node, Piece, links

NEAR = 0.8
"""Millimetres between the end of a line and its symbol, as exact drawings have them."""
JOINED = 0.6
"""Between two lines that meet."""
FAR = 1.5
"""Between two lines that meet, in drawings by hand."""
REACH = 2.5
"""Between the end of a line and its symbol, in drawings by hand; of large symbols a third of their smaller side."""
FARTHEST = 5.0
_AHEAD = (2.5, 5.0, 7.5, 10.0)
"""How far ahead of its end a line is taken to point at a symbol."""
_SQUARE = 20.0

Reach = Callable[[Symbol], float]
"""How far from a symbol a line may end."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a line leaves the table over the edge of the page, to go on at the same place of another."""

    key: str
    is_below: bool
    x: float


@dataclass(frozen=True, slots=True)
class Linked:
    """What the lines of a page say."""

    links: tuple[Link, ...]
    cuts: tuple[Cut, ...]
    loose: tuple[Line, ...]
    """Lines with an arrow head that could not be followed from a symbol to a symbol."""


def linked(symbols: Sequence[Symbol], lines: Sequence[Line], top: float, bottom: float) -> Linked:
    """Links between the symbols of a page, whose table lies between two heights."""
    return _Net(symbols, lines, top, bottom).linked()


class _Net:
    def __init__(self, symbols: Sequence[Symbol], lines: Sequence[Line], top: float, bottom: float) -> None:
        self.symbols = {symbol.key: symbol for symbol in symbols}
        self.lines = [line for line in lines if len(line.points) > 1]
        self.nearby = _by_square(self.symbols.values())
        self.extents = [extent(line.points) for line in self.lines]
        self.top, self.bottom = top, bottom
        self.cuts: dict[str, Cut] = {}
        self.ends: dict[tuple[int, int], Node] = {}
        """(number of the line, 0 or -1) → what that end is at."""
        self.far: set[tuple[int, int]] = set()
        """Ends that lead to the nearest symbol for want of anything better."""
        self.stops: dict[int, list[tuple[float, Node]]] = defaultdict(list)
        """Places along a line where others meet it."""

    def linked(self) -> Linked:
        self._attach()
        self._meet()
        pieces = [piece for number in range(len(self.lines)) for piece in self._pieces(number)]
        found = links(pieces)
        arrivals = [link.points[-1] for link in found]
        used = frozenset(number for link in found for number in link.lines)
        loose = [
            line
            for number, line in enumerate(self.lines)
            if number not in used and any(not _is_near(tip, arrivals) for tip in _tips(line))
        ]
        return Linked(tuple(found), tuple(self.cuts.values()), tuple(loose))

    # ---- what the ends are at ----------------------------------------------------------------------------------

    def _attach(self) -> None:
        """Ends that are glued to a symbol, or touch one."""
        for number, line in enumerate(self.lines):
            for end, key in ((0, line.start), (-1, line.end)):
                if key in self.symbols:
                    self.ends[number, end] = ("symbol", str(key))
                else:
                    near = self._nearest(line.points[end], lambda symbol: NEAR)
                    if near is not None:
                        self.ends[number, end] = ("symbol", near.key)

    def _meet(self) -> None:
        """The other ends: at another line, at the edge of the page, at a symbol a little away, or nowhere."""
        open_ends = [(n, end) for n in range(len(self.lines)) for end in (0, -1) if (n, end) not in self.ends]
        groups = _meetings([self.lines[n].points[end] for n, end in open_ends])
        sizes = Counter(groups)
        heads: dict[int, set[bool]] = defaultdict(set)
        for (number, end), group in zip(open_ends, groups, strict=True):
            heads[group].add(_is_tip(self.lines[number], end))
        for (number, end), group in zip(open_ends, groups, strict=True):
            near = self._nearest(self.lines[number].points[end], _reach)
            if near is not None and (heads[group] == {True} or near.form in CONNECTORS):
                self.ends[number, end] = ("symbol", near.key)
            elif sizes[group] > 1 or self._joins(number, end, ("meeting", str(group)), JOINED):
                self.ends[number, end] = ("meeting", str(group))
            else:
                self.ends[number, end] = self._at_edge(number, end) or self._far(number, end, ("meeting", str(group)))

    def _joins(self, number: int, end: int, node: Node, reach: float) -> bool:
        """Whether an end lies on other lines; they get a stop there. Where those lines end does not count."""
        found = False
        point = self.lines[number].points[end]
        for other, line in enumerate(self.lines):
            if other == number or not self.extents[other].holds(point, reach):
                continue
            distance, along = to_line(point, line.points)
            if distance <= reach and reach < along < length(line.points) - reach:
                self.stops[other].append((along, node))
                found = True
        return found

    def _at_edge(self, number: int, end: int) -> Node | None:
        x, y = self.lines[number].points[end]
        before = self.lines[number].points[1 if end == 0 else -2]
        if abs(before[0] - x) > NEAR:
            return None
        is_below = y >= self.bottom - NEAR and y > before[1]
        if not is_below and not (y <= self.top + NEAR and y < before[1]):
            return None
        key = f"{'below' if is_below else 'above'} {x:.1f} {number}"
        self.cuts[key] = Cut(key, is_below, x)
        return "cut", key

    def _far(self, number: int, end: int, meeting: Node) -> Node:
        """A symbol not quite reached, or a line; the nearest one, else the symbol that the line points at."""
        points = self.lines[number].points
        x, y = points[end]
        near = self._nearest((x, y), _reach)
        to_symbol = to_box((x, y), near.box) if near is not None else FAR
        if self._joins(number, end, meeting, min(to_symbol, FAR)):
            return meeting
        near = near or self._ahead((x, y), points[1 if end == 0 else -2])
        if near is None:
            near = self._nearest((x, y), lambda symbol: FARTHEST)
            self.far.add((number, end))
        return ("symbol", near.key) if near is not None else ("loose", f"{number} {end}")

    def _ahead(self, point: Point, before: Point) -> Symbol | None:
        """The symbol that the last leg of a line points at."""
        x, y = point
        leg = hypot(x - before[0], y - before[1]) or 1.0
        for far in _AHEAD:
            ahead = x + (x - before[0]) / leg * far, y + (y - before[1]) / leg * far
            found = self._nearest(ahead, lambda symbol: JOINED)
            if found is not None:
                return found
        return None

    def _nearest(self, point: Point, reach: Reach) -> Symbol | None:
        best: tuple[float, float, Symbol] | None = None
        for symbol in self.nearby.get((_square(point[0]), _square(point[1])), ()):
            distance = to_box(point, symbol.box)
            if distance <= reach(symbol):
                centre = symbol.box.centre
                away = hypot(point[0] - centre[0], point[1] - centre[1])
                if best is None or (distance, away) < best[:2]:
                    best = distance, away, symbol
        return best[2] if best else None

    # ---- pieces ------------------------------------------------------------------------------------------------

    def _pieces(self, number: int) -> Iterator[Piece]:
        line = self.lines[number]
        whole = length(line.points)
        stops = [(0.0, self.ends[number, 0]), *sorted(self.stops[number]), (whole, self.ends[number, -1])]
        for (start, a), (end, b) in pairwise(stops):
            if a != b or (len(stops) == 2 and _is_loop(line)):
                yield Piece(
                    a,
                    b,
                    line.points if len(stops) == 2 else _between(line.points, start, end),
                    forward=line.arrow_at_end or not line.arrow_at_start,
                    backward=line.arrow_at_start or not line.arrow_at_end,
                    is_headed=line.arrow_at_start or line.arrow_at_end,
                    is_glued=line.start in self.symbols and line.end in self.symbols,
                    is_far=(number, 0) in self.far or (number, -1) in self.far,
                    line=number,
                    text=line.text,
                )


def _tips(line: Line) -> Iterator[Point]:
    if line.arrow_at_start:
        yield line.points[0]
    if line.arrow_at_end:
        yield line.points[-1]


def _by_square(symbols: Iterable[Symbol]) -> dict[tuple[int, int], list[Symbol]]:
    """The page in squares → the symbols that lie in each, or no farther than `FARTHEST` from it."""
    found: dict[tuple[int, int], list[Symbol]] = defaultdict(list)
    for symbol in symbols:
        box = symbol.box
        for column in range(_square(box.left - FARTHEST), _square(box.right + FARTHEST) + 1):
            for row in range(_square(box.top - FARTHEST), _square(box.bottom + FARTHEST) + 1):
                found[column, row].append(symbol)
    return found


def _square(place: float) -> int:
    return int(place // _SQUARE)


def _is_near(tip: Point, arrivals: Sequence[Point]) -> bool:
    """Whether a way arrives at the head of an arrow; lines drawn twice do not meet exactly."""
    return any(hypot(tip[0] - x, tip[1] - y) <= REACH for x, y in arrivals)


def _is_tip(line: Line, end: int) -> bool:
    return line.arrow_at_start if end == 0 else line.arrow_at_end


def _reach(symbol: Symbol) -> float:
    return min(max(REACH, min(symbol.box.width, symbol.box.height) / 3), FARTHEST)


def _is_loop(line: Line) -> bool:
    return len(line.points) > 3 and (line.arrow_at_end or line.arrow_at_start)


def _meetings(points: Sequence[Point]) -> list[int]:
    """For each place the number of its group; places nearer than `JOINED` are one group."""
    above = list(range(len(points)))

    def root(number: int) -> int:
        while above[number] != number:
            above[number] = above[above[number]]
            number = above[number]
        return number

    order = sorted(above, key=lambda number: points[number])
    for at, first in enumerate(order):
        for second in order[at + 1 :]:
            if points[second][0] - points[first][0] > JOINED:
                break
            if hypot(points[second][0] - points[first][0], points[second][1] - points[first][1]) <= JOINED:
                above[root(second)] = root(first)
    return [root(number) for number in range(len(points))]


def _between(points: Sequence[Point], start: float, end: float) -> tuple[Point, ...]:
    """The part of a line between two distances from its beginning."""
    part: list[Point] = []
    travelled = 0.0
    for a, b in pairwise(points):
        leg = hypot(b[0] - a[0], b[1] - a[1]) or 1e-9
        from_a, to_b = max(start - travelled, 0.0), min(end - travelled, leg)
        if from_a < to_b + 1e-6:
            part += [(a[0] + (b[0] - a[0]) * at / leg, a[1] + (b[1] - a[1]) * at / leg) for at in (from_a, to_b)]
        travelled += leg
    return tuple(point for at, point in enumerate(part) if not at or point != part[at - 1])
