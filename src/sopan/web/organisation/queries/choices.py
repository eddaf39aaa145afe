"""What people choose from: units as a tree, offices by unit, somebody by what was typed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from django.db.models import Q

from sopan.checker.language.nip import digits_of
from sopan.web.organisation.models import Jabatan, Person, Unit
from sopan.web.organisation.queries.units import family_of

SPACE = "\u2003"
"""A wide space: browsers drop ordinary ones at the start of a choice."""


def unit_choices(day: date, *, within: frozenset[int] | None = None) -> list[tuple[int, str]]:
    """Units of a day as choices, those below another indented; only those `within`, where it is given."""
    below: defaultdict[int | None, list[Unit]] = defaultdict(list)
    for unit in Unit.objects.on(day).named(day):
        below[unit.parent_id].append(unit)
    found: list[tuple[int, str]] = []

    def walk(parent: int | None, depth: int) -> None:
        for unit in below[parent]:
            shown = within is None or unit.pk in within
            if shown:
                found.append((unit.pk, SPACE * depth + (unit.nama or "")))
            walk(unit.pk, depth + shown)

    walk(None, 0)
    return found


def office_choices(unit: Unit, day: date, *, besides: Jabatan) -> list[tuple[int, str]]:
    """The other offices of the perangkat daerah this unit belongs to, with the names of their units."""
    family = family_of(unit)
    offices = Jabatan.objects.on(day).named(day).filter(unit__in=family).exclude(pk=besides.pk)
    units = {each.pk: each.nama for each in Unit.objects.named(day).filter(pk__in=family)}
    return [(office.pk, f"{office.nama} · {units[office.unit_id]}") for office in offices.order_by("unit_id", "order")]


def people_like(typed: str) -> list[Person]:
    """Those whose NIP, or whose whole name, this is; at most twenty."""
    typed = " ".join(typed.split())
    full = Q(nama__iexact=typed)
    return list(Person.objects.filter(full | Q(nip=digits_of(typed) or "-"))[:20])
