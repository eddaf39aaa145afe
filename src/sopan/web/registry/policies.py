"""Who may read and plan procedures. An agency's drafts and plans are seen inside that agency only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from sopan.web.organisation.models import Grant, Permission, Seat, Unit, User
from sopan.web.organisation.policies import Access, access_from, require, with_descendants
from sopan.web.registry.models import SEEN_BY_ALL, ProcedureRecord

__all__ = ["Reach", "reach_of", "require"]


@dataclass(frozen=True, slots=True)
class Reach:
    """What one person may read and write today, asked once for a page."""

    access: Access
    inside: frozenset[int]
    """Ids of the units of every agency in which the person has a seat or a role."""
    parents: Mapping[int, int | None]
    """Of every unit, the one above."""

    @property
    def reads_all(self) -> bool:
        """Whether nothing is hidden."""
        return self.access.allows(Permission.READ_EVERYTHING, None)

    def sees_unit(self, unit: int) -> bool:
        """Whether plans and drafts of this unit are open."""
        return unit in self.inside or self.access.allows(Permission.READ_EVERYTHING, unit)

    def sees(self, record: ProcedureRecord) -> bool:
        """Whether this procedure is open."""
        return record.status in SEEN_BY_ALL or self.sees_unit(record.unit_id)

    def plans_in(self, unit: int) -> bool:
        """Whether titles may be written down for this unit, and its paper registered."""
        return self.access.allows(Permission.EDIT_TUPOKSI, unit)

    def writes_in(self, unit: int) -> bool:
        """Whether procedures of this unit may be written."""
        return self.access.allows(Permission.WRITE_PROCEDURE, unit)

    def opd_of(self, unit: int) -> int:
        """Id of the agency a unit belongs to."""
        seen = {unit}
        while (above := self.parents.get(unit)) is not None and above not in seen:
            unit = above
            seen.add(unit)
        return unit

    def visible(self) -> Q:
        """The condition that leaves the procedures this person may read."""
        if self.reads_all:
            return Q()
        return Q(status__in=SEEN_BY_ALL) | Q(unit__in=self._open_units())

    def _open_units(self) -> frozenset[int]:
        return self.inside | (self.access.units_with(Permission.READ_EVERYTHING) or frozenset())


def reach_of(user: User) -> Reach:
    """The reach of a user, in three queries; nothing for an account without a person or one that was closed."""
    parents = dict(Unit.objects.values_list("pk", "parent_id"))
    if user.person_id is None or not user.is_active:
        return Reach(Access(), frozenset(), parents)
    today = timezone.localdate()
    below: defaultdict[int, list[int]] = defaultdict(list)
    for unit, parent in parents.items():
        if parent is not None:
            below[parent].append(unit)
    grants = list(Grant.objects.on(today).filter(person=user.person_id).values_list("role__permissions", "unit_id"))
    seats = Seat.objects.on(today).filter(person=user.person_id).values_list("jabatan__unit_id", flat=True)
    reach = Reach(access_from(grants, below), frozenset(), parents)
    tops = {reach.opd_of(unit) for unit in (*seats, *(unit for _permissions, unit in grants if unit))}
    inside = frozenset(unit for top in tops for unit in with_descendants(top, below))
    return Reach(reach.access, inside, parents)
