"""Re-organisation: a unit ends on a day, and what it had goes on elsewhere: units below it, offices, people, roles.

Nothing is moved: what goes on is opened anew under its successor, and the old one ends. So every day of the past keeps
the tree it had, and what was issued keeps the name under which it was issued.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sopan.web.organisation import policies
from sopan.web.organisation.models import (
    Capacity,
    Jabatan,
    JabatanName,
    JabatanSuccession,
    Seat,
    Succession,
    Unit,
    UnitName,
    User,
)
from sopan.web.organisation.services import units
from sopan.web.organisation.services.units import UnitTrouble


@dataclass(frozen=True, slots=True)
class Handover:
    """On which day, by which decree."""

    on: date
    decree: str = ""


@transaction.atomic
def dissolve(
    *,
    by: User,
    unit: Unit,
    handover: Handover,
    successors: Sequence[Unit],
    children: Mapping[int, Unit | None],
    offices_follow: bool = False,
) -> None:
    """End a unit. `children` says under which successor each unit right below it goes on; None: it ends too.

    With `offices_follow` its offices, but for the head, go on in the first successor, with whoever holds them. Raises
    UnitTrouble when the unit does not hold before the day, or a child is given to what is no successor.
    """
    policies.require(policies.may_manage(by, unit.parent))
    for successor in successors:
        policies.require(policies.may_manage(by, successor))
    _refuse_impossible(unit, handover.on, successors, children)
    below = Unit.objects.on(handover.on).named(handover.on).filter(parent=unit)
    for child in below:
        target = children.get(child.pk)
        if target is not None:
            _carry_unit(child, target, handover)
    if offices_follow and successors:
        _carry_offices(unit, successors[0], handover, with_head=False)
    units.close_unit(by=by, unit=unit, on=handover.on, successors=successors, decree=handover.decree)


def _refuse_impossible(unit: Unit, on: date, successors: Sequence[Unit], children: Mapping[int, Unit | None]) -> None:
    known = {successor.pk for successor in successors}
    if not unit.holds_on(on) or unit.since == on:
        raise UnitTrouble("Unit ini tidak berlaku sebelum {tanggal}. Pilih tanggal lain.", tanggal=on)
    for target in children.values():
        if target is not None and target.pk not in known:
            raise UnitTrouble("“{nama}” belum dipilih sebagai penerus. Centang dahulu namanya.", nama=target)


def _carry_unit(unit: Unit, parent: Unit, handover: Handover) -> None:
    """Open a unit anew below another one, with everything in and below it; where one of its name is, join that."""
    name = unit.name_on(handover.on)
    heir = _named_below(parent, name, handover.on)
    if heir is None:
        heir = Unit.objects.create(parent=parent, kind=unit.kind, kode=unit.kode, order=unit.order, since=handover.on)
        UnitName.objects.create(unit=heir, nama=name, since=handover.on)
    Succession.objects.create(predecessor=unit, successor=heir, since=handover.on, decree=handover.decree)
    _carry_offices(unit, heir, handover)
    units.pass_on_grants(unit.pk, [heir], handover.on)
    units.pass_on_people(unit.pk, heir)
    for child in Unit.objects.on(handover.on).filter(parent=unit):
        _carry_unit(child, heir, handover)


def _named_below(parent: Unit, name: str, day: date) -> Unit | None:
    there = Unit.objects.on(day).named(day).filter(parent=parent)
    return next((each for each in there if (each.nama or "").casefold() == name.casefold()), None)


def _carry_offices(unit: Unit, heir: Unit, handover: Handover, *, with_head: bool = True) -> None:
    """Open the offices of a unit anew in another one, and seat there who sat here; an office of that name is joined."""
    offices = Jabatan.objects.on(handover.on).filter(unit=unit)
    there = {str(each).casefold(): each for each in Jabatan.objects.on(handover.on).filter(unit=heir)}
    for office in offices if with_head else offices.filter(is_head=False):
        name = office.name_on(handover.on)
        new = there.get(name.casefold()) or _opened_anew(office, name, heir, handover.on)
        JabatanSuccession.objects.create(predecessor=office, successor=new, since=handover.on, decree=handover.decree)
        _carry_seats(office, new, handover)


def _opened_anew(office: Jabatan, name: str, heir: Unit, on: date) -> Jabatan:
    new = Jabatan.objects.create(
        unit=heir, kind=office.kind, is_head=office.is_head, places=office.places, order=office.order, since=on
    )
    JabatanName.objects.create(jabatan=new, nama=name, since=on)
    return new


def _carry_seats(office: Jabatan, new: Jabatan, handover: Handover) -> None:
    """As many as there is room for; the others lose their seat with the office, and are seen without one.

    Seats that are still to come go along on their own day.
    """
    room = new.places - Seat.objects.on(handover.on).filter(jabatan=new, capacity=Capacity.DEFINITIF).count()
    for seat in Seat.objects.filter(jabatan=office).exclude(until__lte=handover.on).order_by("since", "id"):
        if seat.capacity == Capacity.DEFINITIF and seat.since <= handover.on:
            if room <= 0:
                continue
            room -= 1
        Seat.objects.create(
            person=seat.person,
            jabatan=new,
            capacity=seat.capacity,
            since=max(seat.since, handover.on),
            until=seat.until,
            decree=handover.decree or seat.decree,
        )
