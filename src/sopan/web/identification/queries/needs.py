"""What units need."""

from __future__ import annotations

from collections.abc import Sequence

from sopan.web.identification.models import Need
from sopan.web.organisation.models import Unit
from sopan.web.registry.policies import Reach


def needs_of(units: Sequence[Unit], reach: Reach) -> list[Need]:
    """The needs of these units, the first priority first, each with `unit_name`."""
    names = {unit.pk: unit.nama for unit in units}
    found = list(Need.objects.filter(unit__in=reach.with_predecessors(names)).select_related("record", "tupoksi"))
    for need in found:
        need.unit_name = names[reach.home_of(need.unit_id)]  # type: ignore[attr-defined]
    return sorted(found, key=lambda need: (need.priority, -need.score, need.pk))
