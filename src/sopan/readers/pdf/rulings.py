"""Straight lines across and down the page, put together into the long lines of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sopan.drawn import Box
from sopan.readers.pdf.strokes import Stroke

TOGETHER = 1.0
"""Millimetres: lines nearer to each other are one line, drawn twice or in pieces."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A line across (or down) the page."""

    at: float
    """Its y (or x)."""
    stretches: tuple[tuple[float, float], ...]
    """Where it is drawn, from left to right (or from top to bottom)."""

    @property
    def start(self) -> float:
        return self.stretches[0][0]

    @property
    def end(self) -> float:
        return self.stretches[-1][1]

    def covers(self, start: float, end: float, share: float = 0.6) -> bool:
        """Whether most of the way from start to end is drawn."""
        drawn = sum(max(0.0, min(end, to) - max(start, since)) for since, to in self.stretches)
        return drawn >= share * (end - start)

    def reaches(self, at: float) -> bool:
        """Whether it is drawn at this place, or ends near it."""
        return any(since - TOGETHER <= at <= to + TOGETHER for since, to in self.stretches)


@dataclass(frozen=True, slots=True)
class Rulings:
    """The lines of a page, from the top and from the left."""

    across: tuple[Ruling, ...]
    down: tuple[Ruling, ...]


Piece = tuple[float, float, float]
"""Where it lies, where it starts, where it ends."""


def rulings_of(strokes: Iterable[Stroke], boxes: Iterable[Box] = ()) -> Rulings:
    """The lines that the strokes and the sides of the boxes make, without those that cross no two others."""
    across: list[Piece] = []
    down: list[Piece] = []
    for stroke in strokes:
        (x, y), (u, v) = stroke.points[0], stroke.points[-1]
        if abs(x - u) >= abs(y - v):
            across.append(((y + v) / 2, min(x, u), max(x, u)))
        else:
            down.append(((x + u) / 2, min(y, v), max(y, v)))
    for box in boxes:
        across += [(box.top, box.left, box.right), (box.bottom, box.left, box.right)]
        down += [(box.left, box.top, box.bottom), (box.right, box.top, box.bottom)]
    return _pruned(list(_joined(across)), list(_joined(down)))


def _joined(pieces: Sequence[Piece]) -> Iterator[Ruling]:
    """Pieces on one line become one ruling."""
    near: list[Piece] = []
    for piece in sorted(pieces):
        if (near and piece[0] - near[-1][0] > TOGETHER) or (near and piece[0] - near[0][0] > 2 * TOGETHER):
            yield _one_of(near)
            near = []
        near.append(piece)
    if near:
        yield _one_of(near)


def _one_of(pieces: Sequence[Piece]) -> Ruling:
    """It lies where most of it is drawn."""
    weight = sum(end - start for _, start, end in pieces)
    at = sum(place * (end - start) for place, start, end in pieces) / weight if weight else pieces[0][0]
    stretches: list[tuple[float, float]] = []
    for start, end in sorted((start, end) for _, start, end in pieces):
        if stretches and start <= stretches[-1][1] + TOGETHER:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], end))
        else:
            stretches.append((start, end))
    return Ruling(at, tuple(stretches))


def _pruned(across: list[Ruling], down: list[Ruling]) -> Rulings:
    """Stretches that touch fewer than two others are no part of a table: underlines, lines between symbols."""
    while True:
        fewer_across = list(_crossing(across, down))
        fewer_down = list(_crossing(down, fewer_across))
        if fewer_across == across and fewer_down == down:
            return Rulings(tuple(across), tuple(down))
        across, down = fewer_across, fewer_down


def _crossing(rulings: Sequence[Ruling], others: Sequence[Ruling]) -> Iterator[Ruling]:
    stretches = [stretch for ruling in rulings for stretch in ruling.stretches]
    starts, ends = [start for start, _ in stretches], [end for _, end in stretches]
    for ruling in rulings:
        crossings = [other.at for other in others if other.reaches(ruling.at)]
        kept = tuple(stretch for stretch in ruling.stretches if _is_held(stretch, crossings, starts, ends))
        if kept:
            yield Ruling(ruling.at, kept)


def _is_held(
    stretch: tuple[float, float], crossings: Sequence[float], starts: Sequence[float], ends: Sequence[float]
) -> bool:
    """Whether two lines cross it, and it ends at one of them or where others end, as on the open side of a table."""
    start, end = stretch
    within = [at for at in crossings if start - TOGETHER <= at <= end + TOGETHER]
    if len(within) < 2:
        return False
    return _near(start, within) > 0 or _near(end, within) > 0 or _near(start, starts) > 1 or _near(end, ends) > 1


def _near(place: float, others: Sequence[float]) -> int:
    return sum(abs(other - place) <= TOGETHER for other in others)
