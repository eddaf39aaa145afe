"""Offices are taken and left; an empty one is normal."""

from __future__ import annotations

from datetime import date

import pytest

from sopan.web.organisation.models import Capacity, Seat
from sopan.web.organisation.services import seats
from sopan.web.organisation.services.seats import Move, SeatTrouble
from sopan.web.organisation.tests.factories import a_jabatan, a_person, a_seat, a_unit, a_user

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)


def test_an_office_with_one_place_is_held_by_one():
    office = a_jabatan("Kepala Dinas", a_unit())
    a_seat(a_person(), office)
    with pytest.raises(SeatTrouble, match="sudah terisi"):
        seats.appoint(by=a_user("admin_pemda"), person=a_person(), jabatan=office, since=DAY)


def test_a_plt_stands_in_beside_and_one_person_may_hold_two_seats():
    top = a_unit()
    head, secretary = a_jabatan("Kepala Dinas", top), a_jabatan("Sekretaris", top)
    person = a_person()
    a_seat(person, secretary)
    seats.appoint(by=a_user("admin_opd", top), person=person, jabatan=head, since=DAY, capacity=Capacity.PLT)
    assert [str(seat.jabatan) for seat in Seat.objects.on(DAY).filter(person=person)] == ["Kepala Dinas", "Sekretaris"]


def test_a_seat_that_was_left_stays_true_for_its_days():
    seat = a_seat(a_person(), a_jabatan("Kepala Dinas", a_unit()))
    seats.release(by=a_user("admin_pemda"), seat=seat, on=DAY)
    assert list(Seat.objects.on(date(2026, 6, 30))) == [seat]
    assert not Seat.objects.on(DAY).exists()


def test_two_people_change_places_on_one_day():
    top = a_unit()
    one, other = a_jabatan("Kepala Bidang A", top), a_jabatan("Kepala Bidang B", top)
    ani, budi = a_person("Pemangku A"), a_person("Pemangku B")
    a_seat(ani, one)
    a_seat(budi, other)
    seats.move_people(by=a_user("admin_pemda"), moves=[Move(ani, other), Move(budi, one)], on=DAY, decree="SK 1/2026")
    assert {(s.person, s.jabatan) for s in Seat.objects.on(DAY)} == {(ani, other), (budi, one)}
    assert {(s.person, s.jabatan) for s in Seat.objects.on(date(2026, 6, 30))} == {(ani, one), (budi, other)}


def test_a_mutasi_with_one_impossible_line_changes_nothing():
    top = a_unit()
    one, other = a_jabatan("Kepala Bidang A", top), a_jabatan("Kepala Bidang B", top)
    ani, budi = a_person("Pemangku A"), a_person("Pemangku B")
    a_seat(ani, one)
    a_seat(budi, other)
    with pytest.raises(SeatTrouble):
        seats.move_people(by=a_user("admin_pemda"), moves=[Move(ani, other)], on=DAY, decree="SK 1/2026")
    assert {(s.person, s.jabatan) for s in Seat.objects.on(DAY)} == {(ani, one), (budi, other)}


def test_somebody_who_is_to_come_takes_the_place_from_their_day_on():
    office = a_jabatan("Kepala Dinas", a_unit())
    admin, coming = a_user("admin_pemda"), date(2026, 9, 1)
    seats.appoint(by=admin, person=a_person(), jabatan=office, since=coming)
    with pytest.raises(SeatTrouble, match="sudah terisi pada masa itu"):
        seats.appoint(by=admin, person=a_person(), jabatan=office, since=DAY)
    seats.appoint(by=admin, person=a_person(), jabatan=office, since=DAY, until=coming)
    assert Seat.objects.count() == 2


def test_one_after_the_other_may_hold_the_second_place_of_two():
    office = a_jabatan("Staf", a_unit(), places=2)
    admin = a_user("admin_pemda")
    seats.appoint(by=admin, person=a_person(), jabatan=office, since=DAY, until=date(2026, 8, 1))
    seats.appoint(by=admin, person=a_person(), jabatan=office, since=date(2026, 8, 1))
    seats.appoint(by=admin, person=a_person(), jabatan=office, since=DAY)
    with pytest.raises(SeatTrouble):
        seats.appoint(by=admin, person=a_person(), jabatan=office, since=date(2026, 10, 1))


def test_nobody_holds_one_office_twice():
    office, person = a_jabatan("Staf", a_unit(), places=2), a_person()
    admin = a_user("admin_pemda")
    seats.appoint(by=admin, person=person, jabatan=office, since=date(2026, 9, 1))
    with pytest.raises(SeatTrouble, match="sudah memangku"):
        seats.appoint(by=admin, person=person, jabatan=office, since=DAY)
