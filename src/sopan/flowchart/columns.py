"""The columns of the table: how the width of the sheet is shared among text and executors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from math import ceil
from operator import mul

from sopan.domain.procedure import Step
from sopan.flowchart.measures import (
    BODY_SIZE,
    CELL_PADDING,
    HEADING_SIZE,
    LAST_RESORT_TEXT,
    LEADING,
    NARROWEST_TEXT,
    NUMBER_WIDTH,
    POINT,
    TEXT_COLUMNS,
)
from sopan.flowchart.text import Typesetter

TITLES = {
    "nomor": "No.",
    "kegiatan": "Kegiatan",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
}
_STRETCH = 1.08
"""Lines are not filled to the last letter."""
_USUAL_TIME = 21.0
"""Millimetres: `15 hari kerja` on one line."""
_BESIDE = 2 * CELL_PADDING + 0.2
_PLEASANT_ROOM = 24.0
"""Millimetres that must be left for the other columns before a time gets a line of its own."""
_PORTION = 6.0
"""Millimetres given away at a time."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths and left edges of all columns; millimetres."""

    left: float
    text: dict[str, float]
    lanes: tuple[float, ...]

    @property
    def lanes_x(self) -> float:
        """Left edge of the first lane."""
        return self.left + NUMBER_WIDTH + self.text["kegiatan"]

    def edges(self) -> dict[str, tuple[float, float]]:
        """Left edge and width of each text column, `nomor` included."""
        after = self.lanes_x + sum(self.lanes)
        edges = {
            "nomor": (self.left, NUMBER_WIDTH),
            "kegiatan": (self.left + NUMBER_WIDTH, self.text["kegiatan"]),
        }
        for column in TEXT_COLUMNS[1:]:
            edges[column] = (after, self.text[column])
            after += self.text[column]
        return edges


def cell_texts(step: Step) -> dict[str, str]:
    """What the text columns print for a step."""
    items = step.mutu_baku.kelengkapan
    return {
        "kegiatan": step.kegiatan,
        "kelengkapan": items[0] if len(items) == 1 else "\n".join(f"- {item}" for item in items),
        "waktu": step.mutu_baku.waktu,
        "output": step.mutu_baku.output,
        "keterangan": step.keterangan,
    }


class TextWidths:
    """Shares a width among the text columns so that rows become low."""

    def __init__(self, rows: Sequence[Mapping[str, str]], typesetter: Typesetter) -> None:
        self.rows = [[typesetter.length(text, BODY_SIZE) * _STRETCH for text in row.values()] for row in rows]
        """Length of each cell's text on one line, stretched for the loss at line ends."""
        self.least = {
            column: max(NARROWEST_TEXT[column], typesetter.width(TITLES[column], HEADING_SIZE, bold=True) + 2.2)
            for column in TEXT_COLUMNS
        }
        for row in rows:
            for column, text in row.items():
                word = typesetter.longest_word(text, BODY_SIZE) + _BESIDE
                self.least[column] = max(self.least[column], min(word, 1.7 * NARROWEST_TEXT[column]))
        times = [typesetter.length(row["waktu"], BODY_SIZE) + _BESIDE for row in rows]
        waktu = max(self.least["waktu"], *(time for time in times if time <= _USUAL_TIME), 0.0)
        self.pleasant = self.least | {"waktu": waktu}
        """Widths with which usual times stand on one line."""
        self._turns: tuple[list[int], ...] = ([], [], [], [])
        """Columns in the order in which they get a portion more: the same for every total that begins alike."""
        self._shares: dict[int, dict[str, float]] = {}

    @property
    def minimum(self) -> float:
        """What the text columns need at least."""
        return sum(NARROWEST_TEXT.values())

    def share(self, total: float) -> dict[str, float]:
        """Widths that add up to `total`."""
        key = round(total * 100)
        if key not in self._shares:
            self._shares[key] = self._shared(total)
        return self._shares[key]

    def heights(self, widths: dict[str, float]) -> list[float]:
        """About how high each row's text is at these widths; millimetres."""
        inner = [widths[column] - 2 * CELL_PADDING for column in TEXT_COLUMNS]
        leading = BODY_SIZE * POINT * LEADING
        return [
            max(ceil(length / width) for length, width in zip(lengths, inner, strict=True)) * leading + 2 * CELL_PADDING
            for lengths in self.rows
        ]

    def _shared(self, total: float) -> dict[str, float]:
        widths, turns = self._start(total)
        left = round(total - sum(widths), 2)
        for turn in count():
            if left <= 1e-9:
                break
            if turn == len(turns):
                turns.append(self._neediest(widths))
            portion = min(_PORTION, left)
            widths[turns[turn]] += portion
            left -= portion
        return dict(zip(TEXT_COLUMNS, widths, strict=True))

    def _start(self, total: float) -> tuple[list[float], list[int]]:
        """The widths to begin with, and the turns that follow from them."""
        starts = (self.pleasant, self.least, NARROWEST_TEXT, LAST_RESORT_TEXT)
        widths = [[rounded_up(least[column]) for column in TEXT_COLUMNS] for least in starts]
        rooms = (total - _PLEASANT_ROOM, total, total, total)
        fitting = (place for place, start in enumerate(widths) if sum(start) <= rooms[place] + 1e-6)
        place = next(fitting, len(starts) - 1)
        return widths[place], self._turns[place]

    def _neediest(self, widths: Sequence[float]) -> int:
        """The column that makes most rows high."""
        gains = [0.0] * len(widths)
        shares = [1 / (width - 2 * CELL_PADDING) for width in widths]
        for lengths in self.rows:
            lines = list(map(mul, lengths, shares))
            highest = max(lines)
            if highest > 1:
                nearly = 0.85 * highest
                for column, needed in enumerate(lines):
                    if needed > nearly:
                        gains[column] += ceil(needed)
        best = max(gains)
        return gains.index(best) if best else 0


def rounded_up(length: float) -> float:
    """To whole hundredths of a millimetre, so that borders computed in different ways meet exactly."""
    return ceil(length * 100 - 1e-6) / 100
