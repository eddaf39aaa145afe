"""Line art of a page as SVG path data, in millimetres: what every picture of a diagram has in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import copysign

from sopan.flowchart.diagram import Arrow, ArrowKind, Page, Point, Shape, ShapeKind, Sheet

TABLE_STROKE = 0.25
"""Lines of the table, thinner than the flow that runs over them."""
SYMBOL_STROKE = 0.3
FLOW_STROKE = 0.3
HEAD_LENGTH = 2.2
"""Long enough to be seen after photocopying."""
HEAD_WIDTH = 1.8
SHOULDER = 0.65
"""Height at which an off-page connector begins to narrow, as a share of its box."""

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


def _merged(segments: Iterable[Segment]) -> Iterator[Segment]:
    """The same ink with as few segments as possible; a hundredth of a millimetre is the same place."""
    rows: defaultdict[float, list[tuple[float, float]]] = defaultdict(list)
    for place, start, end in segments:
        rows[round(place, 2)].append((start, end))
    for place in sorted(rows):
        first, reach = None, 0.0
        for start, end in sorted(rows[place]):
            if first is None or start > reach + 0.01:
                if first is not None:
                    yield place, first, reach
                first, reach = start, end
            reach = max(reach, end)
        if first is not None:
            yield place, first, reach


def outline(shape: Shape, *, x: float, y: float) -> str:
    """Closed outline of a symbol whose box has its top left corner at `x`, `y`."""
    width, height = shape.width, shape.height
    match shape.kind:
        case ShapeKind.TERMINATOR:
            return _stadium(x, y, width, height)
        case ShapeKind.DECISION:
            corners = [(0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)]
        case ShapeKind.CONNECTOR:
            corners = [(0.0, 0.0), (1.0, 0.0), (1.0, SHOULDER), (0.5, 1.0), (0.0, SHOULDER)]
        case ShapeKind.PROCESS:
            corners = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    return polyline([(x + across * width, y + down * height) for across, down in corners]) + "Z"


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
    flow = "".join(map(line, page.arrows))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(sheet.width)}mm" height="{_n(sheet.height)}mm"'
        f' viewBox="0 0 {_n(sheet.width)} {_n(sheet.height)}">'
        f'<path d="{table_lines(page)}" fill="none" stroke="#000" stroke-width="{TABLE_STROKE}" stroke-linecap="square"/>'
        f'<path d="{flow}" fill="none" stroke="#000" stroke-width="{FLOW_STROKE}"/>'
        f'<path d="{"".join(map(head, page.arrows))}"/></svg>'
    )


def symbol_art(shape: Shape) -> tuple[float, str]:
    """A symbol as a picture of its own, filled white, and how far its stroke reaches beyond its box."""
    margin = SYMBOL_STROKE
    width, height = shape.width + 2 * margin, shape.height + 2 * margin
    return margin, (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}mm" height="{_n(height)}mm"'
        f' viewBox="0 0 {_n(width)} {_n(height)}"><path d="{outline(shape, x=margin, y=margin)}"'
        f' fill="#fff" stroke="#000" stroke-width="{SYMBOL_STROKE}"/></svg>'
    )
