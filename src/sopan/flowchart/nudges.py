"""What a person moved by hand: kept where the picture stays correct, reported where it cannot be kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sopan.domain.procedure import End, LineNudge, Procedure, SymbolNudge
from sopan.flowchart.diagram import Arrow, Page, Point, Shape, Warning
from sopan.flowchart.measures import ARRIVAL
from sopan.flowchart.quality import faults

_PORTIONS = (1.0, 0.75, 0.5, 0.25)
"""Where the whole way is barred, a part of it may be free."""


def with_nudges(procedure: Procedure, pages: list[Page]) -> tuple[list[Page], list[Warning]]:
    """The pages with every nudge applied as far as no invariant breaks, and a warning for each that was not."""
    nudges: tuple[SymbolNudge | LineNudge, ...] = (*procedure.layout.symbols, *procedure.layout.lines)
    return pages, [_refusal(procedure, nudge) for nudge in nudges if not _apply(pages, nudge)]


def _refusal(procedure: Procedure, nudge: SymbolNudge | LineNudge) -> Warning:
    end = nudge.symbol if isinstance(nudge, SymbolNudge) else nudge.edge.source
    return Warning(
        code="LT-05",
        sentence="Pergeseran di langkah {nomor} tidak lagi mungkin tanpa mengenai simbol atau garis lain; "
        "gambar memakai letak semula.",
        parameters={"nomor": procedure.nomor(end.step) if end.step in procedure else end.step},
    )


def _apply(pages: list[Page], nudge: SymbolNudge | LineNudge) -> bool:
    for place, page in enumerate(pages):
        for portion in _PORTIONS:
            moved = _moved(page, nudge, portion)
            if moved is None:
                break
            if not faults(moved):
                pages[place] = moved
                return True
    return False


def _moved(page: Page, nudge: SymbolNudge | LineNudge, portion: float) -> Page | None:
    if isinstance(nudge, SymbolNudge):
        return _moved_symbol(page, nudge, portion)
    return _moved_line(page, nudge, portion)


def _moved_symbol(page: Page, nudge: SymbolNudge, portion: float) -> Page | None:
    """The page with the symbol and the ends of its lines moved; None when it is not on this page."""
    dx, dy = nudge.dx * portion, nudge.dy * portion
    shape = next((s for s in page.shapes if s.step == nudge.symbol.step and _is_meant(s, nudge.symbol)), None)
    if shape is None:
        return None
    shapes = tuple(replace(s, x=s.x + dx, y=s.y + dy) if s is shape else s for s in page.shapes)
    arrows = tuple(_follow(arrow, shape.id, dx, dy) for arrow in page.arrows)
    return replace(page, shapes=shapes, arrows=arrows)


def _is_meant(shape: Shape, end: End) -> bool:
    return not end.pelaksana or shape.pelaksana == end.pelaksana


def _follow(arrow: Arrow, id: str, dx: float, dy: float) -> Arrow:
    points = arrow.points
    if arrow.source == id:
        points = _pulled(points, dx, dy, is_target=False)
        if arrow.label:
            arrow = replace(arrow, label=replace(arrow.label, x=arrow.label.x + dx, y=arrow.label.y + dy))
    if arrow.target == id:
        points = _pulled(points[::-1], dx, dy, is_target=True)[::-1]
    return replace(arrow, points=points)


def _pulled(points: Sequence[Point], dx: float, dy: float, *, is_target: bool) -> tuple[Point, ...]:
    """The line with its first point moved; the leg after it follows, a straight line gets two bends."""
    (x0, y0), (x1, y1) = points[:2]
    is_upright = x0 == x1
    start = (x0 + dx, y0 + dy)
    if len(points) > 2:
        return (start, (x1 + dx, y1) if is_upright else (x1, y1 + dy), *points[2:])
    if not (dx if is_upright else dy):
        return (start, points[1])
    if is_upright:
        y = _bend(start[1], y1, is_target=is_target)
        return (start, (start[0], y), (x1, y), points[1])
    x = _bend(start[0], x1, is_target=is_target)
    return (start, (x, start[1]), (x, y1), points[1])


def _bend(start: float, end: float, *, is_target: bool) -> float:
    """Where a straight line bends: just far enough from its arrow head."""
    onward = 1 if end > start else -1
    return start + onward * ARRIVAL if is_target else end - onward * ARRIVAL


def _moved_line(page: Page, nudge: LineNudge, portion: float) -> Page | None:
    """The page with the longest inner leg of the line moved sideways; None when it is not here or has none."""
    arrow = next((a for a in page.arrows if a.edge == nudge.edge and len(a.points) > 3), None)
    if arrow is None:
        return None
    inner = range(1, len(arrow.points) - 2)
    leg = max(inner, key=lambda n: _length(arrow.points[n], arrow.points[n + 1]))
    (x0, y0), (x1, y1) = arrow.points[leg : leg + 2]
    shift = nudge.shift * portion
    dx, dy = (shift, 0.0) if x0 == x1 else (0.0, shift)
    points = (*arrow.points[:leg], (x0 + dx, y0 + dy), (x1 + dx, y1 + dy), *arrow.points[leg + 2 :])
    moved = replace(arrow, points=points)
    return replace(page, arrows=tuple(moved if a is arrow else a for a in page.arrows))


def _length(p: Point, q: Point) -> float:
    return abs(p[0] - q[0]) + abs(p[1] - q[1])
