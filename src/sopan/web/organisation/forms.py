"""What a person may type about the organisation."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sopan.web.organisation.models import UnitKind


class DateField(forms.DateField):
    """A day, picked or typed."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class UnitForm(forms.Form):
    """A new unit."""

    nama = forms.CharField(label=_("Nama resmi"), max_length=200, help_text=_("Seperti pada peraturan pembentukannya."))
    kind = forms.ChoiceField(label=_("Jenis"), choices=UnitKind.choices)
    kode = forms.CharField(label=_("Kode"), max_length=40, required=False)
    since = DateField(label=_("Berlaku sejak"))


class NameForm(forms.Form):
    """Another name for a unit."""

    nama = forms.CharField(label=_("Nama baru"), max_length=200)
    since = DateField(
        label=_("Berlaku sejak"), help_text=_("Dokumen yang terbit sebelum tanggal ini tetap memakai nama lama.")
    )
    decree = forms.CharField(label=_("Dasar"), max_length=200, required=False)
