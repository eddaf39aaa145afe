"""What a person may type about tupoksi, titles and needs."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from sopan.web.identification.models import WEIGHTS, Aspect, Proposal, Tupoksi, TupoksiLevel
from sopan.web.identification.services.rows import Typed
from sopan.web.identification.tupoksi_text import MAX_CHARACTERS, MAX_ITEM
from sopan.web.registry.forms import Files, Initial, offer
from sopan.web.registry.forms import Typed as Data
from sopan.web.registry.models import CIRI, ProcedureRecord

MAX_SHEET = 10_000_000
TRUTH = {"ya": True, "tidak": False}


class TextForm(forms.Form):
    """A tupoksi pasted as text."""

    text = forms.CharField(
        label=_("Teks tupoksi"),
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=_(
            "Salin dari peraturan atau Word, lalu tempel di sini. Penomoran A, 1, a, 1), a), (1) dan Pasal dikenali."
        ),
    )
    basis = forms.CharField(
        label=_("Dasar hukum"), max_length=200, required=False, help_text=_("Misalnya “Perbup Contoh 12/2023”.")
    )

    def clean_text(self) -> str:
        """Refused before anybody tries to read it when it is longer than a tupoksi can be."""
        text: str = self.cleaned_data["text"]
        if len(text) > MAX_CHARACTERS:
            # What was typed is not sent back: it would be the same megabytes again.
            self.data = {**{name: self.data.get(name, "") for name in self.data}, "text": ""}
            said = _now(
                "Teks ini {n} juta huruf, sedangkan tupoksi satu unit paling banyak {batas} ribu. Tempel unit ini saja."
            )
            raise ValidationError(
                said.format(n=f"{len(text) / 1e6:.1f}".replace(".", ","), batas=MAX_CHARACTERS // 1000)
            )
        return text


class SheetForm(forms.Form):
    """A tupoksi in a workbook."""

    sheet = forms.FileField(label=_("Berkas Excel (.xlsx)"), widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}))

    def __init__(self, data: Data = None, files: Files = None) -> None:
        super().__init__(data, files)

    def clean_sheet(self) -> bytes:
        """The bytes, unless there are too many."""
        sheet = self.cleaned_data["sheet"]
        if sheet.size > MAX_SHEET:
            raise ValidationError(
                _now("Berkas ini lebih besar dari {n} MB. Simpan lembar tupoksinya saja.").format(n=10)
            )
        return bytes(sheet.read())


class TupoksiForm(forms.Form):
    """A tugas, fungsi or uraian tugas."""

    level = forms.ChoiceField(label=_("Tingkat"), choices=TupoksiLevel.choices)
    parent = forms.ModelChoiceField(
        label=_("Di bawah"), queryset=Tupoksi.objects.none(), required=False, empty_label=_("langsung di bawah unit")
    )
    text = forms.CharField(label=_("Bunyi"), max_length=MAX_ITEM, widget=forms.Textarea(attrs={"rows": 3}))
    basis = forms.CharField(label=_("Dasar hukum"), max_length=300, required=False)

    def __init__(self, data: Data = None, *, units: Iterable[int], initial: Initial = None) -> None:
        super().__init__(data, initial=initial)
        above = Tupoksi.objects.filter(unit__in=list(units)).exclude(level=TupoksiLevel.URAIAN)
        offer(self, "parent", above)


class WordsForm(forms.Form):
    """Other words for a tupoksi."""

    text = forms.CharField(label=_("Bunyi"), max_length=MAX_ITEM, widget=forms.Textarea(attrs={"rows": 4}))
    basis = forms.CharField(label=_("Dasar hukum"), max_length=300, required=False)


class ProcessForm(forms.Form):
    """Nodes of the process map, one a line."""

    lines = forms.CharField(
        label=_("Kode dan nama"),
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_(
            "Satu baris satu proses: kode, lalu nama; boleh disalin dari Excel. Contoh: “A.1.2 Penerbitan izin”."
        ),
    )


class RowForm(forms.Form):
    """A row of Tabel 6. Lengths are judged by the service, which says how long is too long."""

    version = forms.IntegerField()
    kegiatan = forms.CharField(required=False)
    output = forms.CharField(required=False)
    aspek = forms.CharField(required=False)
    judul = forms.CharField(required=False)
    ciri = forms.ChoiceField(choices=[("", "–"), *CIRI], required=False)
    is_repeated = forms.ChoiceField(choices=[("", "?"), ("ya", "ya"), ("tidak", "tidak")], required=False)
    is_shared = forms.ChoiceField(choices=[("", "?"), ("ya", "ya"), ("tidak", "tidak")], required=False)
    is_measurable = forms.ChoiceField(choices=[("", "?"), ("ya", "ya"), ("tidak", "tidak")], required=False)

    def typed(self) -> Typed:
        """As the service takes it."""
        said = self.cleaned_data
        return Typed(
            kegiatan=said["kegiatan"],
            output=said["output"],
            aspek=said["aspek"],
            judul=said["judul"],
            ciri=said["ciri"],
            is_repeated=TRUTH.get(said["is_repeated"]),
            is_shared=TRUTH.get(said["is_shared"]),
            is_measurable=TRUTH.get(said["is_measurable"]),
        )


class NeedForm(forms.Form):
    """A line of the needs assessment."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    record = forms.ModelChoiceField(
        label=_("SOP yang sudah terdaftar"), queryset=ProcedureRecord.objects.none(), required=False,
        empty_label=_("belum ada; tulis judulnya di bawah"),
    )  # fmt: skip
    judul = forms.CharField(label=_("Judul SOP"), max_length=300, required=False)
    tupoksi = forms.ModelChoiceField(
        label=_("Tugas/fungsi"), queryset=Tupoksi.objects.none(), required=False, empty_label=_("tidak disebut")
    )
    aspect = forms.ChoiceField(label=_("Aspek"), choices=Aspect.choices)
    finding = forms.CharField(label=_("Temuan"), max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))
    proposal = forms.ChoiceField(label=_("Jenis usulan"), choices=Proposal.choices)
    reason = forms.CharField(label=_("Alasan"), max_length=4000, widget=forms.Textarea(attrs={"rows": 2}))
    inner_impact = forms.CharField(
        label=_("Dampak internal"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    outer_impact = forms.CharField(
        label=_("Dampak eksternal"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    urgency = forms.TypedChoiceField(label=_("Mendesak"), choices=WEIGHTS, coerce=int, initial=2)
    impact = forms.TypedChoiceField(label=_("Besar dampaknya"), choices=WEIGHTS, coerce=int, initial=2)
    feasibility = forms.TypedChoiceField(label=_("Dapat dilaksanakan"), choices=WEIGHTS, coerce=int, initial=2)
    planned_for = forms.CharField(label=_("Rencana waktu"), max_length=100, required=False)
    responsible = forms.CharField(label=_("Penanggung jawab"), max_length=200, required=False)

    def __init__(self, data: Data = None, *, units: Iterable[int], unit: int, initial: Initial = None) -> None:
        super().__init__(data, initial=initial)
        offer(self, "record", ProcedureRecord.objects.filter(unit__in=list(units)))
        offer(self, "tupoksi", Tupoksi.objects.filter(unit=unit))

    def clean(self) -> dict[str, object]:
        """A proposal names its procedure one way or the other."""
        said = super().clean() or self.cleaned_data
        if not said.get("record") and not said.get("judul", "").strip():
            self.add_error("judul", _now("Pilih SOP yang sudah terdaftar, atau tulis judulnya."))
        return said
