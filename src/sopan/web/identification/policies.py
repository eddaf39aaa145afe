"""Who may read and change the tupoksi and titles of a unit."""

from __future__ import annotations

from sopan.web.organisation.models import Permission, User
from sopan.web.registry.policies import Reach, reach_of, require

__all__ = ["may_edit", "may_map", "may_read", "reach_of", "require", "require_edit"]


def may_read(reach: Reach, unit: int) -> bool:
    """Tupoksi and planned titles are read inside the own agency, and by those who read everything."""
    return reach.sees_unit(unit)


def may_edit(reach: Reach, unit: int) -> bool:
    """Enter tupoksi, fill Tabel 6 and assess needs."""
    return reach.plans_in(unit)


def may_map(reach: Reach) -> bool:
    """Keep the process map of the regency."""
    return reach.access.allows(Permission.EDIT_TUPOKSI, None)


def require_edit(by: User, unit: int) -> Reach:
    """The reach of somebody who may edit here. Raises NotAllowed otherwise."""
    reach = reach_of(by)
    require(may_edit(reach, unit))
    return reach
