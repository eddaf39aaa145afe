"""How wide the executors' columns are, how close lines run, and so how many pages the flow needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sopan.domain.procedure import Kind, Procedure
from sopan.flowchart.columns import Columns, TextWidths, cell_texts, rounded_up
from sopan.flowchart.heading import Heading, lying_width
from sopan.flowchart.labels import label_box
from sopan.flowchart.measures import (
    BODY_SIZE,
    CELL_PADDING,
    COMFORTABLE_TEXT,
    DENSITIES,
    GENEROUS_TEXT,
    LAST_RESORT_TEXT,
    NUMBER_WIDTH,
    SIZE_STEP,
    SMALLEST_SIZE,
    WIDEST_LANE,
    Density,
)
from sopan.flowchart.paging import PlannedPage, RoutedPages, lanes_need, needs, plan_pages
from sopan.flowchart.text import TextBlock, Typesetter

_ATTEMPTS = 6
_MORE_PLANS = 1
"""So many further plans are tried when the first needs more pages than seemed possible."""
_TALLEST_SHARE = 0.7
"""So much of a page one row's text may fill; the rest is for its lines and connectors."""
_LOWEST_ROW = 11.0
_LEAST_PITCH = 0.45
_MOVING_ROOM = 8.0
"""A row is higher by this where a person moved a symbol, so that its lines can follow."""
_WIDENED = 1.4
"""A lane is made wider by this factor at most so that its name need not be set small."""
_LARGE = 3
"""So many of the densities have symbols that nobody calls small."""
_USUAL_HEADING = 28.0
"""Height of most heads."""
_ANSWER_ROOM = 2.0
"""What an answer under a decision usually adds to its row."""
_USUAL_ROOM = 4.6
"""What a symbol and its lines usually need above and below."""
ELSEWHERE = "lihat lampiran"


@dataclass(frozen=True, slots=True)
class RowTexts:
    """A row's text set into its columns, and what stands in the appendix because it was too long."""

    blocks: dict[str, TextBlock]
    height: float
    elsewhere: tuple[str, ...] = ()
    """Columns whose text is in the appendix."""


@dataclass(frozen=True, slots=True)
class PagePlan:
    """One page of the flow with its columns and the room beside each lane's centre line."""

    planned: PlannedPage
    columns: Columns
    left: tuple[float, ...]
    right: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class FlowPlan:
    """Everything about the flow pages but the coordinates."""

    density: Density
    pages: tuple[PagePlan, ...]
    texts: tuple[RowTexts, ...]
    is_dense: bool
    is_uneven: bool
    """Whether columns had to differ from page to page."""


