"""Line art of a page as SVG path data, in millimetres: what every picture of a diagram has in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import copysign

from sopan.flowchart.diagram import Arrow, ArrowKind, Page, Point, Shape, ShapeKind, Sheet
from sopan.writers.landmarks import SAME, Landmarks

TABLE_STROKE = 0.25
"""Lines of the table, thinner than the flow that runs over them."""
SYMBOL_STROKE = 0.3
FLOW_STROKE = 0.3
HEAD_LENGTH = 2.2
"""Long enough to be seen after photocopying."""
HEAD_WIDTH = 1.8
SHOULDER = 0.65
"""Height at which an off-page connector begins to narrow, as a share of its box."""

CORNERS: Mapping[ShapeKind, Sequence[Point]] = {
    ShapeKind.PROCESS: ((0, 0), (1, 0), (1, 1), (0, 1)),
    ShapeKind.DECISION: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
    ShapeKind.CONNECTOR: ((0, 0), (1, 0), (1, SHOULDER), (0.5, 1), (0, SHOULDER)),
}
"""Of symbols with straight sides, as shares of their box."""
Segment = tuple[float, float, float]
"""Where a line lies across its direction, and from where to where it runs along it."""


def table_lines(page: Page) -> str:
    """Borders of all cells as one path; borders that neighbours share are drawn once."""
    across: list[Segment] = []
    down: list[Segment] = []
    for cell in page.cells:
        if cell.border:
            right, bottom = cell.x + cell.width, cell.y + cell.height
            across += [(cell.y, cell.x, right), (bottom, cell.x, right)]
            down += [(cell.x, cell.y, bottom), (right, cell.y, bottom)]
    lines = [f"M{_n(start)} {_n(y)}H{_n(end)}" for y, start, end in _merged(across)]
    lines += [f"M{_n(x)} {_n(start)}V{_n(end)}" for x, start, end in _merged(down)]
    return "".join(lines)


def _merged(segments: Sequence[Segment]) -> Iterator[Segment]:
    """The same ink with as few segments as possible."""
    landmarks = Landmarks(place for place, _, _ in segments)
    rows: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for place, start, end in segments:
        rows[landmarks.index(place)].append((start, end))
    for row, place in enumerate(landmarks.places):
        for start, end in _joined(sorted(rows[row])):
            yield place, start, end


def _joined(spans: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Spans in order, those that touch made one."""
    reached: tuple[float, float] | None = None
    for start, end in spans:
        if reached is not None and start <= reached[1] + SAME:
            reached = reached[0], max(reached[1], end)
            continue
        if reached is not None:
            yield reached
        reached = start, end
    if reached is not None:
        yield reached


def outline(shape: Shape, *, x: float, y: float) -> str:
    """Closed outline of a symbol whose box has its top left corner at `x`, `y`."""
    if shape.kind is ShapeKind.TERMINATOR:
        return _stadium(x, y, shape.width, shape.height)
    return polyline([(x + across * shape.width, y + down * shape.height) for across, down in CORNERS[shape.kind]]) + "Z"


def _stadium(x: float, y: float, width: float, height: float) -> str:
    radius = min(width, height) / 2
    turn = f"A{_n(radius)} {_n(radius)} 0 0 1"
    if width >= height:
        left, right, bottom = x + radius, x + width - radius, y + height
        return f"M{_n(left)} {_n(y)}H{_n(right)}{turn} {_n(right)} {_n(bottom)}H{_n(left)}{turn} {_n(left)} {_n(y)}Z"
    top, bottom, right = y + radius, y + height - radius, x + width
    return f"M{_n(x)} {_n(top)}{turn} {_n(right)} {_n(top)}V{_n(bottom)}{turn} {_n(x)} {_n(bottom)}Z"


def line(arrow: Arrow) -> str:
    """The line of an arrow, ending inside its head so that the tip stays sharp."""
    points = list(arrow.points)
    if arrow.kind is ArrowKind.FLOW and len(points) > 1:
        points[-1] = _behind(points[-2], points[-1], HEAD_LENGTH / 2)
    return polyline(points)


def head(arrow: Arrow) -> str:
    """The filled triangle at the end of a flow; a joint has none."""
    if arrow.kind is not ArrowKind.FLOW or len(arrow.points) < 2:
        return ""
    before, tip = arrow.points[-2:]
    x, y = _behind(before, tip, HEAD_LENGTH)
    half = HEAD_WIDTH / 2
    upright = abs(tip[0] - before[0]) < abs(tip[1] - before[1])
    wings = [(x - half, y), (x + half, y)] if upright else [(x, y - half), (x, y + half)]
    return polyline([tip, *wings]) + "Z"


def _behind(before: Point, tip: Point, distance: float) -> Point:
    """The point `distance` before the tip on the last leg."""
    dx, dy = tip[0] - before[0], tip[1] - before[1]
    if abs(dx) < abs(dy):
        return tip[0], tip[1] - copysign(distance, dy)
    return tip[0] - copysign(distance, dx), tip[1]


def polyline(points: Iterable[Point]) -> str:
    """Straight lines through the points as path data, with the short commands where a leg is level or upright."""
    corners = [(_n(x), _n(y)) for x, y in points]
    commands = [f"M{corners[0][0]} {corners[0][1]}"]
    for (x0, y0), (x, y) in pairwise(corners):
        commands.append(f"H{x}" if y == y0 else f"V{y}" if x == x0 else f"L{x} {y}")
    return "".join(commands)


def _n(value: float) -> str:
    """A thousandth of a millimetre is finer than any printer."""
    return f"{value:.6g}"


def page_art(page: Page, sheet: Sheet) -> str:
    """Table lines, flow lines and arrow heads of a page as a picture of its own, black on nothing."""
    table = f'<path d="{table_lines(page)}" stroke-width="{TABLE_STROKE}" stroke-linecap="square"/>'
    flow = f'<path d="{"".join(map(line, page.arrows))}" stroke-width="{FLOW_STROKE}"/>'
    heads = f'<path d="{"".join(map(head, page.arrows))}"/>'
    return _picture(sheet.width, sheet.height, f'<g fill="none" stroke="#000">{table}{flow}</g>{heads}')


def symbol_art(shape: Shape) -> tuple[float, str]:
    """A symbol as a picture of its own, filled white, and how far the picture reaches beyond the box."""
    margin = SYMBOL_STROKE
    path = outline(shape, x=margin, y=margin)
    body = f'<path d="{path}" fill="#fff" stroke="#000" stroke-width="{SYMBOL_STROKE}"/>'
    return margin, _picture(shape.width + 2 * margin, shape.height + 2 * margin, body)


def _picture(width: float, height: float, body: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}mm" height="{_n(height)}mm"'
        f' viewBox="0 0 {_n(width)} {_n(height)}">{body}</svg>'
    )
