"""Accounts: given by an admin, entered with a one-time code, closed when somebody leaves."""

from __future__ import annotations

import secrets

from django.db import transaction

from sopan.web.audit.services import record
from sopan.web.organisation import policies
from sopan.web.organisation.models import Person, Seat, User
from sopan.web.ui.trouble import Trouble

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that look alike on paper: I and 1, L, O and 0."""


class AccountTrouble(Trouble):
    """An account that cannot be given or changed."""


@transaction.atomic
def give_account(*, by: User, person: Person, username: str = "") -> tuple[User, str]:
    """An account for somebody, and the code that lets them in once. Without a user name, their NIP is it."""
    _require_admin_of(by, person)
    username = username.strip() or person.nip or ""
    if not username:
        raise AccountTrouble("{orang} tidak memiliki NIP. Tulis nama pengguna untuknya.", orang=person)
    if User.objects.filter(username__iexact=username).exists():
        raise AccountTrouble("Nama pengguna “{nama}” sudah dipakai. Pilih yang lain.", nama=username)
    if User.objects.filter(person=person).exists():
        raise AccountTrouble("{orang} sudah memiliki akun.", orang=person)
    user = User.objects.create_user(username, person=person)
    record("organisation.account_given", by=by, subject=user)
    return user, _new_code(user)


@transaction.atomic
def reset_password(*, by: User, user: User) -> str:
    """A new code for somebody who forgot their password. It is shown once, for print, and kept nowhere."""
    person = user.person
    if person is None:
        policies.require(policies.may_administer(by))
    else:
        _require_admin_of(by, person)
    record("organisation.password_reset", by=by, subject=user)
    return _new_code(user)


@transaction.atomic
def close_account(*, by: User, user: User) -> None:
    """Nobody signs in with it any more; what they did stays theirs."""
    policies.require(user.person is None or policies.may_administer(by) or _is_admin_of(by, user.person))
    user.is_active = False
    user.save()
    record("organisation.account_closed", by=by, subject=user)


def _new_code(user: User) -> str:
    code = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    user.set_password(code)
    user.must_change_password = True
    user.save()
    return code


def _require_admin_of(by: User, person: Person) -> None:
    policies.require(policies.may_administer(by) or _is_admin_of(by, person))


def _is_admin_of(by: User, person: Person) -> bool:
    """An Admin OPD looks after the people whose seats are in the own agency."""
    seats = Seat.objects.filter(person=person, until=None).select_related("jabatan__unit")
    return any(policies.may_manage(by, seat.jabatan.unit) for seat in seats)
