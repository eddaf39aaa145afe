"""The roles a regency begins with. It may rename them, change what they allow, and add its own."""

from __future__ import annotations

from dataclasses import dataclass

from sopan.web.organisation.models import Permission, Role

P = Permission


@dataclass(frozen=True, slots=True)
class Beginning:
    """A role as it is at the start."""

    code: str
    nama: str
    permissions: tuple[P, ...]
    needs_second_factor: bool = False


ROLES = (
    Beginning(
        "admin_pemda", "Admin Pemda", (P.ADMINISTER, P.READ_EVERYTHING, P.EDIT_TUPOKSI), needs_second_factor=True
    ),
    Beginning("admin_opd", "Admin OPD", (P.MANAGE_UNIT, P.EDIT_TUPOKSI), needs_second_factor=True),
    Beginning("sekretaris_opd", "Sekretaris OPD", (P.EDIT_TUPOKSI, P.WRITE_PROCEDURE, P.COMMENT)),
    Beginning("penyusun", "Penyusun", (P.EDIT_TUPOKSI, P.WRITE_PROCEDURE, P.COMMENT)),
    Beginning("penelaah", "Penelaah", (P.READ_EVERYTHING, P.REVIEW_PROCEDURE, P.COMMENT)),
    Beginning("pengesah", "Pejabat Pengesah", (P.RATIFY_PROCEDURE, P.COMMENT), needs_second_factor=True),
    Beginning("pemantau", "Pemantau", (P.READ_EVERYTHING,)),
    Beginning("bagian_hukum", "Bagian Hukum", (P.READ_EVERYTHING, P.COMMENT)),
    Beginning("bkpsdm", "BKPSDM", (P.READ_EVERYTHING,)),
    Beginning("ppid", "PPID", (P.READ_EVERYTHING,)),
    Beginning("narasumber", "Narasumber", (P.COMMENT,)),
)
"""Every ASN is a Pelaksana without a grant: whoever can sign in reads what is in force."""


def lay_down() -> None:
    """Make the roles that are not there yet; those that are stay as the regency has made them."""
    for role in ROLES:
        Role.objects.get_or_create(
            code=role.code,
            defaults={
                "nama": role.nama,
                "permissions": [permission.value for permission in role.permissions],
                "needs_second_factor": role.needs_second_factor,
            },
        )
