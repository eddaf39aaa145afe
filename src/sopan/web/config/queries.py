"""What the first page shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sopan.web.organisation import policies
from sopan.web.organisation.models import Grant, Jabatan, Seat, Unit, User


@dataclass(frozen=True, slots=True)
class Home:
    """Where a person stands today."""

    seats: tuple[tuple[Seat, str, str], ...]
    """Each seat with the names of its jabatan and unit."""
    grants: tuple[tuple[Grant, str], ...]
    """Each role with the name of the unit it holds in; empty for the whole regency."""
    is_empty_site: bool
    """Nothing is entered yet, and this person may begin."""


def home_of(user: User, day: date) -> Home:
    """The seats and roles of a person on a day; one query for each kind of thing."""
    if user.person_id is None:
        return Home((), (), is_empty_site=False)
    seats = list(Seat.objects.on(day).filter(person=user.person_id))
    grants = list(Grant.objects.on(day).filter(person=user.person_id).select_related("role"))
    offices = {each.pk: each for each in Jabatan.objects.named(day).filter(pk__in=[seat.jabatan_id for seat in seats])}
    wanted = {office.unit_id for office in offices.values()} | {grant.unit_id for grant in grants if grant.unit_id}
    units = {unit.pk: unit.nama for unit in Unit.objects.named(day).filter(pk__in=wanted)}
    return Home(
        seats=tuple(
            (seat, offices[seat.jabatan_id].nama, units.get(offices[seat.jabatan_id].unit_id, "")) for seat in seats
        ),
        grants=tuple((grant, units.get(grant.unit_id or 0, "")) for grant in grants),
        is_empty_site=policies.may_administer(user) and not Unit.objects.exists(),
    )
