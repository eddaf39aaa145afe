"""Which rows stand on which page. Rows are never split, and a page holds as many as its height allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from sopan.domain.procedure import Procedure
from sopan.flowchart.extents import Extents, Side, measure_extents
from sopan.flowchart.grid import build_grid
from sopan.flowchart.measures import Density
from sopan.flowchart.placement import RoutedPage
from sopan.flowchart.routing import Router
from sopan.flowchart.text import TextMeasurer
from sopan.flowchart.tracks import assign_tracks

_USUAL_LINES = 2.0
"""What lines add to the height of a row, more often than not."""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """The rows `start` up to `stop` of the procedure, routed and measured."""

    start: int
    stop: int
    page: RoutedPage
    extents: Extents
    heights: tuple[float, ...]
    """Of all rows of the grid, strips of connectors included; millimetres."""

    @property
    def height(self) -> float:
        """Of all rows together."""
        return sum(self.heights)


class RoutedPages:
    """Routes pages and remembers them: routes depend on the rows of a page, not on any width."""

    def __init__(self, procedure: Procedure, names: Sequence[str], measure: TextMeasurer) -> None:
        self.procedure = procedure
        self.names = names
        self.measure = measure
        self.row_needs: dict[int, float] = {}
        """What the lines of a row needed when it was last measured, millimetres."""
        self._pages: dict[tuple[int, int], RoutedPage] = {}
        self._extents: dict[tuple[int, int, Density], Extents] = {}

    def page(self, start: int, stop: int) -> RoutedPage:
        """The routed rows `start` up to `stop`."""
        key = (start, stop)
        if key not in self._pages:
            grid = build_grid(self.procedure, self.names, start, stop)
            routes = Router(grid).route()
            self._pages[key] = RoutedPage(grid, routes, assign_tracks(routes))
        return self._pages[key]

    def extents(self, start: int, stop: int, density: Density) -> Extents:
        """The room these rows need at a density."""
        key = (start, stop, density)
        if key not in self._extents:
            page = self.page(start, stop)
            self._extents[key] = measure_extents(page.grid, page.routes, page.channels, density, self.measure)
        return self._extents[key]


def plan_pages(
    pages: RoutedPages,
    density: Density,
    text_heights: Sequence[float],
    available: float,
    *,
    widest: float | None = None,
    is_draft: bool = False,
) -> list[PlannedPage]:
    """Page after page, each with as many rows as fit into `available` millimetres; in a draft, with about as many.

    With `widest`, a page also takes no more rows than its lanes, as wide as they need to be, fit into.
    """
    if not text_heights:
        return [_measured(pages, density, text_heights, 0, 0)]
    planned: list[PlannedPage] = []
    start = 0
    while start < len(text_heights):
        if is_draft:
            stop = start + _guess(pages, density, text_heights, available, start)
            planned.append(_measured(pages, density, text_heights, start, stop))
        else:
            planned.append(_fill_page(pages, density, text_heights, available, start, widest))
        start = planned[-1].stop
    return planned


def _fill_page(
    pages: RoutedPages,
    density: Density,
    text_heights: Sequence[float],
    available: float,
    start: int,
    widest: float | None,
) -> PlannedPage:
    """The longest run of rows from `start` that fits; one row at least."""
    count = _guess(pages, density, text_heights, available, start)
    best: PlannedPage | None = None
    while True:
        page = _measured(pages, density, text_heights, start, start + count)
        fits = page.height <= available and (widest is None or lanes_need(page.extents, density) <= widest)
        if fits:
            best = page
            if page.height + _least(density, text_heights, page.stop) > available:
                return page
            count += 1
        elif best is not None or count == 1:
            return best or page
        else:
            count = count - 1 if page.height <= available else _fewer(page, available, count)


def _least(density: Density, text_heights: Sequence[float], row: int) -> float:
    """What one more row takes at least; more than any page where there is none."""
    return max(text_heights[row], density.height + 2 * density.margin) if row < len(text_heights) else inf


def _guess(pages: RoutedPages, density: Density, text_heights: Sequence[float], available: float, start: int) -> int:
    """How many rows will probably fit, by what their lines needed when they were last measured."""
    usual = density.height + 2 * density.margin + _USUAL_LINES
    strip = density.connector + 2 * density.margin
    used, count = (strip if start else 0.0), 0
    for row in range(start, len(text_heights)):
        used += max(text_heights[row], pages.row_needs.get(row, usual))
        is_last = row == len(text_heights) - 1
        if used + (0.0 if is_last else strip) > available:
            break
        count += 1
    return max(count, 1)


def _fewer(page: PlannedPage, available: float, count: int) -> int:
    """How many rows would have fitted with the strips as they are."""
    first, steps = page.page.grid.first_row, page.page.grid.step_rows
    used = page.height - sum(page.heights[first : first + steps])
    fitting = 0
    for height in page.heights[first : first + steps]:
        used += height
        if used > available:
            break
        fitting += 1
    return max(min(fitting, count - 1), 1)


def _measured(
    pages: RoutedPages, density: Density, text_heights: Sequence[float], start: int, stop: int
) -> PlannedPage:
    page = pages.page(start, stop)
    extents = pages.extents(start, stop, density)
    needs = [up.need(density) + down.need(density) for up, down in zip(extents.up, extents.down, strict=True)]
    first = page.grid.first_row
    for row in range(page.grid.step_rows):
        pages.row_needs[start + row] = needs[first + row]
        needs[first + row] = max(needs[first + row], text_heights[start + row])
    return PlannedPage(start, stop, page, extents, tuple(needs))


def needs(sides: Sequence[Side], density: Density) -> list[float]:
    """Room on one side of each lane or row."""
    return [side.need(density) for side in sides]


def lanes_need(extents: Extents, density: Density) -> float:
    """Width of all lanes at least."""
    return sum(needs(extents.left, density)) + sum(needs(extents.right, density))