class FlowPlanner:
    """Finds densities, widths and pages for one procedure in an area."""

    def __init__(
        self,
        procedure: Procedure,
        names: Sequence[str],
        typesetter: Typesetter,
        left: float,
        width: float,
        height: float,
    ) -> None:
        self.procedure = procedure
        self.names = names
        self.typesetter = typesetter
        self.left = left
        self.width = width
        self.height = height
        self.cell_texts = [cell_texts(step) for step in procedure.steps]
        self.text_widths = TextWidths(self.cell_texts, typesetter)
        self.pages = RoutedPages(procedure, names, typesetter.measure)
        self.shared = width - NUMBER_WIDTH
        self.name_widths = [rounded_up(lying_width(name, typesetter) / 2) * 2 for name in names]
        self.roomy = _beside_moved(procedure)
        self._texts: dict[tuple[tuple[str, float], ...], tuple[RowTexts, ...]] = {}

    def plan(self) -> FlowPlan:
        """The plan with the fewest pages among those with the largest symbols that fit."""
        best: FlowPlan | None = None
        more = _MORE_PLANS
        for count, density, lane in self._choices():
            if best is not None and (count >= len(best.pages) or not more):
                break
            plan = self._even(density, lane)
            more -= best is not None
            if plan is not None and (best is None or len(plan.pages) < len(best.pages)):
                best = plan
        return best or self._uneven()

    def _choices(self) -> Iterator[tuple[int, Density, float]]:
        """Pages that it will probably take, density, width of a lane; the most promising first.

        The first density that fits and the next one compete for the fewest pages, as long as symbols stay large.
        """
        rivals: list[tuple[int, Density, float]] = []
        fitting = 0
        rest = list(DENSITIES)
        while rest and fitting < 2 and (not rivals or rest[0] in DENSITIES[:_LARGE]):
            found = list(self._estimates(rest.pop(0)))
            rivals += found
            fitting += bool(found)
        yield from sorted(rivals, key=lambda choice: choice[0])
        for density in rest:
            yield from self._estimates(density)

    def _estimates(self, density: Density) -> Iterator[tuple[int, Density, float]]:
        """The lane widths that fit at this density, each with the pages it will probably take."""
        for lane in self._lane_widths(density):
            count = self._probable_pages(density, lane)
            if count is not None:
                yield count, density, lane

    def _lane_widths(self, density: Density) -> Iterator[float]:
        """Comfortable lanes first, then tight ones that leave the text more room."""
        tight = density.width + 2 * density.margin
        room = (self.shared - sum(COMFORTABLE_TEXT.values())) / len(self.names)
        spare = (self.shared - sum(GENEROUS_TEXT.values())) / len(self.names)
        comfortable = min(max(density.comfortable_lane, min(spare, WIDEST_LANE)), room)
        if comfortable > tight:
            yield int(comfortable * 50) / 50
        yield rounded_up(tight / 2) * 2

    def _probable_pages(self, density: Density, lane: float) -> int | None:
        """How many pages the flow takes if its lines need what lines usually need; None when the lanes do not fit."""
        needed = self._lane_needs(density)
        room = self.shared - sum(max(start, need) for start, need in zip(self._starts(lane), needed, strict=True))
        if room < self.text_widths.minimum:
            return None
        available = self.height - _USUAL_HEADING
        strips = 2 * (density.connector + 2 * density.margin)
        heights = self.text_widths.heights(self.text_widths.share(room))
        heights = [max(text, symbol) for text, symbol in zip(heights, self._symbol_heights(density), strict=True)]
        if sum(heights) <= available:
            return 1
        pages, used = 1, strips / 2
        for height in heights:
            height = min(height, available - strips)
            if used + height > available:
                pages, used = pages + 1, strips
            used += height
        return pages

    def _starts(self, lane: float) -> list[float]:
        """Widths to begin with: a name somewhat wider than `lane` gets its width, where the text can spare it."""
        widened = [name if lane < name <= _WIDENED * lane else lane for name in self.name_widths]
        plain = [lane] * len(widened)
        return widened if self.shared - sum(widened) >= sum(COMFORTABLE_TEXT.values()) else plain

    def _symbol_heights(self, density: Density) -> list[float]:
        """What the symbols of each row and their lines usually need."""
        return [
            (density.decision_height + _ANSWER_ROOM if Kind.DECISION in step.kinds else density.height) + _USUAL_ROOM
            for step in self.procedure.steps
        ]

    def _lane_needs(self, density: Density) -> list[float]:
        """Width of each lane with its symbols and the answers that leave them."""
        beside = 2 * (density.margin + density.pitch)
        needed = [density.width + beside] * len(self.names)
        lane_of = {name: lane for lane, name in enumerate(self.names)}
        for edge in self.procedure.edges:
            if edge.answer:
                names = self.procedure.step(edge.source.step).daftar_pelaksana or self.names[-1:]
                width = label_box(edge.answer, density, self.typesetter.measure).width
                for name in names[-1:]:
                    lane = lane_of[edge.source.pelaksana or name]
                    needed[lane] = max(needed[lane], density.width + 2 * width + beside)
        return needed

    def _even(self, density: Density, lane: float) -> FlowPlan | None:
        """A plan with the same columns on all pages; None when they do not fit."""
        left = right = [start / 2 for start in self._starts(lane)]
        planned: list[PlannedPage] = []
        for _ in range(_ATTEMPTS):
            widths = [a + b for a, b in zip(left, right, strict=True)]
            if self.shared - sum(widths) < self.text_widths.minimum:
                return None
            columns = self._filled(widths)
            texts: tuple[RowTexts, ...] = ()
            if planned:
                texts, planned = self._paged(density, columns)
            else:
                planned = self._drafted(density, columns)
            wide_left = _widest(left, [needs(page.extents.left, density) for page in planned])
            wide_right = _widest(right, [needs(page.extents.right, density) for page in planned])
            if (texts or not self.procedure.steps) and wide_left == left and wide_right == right:
                pages = tuple(PagePlan(page, columns, tuple(left), tuple(right)) for page in planned)
                return FlowPlan(density, pages, texts, density in DENSITIES[_LARGE:], is_uneven=False)
            left, right = _balanced(wide_left, wide_right, max(lane, density.comfortable_lane))
        return None

    def _drafted(self, density: Density, columns: Columns) -> list[PlannedPage]:
        """About the pages it will be, by estimated heights: enough to see how much room lanes need."""
        heights = self.text_widths.heights(columns.text)
        available = self.height - _USUAL_HEADING
        heights = [min(max(height, _LOWEST_ROW), available * _TALLEST_SHARE) for height in heights]
        return plan_pages(self.pages, density, heights, available, is_draft=True)

    def _paged(
        self, density: Density, columns: Columns, *, widest: float | None = None, heading: float = 0.0
    ) -> tuple[tuple[RowTexts, ...], list[PlannedPage]]:
        """Texts set and rows paged; a row that fills its page alone gives up text until its lines fit as well."""
        available = self.height - max(heading, Heading(columns, self.names, self.typesetter).height)
        texts = list(self._set_rows(columns, available * _TALLEST_SHARE))
        planned = plan_pages(self.pages, density, [row.height for row in texts], available, widest=widest)
        for page in planned:
            if page.height > available and texts[page.start].height > _LOWEST_ROW:
                tallest = texts[page.start].height - (page.height - available)
                texts[page.start] = self._set_row(page.start, columns, tallest)
        if any(page.height > available for page in planned):
            planned = plan_pages(self.pages, density, [row.height for row in texts], available, widest=widest)
        return tuple(texts), planned

    def _uneven(self) -> FlowPlan:
        """Columns of their own on each page, symbols as small as they get, and fewer rows where lines need room."""
        density = DENSITIES[-1]
        room = self.shared - self.text_widths.minimum
        heading = 0.0
        while True:
            columns = self._filled([room / len(self.names)] * len(self.names))
            texts, planned = self._paged(density, columns, widest=room, heading=heading)
            if any(lanes_need(page.extents, density) > room for page in planned):
                last = self.shared - sum(LAST_RESORT_TEXT.values())
                if room < last:
                    room = last
                    continue
                if density.pitch > _LEAST_PITCH:
                    density = _pressed(density)
                    continue
            pages = tuple(self._spread(page, density, room) for page in planned)
            tallest = max((Heading(page.columns, self.names, self.typesetter).height for page in pages), default=0.0)
            if tallest <= heading or not pages:
                return FlowPlan(density, pages, texts, is_dense=True, is_uneven=True)
            heading = max(tallest, Heading(columns, self.names, self.typesetter).height)

    def _spread(self, page: PlannedPage, density: Density, room: float) -> PagePlan:
        """One page with its lanes as wide as they need to be and the rest shared evenly."""
        left, right = needs(page.extents.left, density), needs(page.extents.right, density)
        spare = int((room - sum(left) - sum(right)) / (2 * len(left)) * 100) / 100
        left, right = [side + spare for side in left], [side + spare for side in right]
        widths = [a + b for a, b in zip(left, right, strict=True)]
        return PagePlan(page, self._filled(widths), tuple(left), tuple(right))

    def _filled(self, lanes: Sequence[float]) -> Columns:
        return Columns(self.left, self.text_widths.share(self.shared - sum(lanes)), tuple(lanes))

    def _set_rows(self, columns: Columns, tallest: float) -> tuple[RowTexts, ...]:
        key = (*columns.text.items(), ("", round(tallest, 3)))
        if key not in self._texts:
            self._texts[key] = tuple(self._set_row(row, columns, tallest) for row in range(len(self.cell_texts)))
        return self._texts[key]

    def _set_row(self, row: int, columns: Columns, tallest: float) -> RowTexts:
        step = self.procedure.steps[row]
        blocks: dict[str, TextBlock] = {}
        elsewhere: list[str] = []
        for column, text in self.cell_texts[row].items():
            inner = columns.text[column] - 2 * CELL_PADDING
            block = self.typesetter.block(text, inner, BODY_SIZE)
            while block.height > tallest - 2 * CELL_PADDING and block.size > SMALLEST_SIZE:
                block = self.typesetter.block(text, inner, block.size - SIZE_STEP)
            if block.height > tallest - 2 * CELL_PADDING:
                block = self.typesetter.block(ELSEWHERE, inner, BODY_SIZE)
                elsewhere.append(column)
            blocks[column] = block
        number = self.typesetter.block(self.procedure.nomor(step.id), NUMBER_WIDTH - 2 * CELL_PADDING, SMALLEST_SIZE)
        height = max(number.height, *(block.height for block in blocks.values())) + 2 * CELL_PADDING
        least = _LOWEST_ROW + (_MOVING_ROOM if step.id in self.roomy else 0.0)
        return RowTexts(blocks, max(rounded_up(height), least), tuple(elsewhere))


def _beside_moved(procedure: Procedure) -> set[str]:
    """Steps with a symbol that a person moved, and those whose lines come from or go there."""
    moved = {nudge.symbol.step for nudge in procedure.layout.symbols}
    ends = ({edge.source.step, edge.target.step} for edge in procedure.edges)
    return moved.union(*(pair for pair in ends if pair & moved)) if moved else moved


def _widest(least: list[float], found: list[list[float]]) -> list[float]:
    """The largest value of each lane."""
    return [max(values) for values in zip(least, *found, strict=True)]


def _balanced(left: list[float], right: list[float], widest: float) -> tuple[list[float], list[float]]:
    """Symbols in the middle of their lanes, where that makes no lane wider than `widest`."""
    middle = [max(pair) for pair in zip(left, right, strict=True)]
    even = [2 * half <= widest for half in middle]
    return (
        [half if fits else side for half, side, fits in zip(middle, left, even, strict=True)],
        [half if fits else side for half, side, fits in zip(middle, right, even, strict=True)],
    )


def _pressed(density: Density) -> Density:
    """Lines closer together than people like, for charts that fit no other way."""
    return replace(
        density, pitch=density.pitch - 0.1, width=density.width - 0.3, decision_width=density.decision_width - 0.2
    )
