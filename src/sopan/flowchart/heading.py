"""The head of the table, repeated on every page: two or three rows of titles and the numbers of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from sopan.flowchart.cells import filled, fitted
from sopan.flowchart.columns import Columns
from sopan.flowchart.diagram import Cell, CellRole
from sopan.flowchart.measures import CELL_PADDING, HEADING_SIZE, SMALLEST_SIZE
from sopan.flowchart.text import TextBlock, Typesetter

TITLES = {
    "nomor": "No.",
    "kegiatan": "Kegiatan",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
}
_BAND = 5.8
"""Height of a row with one line."""
_HIGHEST = 34.0
"""A name is set upright rather than higher than this lying."""
_LOWEST_NAMES = 8.0
_GROUP_SEPARATOR = " / "


class Heading:
    """The head for given columns: its height, and its cells at a height on the page."""

    def __init__(self, columns: Columns, names: Sequence[str], typesetter: Typesetter) -> None:
        self.columns = columns
        self.typesetter = typesetter
        self.parts = [name.split(_GROUP_SEPARATOR, 1) if _GROUP_SEPARATOR in name else ["", name] for name in names]
        self.names = names
        self.blocks = [self._name_block(last, width) for (_, last), width in zip(self.parts, columns.lanes, strict=True)]
        self.has_groups = any(group for group, _ in self.parts)
        self.group_height = self._group_height() if self.has_groups else 0.0
        tallest = max(block.width if upright else block.height for block, upright in self.blocks)
        self.name_height = max(_LOWEST_NAMES, tallest + 2 * CELL_PADDING)

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
        block = fitted(self.typesetter, TITLES[column], width, height, HEADING_SIZE, bold=True)
        block = block or self.typesetter.block(TITLES[column], width - 2 * CELL_PADDING, SMALLEST_SIZE, bold=True)
        return filled(block, column, x, y, width, height, role=CellRole.HEADING, bold=True, align="center")

    def _band(self, column: str, title: str, x: float, y: float, width: float, span: int) -> Cell:
        block = self._one_line(title, width)
        return filled(
            block, column, x, y, width, _BAND, role=CellRole.HEADING, bold=True, align="center", columns=span
        )

    def _one_line(self, text: str, width: float) -> TextBlock:
        block = fitted(self.typesetter, text, width, _BAND, HEADING_SIZE, bold=True)
        return block or self.typesetter.block(text, width - 2 * CELL_PADDING, SMALLEST_SIZE, bold=True)

    def _name_block(self, name: str, width: float) -> tuple[TextBlock, bool]:
        """The name of an executor lying, while its words fit; else turned upright."""
        size = HEADING_SIZE
        inner = width - 2 * CELL_PADDING
        while size >= SMALLEST_SIZE:
            block = self.typesetter.block(name, inner, size, bold=True)
            if self.typesetter.longest_word(name, size, bold=True) <= inner and block.height <= _HIGHEST:
                return block, False
            size -= 0.5
        return self._upright(name, inner), True

    def _upright(self, name: str, inner: float) -> TextBlock:
        """Turned: in as many lines as the column is wide, as short as that allows."""
        size = min(HEADING_SIZE, 7.5)
        while True:
            lines = max(int(inner / self.typesetter.block("X", 99, size).leading), 1)
            length = _HIGHEST / 2
            block = self.typesetter.block(name, length, size, bold=True)
            while len(block.lines) > lines and length < _HIGHEST:
                length += 2
                block = self.typesetter.block(name, length, size, bold=True)
            if len(block.lines) <= lines or size <= SMALLEST_SIZE:
                break
            size -= 0.5
        while len(block.lines) > lines:
            length += 4
            block = self.typesetter.block(name, length, size, bold=True)
        return block

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
        return max(heights)

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
