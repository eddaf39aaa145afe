"""What pages about one unit share: the unit, who asks, and the tabs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import Http404
from django.utils import timezone

from sopan.web.identification.policies import may_edit, may_read, reach_of, require
from sopan.web.organisation.models import Pemda, Unit
from sopan.web.registry.policies import Reach
from sopan.web.registry.queries import in_tree_order
from sopan.web.ui.requests import SignedInRequest


@dataclass(frozen=True, slots=True)
class Place:
    """The unit a page is about, its agency, and what the person may do there."""

    unit: Unit
    opd: Unit
    units: tuple[Unit, ...]
    """Every unit of the agency, in the order of the tree."""
    reach: Reach
    today: date
    names: Mapping[int, str]
    """Of every unit of the regency, its name of today."""

    @property
    def may_edit(self) -> bool:
        """Whether the person may change anything here."""
        return may_edit(self.reach, self.unit.pk)

    @property
    def at_and_below(self) -> list[Unit]:
        """The unit and those below it, in the order of the tree."""
        below: set[int] = {self.unit.pk}
        for unit in self.units:
            if unit.parent_id in below:
                below.add(unit.pk)
        return [unit for unit in self.units if unit.pk in below]


def place_of(request: SignedInRequest, unit_id: int, *, to_edit: bool = False) -> Place:
    """Where we are; of a unit that has ended, the one that followed it.

    Raises Http404 for no unit of today, NotAllowed for somebody else's.
    """
    reach, today = reach_of(request.user), timezone.localdate()
    unit_id = reach.home_of(unit_id)
    opd = reach.opd_of(unit_id)
    units = in_tree_order(list(Unit.objects.on(today).named(today)))
    own = tuple(unit for unit in units if reach.opd_of(unit.pk) == opd)
    found = {unit.pk: unit for unit in own}
    if unit_id not in found or opd not in found:
        raise Http404
    require(may_edit(reach, unit_id) if to_edit else may_read(reach, unit_id))
    return Place(found[unit_id], found[opd], own, reach, today, {unit.pk: unit.nama for unit in units})


def printed_names() -> tuple[str, str]:
    """The name of the regional government, and the notice of an invented one."""
    pemda = Pemda.objects.first()
    return (str(pemda), "DATA KARANGAN" if pemda.is_demo else "") if pemda else ("", "")
