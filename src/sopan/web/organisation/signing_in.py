"""Signing in: by user name, or by the NIP of the person."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import make_password
from django.http import HttpRequest

from sopan.checker.language.nip import digits_of
from sopan.web.organisation.models import User


class NipOrUsername(BaseBackend):
    """Finds the account behind what somebody types."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_: Any
    ) -> User | None:
        """The account, when the password is its own; as slow for strangers as for members."""
        user = account_of(username)
        if user is None:
            make_password(password)
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        """The account of a session."""
        return User.objects.filter(pk=user_id, is_active=True).select_related("person").first()


def account_of(typed: str) -> User | None:
    """The account with this user name, else the one of the person with this NIP, however it is spaced."""
    named = User.objects.filter(username__iexact=typed.strip()).first()
    return named or User.objects.filter(person__nip=digits_of(typed)).first()


class Adapter(DefaultAccountAdapter):
    """Accounts are given by an admin; nobody signs up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
