"""What is covered: which fungsi has no SOP, which SOP serves no fungsi, which is written twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopan.web.identification.models import Row, TupoksiLevel
from sopan.web.identification.queries.similar import Entry, TitleBook
from sopan.web.identification.queries.tree import Node, trees_of
from sopan.web.organisation.models import Unit
from sopan.web.registry.models import Standing
from sopan.web.registry.policies import Reach
from sopan.web.registry.queries import in_tree_order


class State(StrEnum):
    """How far the SOP of a fungsi is, the best of those it has."""

    IN_FORCE = "in_force"
    PAPER = "paper"
    IN_WORK = "in_work"
    PLANNED = "planned"
    NONE = "none"


_ORDER = list(State)
_STATE_OF = {
    Standing.EFFECTIVE: State.IN_FORCE,
    Standing.UNDER_REVISION: State.IN_FORCE,
    Standing.PAPER: State.PAPER,
    Standing.PLANNED: State.PLANNED,
    Standing.REVOKED: State.NONE,
}
HAS_SOP = frozenset({State.IN_FORCE, State.PAPER})


@dataclass(frozen=True, slots=True)
class Duty:
    """A fungsi (or an uraian tugas that stands under none) and how far its SOP is."""

    node: Node
    unit: Unit
    state: State
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two procedures with the same or nearly the same title."""

    one: Entry
    other: Entry
    same: bool
    """Whether they differ in small words only."""
    across: bool
    """Whether they belong to two agencies."""


@dataclass(frozen=True, slots=True)
class Agency:
    """One perangkat daerah and its coverage."""

    unit: Unit
    duties: tuple[Duty, ...]
    idle: tuple[Entry, ...]
    """Procedures that serve no fungsi."""
    twice: tuple[Pair, ...]
    titles: int

    @property
    def without_sop(self) -> int:
        """Fungsi people cannot work by an SOP in."""
        return sum(duty.state not in HAS_SOP for duty in self.duties)

    @property
    def without_title(self) -> int:
        """Fungsi for which not even a title was written down."""
        return sum(duty.state is State.NONE for duty in self.duties)


def coverage(reach: Reach, day: date, only: int | None = None) -> list[Agency]:
    """Every agency the person may see, or the one with this id; seven queries."""
    units = in_tree_order(list(Unit.objects.on(day).named(day)))
    members: defaultdict[int, list[Unit]] = defaultdict(list)
    for unit in units:
        members[reach.opd_of(unit.pk)].append(unit)
    shown = [unit for unit in units if unit.pk == reach.opd_of(unit.pk) and reach.sees_unit(unit.pk)]
    shown = [unit for unit in shown if only in (None, unit.pk)]
    trees = trees_of((unit.pk for opd in shown for unit in members[opd.pk]), reach)
    served = _served()
    book = TitleBook(reach)
    by_opd: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in book.entries:
        by_opd[entry.opd].append(entry)
    linked = {record for records in served.values() for record, _status, _judul in records}
    return [
        Agency(
            unit=opd,
            duties=tuple(duty for unit in members[opd.pk] for duty in _duties(unit, trees[unit.pk], served)),
            idle=tuple(entry for entry in by_opd[opd.pk] if entry.record not in linked),
            twice=tuple(_pairs(book, by_opd[opd.pk])),
            titles=len(by_opd[opd.pk]),
        )
        for opd in shown
    ]


_Served = dict[int, list[tuple[int, str, str]]]


def _served() -> _Served:
    """By tupoksi: id, status and title of the procedures its rows lead to."""
    found: defaultdict[int, list[tuple[int, str, str]]] = defaultdict(list)
    rows = Row.objects.exclude(record=None).order_by("order", "id")
    for tupoksi, record, status, judul in rows.values_list(
        "tupoksi_id", "record_id", "record__status", "record__judul"
    ):
        found[tupoksi].append((record, status, judul))
    return found


def _duties(unit: Unit, nodes: list[Node], served: _Served) -> Iterator[Duty]:
    below: defaultdict[int | None, list[int]] = defaultdict(list)
    level = {node.tupoksi.pk: node.tupoksi.level for node in nodes}
    for node in nodes:
        below[node.tupoksi.parent_id].append(node.tupoksi.pk)
    for node in nodes:
        tupoksi = node.tupoksi
        lone = tupoksi.level == TupoksiLevel.URAIAN and level.get(tupoksi.parent_id or 0) != TupoksiLevel.FUNGSI
        if tupoksi.level != TupoksiLevel.FUNGSI and not lone:
            continue
        records = [record for pk in (tupoksi.pk, *below[tupoksi.pk]) for record in served.get(pk, ())]
        yield Duty(
            node, unit, _best(status for _pk, status, _judul in records), tuple(judul for _pk, _s, judul in records)
        )


def _best(statuses: Iterable[str]) -> State:
    states = [_STATE_OF.get(Standing(status), State.IN_WORK) for status in statuses]
    return min(states, key=_ORDER.index, default=State.NONE)


def _pairs(book: TitleBook, entries: list[Entry]) -> Iterator[Pair]:
    """Each pair once; the plans of others are left out."""
    for entry in entries:
        for other, likeness in book.like(entry.judul, besides=entry.record):
            across = entry.opd != other.opd
            if (not across and other.record < entry.record) or not book.may_name(other):
                continue
            if across and "generic" in (entry.jenis, other.jenis):
                continue
            yield Pair(entry, other, likeness >= 1.0, across)
