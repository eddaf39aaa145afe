"""What is wrong with a picture, and how good it is: the invariants as a check, and the numbers we refuse to worsen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from sopan.flowchart.diagram import ArrowKind, Diagram, Label, Page, Point, Shape, ShapeKind

SAME = 0.05
"""Millimetres: closer than this is the same place."""
APART = 0.3
"""Millimetres: parallel lines nearer than this cannot be told apart in print."""
SHORTEST_LEG = 0.4
LAST_LEG = 3.0
MOST_BENDS = 4

Segment = tuple[Point, Point]


@dataclass(frozen=True, slots=True)
class Quality:
    """Totals over all pages."""

    crossings: int
    bends: int
    length: float
    """Of all lines, millimetres."""


def measure(diagram: Diagram) -> Quality:
    """Crossings, bends and length of all lines."""
    crossings = bends = 0
    length = 0.0
    for page in diagram.pages:
        bends += sum(len(arrow.points) - 2 for arrow in page.arrows)
        segments = [(arrow, segment) for arrow in page.arrows for segment in pairwise(arrow.points)]
        length += sum(abs(p[0] - q[0]) + abs(p[1] - q[1]) for _, (p, q) in segments)
        crossings += sum(1 for (a, s), (b, t) in combinations(segments, 2) if a is not b and _crosses(s, t))
    return Quality(crossings, bends, round(length, 1))


def faults(page: Page) -> list[str]:
    """Every breach of an invariant on a page, in English, for developers; empty for a page as it should be."""
    return [
        *_symbol_faults(page),
        *_line_faults(page),
        *_overlaps(page),
        *_label_faults(page),
    ]


def _symbol_faults(page: Page) -> Iterator[str]:
    lanes = {lane.pelaksana: lane for lane in page.lanes}
    rows = {row.step: row for row in page.rows}
    for a, b in combinations(page.shapes, 2):
        if _boxes_overlap(_box(a), _box(b)):
            yield f"symbols {a.id} and {b.id} overlap"
    for shape in page.shapes:
        lane = lanes[shape.pelaksana]
        x0, y0, x1, y1 = _box(shape)
        if x0 <= lane.x + SAME or x1 >= lane.x + lane.width - SAME:
            yield f"symbol {shape.id} leaves its lane"
        if y1 > page.area_y + page.area_height or y0 < page.area_y:
            yield f"symbol {shape.id} leaves the area"
        row = rows.get(shape.step or "")
        if row is not None and (y0 <= row.y + SAME or y1 >= row.y + row.height - SAME):
            yield f"symbol {shape.id} leaves its row"


def _line_faults(page: Page) -> Iterator[str]:
    shapes = {shape.id: shape for shape in page.shapes}
    left = min((lane.x for lane in page.lanes), default=0.0)
    right = max((lane.x + lane.width for lane in page.lanes), default=0.0)
    columns = [lane.x for lane in page.lanes] + [right]
    borders = [edge for row in page.rows for edge in (row.y, row.y + row.height)]
    for arrow in page.arrows:
        name = f"{arrow.source}→{arrow.target}"
        legs = list(pairwise(arrow.points))
        if len(legs) > MOST_BENDS + 1:
            yield f"{name} has {len(legs) - 1} bends"
        lengths = [abs(p[0] - q[0]) + abs(p[1] - q[1]) for p, q in legs]
        if min(lengths) < SHORTEST_LEG - 1e-6:
            yield f"{name} has a leg of {min(lengths):.2f} mm"
        if arrow.kind is ArrowKind.FLOW and lengths[-1] < LAST_LEG - 1e-6:
            yield f"{name} arrives with a leg of {lengths[-1]:.2f} mm"
        for point, end in ((arrow.points[0], shapes[arrow.source]), (arrow.points[-1], shapes[arrow.target])):
            if not _is_on_outline(end, point):
                yield f"{name} does not touch {end.id}"
        for a, b, c in zip(arrow.points, arrow.points[1:], arrow.points[2:], strict=False):
            if (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < -SAME:
                yield f"{name} doubles back"
        for p, q in legs:
            yield from _leg_faults(name, p, q, page, (left, right), columns, borders)


def _leg_faults(
    name: str,
    p: Point,
    q: Point,
    page: Page,
    inside: tuple[float, float],
    columns: Sequence[float],
    borders: Sequence[float],
) -> Iterator[str]:
    is_level, is_upright = abs(p[1] - q[1]) < SAME, abs(p[0] - q[0]) < SAME
    if not is_level and not is_upright:
        yield f"{name} is slanted"
    if min(p[0], q[0]) < inside[0] - SAME or max(p[0], q[0]) > inside[1] + SAME:
        yield f"{name} leaves the lanes"
    if min(p[1], q[1]) < page.area_y or max(p[1], q[1]) > page.area_y + page.area_height:
        yield f"{name} leaves the area"
    if is_level and not is_upright and any(abs(p[1] - edge) < 2 * SAME for edge in borders):
        yield f"{name} lies on the border of a row"
    if is_upright and not is_level and any(abs(p[0] - edge) < 2 * SAME for edge in columns):
        yield f"{name} lies on the border of a column"
    for shape in page.shapes:
        if _runs_through(shape, p, q):
            yield f"{name} runs through {shape.id}"


def _overlaps(page: Page) -> Iterator[str]:
    legs = [(arrow, leg) for arrow in page.arrows for leg in pairwise(arrow.points)]
    for (a, s), (b, t) in combinations(legs, 2):
        if a is not b and a.target != b.target and _common_run(s, t) > APART:
            yield f"{a.source}→{a.target} and {b.source}→{b.target} lie on each other"


def _label_faults(page: Page) -> Iterator[str]:
    labels = [(arrow, arrow.label) for arrow in page.arrows if arrow.label]
    left = min((lane.x for lane in page.lanes), default=0.0)
    right = max((lane.x + lane.width for lane in page.lanes), default=0.0)
    legs = [leg for arrow in page.arrows for leg in pairwise(arrow.points)]
    for arrow, label in labels:
        name = f"answer {label.text!r} of {arrow.source}"
        box = _label_box(label)
        if box[0] < left or box[2] > right:
            yield f"{name} leaves the lanes"
        if any(_label_covers(box, shape) for shape in page.shapes):
            yield f"{name} covers a symbol"
        if any(_segment_in_box(p, q, box, 0.2) for p, q in legs):
            yield f"{name} has a line through it"
    for (_, a), (_, b) in combinations(labels, 2):
        if _boxes_overlap(_label_box(a), _label_box(b)):
            yield f"answers {a.text!r} and {b.text!r} overlap"


def _box(shape: Shape) -> tuple[float, float, float, float]:
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def _label_box(label: Label) -> tuple[float, float, float, float]:
    return label.x, label.y, label.x + label.width, label.y + label.height


def _boxes_overlap(a: Sequence[float], b: Sequence[float]) -> bool:
    return a[0] < b[2] - SAME and b[0] < a[2] - SAME and a[1] < b[3] - SAME and b[1] < a[3] - SAME


def _segment_in_box(p: Point, q: Point, box: Sequence[float], slack: float) -> bool:
    x0, x1 = sorted((p[0], q[0]))
    y0, y1 = sorted((p[1], q[1]))
    return x0 < box[2] - slack and x1 > box[0] + slack and y0 < box[3] - slack and y1 > box[1] + slack


def _runs_through(shape: Shape, p: Point, q: Point) -> bool:
    if shape.kind is not ShapeKind.DECISION:
        return _segment_in_box(p, q, _box(shape), SAME)
    x, y = shape.x + shape.width / 2, shape.y + shape.height / 2
    near_x = min(max(x, min(p[0], q[0])), max(p[0], q[0]))
    near_y = min(max(y, min(p[1], q[1])), max(p[1], q[1]))
    reach = abs(near_x - x) / (shape.width / 2) + abs(near_y - y) / (shape.height / 2)
    return reach < 1 - SAME / min(shape.width / 2, shape.height / 2)


def _label_covers(box: Sequence[float], shape: Shape) -> bool:
    if shape.kind is not ShapeKind.DECISION:
        return _boxes_overlap(box, _box(shape))
    x, y = shape.x + shape.width / 2, shape.y + shape.height / 2
    near_x, near_y = min(max(x, box[0]), box[2]), min(max(y, box[1]), box[3])
    return abs(near_x - x) / (shape.width / 2) + abs(near_y - y) / (shape.height / 2) < 0.98


def _is_on_outline(shape: Shape, point: Point) -> bool:
    x0, y0, x1, y1 = _box(shape)
    x, y = point
    if not (x0 - SAME <= x <= x1 + SAME and y0 - SAME <= y <= y1 + SAME):
        return False
    if shape.kind is ShapeKind.DECISION:
        reach = abs(x - (x0 + x1) / 2) / ((x1 - x0) / 2) + abs(y - (y0 + y1) / 2) / ((y1 - y0) / 2)
        return abs(reach - 1) < SAME
    return min(abs(x - x0), abs(x - x1), abs(y - y0), abs(y - y1)) < 2 * SAME


def _common_run(s: Segment, t: Segment) -> float:
    """How long two segments run on the same line."""
    for axis in (0, 1):
        other = 1 - axis
        parallel = abs(s[0][axis] - s[1][axis]) < SAME and abs(t[0][axis] - t[1][axis]) < SAME
        if parallel and abs(s[0][axis] - t[0][axis]) < APART:
            a, b = sorted((s[0][other], s[1][other]))
            c, d = sorted((t[0][other], t[1][other]))
            return max(0.0, min(b, d) - max(a, c))
    return 0.0


def _crosses(s: Segment, t: Segment) -> bool:
    for u, v in ((s, t), (t, s)):
        if abs(u[0][1] - u[1][1]) < SAME and abs(v[0][0] - v[1][0]) < SAME:
            x, y = v[0][0], u[0][1]
            ux, vy = sorted((u[0][0], u[1][0])), sorted((v[0][1], v[1][1]))
            return ux[0] + SAME < x < ux[1] - SAME and vy[0] + SAME < y < vy[1] - SAME
    return False
