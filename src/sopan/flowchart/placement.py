"""From channels and room to millimetres: where symbols stand and lines run on one page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sopan.domain.procedure import Edge
from sopan.flowchart.diagram import Arrow, ArrowKind, Point, Shape, ShapeKind
from sopan.flowchart.extents import Extents
from sopan.flowchart.grid import Grid
from sopan.flowchart.labels import place_label
from sopan.flowchart.measures import Density
from sopan.flowchart.routing import Route
from sopan.flowchart.tracks import Channels


@dataclass(frozen=True, slots=True)
class Axis:
    """Lanes from left to right, or rows from top to bottom: where each begins, how wide it is, its centre line."""

    starts: tuple[float, ...]
    sizes: tuple[float, ...]
    centres: tuple[float, ...]

    def room(self, index: int, *, is_after: bool) -> float:
        """From the centre line to the border before or after it."""
        before = self.centres[index] - self.starts[index]
        return self.sizes[index] - before if is_after else before


def axis(start: float, sizes: Sequence[float], before: Sequence[float], after: Sequence[float]) -> Axis:
    """Cells one after the other from `start`; a centre line is in the middle where the room on both sides allows."""
    starts: list[float] = []
    centres: list[float] = []
    for size, least, rest in zip(sizes, before, after, strict=True):
        starts.append(start)
        centres.append(start + min(max(size / 2, least), max(size - rest, least)))
        start += size
    return Axis(tuple(starts), tuple(sizes), tuple(centres))


@dataclass(frozen=True, slots=True)
class RoutedPage:
    """A page whose lines know their channels and tracks."""

    grid: Grid
    routes: list[Route]
    channels: Channels


class Placement:
    """Draws one routed page onto its axes."""

    def __init__(self, page: RoutedPage, extents: Extents, density: Density, lanes: Axis, rows: Axis) -> None:
        self.page = page
        self.extents = extents
        self.density = density
        self.lanes = lanes
        self.rows = rows

    def shapes(self, names: Sequence[str], marks: Mapping[Edge, str]) -> tuple[Shape, ...]:
        """The symbols, in reading order."""
        return tuple(self._shape(index, names, marks) for index in range(len(self.page.grid.nodes)))

    def _shape(self, index: int, names: Sequence[str], marks: Mapping[Edge, str]) -> Shape:
        node = self.page.grid.nodes[index]
        width, height = self.extents.widths[index], self.extents.heights[index]
        return Shape(
            id=node.id,
            kind=node.kind,
            step=node.step,
            pelaksana=names[node.lane],
            x=self.lanes.centres[node.lane] - width / 2,
            y=self.rows.centres[node.row] - height / 2,
            width=width,
            height=height,
            text=marks[node.edge] if node.edge else "",
        )

    def arrows(self, shapes: Sequence[Shape]) -> tuple[Arrow, ...]:
        """Joints first, then the flows in the order of the links."""
        joints = [self._joint(shapes[left], shapes[right]) for left, right in self.page.grid.joints]
        return (*joints, *(self._arrow(number, shapes) for number in range(len(self.page.routes))))

    def _joint(self, left: Shape, right: Shape) -> Arrow:
        y = left.y + left.height / 2
        points = ((left.x + left.width, y), (right.x, y))
        return Arrow(source=left.id, target=right.id, points=points, kind=ArrowKind.JOINT)

    def _arrow(self, number: int, shapes: Sequence[Shape]) -> Arrow:
        route = self.page.routes[number]
        source, target = shapes[route.source], shapes[route.target]
        offset = self.extents.offsets.get(number, 0.0)
        points = self._points(number, _side(source, route.exit, offset), _side(target, route.entry, 0.0))
        box = self.extents.labels.get(number)
        label = place_label(box, source, points[0], route.exit, offset) if box else None
        return Arrow(source=source.id, target=target.id, points=points, edge=route.link.edge, label=label)

    def _points(self, number: int, start: Point, end: Point) -> tuple[Point, ...]:
        """Corners in millimetres: each leg gives one coordinate to both of its ends."""
        corners = self.page.routes[number].corners
        last = len(corners) - 2
        points = [start]
        for leg in range(last):
            here, then = (self._line(number, n, corners, start, end) for n in (leg, leg + 1))
            points.append((here, then) if corners[leg][0] == corners[leg + 1][0] else (then, here))
        return (*points, end)

    def _line(self, number: int, leg: int, corners: Sequence[tuple[int, int]], start: Point, end: Point) -> float:
        """The coordinate that a leg keeps: x of a vertical one, y of a horizontal one."""
        (x0, y0), (x1, _) = corners[leg : leg + 2]
        is_vertical = x0 == x1
        if leg == 0:
            return start[0] if is_vertical else start[1]
        if leg == len(corners) - 2:
            return end[0] if is_vertical else end[1]
        level = self.page.channels.level(number, leg, is_vertical=is_vertical)
        channel = x0 if is_vertical else y0
        index, is_after = channel // 3, channel % 3 == 2
        if is_vertical:
            cells, side = self.lanes, (self.extents.right if is_after else self.extents.left)[index]
        else:
            cells, side = self.rows, (self.extents.down if is_after else self.extents.up)[index]
        distance = side.track(level, self.density, cells.room(index, is_after=is_after))
        return cells.centres[index] + distance if is_after else cells.centres[index] - distance


def _side(shape: Shape, side: str, offset: float) -> Point:
    """The middle of a side, or a point `offset` beside it on the outline."""
    x, y = shape.x + shape.width / 2, shape.y + shape.height / 2
    if side in "LR":
        return (shape.x + shape.width if side == "R" else shape.x), y
    half = shape.height / 2
    if shape.kind is ShapeKind.DECISION:
        half *= 1 - abs(offset) / (shape.width / 2)
    return x + offset, (y + half if side == "B" else y - half)
