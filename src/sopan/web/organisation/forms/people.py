"""People, their accounts and roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sopan.web.organisation.forms.fields import DateField, offer
from sopan.web.organisation.models import Permission, PersonKind, Role, User


class PersonForm(forms.Form):
    """What is known of somebody."""

    nama = forms.CharField(label=_("Nama tanpa gelar"), max_length=200)
    gelar_depan = forms.CharField(label=_("Gelar depan"), max_length=60, required=False)
    gelar_belakang = forms.CharField(label=_("Gelar belakang"), max_length=100, required=False)
    kind = forms.ChoiceField(label=_("Jenis"), choices=PersonKind.choices)
    nip = forms.CharField(
        label=_("NIP/NI PPPK"),
        max_length=40,
        required=False,
        help_text=_("Hanya PNS dan PPPK. Yang tidak memilikinya: biarkan kosong."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    pangkat = forms.CharField(label=_("Pangkat/golongan"), max_length=60, required=False)
    origin = forms.CharField(label=_("Asal"), max_length=200, required=False, help_text=_("Untuk orang luar."))
    unit = forms.TypedChoiceField(label=_("Bekerja di"), coerce=int, empty_value=None, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        initial: dict[str, Any] | None = None,
        units: Sequence[tuple[object, str]],
        may_be_nowhere: bool,
    ) -> None:
        super().__init__(data, initial=initial)
        offer(self, "unit", [*([("", _("— belum ditentukan —"))] if may_be_nowhere else []), *units])
        self.fields["unit"].required = not may_be_nowhere


class AccountForm(forms.Form):
    """A user name, for those who have no NIP or want another."""

    username = forms.CharField(
        label=_("Nama pengguna"),
        max_length=60,
        required=False,
        help_text=_("Kosong: NIP-nya. Tanpa NIP: 3 sampai 60 huruf, angka, titik, atau garis."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )


class PasswordForm(forms.Form):
    """A password of one's own."""

    old = forms.CharField(
        label=_("Kata sandi sekarang"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    new = forms.CharField(
        label=_("Kata sandi baru"),
        help_text=_("Sedikitnya 8 huruf dan angka. Kalimat pendek lebih mudah diingat."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Ketik sekali lagi"), widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, initial: dict[str, Any] | None = None, user: User
    ) -> None:
        super().__init__(data, initial=initial)
        self._user = user
        if user.must_change_password:
            self.fields["old"].label = _("Kode sekali pakai")

    def clean_old(self) -> str:
        """It has to be the one of today."""
        if not self._user.check_password(self.cleaned_data["old"]):
            raise forms.ValidationError(_("Kata sandi atau kodenya belum cocok."))
        return str(self.cleaned_data["old"])

    def clean_new(self) -> str:
        """It has to be strong enough, and another one."""
        new = str(self.cleaned_data["new"])
        if self._user.check_password(new):
            raise forms.ValidationError(_("Pilih kata sandi yang lain dari yang sekarang."))
        validate_password(new, self._user)
        return new

    def clean(self) -> dict[str, object]:
        """Both have to be the same."""
        found = super().clean() or {}
        if "new" in found and "again" in found and found["new"] != found["again"]:
            self.add_error("again", _("Kedua kata sandi baru belum sama."))
        return found


class UnlockForm(forms.Form):
    """The password of whoever locked the screen."""

    password = forms.CharField(
        label=_("Kata sandi Anda"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, initial: dict[str, Any] | None = None, user: User
    ) -> None:
        super().__init__(data, initial=initial)
        self._user = user

    def clean_password(self) -> str:
        """It has to be theirs."""
        if not self._user.check_password(self.cleaned_data["password"]):
            raise forms.ValidationError(_("Kata sandinya belum cocok."))
        return ""


class RoleChoice(forms.ModelChoiceField[Role]):
    """One of the roles."""

    def label_from_instance(self, obj: Role) -> str:
        """Its name."""
        return obj.nama


class GrantForm(forms.Form):
    """A role, for a unit and a period."""

    role = RoleChoice(label=_("Peran"), queryset=Role.objects.none(), empty_label=None)
    unit = forms.TypedChoiceField(label=_("Di unit"), coerce=int, empty_value=None, required=False)
    since = DateField(label=_("Mulai"))
    until = DateField(label=_("Sampai sebelum"), required=False, help_text=_("Kosong: sampai dicabut."))

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        initial: dict[str, Any] | None = None,
        roles: QuerySet[Role],
        units: Sequence[tuple[object, str]],
        everywhere: bool,
    ) -> None:
        super().__init__(data, initial=initial)
        field = self.fields["role"]
        assert isinstance(field, RoleChoice)
        field.queryset = roles
        offer(self, "unit", [*([("", _("— seluruh kabupaten —"))] if everywhere else []), *units])
        self.fields["unit"].required = not everywhere


class RoleForm(forms.Form):
    """A role of the regency's own."""

    nama = forms.CharField(label=_("Nama peran"), max_length=100)
    permissions = forms.MultipleChoiceField(
        label=_("Boleh"), choices=Permission.choices, widget=forms.CheckboxSelectMultiple
    )
    needs_second_factor = forms.BooleanField(
        label=_("Wajib faktor kedua"),
        required=False,
        help_text=_("Untuk yang mengatur dan yang mengesahkan selalu wajib."),
    )
