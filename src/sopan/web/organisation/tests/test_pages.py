"""Pages of the organisation: who sees what, and that a big regency costs no more queries."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from sopan.web.organisation.models import Pemda, Unit
from sopan.web.organisation.tests.factories import a_jabatan, a_person, a_seat, a_unit, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client):
    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


def test_a_stranger_is_asked_to_sign_in(client):
    answer = client.get(reverse("organisation:units"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("typed", ["19900101 201501 1 001", "199001012015011001", "PENGGUNA-Saya"])
def test_people_sign_in_by_nip_or_user_name(client, typed):
    user = a_user(password="rahasia-sekali", person=a_person(kind="pns", nip="199001012015011001"))
    user.username = "pengguna-saya"
    user.save()
    answer = client.post(reverse("account_login"), {"login": typed, "password": "rahasia-sekali"})
    assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200


def test_a_wrong_password_says_so_and_signs_nobody_in(client):
    a_user(password="rahasia-sekali")
    answer = client.post(reverse("account_login"), {"login": "pengguna1", "password": "salah"})
    assert answer.status_code == 200
    assert "_auth_user_id" not in client.session


def test_an_empty_office_is_visible(signed_in):
    top = a_unit("Dinas Perhubungan")
    a_seat(a_person("Pemangku"), a_jabatan("Kepala Dinas", top), capacity="plt")
    a_jabatan("Sekretaris", top)
    page = signed_in(a_user()).get(reverse("organisation:unit", args=[top.pk])).content.decode()
    assert "Plt." in page
    assert "lowong" in page


def test_an_admin_opens_an_agency(signed_in):
    client = signed_in(a_user("admin_pemda"))
    answer = client.post(
        reverse("organisation:add_opd"),
        {"nama": "Dinas Perhubungan", "kind": "dinas", "since": "2026-01-01"},
        follow=True,
    )
    assert "Dinas Perhubungan" in answer.content.decode()
    assert Unit.objects.get().name_on(date(2026, 1, 1)) == "Dinas Perhubungan"


def test_a_second_one_of_the_same_name_is_told_at_the_field(signed_in):
    a_unit("Dinas Perhubungan")
    answer = signed_in(a_user("admin_pemda")).post(
        reverse("organisation:add_opd"), {"nama": "dinas perhubungan", "kind": "dinas", "since": "2026-01-01"}
    )
    assert answer.status_code == 422
    assert "Sudah ada" in answer.content.decode()


def test_a_big_regency_costs_no_more_queries(signed_in, django_assert_max_num_queries):
    Pemda.objects.create(nama="Kabupaten Contoh")
    for number in range(50):
        top = a_unit(f"Dinas {number}")
        a_jabatan("Kepala", top)
        a_jabatan("Kepala Bidang", a_unit(f"Bidang {number}", top))
    client = signed_in(a_user("admin_pemda"))
    with django_assert_max_num_queries(9):
        assert "Dinas 49" in client.get(reverse("organisation:units")).content.decode()


def test_the_regency_can_be_seen_as_it_was_and_will_be(signed_in):
    a_unit("Dinas Lama", since=date(2020, 1, 1))
    a_unit("Dinas Nanti", since=date(2099, 1, 1))
    client = signed_in(a_user())
    assert "Dinas Nanti" not in client.get(reverse("organisation:units")).content.decode()
    later = client.get(reverse("organisation:units"), {"tanggal": "2099-02-01"}).content.decode()
    assert "Dinas Nanti" in later
    assert "1 Februari 2099" in later
    before = client.get(reverse("organisation:units"), {"tanggal": "2019-01-01"}).content.decode()
    assert "Dinas Lama" not in before
    assert client.get(reverse("organisation:units"), {"tanggal": "kemarin"}).status_code == 200


def test_a_code_belongs_to_one_unit(signed_in):
    top, other = a_unit("Dinas A"), a_unit("Dinas B")
    client = signed_in(a_user("admin_pemda"))
    sent = {"kind": "badan", "kode": "1.01", "order": "3"}
    assert client.post(reverse("organisation:change_unit", args=[top.pk]), sent).status_code == 302
    top.refresh_from_db()
    assert (top.kind, top.kode, top.order) == ("badan", "1.01", 3)
    answer = client.post(reverse("organisation:change_unit", args=[other.pk]), sent)
    assert answer.status_code == 422
    assert "sudah dipakai" in answer.content.decode()


def test_a_big_agency_costs_no_more_queries(signed_in, django_assert_max_num_queries):
    top = a_unit("Dinas A")
    for number in range(60):
        a_seat(a_person(), a_jabatan(f"Jabatan {number}", top))
        a_unit(f"Bidang {number}", top)
        a_unit(f"Dinas {number}")
    client = signed_in(a_user("admin_pemda"))
    with django_assert_max_num_queries(14):
        assert "Jabatan 59" in client.get(reverse("organisation:unit", args=[top.pk])).content.decode()
    with django_assert_max_num_queries(14):
        assert "Dinas 59" in client.get(reverse("organisation:close_unit", args=[top.pk])).content.decode()


def test_a_person_and_an_office_with_a_long_history_cost_no_more_queries(signed_in, django_assert_max_num_queries):
    person, top = a_person(), a_unit()
    office = a_jabatan("Staf", top, places=99)
    for number in range(40):
        a_seat(person, a_jabatan(f"Jabatan {number}", top))
        a_seat(a_person(), office)
    client = signed_in(a_user("admin_pemda"))
    with django_assert_max_num_queries(16):
        assert "Jabatan 39" in client.get(reverse("organisation:person", args=[person.pk])).content.decode()
    with django_assert_max_num_queries(14):
        assert client.get(reverse("organisation:jabatan", args=[office.pk])).status_code == 200
