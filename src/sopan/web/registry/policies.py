"""Who may read and plan procedures. An agency's drafts and plans are seen inside that agency only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils import timezone

from sopan.web.organisation.models import Grant, Permission, Seat, Succession, Unit, User
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
    """Of every unit, the one above; of one that has ended, the one that has its affairs now."""
    heirs: Mapping[int, int] = field(default_factory=dict)
    """Of every unit that has ended, the first of those that followed it."""

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

    def home_of(self, unit: int) -> int:
        """The unit that has the affairs of this one today: itself, or who followed it through every re-organisation."""
        seen = {unit}
        while (heir := self.heirs.get(unit)) is not None and heir not in seen:
            unit = heir
            seen.add(unit)
        return unit

    def with_predecessors(self, units: Iterable[int]) -> list[int]:
        """These units, and those that have ended and whose affairs are theirs now."""
        ids = list(units)
        known = set(ids)
        return [*ids, *(old for old in self.heirs if old not in known and self.home_of(old) in known)]

    def visible(self) -> Q:
        """The condition that leaves the procedures this person may read."""
        if self.reads_all:
            return Q()
        return Q(status__in=SEEN_BY_ALL) | Q(unit__in=self._open_units())

    def _open_units(self) -> frozenset[int]:
        return self.inside | (self.access.units_with(Permission.READ_EVERYTHING) or frozenset())


def reach_of(user: User) -> Reach:
    """The reach of a user, in four queries; nothing for an account without a person or one that was closed."""
    today = timezone.localdate()
    parents, heirs, below = _shape(today)
    if user.person_id is None or not user.is_active:
        return Reach(Access(), frozenset(), parents, heirs)
    grants = list(Grant.objects.on(today).filter(person=user.person_id).values_list("role__permissions", "unit_id"))
    seats = Seat.objects.on(today).filter(person=user.person_id).values_list("jabatan__unit_id", flat=True)
    reach = Reach(access_from(grants, below), frozenset(), parents, heirs)
    tops = {reach.opd_of(unit) for unit in (*seats, *(unit for _permissions, unit in grants if unit))}
    inside = frozenset(unit for top in tops for unit in with_descendants(top, below))
    return Reach(reach.access, inside, parents, heirs)


def _shape(day: date) -> tuple[dict[int, int | None], dict[int, int], dict[int, list[int]]]:
    """Above, heir and below of every unit on a day: what a re-organisation ended lies below all who followed it."""
    parents: dict[int, int | None] = dict(Unit.objects.values_list("pk", "parent_id"))
    heirs: dict[int, int] = {}
    below: defaultdict[int, list[int]] = defaultdict(list)
    links = Succession.objects.filter(since__lte=day).order_by("since", "pk")
    for before, after in links.values_list("predecessor_id", "successor_id"):
        if before not in heirs:
            heirs[before] = parents[before] = after
        below[after].append(before)
    for unit, parent in parents.items():
        if parent is not None and unit not in heirs:
            below[parent].append(unit)
    return parents, heirs, below
