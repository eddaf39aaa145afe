"""What a person may type about a procedure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from sopan.web.organisation.models import Unit
from sopan.web.registry.models import BESARAN, CIRI, JENIS, KELENGKAPAN, SIFAT, ProcedureRecord, Standing
from sopan.web.registry.scans import MAX_BYTES

Typed = Mapping[str, str] | None
Files = MultiValueDict[str, UploadedFile[bytes]] | None
Initial = MutableMapping[str, Any] | None


def offer(form: forms.Form, name: str, found: QuerySet[Any]) -> None:
    """Let a field choose among these."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = found


def let_choose(form: forms.Form, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Let a field choose among these pairs of value and label."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def or_empty(choices: Iterable[tuple[str, str]]) -> list[tuple[str, Any]]:
    """With a first choice for what is not decided yet."""
    return [("", _("belum ditentukan")), *choices]


class PaperForm(forms.Form):
    """An SOP that lies in a cabinet."""

    judul = forms.CharField(label=_("Judul SOP"), max_length=300, help_text=_("Seperti tertulis pada SOP."))
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=int)
    nomor = forms.CharField(label=_("Nomor SOP"), max_length=120, required=False)
    year = forms.IntegerField(label=_("Tahun"), min_value=1990, max_value=2100, required=False)
    location = forms.CharField(
        label=_("Letak dokumen"), max_length=200, help_text=_("Misalnya “lemari 2, map biru” atau nama berkas.")
    )
    scan = forms.FileField(
        label=_("Foto atau hasil pindai"),
        required=False,
        help_text=_("PDF, JPG, PNG, atau WebP, paling besar 20 MB. Boleh menyusul."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,image/jpeg,image/png,image/webp"}),
    )

    def __init__(self, data: Typed = None, files: Files = None, *, units: list[Unit], initial: Initial = None) -> None:
        super().__init__(data, files, initial=initial)
        let_choose(self, "unit", ((unit.pk, "\u2003" * unit.depth + unit.nama) for unit in units))
        self.fields["year"].widget.attrs["inputmode"] = "numeric"
        self.fields["year"].localize = False

    def clean_scan(self) -> bytes:
        """The bytes, unless there are too many of them to hold."""
        scan = self.cleaned_data.get("scan")
        return scan.read(MAX_BYTES + 1) if scan else b""


class DescriptionForm(forms.Form):
    """The kind of a procedure, and where it belongs."""

    sifat = forms.ChoiceField(label=_("Sifat kegiatan"), choices=or_empty(SIFAT), required=False)
    besaran = forms.ChoiceField(label=_("Besaran"), choices=or_empty(BESARAN), required=False)
    kelengkapan_jenis = forms.ChoiceField(label=_("Kelengkapan"), choices=or_empty(KELENGKAPAN), required=False)
    jenis = forms.ChoiceField(label=_("Jenis"), choices=or_empty(JENIS), required=False)
    ciri_kegiatan = forms.ChoiceField(label=_("Ciri kegiatan"), choices=or_empty(CIRI), required=False)
    parent = forms.ModelChoiceField(
        label=_("Bagian dari SOP makro"),
        queryset=ProcedureRecord.objects.none(),
        required=False,
        empty_label=_("bukan bagian dari SOP lain"),
    )
    kode_peta = forms.CharField(
        label=_("Kode peta proses bisnis"),
        max_length=60,
        required=False,
        help_text=_("Kode peta lintas fungsi menurut Permenpan-RB 19/2018, bila sudah ada."),
    )

    def __init__(self, data: Typed, *, macros: QuerySet[ProcedureRecord], initial: Initial) -> None:
        super().__init__(data, initial=initial)
        offer(self, "parent", macros)

    def clean_kode_peta(self) -> str | None:
        """None where no map is attached."""
        return self.cleaned_data["kode_peta"].strip() or None


class SearchForm(forms.Form):
    """What to look for among the procedures."""

    q = forms.CharField(label=_("Judul atau nomor"), max_length=200, required=False)
    status = forms.ChoiceField(label=_("Status"), choices=[("", _("semua")), *Standing.choices], required=False)
    unit = forms.TypedChoiceField(label=_("Perangkat daerah"), coerce=int, required=False, empty_value=None)

    def __init__(self, data: Typed, *, units: list[Unit]) -> None:
        super().__init__(data)
        tops = [(unit.pk, unit.nama) for unit in units if not unit.depth]
        let_choose(self, "unit", [("", _("semua")), *tops])
