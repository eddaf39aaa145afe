"""The head of the table, repeated on every page: two or three rows of titles and the numbers of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from sopan.flowchart.cells import filled, fitted
from sopan.flowchart.columns import TITLES, Columns, rounded_up
from sopan.flowchart.diagram import Cell, CellRole
from sopan.flowchart.measures import CELL_PADDING, HEADING_SIZE, POINT, SIZE_STEP, SMALLEST_SIZE
from sopan.flowchart.text import TextBlock, Typesetter

_BAND = 5.8
"""Height of a row with one line."""
_HIGHEST = 34.0
"""Length of a name that is set upright."""
_HIGHEST_LYING = 17.0
"""A name is set upright rather than higher than this lying."""
_LOWEST_NAMES = 8.0
_COMMON_SIZE = 7.0
"""Points; down to this all names are of one size."""
_UPRIGHT_SIZE = 7.5
"""Points; type of an upright name."""
_UPRIGHT_PADDING = 0.4
_UPRIGHT_LEADING = 1.08
_GROUP_SEPARATOR = " / "


def lying_width(name: str, typesetter: Typesetter) -> float:
    """Width of a column in which this name lies in usual type without a broken word, millimetres."""
    own = name.rpartition(_GROUP_SEPARATOR)[2] if name.count(_GROUP_SEPARATOR) == 1 else name
    return typesetter.longest_piece(own, HEADING_SIZE, bold=True) + 2 * CELL_PADDING


class Heading:
    """The head for given columns: its height, and its cells at a height on the page."""

    def __init__(self, columns: Columns, names: Sequence[str], typesetter: Typesetter) -> None:
        self.columns = columns
        self.typesetter = typesetter
        self.parts = [name.split(_GROUP_SEPARATOR, 1) if _GROUP_SEPARATOR in name else ["", name] for name in names]
        self.names = names
        self.blocks = self._name_blocks()
        self.has_groups = any(group for group, _ in self.parts)
        self.group_height = self._group_height() if self.has_groups else 0.0
        tallest = max(block.width if upright else block.height for block, upright in self.blocks)
        self.name_height = rounded_up(max(_LOWEST_NAMES, tallest + 2 * CELL_PADDING))

    @property
    def height(self) -> float:
        """Of the whole head."""
        return 2 * _BAND + self.group_height + self.name_height

    def cells(self, y: float) -> list[Cell]:
        """The cells of the head, its upper edge at `y`."""
        edges = self.columns.edges()
        upper = _BAND + self.group_height + self.name_height
        cells = [self._title(column, *edges[column], y, upper) for column in ("nomor", "kegiatan")]
        lanes_width = sum(self.columns.lanes)
        cells.append(self._band("pelaksana", "Pelaksana", self.columns.lanes_x, y, lanes_width, len(self.names)))
        cells += self._lane_cells(y + _BAND)
        x, width = edges["kelengkapan"]
        mutu_baku = width + edges["waktu"][1] + edges["output"][1]
        cells.append(self._band("mutu_baku", "Mutu Baku", x, y, mutu_baku, 3))
        for column in ("kelengkapan", "waktu", "output"):
            cells.append(self._title(column, *edges[column], y + _BAND, upper - _BAND))
        cells.append(self._title("keterangan", *edges["keterangan"], y, upper))
        return cells + self._numbers(y + upper)

    def _title(self, column: str, x: float, width: float, y: float, height: float) -> Cell:
        size = HEADING_SIZE
        while (
            size > SMALLEST_SIZE and self.typesetter.width(TITLES[column], size, bold=True) > width - 2 * CELL_PADDING
        ):
            size -= SIZE_STEP
        block = self.typesetter.block(TITLES[column], width - 2 * CELL_PADDING, size, bold=True)
        return filled(block, column, x, y, width, height, role=CellRole.HEADING, bold=True, align="center")

    def _band(self, column: str, title: str, x: float, y: float, width: float, span: int) -> Cell:
        block = self._one_line(title, width)
        return filled(block, column, x, y, width, _BAND, role=CellRole.HEADING, bold=True, align="center", columns=span)

    def _one_line(self, text: str, width: float) -> TextBlock:
        block = fitted(self.typesetter, text, width, _BAND, HEADING_SIZE, bold=True)
        return block or self.typesetter.block(text, width - 2 * CELL_PADDING, SMALLEST_SIZE, bold=True)

    def _name_blocks(self) -> list[tuple[TextBlock, bool]]:
        """Names lying in one common size while that is not under `_COMMON_SIZE`; those that do not fit, upright."""
        parts = [last for _, last in self.parts]
        sizes = [self._lying_size(name, width) for name, width in zip(parts, self.columns.lanes, strict=True)]
        if sizes.count(None) > len(sizes) / 3:
            sizes = [None] * len(sizes)
        common = min((size for size in sizes if size is not None and size >= _COMMON_SIZE), default=HEADING_SIZE)
        blocks: list[tuple[TextBlock, bool]] = []
        for name, width, size in zip(parts, self.columns.lanes, sizes, strict=True):
            if size is None:
                blocks.append((self._upright(name, width - 2 * _UPRIGHT_PADDING), True))
            else:
                block = self.typesetter.block(name, width - 2 * CELL_PADDING, min(size, common), bold=True)
                blocks.append((block, False))
        return blocks

    def _lying_size(self, name: str, width: float) -> float | None:
        """The largest type in which a name lies in its column without a broken word."""
        size = HEADING_SIZE
        inner = width - 2 * CELL_PADDING
        while size >= SMALLEST_SIZE:
            fits = self.typesetter.longest_piece(name, size, bold=True) <= inner
            if fits and self.typesetter.block(name, inner, size, bold=True).height <= _HIGHEST_LYING:
                return size
            size -= SIZE_STEP
        return None

    def _upright(self, name: str, inner: float) -> TextBlock:
        """Turned: in as many lines as the column is wide, as short as that allows."""
        size = _UPRIGHT_SIZE
        block = self._shortest(name, inner, size, _HIGHEST)
        while block is None and size > SMALLEST_SIZE:
            size -= SIZE_STEP
            block = self._shortest(name, inner, size, _HIGHEST)
        return block or self._shortest(name, inner, SMALLEST_SIZE, None) or self.typesetter.block(name, _HIGHEST, size)

    def _shortest(self, name: str, inner: float, size: float, longest: float | None) -> TextBlock | None:
        """The name in lines as short as they get while they fit beside each other."""
        leading = size * POINT * _UPRIGHT_LEADING
        lines = max(int(inner / leading), 1)
        length = min(self.typesetter.longest_word(name, size, bold=True) + 0.1, longest or _HIGHEST)
        whole = self.typesetter.width(name, size, bold=True) + 0.1
        while True:
            block = self.typesetter.block(name, length, size, bold=True)
            if len(block.lines) <= lines:
                return replace(block, leading=leading)
            if length > whole or (longest is not None and length >= longest):
                return None
            length += 2

    def _groups(self) -> list[tuple[str, int, int]]:
        """Neighbouring lanes under one head: its name, the first lane, how many."""
        groups: list[tuple[str, int, int]] = []
        lane = 0
        for group, members in groupby(self.parts, key=lambda parts: parts[0]):
            count = len(list(members))
            groups.append((group, lane, count))
            lane += count
        return groups

    def _group_height(self) -> float:
        heights = [_BAND]
        for group, first, count in self._groups():
            width = sum(self.columns.lanes[first : first + count])
            heights.append(self._group_block(group, width).height + 2 * CELL_PADDING)
        return rounded_up(max(heights))

    def _group_block(self, group: str, width: float) -> TextBlock:
        size = HEADING_SIZE
        inner = width - 2 * CELL_PADDING
        while size > SMALLEST_SIZE and self.typesetter.longest_word(group, size, bold=True) > inner:
            size -= 0.5
        return self.typesetter.block(group, inner, size, bold=True)

    def _lane_cells(self, y: float) -> list[Cell]:
        cells: list[Cell] = []
        x = self.columns.lanes_x
        for group, first, count in self._groups():
            width = sum(self.columns.lanes[first : first + count])
            if group:
                cells.append(
                    filled(
                        self._group_block(group, width),
                        group,
                        x,
                        y,
                        width,
                        self.group_height,
                        role=CellRole.HEADING,
                        bold=True,
                        align="center",
                        columns=count,
                    )
                )
            for lane in range(first, first + count):
                cells.append(self._name_cell(lane, x, y, has_group=bool(group)))
                x += self.columns.lanes[lane]
        return cells

    def _name_cell(self, lane: int, x: float, y: float, *, has_group: bool) -> Cell:
        block, upright = self.blocks[lane]
        top = y + self.group_height if has_group else y
        height = self.name_height if has_group else self.name_height + self.group_height
        return filled(
            block,
            self.names[lane],
            x,
            top,
            self.columns.lanes[lane],
            height,
            role=CellRole.HEADING,
            bold=True,
            align="center",
            rotated=upright,
            padding=_UPRIGHT_PADDING if upright else CELL_PADDING,
        )

    def _numbers(self, y: float) -> list[Cell]:
        edges = self.columns.edges()
        places = [edges["nomor"], edges["kegiatan"]]
        x = self.columns.lanes_x
        for width in self.columns.lanes:
            places.append((x, width))
            x += width
        places += [edges[column] for column in ("kelengkapan", "waktu", "output", "keterangan")]
        return [
            filled(
                self.typesetter.block(str(number), width, 7.0),
                "nomor_kolom",
                left,
                y,
                width,
                _BAND,
                role=CellRole.HEADING,
                align="center",
            )
            for number, (left, width) in enumerate(places, 1)
        ]
