"""The regency as it is and as it was: units, offices, people, seats, roles."""

from sopan.web.organisation.models.access import Grant, Permission, Role, User
from sopan.web.organisation.models.jabatan import Jabatan, JabatanKind, JabatanName
from sopan.web.organisation.models.people import Capacity, Person, PersonKind, Seat
from sopan.web.organisation.models.units import Pemda, Succession, Unit, UnitKind, UnitName

__all__ = [
    "Capacity",
    "Grant",
    "Jabatan",
    "JabatanKind",
    "JabatanName",
    "Pemda",
    "Permission",
    "Person",
    "PersonKind",
    "Role",
    "Seat",
    "Succession",
    "Unit",
    "UnitKind",
    "UnitName",
    "User",
]
