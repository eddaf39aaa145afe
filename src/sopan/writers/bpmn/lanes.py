"""The lanes of a pool from top to bottom: the columns of the form, laid on their side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from sopan.domain import Procedure

UNNAMED = "(belum ada pelaksana)"
"""The lane of steps without an executor, where others have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A band of the pool: of one executor, or of the `parts` that share the first level of a two-level head."""

    id: str
    name: str
    pelaksana: str = ""
    column: int = 0
    """Place among the columns of the procedure, from 1; 0 for a band that is no column."""
    parts: tuple[Lane, ...] = ()

    @property
    def leaves(self) -> tuple[Lane, ...]:
        """Itself, or its parts."""
        return self.parts or (self,)


def lanes_of(procedure: Procedure) -> tuple[Lane, ...]:
    """A lane for every column; none where nobody is named at all."""
    columns = procedure.columns
    if not columns:
        return ()
    grouped = groupby(enumerate(columns, 1), key=lambda place: place[1].partition(" / ")[0])
    lanes = [_band(head, list(places)) for head, places in grouped]
    if not all(step.symbols for step in procedure.steps):
        lanes.append(Lane(id="Pelaksana_0", name=UNNAMED))
    return tuple(lanes)


def leaves(lanes: Iterable[Lane]) -> Iterator[Lane]:
    """The bands that hold nodes."""
    for lane in lanes:
        yield from lane.leaves


def _band(head: str, places: list[tuple[int, str]]) -> Lane:
    if len(places) == 1 or not _squeezed(head):
        parts = tuple(_lane(place, name, name) for place, name in places)
        return parts[0] if len(parts) == 1 else Lane(id=f"Kelompok_{places[0][0]}", name="Pelaksana", parts=parts)
    parts = tuple(_lane(place, name, name.partition(" / ")[2] or name) for place, name in places)
    return Lane(id=f"Kelompok_{places[0][0]}", name=_squeezed(head), parts=parts)


def _lane(place: int, pelaksana: str, name: str) -> Lane:
    return Lane(
        id=f"Pelaksana_{place}", name=_squeezed(name) or f"Pelaksana {place}", pelaksana=pelaksana, column=place
    )


def _squeezed(text: str) -> str:
    return " ".join(text.split())
