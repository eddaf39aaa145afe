"""A procedure becomes the values that are written: what `emit` prints and `read` takes back."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

from sopan.domain.codec.names import (
    ARROW,
    DOCUMENT,
    IDENTITY,
    LAYOUT,
    LINE_NUDGE,
    PEJABAT,
    STEP,
    SUPPRESSION,
    SYMBOL,
    SYMBOL_NUDGE,
    Key,
    Record,
    Shape,
)
from sopan.domain.codec.text.emit import Plain
from sopan.domain.codec.text.flow import goes_on
from sopan.domain.errors import InvalidProcedure
from sopan.domain.procedure import Edge, End, Kind, Layout, Procedure, Symbol

VERSION = "1"
"""The version of the text format this SOPAN writes."""


def written(procedure: Procedure) -> Mapping[str, Plain]:
    """The document: keys in the order of the table of names, nothing that is empty."""
    return _without_empty(
        {
            "sopan": VERSION,
            **_fields(IDENTITY, procedure.identity),
            "disahkan_oleh": _fields(PEJABAT, procedure.identity.disahkan_oleh),
            "pelaksana": _columns(procedure.daftar_pelaksana),
            "status": word(DOCUMENT["status"], procedure.status),
            "tata_letak": _layout(procedure.layout),
            "abaikan": [_fields(SUPPRESSION, suppression) for suppression in procedure.suppressions],
            "langkah": _rows(procedure),
        },
        DOCUMENT,
    )


def _fields(record: Record, value: object, **others: Plain) -> dict[str, Plain]:
    """The plain values of `value` under their keys; `others` are the forms of their own."""
    plain = {
        key.key: _plain(key, getattr(value, key.field))
        for key in record.values()
        if key.shape is not Shape.OTHER and key.key not in others
    }
    return _without_empty({**plain, **others}, record)


def _without_empty(values: Mapping[str, Plain], record: Record, keep: Collection[str] = ()) -> dict[str, Plain]:
    """In the order of the record; what is empty is left out, for that means the same."""
    return {key: values[key] for key in record if values.get(key) or key in keep}


def _plain(key: Key, value: object) -> Plain:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, str):
        return word(key, value) if value and key.shape is Shape.WORD else value
    return number(value) if isinstance(value, float | int) and value else ""


def word(key: Key, value: str) -> str:
    """The word for a value of an enum; InvalidProcedure when it has none."""
    assert key.vocabulary is not None, "only keys with a vocabulary hold words"
    try:
        return key.vocabulary.word(value)
    except KeyError:
        raise InvalidProcedure(f"{key.field} cannot be {value!r}") from None


def number(value: float) -> str:
    """Millimetres, without a decimal point where there is nothing behind it."""
    if not math.isfinite(value):
        raise InvalidProcedure(f"not a number of millimetres: {value}")
    return repr(float(value)).removesuffix(".0")


def _columns(names: Sequence[str]) -> list[Plain]:
    """Neighbours of one group share their upper head."""
    columns: list[Plain] = []
    for group, members in groupby(names, key=lambda name: name.partition(" / ")[0]):
        found = list(members)
        lower = [name.partition(" / ")[2] for name in found]
        columns.extend([{group: lower}] if len(found) > 1 and all(lower) else found)
    return columns


def _layout(layout: Layout) -> dict[str, Plain]:
    return _fields(
        LAYOUT,
        layout,
        simbol=[_fields(SYMBOL_NUDGE, nudge, langkah=str(nudge.symbol)) for nudge in layout.symbols],
        garis=[
            _fields(
                LINE_NUDGE,
                nudge,
                dari=str(nudge.edge.source),
                ke=str(nudge.edge.target),
                jawaban=nudge.edge.answer,
            )
            for nudge in layout.lines
        ],
    )


def _rows(procedure: Procedure) -> list[Plain]:
    rows = [_Row(procedure, place) for place in range(len(procedure.steps))]
    places = [str(place) for place in range(1, len(rows) + 1)]
    by_place = [step.id for step in procedure.steps] == places
    with_ids = not by_place or names_a_step(procedure) or any(row.names_a_step for row in rows)
    return [row.plain(with_id=with_ids) for row in rows]


def names_a_step(procedure: Procedure) -> bool:
    """Whether a nudge or a suppression names a step, which a new row above it must not shift."""
    return bool(
        procedure.layout.symbols or procedure.layout.lines or any(found.step for found in procedure.suppressions)
    )


class _Row:
    """One step and the edges that leave it, sorted by the place where they are written."""

    def __init__(self, procedure: Procedure, place: int) -> None:
        self._step = step = procedure.steps[place]
        following = procedure.steps[place + 1 :][:1] if goes_on(step.kind) else ()
        default = [Edge(End(step.id), End(other.id)) for other in following]
        leaving = [*procedure.edges_from(step.id), *procedure.inner_edges(step.id)]
        self._arrows = [edge for edge in leaving if _is_arrow(edge)]
        self._ways = [edge for edge in leaving if not _is_arrow(edge)]
        self._is_default = self._ways == default

    @property
    def names_a_step(self) -> bool:
        """Whether `ke` is written and names a step."""
        return bool(self._ways) and not self._is_default

    def plain(self, *, with_id: bool) -> dict[str, Plain]:
        step = self._step
        ways = [] if self._is_default else self._ways
        entries: dict[str, Plain] = {
            "id": step.id if with_id else "",
            "nomor": step.nomor,
            "kegiatan": step.kegiatan,
            "pelaksana": self._executors(ways),
            "kelengkapan": list(step.mutu_baku.kelengkapan),
            "waktu": step.mutu_baku.waktu,
            "output": step.mutu_baku.output,
            "keterangan": step.keterangan,
            "jenis": "" if step.kind is Kind.PROCESS else word(STEP["jenis"], step.kind),
            "ke": _ways_from("", ways),
            "antar": [_arrow(edge) for edge in self._arrows],
        }
        goes_nowhere = not self._ways and not self._is_default
        return _without_empty(entries, STEP, keep=("ke",) if goes_nowhere else ())

    def _executors(self, ways: Sequence[Edge]) -> Plain:
        """One name as a text; several, or symbols of their own, as a list."""
        symbols: list[Plain] = [_symbol(symbol, _ways_from(symbol.pelaksana, ways)) for symbol in self._step.symbols]
        return symbols[0] if len(symbols) == 1 and isinstance(symbols[0], str) else symbols


def _is_arrow(edge: Edge) -> bool:
    """Whether it is written under `antar`: from one executor's symbol to another's, in one row."""
    return edge.is_inner and bool(edge.source.pelaksana and edge.target.pelaksana)


def _symbol(symbol: Symbol, ways: Plain) -> Plain:
    if symbol.kind is None and not ways:
        return symbol.pelaksana
    return _fields(SYMBOL, symbol, ke=ways)


def _ways_from(pelaksana: str, edges: Iterable[Edge]) -> Plain:
    """A text or a list where there are no answers, else a mapping from answers to them."""
    targets: dict[str, list[str]] = {}
    for edge in edges:
        if edge.source.pelaksana == pelaksana:
            targets.setdefault(edge.answer, []).append(str(edge.target))
    if set(targets) <= {""}:
        return _one_or_all(targets.get("", []))
    return {answer: _one_or_all(ends) for answer, ends in targets.items()}


def _one_or_all(ends: list[str]) -> Plain:
    return ends[0] if len(ends) == 1 else ends


def _arrow(edge: Edge) -> dict[str, Plain]:
    arrow = {"dari": edge.source.pelaksana, "ke": edge.target.pelaksana, "jawaban": edge.answer}
    return _without_empty(arrow, ARROW)
