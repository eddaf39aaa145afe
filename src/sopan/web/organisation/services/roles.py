"""Roles are given for a unit and a period, and taken; the regency makes its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.text import slugify

from sopan.web.audit.services import record
from sopan.web.organisation import policies
from sopan.web.organisation.models import GUARDED, Grant, Permission, Person, Role, Unit, User
from sopan.web.organisation.services.accounts import require_an_administrator
from sopan.web.ui.trouble import Trouble


class RoleTrouble(Trouble):
    """A role that cannot be given or changed."""


@transaction.atomic
def grant(*, by: User, person: Person, role: Role, unit: Unit | None, since: date, until: date | None = None) -> Grant:
    """Give a role, in a unit and all below it or in the whole regency. Raises RoleTrouble for one that is there."""
    policies.require(policies.may_grant(by, role.permissions, unit))
    if until is not None and until <= since:
        raise RoleTrouble("Tanggal berakhir mendahului tanggal mulai. Periksa kedua tanggal.")
    if unit is not None and Permission.ADMINISTER in role.permissions:
        raise RoleTrouble("“{peran}” berlaku untuk seluruh kabupaten. Kosongkan unitnya.", peran=role)
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if Grant.objects.on(since).filter(person=person, role=role, unit=unit).exists():
        raise RoleTrouble("{orang} sudah memiliki peran “{peran}” di sana.", orang=person, peran=role)
    given = Grant.objects.create(person=person, role=role, unit=unit, since=since, until=until)
    record("organisation.role_granted", by=by, subject=given, unit=str(unit or ""), since=since.isoformat())
    return given


@transaction.atomic
def revoke(*, by: User, given: Grant, on: date) -> None:
    """End a role on a day; one that had not begun is taken back. The last administrator keeps theirs."""
    given = Grant.objects.select_for_update(of=("self",)).select_related("role", "unit", "person").get(pk=given.pk)
    policies.require(policies.may_grant(by, given.role.permissions, given.unit))
    if given.until is not None and given.until <= on:
        raise RoleTrouble("Peran ini sudah berakhir.")
    record("organisation.role_revoked", by=by, subject=given, unit=str(given.unit or ""), on=on.isoformat())
    if given.since >= on:
        given.delete()
    else:
        given.until = on
        given.save()
    if Permission.ADMINISTER in given.role.permissions:
        require_an_administrator()


@transaction.atomic
def make_role(*, by: User, nama: str, permissions: Iterable[str], needs_second_factor: bool = False) -> Role:
    """A role of the regency's own. Raises RoleTrouble for a name that is taken, or a role that allows nothing."""
    policies.require(policies.may_administer(by))
    nama, allowed = _sound(nama, permissions)
    role = Role.objects.create(
        code=_code(nama),
        nama=nama,
        permissions=allowed,
        needs_second_factor=needs_second_factor or not GUARDED.isdisjoint(allowed),
    )
    record("organisation.role_made", by=by, subject=role, permissions=allowed)
    return role


@transaction.atomic
def change_role(
    *, by: User, role: Role, nama: str, permissions: Iterable[str], needs_second_factor: bool = False
) -> None:
    """Another name, or other permissions, for everybody who has it."""
    policies.require(policies.may_administer(by))
    role = Role.objects.select_for_update(of=("self",)).get(pk=role.pk)
    former = role.permissions
    role.nama, role.permissions = _sound(nama, permissions, besides=role)
    role.needs_second_factor = needs_second_factor or not GUARDED.isdisjoint(role.permissions)
    role.save()
    record("organisation.role_changed", by=by, subject=role, former=former, permissions=role.permissions)
    require_an_administrator()


@transaction.atomic
def drop_role(*, by: User, role: Role) -> None:
    """Remove a role that nobody ever had. Raises RoleTrouble for the others: their past would lose its meaning."""
    policies.require(policies.may_administer(by))
    if role.grants.exists():
        raise RoleTrouble("“{peran}” pernah diberikan, jadi tidak dapat dihapus. Akhiri saja pemberiannya.", peran=role)
    record("organisation.role_dropped", by=by, subject=role)
    role.delete()


def _sound(nama: str, permissions: Iterable[str], *, besides: Role | None = None) -> tuple[str, list[str]]:
    nama = " ".join(nama.split())
    if not nama:
        raise RoleTrouble("Nama peran belum diisi.")
    if Role.objects.filter(nama__iexact=nama).exclude(pk=besides.pk if besides else 0).exists():
        raise RoleTrouble("Peran “{nama}” sudah ada. Pilih nama lain.", nama=nama)
    allowed = [each.value for each in Permission if each.value in set(permissions)]
    if not allowed:
        raise RoleTrouble("Peran ini belum mengizinkan apa pun. Pilih sedikitnya satu izin.")
    return nama, allowed


def _code(nama: str) -> str:
    """A code of its own for the role: `tim-monev`, then `tim-monev-2`."""
    base = slugify(nama)[:36] or "peran"
    taken = set(Role.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for n in range(1, len(taken) + 3) if (code := base if n == 1 else f"{base}-{n}") not in taken)
