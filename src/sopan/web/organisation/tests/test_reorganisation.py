"""A unit ends on a day: what it had goes on, and what was stays as it was."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from sopan.web.organisation.models import Grant, JabatanSuccession, Role, Seat, Unit
from sopan.web.organisation.queries.units import heirs_of
from sopan.web.organisation.services.reorganisation import Handover, dissolve
from sopan.web.organisation.services.units import UnitTrouble
from sopan.web.organisation.tests.factories import LONG_AGO, a_jabatan, a_person, a_seat, a_unit, a_user

pytestmark = pytest.mark.django_db
BEFORE, DAY = date(2026, 6, 30), date(2026, 7, 1)


def names_on(day: date) -> set[str]:
    return {unit.nama for unit in Unit.objects.on(day).named(day)}


@pytest.fixture
def merger():
    """Dinas Peternakan, with a bidang and a seksi, is merged into Dinas Pertanian."""
    admin = a_user("admin_pemda")
    old, new = a_unit("Dinas Peternakan"), a_unit("Dinas Pertanian")
    bidang = a_unit("Bidang Kesehatan Hewan", old)
    seksi = a_unit("Seksi Vaksinasi", bidang)
    a_seat(a_person("Kepala Lama"), a_jabatan("Kepala Dinas", old, is_head=True))
    a_seat(a_person("Bendahara Lama"), a_jabatan("Bendahara", old))
    a_seat(a_person("Dokter Hewan", unit=seksi), a_jabatan("Medik Veteriner", seksi))
    writer = a_user("penyusun", bidang)
    dissolve(
        by=admin,
        unit=old,
        handover=Handover(DAY, "Perda 3/2026"),
        successors=[new],
        children={bidang.pk: new},
        offices_follow=True,
    )
    return {"old": old, "new": new, "bidang": bidang, "seksi": seksi, "writer": writer}


def test_the_day_before_the_tree_is_what_it_was(merger):
    assert names_on(BEFORE) == {"Dinas Peternakan", "Dinas Pertanian", "Bidang Kesehatan Hewan", "Seksi Vaksinasi"}
    assert Unit.objects.on(BEFORE).get(pk=merger["bidang"].pk).parent == merger["old"]


def test_from_the_day_on_the_units_below_stand_under_the_successor(merger):
    assert names_on(DAY) == {"Dinas Pertanian", "Bidang Kesehatan Hewan", "Seksi Vaksinasi"}
    heir = Unit.objects.on(DAY).get(parent=merger["new"])
    assert heirs_of([merger["bidang"].pk], DAY) == {merger["bidang"].pk: frozenset({heir.pk})}


def test_people_keep_their_seats_but_for_the_head(merger):
    held = {str(seat.person): str(seat.jabatan) for seat in Seat.objects.on(DAY)}
    assert held == {"Bendahara Lama": "Bendahara", "Dokter Hewan": "Medik Veteriner"}
    assert Seat.objects.on(BEFORE).count() == 3
    assert JabatanSuccession.objects.count() == 2


def test_roles_go_on_where_the_unit_goes_on(merger):
    person = merger["writer"].person
    assert Grant.objects.on(BEFORE).get(person=person).unit == merger["bidang"]
    assert Grant.objects.on(DAY).get(person=person).unit.parent == merger["new"]


def test_a_split_gives_its_parts_to_several_and_its_roles_to_all():
    old, one, other = a_unit("Dinas Lama"), a_unit("Dinas Satu"), a_unit("Dinas Dua")
    first, second = a_unit("Bidang A", old), a_unit("Bidang B", old)
    admin, theirs = a_user("admin_pemda"), a_user("penyusun", old)
    dissolve(
        by=admin,
        unit=old,
        handover=Handover(DAY),
        successors=[one, other],
        children={first.pk: one, second.pk: other},
    )
    assert {(u.nama, str(u.parent)) for u in Unit.objects.on(DAY).named(DAY) if u.parent} == {
        ("Bidang A", "Dinas Satu"),
        ("Bidang B", "Dinas Dua"),
    }
    assert {grant.unit for grant in Grant.objects.on(DAY).filter(person=theirs.person)} == {one, other}


def test_two_secretariats_become_one():
    old, new = a_unit("Dinas Lama"), a_unit("Dinas Baru")
    for top in (old, new):
        part = a_unit("Sekretariat", top)
        a_seat(a_person(f"Sekretaris {top}"), a_jabatan("Sekretaris", part, is_head=True))
    sekretariat = old.children.get()
    dissolve(
        by=a_user("admin_pemda"),
        unit=old,
        handover=Handover(DAY),
        successors=[new],
        children={sekretariat.pk: new},
    )
    assert sorted(names_on(DAY)) == ["Dinas Baru", "Sekretariat"]
    assert [str(seat.person) for seat in Seat.objects.on(DAY)] == ["Sekretaris Dinas Baru"]


def test_a_part_goes_to_a_successor_or_ends():
    old, new, stranger = a_unit("Dinas Lama"), a_unit("Dinas Baru"), a_unit("Dinas Lain")
    part = a_unit("Bidang A", old)
    with pytest.raises(UnitTrouble, match="belum dipilih sebagai penerus"):
        dissolve(
            by=a_user("admin_pemda"),
            unit=old,
            handover=Handover(DAY),
            successors=[new],
            children={part.pk: stranger},
        )
    assert part.pk in {unit.pk for unit in Unit.objects.on(DAY)}


def test_the_page_merges_a_unit_with_what_follows(client):
    old, new = a_unit("Dinas Lama"), a_unit("Dinas Baru")
    part = a_unit("Bidang A", old)
    a_seat(a_person("Pegawai"), a_jabatan("Staf", part))
    client.force_login(a_user("admin_pemda"))
    url = reverse("organisation:close_unit", args=[old.pk])
    assert "Bidang A" in client.get(url).content.decode()
    sent = {"on": "2026-07-01", "decree": "Perda 3", "successors": [new.pk], f"child_{part.pk}": "first"}
    page = client.post(url, sent, follow=True).content.decode()
    assert "Sejak 1 Juli 2026 urusan Dinas Lama menjadi urusan Dinas Baru" in page
    assert str(Seat.objects.on(DAY).get().jabatan.unit.parent) == "Dinas Baru"


def test_an_admin_opd_does_not_close_the_own_agency_but_a_part_of_it(client):
    own = a_unit("Dinas A")
    part = a_unit("Bidang A", own)
    client.force_login(a_user("admin_opd", own))
    assert client.get(reverse("organisation:close_unit", args=[own.pk])).status_code == 403
    assert client.get(reverse("organisation:close_unit", args=[part.pk])).status_code == 200


def test_roles_that_were_given_ahead_begin_with_the_heir():
    old, new, person = a_unit("Dinas Lama"), a_unit("Dinas Baru"), a_person()
    admin = a_user("admin_pemda")
    Grant.objects.create(person=person, role=Role.objects.first(), unit=old, since=date(2026, 9, 1))
    dissolve(by=admin, unit=old, handover=Handover(DAY), successors=[new], children={})
    assert [(grant.unit, grant.since) for grant in person.grants.all()] == [(new, date(2026, 9, 1))]


def test_a_unit_moves_below_another_page_by_page(client):
    one, other = a_unit("Dinas A"), a_unit("Dinas B")
    part = a_unit("Bidang A", one, since=LONG_AGO)
    client.force_login(a_user("admin_pemda"))
    url = reverse("organisation:move_unit", args=[part.pk])
    assert client.post(url, {"parent": other.pk}).status_code == 302
    assert Unit.objects.get(pk=part.pk).parent == other
    ring = client.post(reverse("organisation:move_unit", args=[other.pk]), {"parent": part.pk})
    assert "di bawah dirinya sendiri" in ring.content.decode()


def test_somebody_who_is_to_come_comes_to_the_heir():
    old, new = a_unit("Dinas Lama"), a_unit("Dinas Baru")
    part = a_unit("Bidang A", old)
    person, later = a_person(), date(2026, 9, 1)
    a_seat(person, a_jabatan("Staf", part), since=later)
    dissolve(by=a_user("admin_pemda"), unit=old, handover=Handover(DAY), successors=[new], children={part.pk: new})
    seat = Seat.objects.get(person=person)
    assert (seat.since, str(seat.jabatan.unit.parent)) == (later, "Dinas Baru")


def test_a_unit_below_that_has_not_begun_is_told():
    old = a_unit("Dinas Lama")
    a_unit("Bidang Nanti", old, since=date(2026, 9, 1))
    with pytest.raises(UnitTrouble, match="baru berlaku") as refused:
        dissolve(by=a_user("admin_pemda"), unit=old, handover=Handover(DAY), successors=[], children={})
    assert "1 September 2026" in refused.value.told()
    assert old.pk in {unit.pk for unit in Unit.objects.on(DAY)}
