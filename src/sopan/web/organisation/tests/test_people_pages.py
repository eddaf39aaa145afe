"""People, their accounts and roles, page by page."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from sopan.web.organisation.models import Grant, Person, Role, User
from sopan.web.organisation.roles import lay_down
from sopan.web.organisation.services import accounts
from sopan.web.organisation.tests.factories import a_jabatan, a_person, a_seat, a_unit, a_user

pytestmark = pytest.mark.django_db
NIP = "199001012015011001"
SOMEBODY = {"nama": "Pegawai Baru", "kind": "pns", "nip": NIP}


def signed_in(client, user):
    client.force_login(user)
    return client


def text_of(answer) -> str:
    return answer.content.decode()


def test_somebody_without_a_number_is_a_person_too(client):
    client = signed_in(client, a_user("admin_pemda"))
    answer = client.post(reverse("organisation:add_person"), {"nama": "Kepala Dusun", "kind": "perangkat_desa"})
    assert answer.status_code == 302
    assert Person.objects.get(nama="Kepala Dusun").nip is None


@pytest.mark.parametrize(
    ("kind", "nip", "said"),
    [
        ("pns", "19900101 201501 1 00", "tidak terdiri atas 18 angka"),
        ("pns", "199013012015011001", "bukan tanggal lahir"),
        ("non_asn", NIP, "Hanya PNS dan PPPK"),
    ],
)
def test_a_faulty_number_is_told_at_its_field_and_nothing_typed_is_lost(client, kind, nip, said):
    client = signed_in(client, a_user("admin_pemda"))
    answer = client.post(reverse("organisation:add_person"), {"nama": "Pegawai Baru", "kind": kind, "nip": nip})
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert 'value="Pegawai Baru"' in text_of(answer)
    assert said in answer.context["form"].errors["nip"][0]


def test_a_number_belongs_to_one_person(client):
    a_person(kind="pns", nip=NIP)
    answer = signed_in(client, a_user("admin_pemda")).post(reverse("organisation:add_person"), SOMEBODY)
    assert answer.status_code == 422
    assert "sudah dipakai orang lain" in text_of(answer)


def test_an_admin_opd_sees_and_adds_the_own_people_only(client):
    own, other = a_unit("Dinas A"), a_unit("Dinas B")
    mine, theirs = a_person("Pegawai Sendiri"), a_person("Pegawai Lain")
    a_seat(mine, a_jabatan("Staf", a_unit("Bidang A", own)))
    a_seat(theirs, a_jabatan("Staf", other))
    client = signed_in(client, a_user("admin_opd", own))
    page = text_of(client.get(reverse("organisation:people")))
    assert "Pegawai Sendiri" in page
    assert "Pegawai Lain" not in page
    assert client.get(reverse("organisation:person", args=[theirs.pk])).status_code == 403
    assert client.post(reverse("organisation:add_person"), {**SOMEBODY, "unit": other.pk}).status_code == 422
    assert client.post(reverse("organisation:add_person"), {**SOMEBODY, "unit": own.pk}).status_code == 302


def test_a_colleague_sees_no_list_of_people_and_no_numbers(client):
    top = a_unit()
    a_seat(a_person("Pemangku", kind="pns", nip=NIP), a_jabatan("Kepala Dinas", top))
    client = signed_in(client, a_user())
    assert client.get(reverse("organisation:people")).status_code == 403
    page = text_of(client.get(reverse("organisation:unit", args=[top.pk])))
    assert "Pemangku" in page
    assert NIP not in page.replace(" ", "")


@pytest.mark.parametrize("typed", ["baru", "peg bar", "1990 0101", NIP])
def test_people_are_found_by_pieces_of_name_or_number(client, typed):
    a_person("Pegawai Baru", kind="pns", nip=NIP)
    a_person("Orang Lain")
    page = signed_in(client, a_user("pemantau")).get(reverse("organisation:people"), {"cari": typed})
    assert [person.nama for person in page.context["page"]] == ["Pegawai Baru"]


def test_a_big_list_of_people_costs_no_more_queries(client, django_assert_max_num_queries):
    top = a_unit()
    office = a_jabatan("Staf", top, places=500)
    for _ in range(60):
        a_seat(a_person(), office)
    client = signed_in(client, a_user("admin_pemda"))
    with django_assert_max_num_queries(11):
        assert client.get(reverse("organisation:people"), {"unit": top.pk}).context["page"].paginator.count == 60


def test_an_account_comes_with_a_code_that_asks_for_a_password_of_ones_own(client):
    person = a_person(kind="pns", nip=NIP)
    page = signed_in(client, a_user("admin_pemda")).post(reverse("organisation:give_account", args=[person.pk]))
    code = page.context["code"]
    assert code in text_of(page)
    assert "no-store" in page["Cache-Control"]

    client.logout()
    client.post(reverse("account_login"), {"login": NIP, "password": code})
    elsewhere = client.get(reverse("organisation:units"))
    assert elsewhere["Location"] == reverse("organisation:password")
    new = {"old": code, "new": "kata-sandi-saya", "again": "kata-sandi-saya"}
    assert client.post(reverse("organisation:password"), new).status_code == 302
    assert client.get(reverse("organisation:units")).status_code == 200
    assert not User.objects.get(person=person).check_password(code)


def test_a_code_that_nobody_used_stops_working(client):
    person = a_person(kind="pns", nip=NIP)
    user, code = accounts.give_account(by=a_user("admin_pemda"), person=person)
    user.code_until = timezone.now()
    user.save()
    client.post(reverse("account_login"), {"login": NIP, "password": code})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"old": "salah"}, "belum cocok"),
        ({"again": "lain-lagi-sekali"}, "belum sama"),
        ({"new": "12345678", "again": "12345678"}, ""),
        ({"new": "rahasia-sekali", "again": "rahasia-sekali"}, "yang lain"),
    ],
)
def test_an_unfit_password_is_told(client, typed, said):
    user = a_user(password="rahasia-sekali")
    sent = {"old": "rahasia-sekali", "new": "kata-sandi-saya", "again": "kata-sandi-saya", **typed}
    answer = signed_in(client, user).post(reverse("organisation:password"), sent)
    assert answer.status_code == 422
    assert said in text_of(answer)


def test_signing_out_everywhere_leaves_only_the_session_that_asked(client):
    from django.test import Client

    user, other = a_user(password="rahasia-sekali"), Client()
    other.force_login(user)
    signed_in(client, user).post(reverse("organisation:sign_out_everywhere"))
    assert client.get(reverse("organisation:me")).status_code == 200
    assert other.get(reverse("organisation:me")).status_code == 302


def test_a_closed_account_is_out_at_once_and_may_be_opened_again(client):
    from django.test import Client

    user, theirs = a_user(), Client()
    theirs.force_login(user)
    client = signed_in(client, a_user("admin_pemda"))
    client.post(reverse("organisation:close_account", args=[user.person.pk]))
    assert theirs.get(reverse("organisation:me")).status_code == 302
    page = client.post(reverse("organisation:open_account", args=[user.person.pk]))
    assert User.objects.get(pk=user.pk).check_password(page.context["code"])


def test_nobody_closes_the_own_account(client):
    user = a_user("admin_pemda")
    answer = signed_in(client, user).post(reverse("organisation:close_account", args=[user.person.pk]), follow=True)
    assert "tidak dapat ditutup" in text_of(answer)
    assert User.objects.get(pk=user.pk).is_active


def test_an_admin_opd_does_not_get_the_code_of_an_admin_of_the_regency(client):
    own = a_unit()
    chief = a_user("admin_pemda")
    a_seat(chief.person, a_jabatan("Staf", own))
    client = signed_in(client, a_user("admin_opd", own))
    answer = client.post(reverse("organisation:reset_password", args=[chief.person.pk]), follow=True)
    assert "juga berperan di luar unit Anda" in text_of(answer)


def test_a_role_of_an_admin_asks_for_a_second_factor_before_anything_else(client):
    lay_down()
    user = a_user()
    client = signed_in(client, user)
    assert client.get(reverse("organisation:units")).status_code == 200
    Grant.objects.create(person=user.person, role=Role.objects.get(code="pengesah"), since=date(2020, 1, 1))
    assert client.get(reverse("organisation:units"))["Location"] == reverse("organisation:second_factor")
    assert "faktor kedua" in text_of(client.get(reverse("organisation:second_factor")))


def test_a_second_factor_is_set_up_and_asked_for_from_then_on(client):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

    lay_down()
    user = a_user(password="rahasia-sekali")
    Grant.objects.create(person=user.person, role=Role.objects.get(code="pengesah"), since=date(2020, 1, 1))
    entry = {"login": user.username, "password": "rahasia-sekali"}
    client.post(reverse("account_login"), entry)
    again = client.get(reverse("mfa_activate_totp"))["Location"]
    page = client.post(again, {"password": "rahasia-sekali"}, follow=True)
    assert "<svg" in text_of(page)
    assert "Pasang" in text_of(page)
    counter = next(iter(yield_hotp_counters_from_time()))
    code = format_hotp_value(hotp_value(page.context["form"].secret, counter))
    answer = client.post(reverse("mfa_activate_totp"), {"code": code}, follow=True)
    assert "Kode cadangan" in text_of(answer)
    assert client.get(reverse("organisation:units")).status_code == 200

    client.post(reverse("account_logout"))
    answer = client.post(reverse("account_login"), entry, follow=True)
    assert "Satu langkah lagi" in text_of(answer)
    assert "_auth_user_id" not in client.session


def test_a_role_is_given_for_a_unit_and_a_period_and_taken(client):
    lay_down()
    top, person = a_unit(), a_person()
    client = signed_in(client, a_user("admin_pemda"))
    sent = {"role": Role.objects.get(code="penyusun").pk, "unit": top.pk, "since": "2026-01-01", "until": "2026-12-31"}
    assert client.post(reverse("organisation:grant", args=[person.pk]), sent).status_code == 302
    given = Grant.objects.get(person=person)
    assert (given.unit, given.until) == (top, date(2026, 12, 31))
    client.post(reverse("organisation:revoke", args=[given.pk]))
    given.refresh_from_db()
    assert given.until == timezone.localdate()


def test_an_admin_opd_hands_out_what_is_harmless_in_the_own_agency_only(client):
    own, other = a_unit("Dinas A"), a_unit("Dinas B")
    person = a_person(unit=own)
    client = signed_in(client, a_user("admin_opd", own))
    roles = {role.code: role.pk for role in Role.objects.all()}
    url = reverse("organisation:grant", args=[person.pk])
    when = {"since": "2026-01-01"}
    assert client.post(url, {"role": roles["pengesah"], "unit": own.pk, **when}).status_code == 422
    assert client.post(url, {"role": roles["penyusun"], "unit": other.pk, **when}).status_code == 422
    assert client.post(url, {"role": roles["penyusun"], **when}).status_code == 422
    assert client.post(url, {"role": roles["penyusun"], "unit": own.pk, **when}).status_code == 302


def test_the_last_admin_of_the_regency_stays(client):
    user = a_user("admin_pemda")
    answer = signed_in(client, user).post(
        reverse("organisation:revoke", args=[user.person.grants.get().pk]), follow=True
    )
    assert "Harus tetap ada satu admin" in text_of(answer)
    assert user.person.grants.get().until is None


def test_a_regency_makes_its_own_role_and_signers_always_need_a_second_factor(client):
    client = signed_in(client, a_user("admin_pemda"))
    sent = {"nama": "Tim Monev", "permissions": ["read_everything", "ratify_procedure"]}
    assert client.post(reverse("organisation:make_role"), sent).status_code == 302
    made = Role.objects.get(nama="Tim Monev")
    assert made.needs_second_factor
    assert client.post(reverse("organisation:make_role"), sent).status_code == 422
    client.post(reverse("organisation:drop_role", args=[made.pk]))
    assert not Role.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize("name", ["make_role", "add_person", "people", "roles"])
def test_who_has_no_role_gets_nowhere_near(client, name):
    assert signed_in(client, a_user()).get(reverse(f"organisation:{name}")).status_code == 403


def test_a_double_click_makes_one_person(client):
    client = signed_in(client, a_user("admin_pemda"))
    sent = {"nama": "Kepala Dusun", "kind": "perangkat_desa"}
    assert client.post(reverse("organisation:add_person"), sent).status_code == 302
    again = client.post(reverse("organisation:add_person"), sent)
    assert "sudah ada di sini" in text_of(again)
    assert Person.objects.filter(nama="Kepala Dusun").count() == 1
