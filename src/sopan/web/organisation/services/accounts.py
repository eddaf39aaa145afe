"""Accounts: given by an admin, entered with a one-time code, closed when somebody leaves."""

from __future__ import annotations

import re
import secrets
from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils import timezone

from sopan.web.audit.services import record
from sopan.web.organisation import policies
from sopan.web.organisation.models import Grant, Permission, Person, User
from sopan.web.ui.trouble import Trouble

LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""Without those that look alike on paper: I and 1, L, O and 0."""


CODE_LASTS = timedelta(days=7)
USERNAME = re.compile(r"[A-Za-z0-9._-]{3,60}")


class AccountTrouble(Trouble):
    """An account that cannot be given or changed."""


@transaction.atomic
def give_account(*, by: User, person: Person, username: str = "") -> tuple[User, str]:
    """An account for somebody, and the code that lets them in once. Without a user name, their NIP is it."""
    _require_admin_of(by, person)
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    username = username.strip() or person.nip or ""
    if not username:
        raise AccountTrouble("{orang} tidak memiliki NIP. Tulis nama pengguna untuknya.", orang=person)
    if User.objects.filter(username__iexact=username).exists():
        raise AccountTrouble("Nama pengguna “{nama}” sudah dipakai. Pilih yang lain.", nama=username)
    if User.objects.filter(person=person).exists():
        raise AccountTrouble("{orang} sudah memiliki akun.", orang=person)
    if not USERNAME.fullmatch(username):
        raise AccountTrouble("Nama pengguna 3 sampai 60 huruf, angka, titik, garis, atau garis bawah, tanpa spasi.")
    user = User.objects.create_user(username, person=person)
    record("organisation.account_given", by=by, subject=user)
    return user, _new_code(user)


@transaction.atomic
def reset_password(*, by: User, user: User) -> str:
    """A new code for somebody who forgot their password. It is shown once, for print, and kept nowhere."""
    _require_admin_of(by, user.person)
    record("organisation.password_reset", by=by, subject=user)
    return _new_code(user)


@transaction.atomic
def close_account(*, by: User, user: User) -> None:
    """Nobody signs in with it any more; what they did stays theirs. Raises AccountTrouble for the own one."""
    _require_admin_of(by, user.person)
    if by.pk == user.pk:
        raise AccountTrouble("Akun sendiri tidak dapat ditutup. Mintalah kepada admin lain.")
    _change(user, is_active=False, generation=user.generation + 1)
    record("organisation.account_closed", by=by, subject=user)
    require_an_administrator()


@transaction.atomic
def open_again(*, by: User, user: User) -> str:
    """Let somebody in again whose account was closed; they begin with a new code."""
    _require_admin_of(by, user.person)
    _change(user, is_active=True)
    record("organisation.account_opened_again", by=by, subject=user)
    return _new_code(user)


@transaction.atomic
def choose_password(*, user: User, password: str) -> None:
    """A password of one's own: the code is spent, and every other session ends."""
    user.set_password(password)
    _change(user, password=user.password, must_change_password=False, code_until=None)
    record("organisation.password_chosen", by=user, subject=user)


@transaction.atomic
def sign_out_everywhere(*, user: User) -> None:
    """End every session of one's own account; the view keeps the one that asked."""
    _change(user, generation=user.generation + 1)
    record("organisation.signed_out_everywhere", by=user, subject=user)


@transaction.atomic
def forget_second_factor(*, by: User, user: User) -> None:
    """Somebody lost their phone: they sign in with their password and set up a new second factor. Not for oneself."""
    policies.require(by.pk != user.pk and policies.may_administer(by))
    Authenticator.objects.filter(user_id=user.pk).delete()
    _change(user, generation=user.generation + 1)
    record("organisation.second_factor_forgotten", by=by, subject=user)


def _require_admin_of(by: User, person: Person | None) -> None:
    """Raises NotAllowed for somebody of others, and AccountTrouble for whoever may more than `by`.

    Whoever has a code can sign in with it: so nobody gets a code that opens what they could not open themselves.
    """
    if policies.may_administer(by):
        return
    policies.require(person is not None and policies.may_look_after(by, person))
    own = policies.access_of(by).units_with(Permission.MANAGE_UNIT)
    theirs = Grant.objects.exclude(until__lte=timezone.localdate()).filter(person=person).select_related("role")
    if any(Permission.ADMINISTER in each.role.permissions or _is_outside(each, own) for each in theirs):
        raise AccountTrouble("{orang} juga berperan di luar unit Anda. Akunnya diurus Admin Pemda.", orang=person)


def _is_outside(grant: Grant, own: frozenset[int] | None) -> bool:
    return own is not None and grant.unit_id not in own


def require_an_administrator() -> None:
    """Raises AccountTrouble, and so undoes what was done, when nobody is left who can administer the site."""
    today = timezone.localdate()
    grants = Grant.objects.on(today).filter(unit=None, person__user__is_active=True).select_related("role")
    if not any(Permission.ADMINISTER in grant.role.permissions for grant in grants):
        raise AccountTrouble("Harus tetap ada satu admin yang dapat masuk. Angkat penggantinya lebih dahulu.")


def _new_code(user: User) -> str:
    """Ends every session too: whoever holds the old password is out."""
    code = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))
    user.set_password(code)
    until = timezone.now() + CODE_LASTS
    _change(user, password=user.password, must_change_password=True, code_until=until)
    return code


def _change(user: User, **fields: object) -> None:
    for name, value in fields.items():
        setattr(user, name, value)
    user.save(update_fields=list(fields))
