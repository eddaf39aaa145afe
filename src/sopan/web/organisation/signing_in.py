"""Signing in: by user name, or by the NIP of the person; with a second factor for those who administer and sign."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import make_password
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sopan.checker.language.nip import digits_of
from sopan.web.organisation.models import Grant, Pemda, User

SHARED = "shared_computer"
"""In a session: it belongs to a computer that several people use."""
SEEN = "seen"
"""In such a session: when it was last used."""
LOCKED = "locked"
"""In such a session: the password is asked for before anything else."""


class NipOrUsername(BaseBackend):
    """Finds the account behind what somebody types."""

    def authenticate(
        self, request: HttpRequest | None, username: str = "", password: str = "", **_others: object
    ) -> User | None:
        """The account, when the password is its own; as slow for strangers as for members."""
        user = account_of(username)
        if user is None:
            make_password(password)
            return None
        return user if user.check_password(password) and user.is_active and not _is_stale(user) else None

    def get_user(self, user_id: int) -> User | None:
        """The account of a session, and whether it still owes a second factor."""
        return _with_debts(User.objects.filter(pk=user_id, is_active=True)).select_related("person").first()


def account_of(typed: str) -> User | None:
    """The account with this user name, else the one of the person with this NIP, however it is spaced."""
    named = User.objects.filter(username__iexact=typed.strip()).first()
    return named or User.objects.filter(person__nip=digits_of(typed)).first()


def owes_second_factor(user: User) -> bool:
    """Whether a role of theirs asks for a second factor that is not set up; a furnished demo asks nobody."""
    owes = getattr(user, "owes_second_factor", None)
    if owes is None:
        owes = getattr(_with_debts(User.objects.filter(pk=user.pk)).get(), "owes_second_factor", False)
    return bool(owes) and not Pemda.objects.filter(is_demo=True).exists()


def has_second_factor(user: User) -> bool:
    """Whether an authenticator app is set up."""
    return bool(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists())


def _with_debts(users: QuerySet[User]) -> QuerySet[User]:
    asking = Grant.objects.on(timezone.localdate()).filter(person=OuterRef("person"), role__needs_second_factor=True)
    has = Authenticator.objects.filter(user_id=OuterRef("pk"), type=Authenticator.Type.TOTP)
    return users.annotate(owes_second_factor=Exists(asking) & ~Exists(has))


def _is_stale(user: User) -> bool:
    """A one-time code that was not used in its time."""
    return user.must_change_password and user.code_until is not None and user.code_until < timezone.now()


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth publishes no types
    """Accounts are given by an admin; nobody signs up."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _(
            "Nama pengguna atau kata sandinya belum cocok. Periksa huruf besar dan kecilnya; kode sekali pakai "
            "berlaku tujuh hari."
        ),
        "too_many_login_attempts": _("Terlalu banyak percobaan. Tunggu lima menit, lalu coba lagi."),
        "incorrect_password": _("Kata sandinya belum cocok."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]  # allauth publishes no types
    """A code of six digits from an app on a phone; no line is needed."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Kodenya belum cocok. Tunggu kode berikutnya di aplikasi, lalu ketik lagi."),
        "cannot_delete_authenticator": _("Peran Anda memerlukan faktor kedua, jadi tidak dapat dimatikan."),
    }

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not while a role asks for it."""
        today = timezone.localdate()
        asking = Grant.objects.on(today).filter(person__user=authenticator.user_id, role__needs_second_factor=True)
        return authenticator.type != Authenticator.Type.TOTP or not asking.exists()

    def build_totp_svg(self, url: str) -> str:
        """The address of the secret as a picture that a phone reads, to stand inside a page."""
        return str(super().build_totp_svg(url)).partition("?>")[2]

    def get_totp_label(self, user: AbstractBaseUser) -> str:
        """What the app on the phone calls the account."""
        return user.get_username()

    def get_totp_issuer(self) -> str:
        """What the app on the phone calls the site."""
        pemda = Pemda.objects.first()
        return f"SOPAN {pemda.nama}" if pemda else "SOPAN"


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth publishes no types
    """User name or NIP, and the password."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("NIP atau nama pengguna")
        self.fields["password"].label = _("Kata sandi atau kode sekali pakai")
        self.fields["password"].help_text = ""
        del self.fields["remember"]
        self.fields["shared"] = forms.BooleanField(
            label=_("Komputer ini dipakai bersama"),
            help_text=_("Layar terkunci bila ditinggal lima menit, dan tidak ada yang tertinggal di peramban."),
            required=False,
        )
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)

    def login(self, request: HttpRequest, redirect_url: str | None = None) -> HttpResponse:
        """Sign in; on a shared computer the session ends with the browser, at the latest."""
        shared = bool(self.cleaned_data["shared"])
        self.cleaned_data["remember"] = not shared
        answer: HttpResponse = super().login(request, redirect_url)
        if shared:
            request.session[SHARED] = True
        return answer


class ConfirmForm(ReauthenticateForm):  # type: ignore[misc]  # allauth publishes no types
    """The password once more, before something that matters."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Kata sandi Anda")
        self.fields["password"].widget.attrs.pop("placeholder", None)
