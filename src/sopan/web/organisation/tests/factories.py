"""Makers of what most tests of the web need: units, people, accounts with roles."""

from __future__ import annotations

from datetime import date
from itertools import count

from allauth.mfa.models import Authenticator

from sopan.web.organisation.models import (
    Capacity,
    Grant,
    Jabatan,
    JabatanKind,
    JabatanName,
    Person,
    PersonKind,
    Role,
    Seat,
    Unit,
    UnitKind,
    UnitName,
    User,
)
from sopan.web.organisation.roles import lay_down

LONG_AGO = date(2020, 1, 1)
_numbers = count(1)


def a_unit(nama: str = "Dinas Contoh", parent: Unit | None = None, *, since: date = LONG_AGO) -> Unit:
    unit = Unit.objects.create(parent=parent, kind=UnitKind.BIDANG if parent else UnitKind.DINAS, since=since)
    UnitName.objects.create(unit=unit, nama=nama, since=since)
    return unit


def a_jabatan(nama: str, unit: Unit, *, since: date = LONG_AGO, **fields: object) -> Jabatan:
    jabatan = Jabatan.objects.create(unit=unit, kind=JabatanKind.STRUKTURAL, since=since, **fields)
    JabatanName.objects.create(jabatan=jabatan, nama=nama, since=since)
    return jabatan


def a_person(nama: str = "", **fields: object) -> Person:
    return Person.objects.create(nama=nama or f"Pegawai {next(_numbers)}", **{"kind": PersonKind.NON_ASN, **fields})


def a_seat(person: Person, jabatan: Jabatan, *, since: date = LONG_AGO, capacity: str = Capacity.DEFINITIF) -> Seat:
    return Seat.objects.create(person=person, jabatan=jabatan, since=since, capacity=capacity)


def a_user(role: str = "", unit: Unit | None = None, *, password: str = "", person: Person | None = None) -> User:
    """An account; with the role of this code, in this unit or everywhere."""
    person = person or a_person()
    user = User.objects.create_user(f"pengguna{next(_numbers)}", password or None, person=person)
    if role:
        lay_down()
        granted = Role.objects.get(code=role)
        Grant.objects.create(person=person, role=granted, unit=unit, since=LONG_AGO)
        if granted.needs_second_factor:
            a_second_factor(user)
    return user


def a_second_factor(user: User) -> None:
    """An authenticator app, so that nothing is asked of them first."""
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"})
