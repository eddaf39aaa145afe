"""Offices, and who holds them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sopan.web.organisation.forms.fields import DateField, offer
from sopan.web.organisation.models import Capacity, JabatanKind


class JabatanDetailsForm(forms.Form):
    """What kind of office it is, and how many may hold it."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=JabatanKind.choices)
    places = forms.IntegerField(label=_("Jumlah tempat"), min_value=1, max_value=500, initial=1)
    is_head = forms.BooleanField(label=_("Memimpin unit ini"), required=False)


class JabatanForm(JabatanDetailsForm):
    """A new office."""

    nama = forms.CharField(label=_("Nama jabatan"), max_length=200, help_text=_("Seperti pada peraturan SOTK."))
    since = DateField(label=_("Berlaku sejak"))
    field_order = ("nama", "kind", "places", "is_head", "since")


class JabatanClosingForm(forms.Form):
    """The end of an office."""

    on = DateField(label=_("Tidak berlaku lagi mulai"))
    decree = forms.CharField(label=_("Dasar"), max_length=120, required=False)
    successors = forms.TypedMultipleChoiceField(
        label=_("Tugasnya diteruskan oleh"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        initial: dict[str, Any] | None = None,
        choices: Sequence[tuple[object, str]],
    ) -> None:
        super().__init__(data, initial=initial)
        offer(self, "successors", choices)


class AppointForm(forms.Form):
    """Somebody takes an office."""

    orang = forms.CharField(
        label=_("Siapa"),
        max_length=200,
        help_text=_("NIP, atau nama lengkap tanpa gelar."),
        widget=forms.TextInput(attrs={"list": "daftar-orang", "autocomplete": "off"}),
    )
    capacity = forms.ChoiceField(label=_("Sebagai"), choices=Capacity.choices)
    since = DateField(label=_("Mulai"))
    until = DateField(
        label=_("Sampai sebelum"), required=False, help_text=_("Untuk Plt., Plh., dan Pj. Kosong: belum ditentukan.")
    )
    decree = forms.CharField(label=_("Nomor SK atau surat perintah"), max_length=120, required=False)

    def clean(self) -> dict[str, object]:
        """The end comes after the beginning."""
        found = super().clean() or {}
        since, until = found.get("since"), found.get("until")
        if since and until and until <= since:
            self.add_error("until", _("Tanggal berakhir mendahului tanggal mulai."))
        return found


class ReleaseForm(forms.Form):
    """Somebody leaves an office."""

    on = DateField(label=_("Tidak lagi memangku mulai"))
    decree = forms.CharField(label=_("Dasar"), max_length=120, required=False)
