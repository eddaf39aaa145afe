"""Who holds which office: appointed, released, and moved by the hundred on one day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from sopan.web.audit.services import record
from sopan.web.organisation import policies
from sopan.web.organisation.models import Capacity, Jabatan, Person, Seat, User
from sopan.web.ui.trouble import Trouble


class SeatTrouble(Trouble):
    """An appointment that cannot be."""


@transaction.atomic
def appoint(
    *,
    by: User,
    person: Person,
    jabatan: Jabatan,
    since: date,
    capacity: Capacity = Capacity.DEFINITIF,
    until: date | None = None,
    decree: str = "",
) -> Seat:
    """Give an office to somebody, from a day on. A Plt or Plh stands in and needs an empty place or an absent holder.

    Raises SeatTrouble when the office does not exist then, when all its places are taken, or when they hold it already.
    """
    policies.require(policies.may_manage(by, jabatan.unit))
    jabatan = Jabatan.objects.select_for_update(of=("self",)).get(pk=jabatan.pk)
    if not jabatan.holds_on(since):
        raise SeatTrouble("Jabatan “{nama}” tidak berlaku pada {tanggal}.", nama=jabatan, tanggal=since)
    meanwhile = _meanwhile(jabatan, since, until)
    if any(seat.person_id == person.pk and seat.capacity == capacity for seat in meanwhile):
        raise SeatTrouble("{orang} sudah memangku “{nama}”.", orang=person, nama=jabatan)
    regular = [seat for seat in meanwhile if seat.capacity == Capacity.DEFINITIF]
    if capacity == Capacity.DEFINITIF and _most_at_once(regular, since) >= jabatan.places:
        raise SeatTrouble(
            "“{nama}” sudah terisi pada masa itu. Akhiri dahulu masa pemangku yang lain, atau tambah jumlah tempatnya.",
            nama=jabatan,
        )
    seat = Seat.objects.create(
        person=person, jabatan=jabatan, capacity=capacity, since=since, until=until, decree=decree.strip()
    )
    if person.unit_id is None or (capacity == Capacity.DEFINITIF and policies.may_look_after(by, person)):
        Person.objects.filter(pk=person.pk).update(unit=jabatan.unit_id)
    record("organisation.seat_taken", by=by, subject=seat, since=since.isoformat(), decree=decree)
    return seat


def _meanwhile(jabatan: Jabatan, since: date, until: date | None) -> list[Seat]:
    """Seats in an office that share a day with this time, those that are still to come included."""
    seats = Seat.objects.filter(jabatan=jabatan).exclude(until__lte=since)
    return list(seats.filter(since__lt=until) if until else seats)


def _most_at_once(seats: Sequence[Seat], since: date) -> int:
    """How many sit at the same time, on the fullest day from `since` on: one on which somebody sits down."""
    days = {max(seat.since, since) for seat in seats}
    return max((sum(seat.holds_on(day) for seat in seats) for day in days), default=0)


@transaction.atomic
def release(*, by: User, seat: Seat, on: date, decree: str = "") -> None:
    """End a seat on a day: that day it is empty. A seat that had not begun is taken back."""
    policies.require(policies.may_manage(by, seat.jabatan.unit))
    if seat.until is not None and seat.until <= on:
        raise SeatTrouble("Masa pemangku ini sudah berakhir pada {tanggal}.", tanggal=seat.until)
    seat = Seat.objects.select_for_update(of=("self",)).get(pk=seat.pk)
    record("organisation.seat_left", by=by, subject=seat, on=on.isoformat(), decree=decree)
    if seat.since >= on:
        seat.delete()
        return
    seat.until = on
    seat.save()


@dataclass(frozen=True, slots=True)
class Move:
    """One line of a mutasi: somebody leaves what they hold and takes another office; None: leaves without one."""

    person: Person
    jabatan: Jabatan | None


@transaction.atomic
def move_people(*, by: User, moves: Sequence[Move], on: date, decree: str) -> list[Seat]:
    """A mutasi: all of them on one day, by one decree, or none. Everybody leaves before anybody sits down.

    Plt and Plh end too: the decree says who holds what from now on. Raises SeatTrouble for the first that cannot be.
    """
    for move in moves:
        held = Seat.objects.on(on).filter(person=move.person).select_related("jabatan__unit")
        for seat in held:
            release(by=by, seat=seat, on=on, decree=decree)
    return [
        appoint(by=by, person=move.person, jabatan=move.jabatan, since=on, decree=decree)
        for move in moves
        if move.jabatan is not None
    ]
