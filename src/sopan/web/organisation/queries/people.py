"""People, found and looked at."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery

from sopan.checker.language.nip import digits_of
from sopan.web.organisation.models import (
    Grant,
    Jabatan,
    JabatanName,
    JabatanSuccession,
    Permission,
    Person,
    Role,
    Seat,
    UnitName,
    User,
)
from sopan.web.organisation.models.lasting import LastingQuerySet
from sopan.web.organisation.policies import below, with_descendants

PER_PAGE = 50


def seats_with_names(day: date) -> LastingQuerySet[Any]:
    """Seats of a day with `jabatan_nama` and `unit_nama`, as they are called on it."""
    offices = JabatanName.objects.filter(jabatan=OuterRef("jabatan"), since__lte=day).order_by("-since")
    units = UnitName.objects.filter(unit=OuterRef("jabatan__unit"), since__lte=day).order_by("-since")
    return Seat.objects.annotate(
        jabatan_nama=Subquery(offices.values("nama")[:1]),
        unit_nama=Subquery(units.values("nama")[:1]),
        unit_pk=F("jabatan__unit_id"),
    )


def people_page(
    day: date, *, within: frozenset[int] | None, search: str = "", unit: int | None = None, number: int = 1
) -> Page[Any]:
    """People of some units (None: of all), each with `held`: the seats of the day."""
    found = Person.objects.all()
    if within is not None:
        found = found.filter(_works_in(within, day))
    if unit is not None:
        found = found.filter(_works_in(_at_and_below(unit), day))
    for word in _words(search):
        found = found.filter(Q(nama__icontains=word) | Q(nip__startswith=word))
    account = User.objects.filter(person=OuterRef("pk"), is_active=True)
    held = Prefetch("seats", seats_with_names(day).on(day), to_attr="held")
    found = found.annotate(has_account=Exists(account)).prefetch_related(held).order_by("nama", "id")
    return Paginator(found, PER_PAGE).get_page(number)


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything the page of one person shows."""

    person: Person
    seats: list[Seat]
    past: list[Seat]
    grants: list[Grant]
    user: User | None
    has_second_factor: bool


def person_view(person: Person, day: date) -> PersonView:
    """One person: what they hold and held, what they may, their account."""
    seats = list(seats_with_names(day).filter(person=person))
    names = UnitName.objects.filter(unit=OuterRef("unit"), since__lte=day).order_by("-since")
    grants = Grant.objects.filter(person=person).select_related("role", "unit")
    user = User.objects.filter(person=person).first()
    return PersonView(
        person=person,
        seats=[seat for seat in seats if seat.until is None or seat.until > day],
        past=[seat for seat in seats if seat.until is not None and seat.until <= day],
        grants=list(grants.annotate(unit_nama=Subquery(names.values("nama")[:1]))),
        user=user,
        has_second_factor=user is not None
        and Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists(),
    )


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role, what it allows in words, and how many have it."""

    role: Role
    allows: list[str]
    people: int


def role_rows(day: date) -> list[RoleRow]:
    """Every role."""
    held = Counter(Grant.objects.on(day).values_list("role_id", flat=True))
    labels = dict(Permission.choices)
    return [
        RoleRow(role, [str(labels.get(each, each)) for each in role.permissions], held[role.pk])
        for role in Role.objects.all()
    ]


def grants_of(role: Role, day: date) -> list[Grant]:
    """Who has a role on a day, and where."""
    names = UnitName.objects.filter(unit=OuterRef("unit"), since__lte=day).order_by("-since")
    grants = Grant.objects.on(day).filter(role=role).select_related("person")
    return list(grants.annotate(unit_nama=Subquery(names.values("nama")[:1])).order_by("person__nama"))


@dataclass(frozen=True, slots=True)
class OfficeView:
    """Everything the page of one office shows."""

    jabatan: Jabatan
    holders: list[Seat]
    coming: list[Seat]
    past: list[Seat]
    vacant: int
    successions: list[JabatanSuccession]


def office_view(jabatan: Jabatan, day: date) -> OfficeView:
    """One office: who holds it, will, and did; how many of its places are empty."""
    seats = list(Seat.objects.filter(jabatan=jabatan).select_related("person"))
    holders = [seat for seat in seats if seat.holds_on(day)]
    regular = sum(seat.capacity == "definitif" for seat in holders)
    return OfficeView(
        jabatan=jabatan,
        holders=holders,
        coming=[seat for seat in seats if seat.since > day],
        past=[seat for seat in seats if seat.until is not None and seat.until <= day],
        vacant=max(0, jabatan.places - regular),
        successions=list(
            JabatanSuccession.objects.filter(Q(predecessor=jabatan) | Q(successor=jabatan)).select_related(
                "predecessor", "successor"
            )
        ),
    )


def _works_in(units: frozenset[int] | set[int], day: date) -> Q:
    holds = Q(until=None) | Q(until__gt=day)
    seated = Seat.objects.filter(holds, person=OuterRef("pk"), since__lte=day, jabatan__unit__in=units)
    return Q(unit__in=units) | Q(Exists(seated))


def _words(search: str) -> list[str]:
    """Pieces of a name; a number is one piece, however it is spaced."""
    number = digits_of(search)
    return [number] if number.isdecimal() else search.split()[:6]


def _at_and_below(unit: int) -> set[int]:
    return with_descendants(unit, below())
