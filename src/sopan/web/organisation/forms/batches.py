"""Tables that are uploaded."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from sopan.web.organisation.forms.fields import DateField
from sopan.web.organisation.models import BatchKind


class FileForm(forms.Form):
    """A table."""

    file = forms.FileField(
        label=_("Berkas Excel (.xlsx) atau CSV"),
        help_text=_("Baris pertama berisi judul kolom, seperti pada formulir."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={"empty": _("Berkas ini kosong."), "required": _("Pilih dahulu berkasnya.")},
    )


class UploadForm(FileForm):
    """A table and what its rows are."""

    kind = forms.ChoiceField(
        label=_("Isinya"), choices=[choice for choice in BatchKind.choices if choice[0] != BatchKind.MOVES]
    )
    field_order = ("kind", "file")


class MovesForm(FileForm):
    """A mutasi: its day and decree."""

    on = DateField(label=_("Berlaku mulai"))
    decree = forms.CharField(label=_("Nomor SK"), max_length=120)
    field_order = ("on", "decree", "file")
