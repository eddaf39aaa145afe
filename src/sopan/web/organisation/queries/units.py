"""Units and their offices, on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q

from sopan.web.organisation.models import Jabatan, Person, Seat, Succession, Unit
from sopan.web.organisation.policies import with_descendants


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in a list: how deep it stands, how many offices it has and how many of them nobody holds."""

    unit: Unit
    depth: int
    offices: int
    vacant: int


def opd_rows(day: date) -> list[UnitRow]:
    """The perangkat daerah of a day, each with the offices of all that is below it."""
    units = list(Unit.objects.on(day).named(day))
    held, all_offices = _offices(day)
    below = _children(units)

    def total(unit: Unit, counts: dict[int, int]) -> int:
        return counts[unit.pk] + sum(total(child, counts) for child in below[unit.pk])

    return [
        UnitRow(unit, 0, total(unit, all_offices), total(unit, all_offices) - total(unit, held))
        for unit in units
        if unit.parent_id is None
    ]


def rows_below(unit: Unit, day: date) -> list[UnitRow]:
    """The units below one, as a tree read from top to bottom."""
    below = _children(list(Unit.objects.on(day).named(day)))
    held, offices = _offices(day)
    rows: list[UnitRow] = []

    def walk(parent: int, depth: int) -> None:
        for child in below[parent]:
            rows.append(UnitRow(child, depth, offices[child.pk], offices[child.pk] - held[child.pk]))
            walk(child.pk, depth + 1)

    walk(unit.pk, 0)
    return rows


def offices_of(unit: Unit, day: date) -> list[Jabatan]:
    """The offices of a unit on a day, each with `holders`: the seats of that day."""
    holders = Prefetch("seats", Seat.objects.on(day).select_related("person"), to_attr="holders")
    return list(unit.daftar_jabatan.on(day).named(day).prefetch_related(holders))


def ancestors_of(unit: Unit, day: date) -> list[Unit]:
    """The units above one, from the top; with their names of the day."""
    chain: list[Unit] = []
    parent = unit.parent_id
    while parent is not None and len(chain) < 20:
        above = Unit.objects.named(day).get(pk=parent)
        chain.insert(0, above)
        parent = above.parent_id
    return chain


def successions_of(unit: Unit) -> list[Succession]:
    """Where a unit came from and where it went, oldest first."""
    either = Q(predecessor=unit) | Q(successor=unit)
    return list(Succession.objects.filter(either).select_related("predecessor", "successor"))


def _children(units: list[Unit]) -> defaultdict[int | None, list[Unit]]:
    below: defaultdict[int | None, list[Unit]] = defaultdict(list)
    for unit in units:
        below[unit.parent_id].append(unit)
    return below


def _offices(day: date) -> tuple[defaultdict[int, int], defaultdict[int, int]]:
    """By unit: offices that somebody holds, and all of them."""
    held: defaultdict[int, int] = defaultdict(int)
    offices: defaultdict[int, int] = defaultdict(int)
    current = Q(seats__since__lte=day) & (Q(seats__until=None) | Q(seats__until__gt=day))
    for unit, people in Jabatan.objects.on(day).annotate(n=Count("seats", filter=current)).values_list("unit_id", "n"):
        offices[unit] += 1
        held[unit] += bool(people)
    return held, offices


def family_of(unit: Unit) -> set[int]:
    """Ids of the perangkat daerah a unit belongs to, and of everything below that; with one query."""
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    top, seen = unit.pk, set()
    while parents.get(top) is not None and top not in seen:
        seen.add(top)
        top = parents[top]
    below: defaultdict[int, list[int]] = defaultdict(list)
    for pk, parent in parents.items():
        below[parent or 0].append(pk)
    return with_descendants(top, below)


def heirs_of(units: Iterable[int], day: date) -> dict[int, frozenset[int]]:
    """For each unit that has ended, those which have its affairs on a day, through every re-organisation since."""
    links: defaultdict[int, set[int]] = defaultdict(set)
    for before, after in Succession.objects.filter(since__lte=day).values_list("predecessor_id", "successor_id"):
        links[before].add(after)
    found = {}
    for unit in units:
        reached = with_descendants(unit, links) - {unit}
        found[unit] = frozenset(each for each in reached if not links.get(each))
    return found


def people_of(unit: Unit) -> list[Person]:
    """Those who work in a unit, at most three hundred: what a form suggests."""
    return list(Person.objects.filter(unit__in=family_of(unit))[:300])
