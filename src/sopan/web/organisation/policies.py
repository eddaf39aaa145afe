"""Who may do what to the organisation, and the answer every other capability builds on: `access_of`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from sopan.web.organisation.models import Grant, Permission, Person, Seat, Unit, User
from sopan.web.ui.trouble import NotAllowed


@dataclass(frozen=True, slots=True)
class Access:
    """What one person may do on one day."""

    everywhere: frozenset[str] = frozenset()
    """Permissions in the whole regency."""
    inside: Mapping[str, frozenset[int]] = field(default_factory=dict)
    """Permission → ids of the units, those below the granted ones included."""

    def allows(self, permission: Permission, unit: int | None) -> bool:
        """Whether the permission holds in the unit with this id; with None, in the whole regency."""
        return permission in self.everywhere or (unit is not None and unit in self.inside.get(permission, ()))

    def units_with(self, permission: Permission) -> frozenset[int] | None:
        """Ids of the units in which it holds; None for all of them."""
        return None if permission in self.everywhere else self.inside.get(permission, frozenset())


def access_of(user: User, day: date | None = None) -> Access:
    """Everything this user may do; nothing for an account without a person, or one that was closed."""
    if user.person_id is None or not user.is_active:
        return Access()
    today = day or timezone.localdate()
    grants = list(Grant.objects.on(today).filter(person=user.person_id).values_list("role__permissions", "unit_id"))
    return access_from(grants, below() if any(unit for _, unit in grants) else {})


def access_from(grants: Iterable[tuple[list[str], int | None]], below: Mapping[int, Iterable[int]]) -> Access:
    """Access from pairs of permissions and unit, and the units right below each unit."""
    everywhere: set[str] = set()
    inside: defaultdict[str, set[int]] = defaultdict(set)
    for permissions, unit in grants:
        if unit is None:
            everywhere.update(permissions)
        else:
            units = with_descendants(unit, below)
            for permission in permissions:
                inside[permission] |= units
    return Access(frozenset(everywhere), {permission: frozenset(units) for permission, units in inside.items()})


def with_descendants(unit: int, below: Mapping[int, Iterable[int]]) -> set[int]:
    """The unit and everything below it."""
    found, waiting = {unit}, [unit]
    while waiting:
        fresh = set(below.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return found


def below() -> dict[int, list[int]]:
    """Ids of the units right below each unit; with one query."""
    children: defaultdict[int, list[int]] = defaultdict(list)
    for unit, parent in Unit.objects.exclude(parent=None).values_list("pk", "parent_id"):
        children[parent].append(unit)
    return children


def require(allowed: bool) -> None:
    """Raises NotAllowed unless it is."""
    if not allowed:
        raise NotAllowed


def may_administer(user: User) -> bool:
    """Shape the organisation as a whole: perangkat daerah, roles, the site."""
    return administers(access_of(user))


def may_manage(user: User, unit: Unit | None) -> bool:
    """Change a unit, its offices and people; without a unit, open a perangkat daerah."""
    return manages(access_of(user), unit.pk if unit is not None else None)


def administers(access: Access) -> bool:
    """The same as `may_administer`, where the access is known already."""
    return access.allows(Permission.ADMINISTER, None)


def manages(access: Access, unit: int | None) -> bool:
    """The same as `may_manage`, where the access is known already."""
    own = unit is not None and access.allows(Permission.MANAGE_UNIT, unit)
    return own or administers(access)


def imports(access: Access) -> bool:
    """Bring in whole tables, and record a mutasi: the Admin Pemda, and an Admin OPD for the own agency."""
    return administers(access) or access.units_with(Permission.MANAGE_UNIT) != frozenset()


def sees_people(access: Access) -> bool:
    """Whether there is a list of people for them."""
    return _shown(access) != frozenset()


def may_look_after(user: User, person: Person) -> bool:
    """Change what is known of somebody, give them an account: an Admin OPD, for those who work in the own agency.

    A seat as Plt in the agency of another does not make somebody theirs.
    """
    access = access_of(user)
    own = access.units_with(Permission.MANAGE_UNIT)
    if administers(access) or own is None:
        return True
    if person.unit_id is not None:
        return person.unit_id in own
    held = _units_held(person)
    return bool(held) and held <= own


def _units_held(person: Person) -> set[int]:
    seats = Seat.objects.on(timezone.localdate()).filter(person=person)
    return set(seats.values_list("jabatan__unit_id", flat=True))


def units_of_people_shown_to(user: User) -> frozenset[int] | None:
    """Units whose people, with their numbers, are shown in the list; None for all of them."""
    return _shown(access_of(user))


def _shown(access: Access) -> frozenset[int] | None:
    if administers(access) or access.allows(Permission.READ_EVERYTHING, None):
        return None
    return access.units_with(Permission.MANAGE_UNIT)


def may_see(user: User, person: Person) -> bool:
    """The page of somebody, with their number: oneself, who reads everything, Admin OPD of the agencies they are in."""
    shown = units_of_people_shown_to(user)
    return (
        shown is None
        or user.person_id == person.pk
        or person.unit_id in shown
        or not shown.isdisjoint(_units_held(person))
    )


DELEGABLE = frozenset({Permission.EDIT_TUPOKSI, Permission.WRITE_PROCEDURE, Permission.COMMENT})
"""What an Admin OPD may hand out inside the own agency; everything else comes from the Admin Pemda."""


def may_grant(user: User, permissions: Iterable[str], unit: Unit | None) -> bool:
    """Give or take a role with these permissions in a unit; without one, in the whole regency."""
    access = access_of(user)
    if access.allows(Permission.ADMINISTER, None):
        return True
    return unit is not None and access.allows(Permission.MANAGE_UNIT, unit.pk) and DELEGABLE.issuperset(permissions)
