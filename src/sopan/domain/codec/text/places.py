"""Where in a source each value of a procedure stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from sopan.domain.codec.text.values import tables_of
from sopan.domain.codec.tree import Table, is_bare, place
from sopan.domain.procedure import Procedure

Places: TypeAlias = Mapping[tuple[str, str], tuple[int, int]]
"""(id of a step, or empty for the document; key, or empty for the whole) → line and column, counted from 1."""


def places_of(root: Table, procedure: Procedure) -> Places:
    """The places of everything that is written, by the keys of the text format (`waktu`, `disahkan_oleh.nip`)."""
    places = {("", ""): place(root), **dict(_places("", root))}
    rows = tables_of(root.entries["langkah"][1]) if "langkah" in root.entries else ()
    for step, row in zip(procedure.steps, rows, strict=True):
        places[step.id, ""] = place(row)
        if isinstance(row, Table):
            places.update(_places(step.id, row))
    return places


def _places(step: str, table: Table, prefix: str = "") -> Iterator[tuple[tuple[str, str], tuple[int, int]]]:
    for key, (where, value) in table.entries.items():
        yield (step, prefix + key), place(where if is_bare(value) else value)
        if key == "disahkan_oleh" and isinstance(value, Table):
            yield from _places(step, value, f"{key}.")
