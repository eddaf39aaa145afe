"""Accounts are given by those who may, and entered once with a code."""

from __future__ import annotations

from datetime import date

import pytest

from sopan.web.organisation.models import Grant, Person, Role
from sopan.web.organisation.services import accounts, seats
from sopan.web.organisation.services.accounts import AccountTrouble
from sopan.web.organisation.signing_in import account_of
from sopan.web.organisation.tests.factories import a_jabatan, a_person, a_seat, a_unit, a_user
from sopan.web.ui.trouble import NotAllowed

pytestmark = pytest.mark.django_db


def test_an_asn_gets_the_nip_as_user_name_and_a_code_that_works_once():
    person = a_person(kind="pns", nip="199001012015011001")
    user, code = accounts.give_account(by=a_user("admin_pemda"), person=person)
    assert user.username == "199001012015011001"
    assert user.check_password(code)
    assert user.must_change_password
    assert account_of("19900101 201501 1 001") == user


def test_who_has_no_nip_needs_a_user_name():
    with pytest.raises(AccountTrouble, match="tidak memiliki NIP"):
        accounts.give_account(by=a_user("admin_pemda"), person=a_person())


def test_an_admin_opd_looks_after_the_own_people_only():
    own, other = a_unit("Dinas A"), a_unit("Dinas B")
    admin, mine, theirs = a_user("admin_opd", own), a_user(), a_user()
    a_seat(mine.person, a_jabatan("Staf", a_unit("Bidang A", own)))
    a_seat(theirs.person, a_jabatan("Staf", other))
    assert mine.check_password(accounts.reset_password(by=admin, user=mine))
    with pytest.raises(NotAllowed):
        accounts.reset_password(by=admin, user=theirs)


def test_a_seat_in_the_own_agency_opens_no_account_of_another():
    own, other = a_unit("Dinas A"), a_unit("Dinas B")
    admin, theirs = a_user("admin_opd", own), a_user("penyusun", other)
    Person.objects.filter(pk=theirs.person.pk).update(unit=other)
    theirs.person.refresh_from_db()
    seats.appoint(by=admin, person=theirs.person, jabatan=a_jabatan("Kepala Dinas", own), since=date(2026, 1, 1))
    theirs.person.refresh_from_db()
    assert theirs.person.unit == other
    for service in (accounts.reset_password, accounts.close_account, accounts.open_again):
        with pytest.raises(NotAllowed):
            service(by=admin, user=theirs)


def test_no_code_is_given_for_somebody_who_may_more():
    own = a_unit("Dinas A")
    admin, chief = a_user("admin_opd", own), a_person(unit=own)
    Grant.objects.create(person=chief, role=Role.objects.get(code="admin_pemda"), since=date(2026, 1, 1))
    with pytest.raises(AccountTrouble, match="di luar unit Anda"):
        accounts.give_account(by=admin, person=chief, username="kepala")
