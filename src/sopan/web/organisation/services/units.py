"""Units come, change their names, are merged and split, and go; what was stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from sopan.web.audit.services import record
from sopan.web.organisation import policies
from sopan.web.organisation.models import Grant, Jabatan, Pemda, Person, Succession, Unit, UnitKind, UnitName, User
from sopan.web.organisation.models.units import UnitQuerySet
from sopan.web.organisation.services.jabatan import end_seats
from sopan.web.ui.trouble import Trouble


class UnitTrouble(Trouble):
    """A change to the tree of units that cannot be made."""


@transaction.atomic
def open_unit(
    *, by: User, parent: Unit | None, kind: UnitKind, nama: str, since: date, kode: str = "", order: int = 0
) -> Unit:
    """A new unit, from a day on. Raises UnitTrouble when a sibling already has this name."""
    policies.require(policies.may_manage(by, parent))
    nama = _tidy(nama)
    _take_turns(parent)
    _refuse_taken(nama, parent, since)
    _refuse_code(kode.strip(), since)
    unit = Unit.objects.create(parent=parent, kind=kind, kode=kode.strip(), since=since, order=order)
    UnitName.objects.create(unit=unit, nama=nama, since=since)
    record("organisation.unit_opened", by=by, subject=unit, since=since.isoformat())
    return unit


@transaction.atomic
def change_unit(*, by: User, unit: Unit, kind: UnitKind | str, kode: str, order: int, today: date) -> None:
    """Put right its kind, its code, and its place among the others; its name has a day, and is another matter."""
    policies.require(policies.may_manage(by, unit))
    unit = _locked(unit)
    kode = kode.strip()
    _refuse_code(kode, max(today, unit.since), besides=unit)
    unit.kind, unit.kode, unit.order = kind, kode, order
    unit.save()
    record("organisation.unit_changed", by=by, subject=unit, kind=str(kind), code=kode, order=order)


@transaction.atomic
def rename_unit(*, by: User, unit: Unit, nama: str, since: date, decree: str = "") -> UnitName:
    """Give a unit another official name from a day on; until then, and on what was issued, it keeps the old one."""
    policies.require(policies.may_manage(by, unit))
    unit = _locked(unit)
    nama = _tidy(nama)
    if not unit.holds_on(since):
        raise UnitTrouble("Unit ini tidak berlaku pada {tanggal}. Pilih tanggal lain.", tanggal=since)
    _refuse_taken(nama, unit.parent, since, besides=unit)
    former = unit.name_on(since)
    name, _ = UnitName.objects.update_or_create(unit=unit, since=since, defaults={"nama": nama})
    record("organisation.unit_renamed", by=by, subject=unit, former=former, name=nama, decree=decree)
    return name


@transaction.atomic
def close_unit(*, by: User, unit: Unit, on: date, successors: Sequence[Unit] = (), decree: str = "") -> None:
    """End a unit on a day, with everything in and below it; its affairs go to `successors`. A merger and a split are
    this; roles in the unit go on in them.

    Raises UnitTrouble when a successor is the unit itself, or does not exist on that day.
    """
    policies.require(policies.may_manage(by, unit.parent))
    unit = _locked(unit)
    if not unit.holds_on(on) or unit.since == on:
        raise UnitTrouble("Unit ini tidak berlaku sebelum {tanggal}. Pilih tanggal lain.", tanggal=on)
    ending = Unit.objects.filter(pk__in=_at_and_below(unit))
    for successor in successors:
        if successor.pk in {each.pk for each in ending} or not successor.holds_on(on):
            raise UnitTrouble("“{nama}” tidak dapat menjadi penerus pada {tanggal}.", nama=successor, tanggal=on)
        Succession.objects.create(predecessor=unit, successor=successor, since=on, decree=decree)
    _refuse_those_to_come(ending, on)
    pks = list(ending.on(on).values_list("pk", flat=True))
    _end_offices(pks, on)
    for pk in pks:
        pass_on_grants(pk, successors if pk == unit.pk else (), on)
    if successors:
        pass_on_people(unit.pk, successors[0])
    ending.on(on).update(until=on)
    names = [str(successor) for successor in successors]
    record("organisation.unit_closed", by=by, subject=unit, on=on.isoformat(), successors=names, decree=decree)


@transaction.atomic
def move_unit(*, by: User, unit: Unit, parent: Unit | None) -> None:
    """Put a unit under another one. Raises UnitTrouble for a ring."""
    policies.require(policies.may_manage(by, unit) and policies.may_manage(by, parent))
    unit = _locked(unit)
    if parent is not None and parent.pk in _at_and_below(unit):
        raise UnitTrouble("“{nama}” tidak dapat berada di bawah dirinya sendiri. Pilih induk lain.", nama=unit)
    former = str(unit.parent) if unit.parent else ""
    unit.parent = parent
    unit.save()
    record("organisation.unit_moved", by=by, subject=unit, former=former, parent=str(parent) if parent else "")


def pass_on_grants(unit: int, heirs: Sequence[Unit], on: date) -> None:
    """Roles in a unit that ends go on in its heirs, for as long as they were given. For services only."""
    for grant in Grant.objects.filter(unit=unit).exclude(until__lte=on):
        for heir in heirs:
            Grant.objects.create(
                person=grant.person, role=grant.role, unit=heir, since=max(on, grant.since), until=grant.until
            )
        if grant.since >= on:
            grant.delete()
        else:
            grant.until = on
            grant.save()


def pass_on_people(unit: int, heir: Unit) -> None:
    """Whoever worked in a unit works in its heir. For services only."""
    Person.objects.filter(unit=unit).update(unit=heir)


def _end_offices(units: Sequence[int], on: date) -> None:
    offices = Jabatan.objects.filter(unit__in=units).on(on)
    end_seats(jabatans=list(offices.values_list("pk", flat=True)), on=on)
    offices.filter(since__lt=on).update(until=on)


def _locked(unit: Unit) -> Unit:
    """The row as it is now; two who change it take turns."""
    return Unit.objects.select_for_update(of=("self",)).select_related("parent").get(pk=unit.pk)


def _refuse_those_to_come(ending: UnitQuerySet, on: date) -> None:
    """A unit that has not begun cannot end with the one above it, nor be left without it."""
    coming = ending.filter(since__gte=on).first()
    if coming is not None:
        raise UnitTrouble(
            "“{nama}” di bawahnya baru berlaku {tanggal}. Pindahkan dahulu ke unit lain.",
            nama=coming,
            tanggal=coming.since,
        )


def _refuse_code(kode: str, since: date, *, besides: Unit | None = None) -> None:
    """Tables name units by their codes, so no two that hold at a time have the same."""
    taken = Unit.objects.exclude(until__lte=since).filter(kode__iexact=kode).exclude(pk=besides.pk if besides else 0)
    other = taken.first() if kode else None
    if other is not None:
        raise UnitTrouble("Kode “{kode}” sudah dipakai “{nama}”. Pilih kode lain.", kode=kode, nama=other)


def _take_turns(parent: Unit | None) -> None:
    """Two who register the same unit do so one after the other, so that the second one is told."""
    rows = Pemda.objects.order_by("pk") if parent is None else Unit.objects.filter(pk=parent.pk)
    list(rows.select_for_update(of=("self",))[:1])


def _tidy(nama: str) -> str:
    nama = " ".join(nama.split())
    if not nama:
        raise UnitTrouble("Nama unit belum diisi.")
    return nama


def _refuse_taken(nama: str, parent: Unit | None, since: date, *, besides: Unit | None = None) -> None:
    """Two units of one name below one parent are a slip, most often of two people who register the same unit."""
    siblings = Unit.objects.filter(parent=parent).exclude(pk=besides.pk if besides else 0)
    if any(each.nama.casefold() == nama.casefold() for each in siblings.on(since).named(since) if each.nama):
        raise UnitTrouble("Sudah ada “{nama}” di sini. Pakai yang sudah ada, atau bedakan namanya.", nama=nama)


def _at_and_below(unit: Unit) -> set[int]:
    found = {unit.pk}
    level = [unit.pk]
    while level:
        level = [pk for pk in Unit.objects.filter(parent__in=level).values_list("pk", flat=True) if pk not in found]
        found.update(level)
    return found
