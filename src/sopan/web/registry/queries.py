"""Reads, shaped for pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet

from sopan.web.organisation.models import Unit
from sopan.web.registry.models import ProcedureRecord
from sopan.web.registry.policies import Reach

ON_A_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for among the procedures."""

    words: str = ""
    status: str = ""
    units: frozenset[int] | None = None


def records(reach: Reach, wanted: Wanted, day: date, page: int) -> Page[ProcedureRecord]:
    """The procedures somebody may read, with `unit` named as on the day."""
    found = visible_to(reach).prefetch_related(Prefetch("unit", Unit.objects.named(day)))
    for word in wanted.words.split()[:8]:
        found = found.filter(judul__icontains=word) | found.filter(nomor__icontains=word)
    if wanted.status:
        found = found.filter(status=wanted.status)
    if wanted.units is not None:
        found = found.filter(unit__in=wanted.units)
    return Paginator(found, ON_A_PAGE).get_page(page)


def visible_to(reach: Reach) -> QuerySet[ProcedureRecord]:
    """The procedures somebody may read."""
    return ProcedureRecord.objects.filter(reach.visible())


def macros_for(record: ProcedureRecord, reach: Reach) -> QuerySet[ProcedureRecord]:
    """Procedures of which this one may be a part."""
    return visible_to(reach).filter(besaran="macro").exclude(pk=record.pk)


def units_open_to(reach: Reach, permitted: Iterable[int] | None, day: date) -> list[Unit]:
    """Units of a day, in the order of the tree; of these ids only, None for all."""
    units = list(Unit.objects.on(day).named(day))
    ids = None if permitted is None else set(permitted)
    return [unit for unit in in_tree_order(units) if ids is None or unit.pk in ids]


def in_tree_order(units: list[Unit]) -> list[Unit]:
    """Each unit before those below it, each with `depth`."""
    below: dict[int | None, list[Unit]] = {}
    for unit in units:
        below.setdefault(unit.parent_id, []).append(unit)
    ordered: list[Unit] = []

    def walk(parent: int | None, depth: int) -> None:
        for unit in below.pop(parent, ()):
            unit.depth = depth
            ordered.append(unit)
            walk(unit.pk, depth + 1)

    walk(None, 0)
    return ordered
