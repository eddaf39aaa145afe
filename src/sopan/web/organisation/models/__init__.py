"""The regency as it is and as it was: units, offices, people, seats, roles."""

from sopan.web.organisation.models.access import GUARDED, Grant, Permission, Role, User
from sopan.web.organisation.models.batches import Batch, BatchKind
from sopan.web.organisation.models.jabatan import Jabatan, JabatanKind, JabatanName, JabatanSuccession
from sopan.web.organisation.models.people import Capacity, Person, PersonKind, Seat
from sopan.web.organisation.models.units import Pemda, Succession, Unit, UnitKind, UnitName

__all__ = [
    "GUARDED",
    "Batch",
    "BatchKind",
    "Capacity",
    "Grant",
    "Jabatan",
    "JabatanKind",
    "JabatanName",
    "JabatanSuccession",
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
