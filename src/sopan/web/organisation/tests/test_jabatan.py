"""Offices: opened, named, filled, left and closed."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from sopan.web.organisation.models import Capacity, Jabatan, JabatanSuccession, Seat
from sopan.web.organisation.services import jabatan as services
from sopan.web.organisation.services.jabatan import JabatanTrouble
from sopan.web.organisation.tests.factories import a_jabatan, a_person, a_seat, a_unit, a_user

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)


def signed_in(client, user):
    client.force_login(user)
    return client


def test_an_admin_opd_opens_an_office_in_the_own_agency(client):
    own, other = a_unit("Dinas A"), a_unit("Dinas B")
    client = signed_in(client, a_user("admin_opd", own))
    sent = {"nama": "Kepala Dinas", "kind": "struktural", "places": 1, "is_head": "on", "since": "2026-01-01"}
    answer = client.post(reverse("organisation:add_jabatan", args=[own.pk]), sent, follow=True)
    assert "lowong" in answer.content.decode()
    assert Jabatan.objects.get().is_head
    assert client.post(reverse("organisation:add_jabatan", args=[other.pk]), sent).status_code == 403


def test_a_unit_has_one_office_of_a_name():
    top = a_unit()
    a_jabatan("Sekretaris", top)
    with pytest.raises(JabatanTrouble, match="sudah memiliki jabatan “sekretaris”"):
        services.open_jabatan(by=a_user("admin_pemda"), unit=top, kind="struktural", nama=" sekretaris ", since=DAY)


def test_a_new_name_counts_from_its_day_on():
    office = a_jabatan("Kepala Seksi", a_unit())
    services.rename_jabatan(by=a_user("admin_pemda"), jabatan=office, nama="Ketua Tim", since=DAY)
    assert (office.name_on(date(2026, 6, 30)), office.name_on(DAY)) == ("Kepala Seksi", "Ketua Tim")


def test_a_closed_office_ends_its_seats_and_names_who_goes_on():
    top = a_unit()
    office, heir = a_jabatan("Kepala Seksi", top), a_jabatan("Ketua Tim", top)
    a_seat(a_person(), office)
    a_seat(a_person(), office, since=date(2026, 9, 1), capacity=Capacity.PLT)
    services.close_jabatan(by=a_user("admin_pemda"), jabatan=office, on=DAY, successors=[heir], decree="Perbup 1")
    assert not Seat.objects.on(date(2026, 10, 1)).exists()
    assert Seat.objects.on(date(2026, 6, 30)).count() == 1
    assert JabatanSuccession.objects.get().successor == heir


def test_there_are_never_fewer_places_than_people():
    office = a_jabatan("Staf", a_unit(), places=3)
    for _ in range(2):
        a_seat(a_person(), office)
    with pytest.raises(JabatanTrouble, match="Ada 2 pemangku"):
        services.change_jabatan(
            by=a_user("admin_pemda"), jabatan=office, kind="pelaksana", places=1, is_head=False, today=DAY
        )


@pytest.mark.parametrize("typed", ["19900101 201501 1 001", "pegawai  satu"])
def test_somebody_is_appointed_by_number_or_name(client, typed):
    top = a_unit()
    office, person = a_jabatan("Kepala Dinas", top), a_person("Pegawai Satu", kind="pns", nip="199001012015011001")
    client = signed_in(client, a_user("admin_opd", top))
    sent = {"orang": typed, "capacity": "plt", "since": "2026-01-01", "until": "2026-12-31", "decree": "SPT 1"}
    answer = client.post(reverse("organisation:appoint", args=[office.pk]), sent, follow=True)
    assert "Plt." in answer.content.decode()
    seat = Seat.objects.get()
    assert (seat.person, seat.capacity, seat.until) == (person, Capacity.PLT, date(2026, 12, 31))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"orang": "Tidak Dikenal"}, "belum ada di daftar orang"),
        ({"orang": "Nama Kembar"}, "Ada 2 orang bernama"),
        ({"until": "2025-12-31"}, "mendahului tanggal mulai"),
        ({"since": "kemarin"}, "belum terbaca"),
    ],
)
def test_an_appointment_that_cannot_be_is_told(client, typed, said):
    office = a_jabatan("Kepala Dinas", a_unit())
    a_person("Pegawai Satu")
    a_person("Nama Kembar")
    a_person("Nama Kembar")
    sent = {"orang": "Pegawai Satu", "capacity": "definitif", "since": "2026-01-01", **typed}
    answer = signed_in(client, a_user("admin_pemda")).post(reverse("organisation:appoint", args=[office.pk]), sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Seat.objects.exists()


def test_somebody_is_released_and_the_office_is_empty_again(client):
    office = a_jabatan("Kepala Dinas", a_unit())
    seat = a_seat(a_person("Pemangku Lama"), office)
    client = signed_in(client, a_user("admin_pemda"))
    page = client.post(reverse("organisation:release", args=[seat.pk]), {"on": "2026-01-01"}, follow=True)
    assert "Jabatan ini lowong" in page.content.decode()
    assert "Pemangku Lama" in page.content.decode()
    twice = client.post(reverse("organisation:release", args=[seat.pk]), {"on": "2026-02-01"})
    assert "sudah berakhir" in twice.content.decode()


@pytest.mark.parametrize("name", ["change_jabatan", "rename_jabatan", "close_jabatan", "appoint"])
def test_a_colleague_changes_no_office(client, name):
    office = a_jabatan("Kepala Dinas", a_unit())
    client = signed_in(client, a_user())
    assert client.get(reverse("organisation:jabatan", args=[office.pk])).status_code == 200
    assert client.get(reverse(f"organisation:{name}", args=[office.pk])).status_code == 403


@pytest.mark.parametrize("name", ["jabatan", "change_jabatan", "rename_jabatan", "close_jabatan", "appoint"])
def test_an_admin_reaches_every_page_of_an_office(client, name):
    office = a_jabatan("Kepala Dinas", a_unit("Bidang A", a_unit()))
    page = signed_in(client, a_user("admin_pemda")).get(reverse(f"organisation:{name}", args=[office.pk]))
    assert page.status_code == 200
    assert "Kepala Dinas" in page.content.decode()
