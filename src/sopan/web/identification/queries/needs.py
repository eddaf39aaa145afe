"""What units need."""

from __future__ import annotations

from collections.abc import Sequence

from sopan.web.identification.models import Need
from sopan.web.organisation.models import Unit


def needs_of(units: Sequence[Unit]) -> list[Need]:
    """The needs of these units, the first priority first, each with `unit_name`."""
    names = {unit.pk: unit.nama for unit in units}
    found = list(Need.objects.filter(unit__in=names).select_related("record", "tupoksi"))
    for need in found:
        need.unit_name = names[need.unit_id]  # type: ignore[attr-defined]
    return sorted(found, key=lambda need: (need.priority, -need.score, need.pk))
