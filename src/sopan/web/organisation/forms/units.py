"""Units: opened, renamed, moved, and re-organised on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sopan.web.organisation.forms.fields import DateField, offer
from sopan.web.organisation.models import Unit, UnitKind
from sopan.web.organisation.services.reorganisation import Handover


class UnitForm(forms.Form):
    """A new unit."""

    nama = forms.CharField(label=_("Nama resmi"), max_length=200, help_text=_("Seperti pada peraturan pembentukannya."))
    kind = forms.ChoiceField(label=_("Jenis"), choices=UnitKind.choices)
    kode = forms.CharField(label=_("Kode"), max_length=40, required=False)
    since = DateField(label=_("Berlaku sejak"))


class UnitDetailsForm(forms.Form):
    """What kind of unit it is, and how it is listed."""

    kind = forms.ChoiceField(label=_("Jenis"), choices=UnitKind.choices)
    kode = forms.CharField(
        label=_("Kode"), max_length=40, required=False, help_text=_("Dipakai untuk menyebut unit ini di Excel.")
    )
    order = forms.IntegerField(
        label=_("Urutan"), min_value=0, max_value=99_999, help_text=_("Angka kecil berada di atas.")
    )


class DayForm(forms.Form):
    """A day to look at."""

    tanggal = DateField(label=_("Keadaan pada"), required=False)


class NameForm(forms.Form):
    """Another name, for a unit or an office."""

    nama = forms.CharField(label=_("Nama baru"), max_length=200)
    since = DateField(
        label=_("Berlaku sejak"), help_text=_("Dokumen yang terbit sebelum tanggal ini tetap memakai nama lama.")
    )
    decree = forms.CharField(label=_("Dasar"), max_length=120, required=False)


class ParentForm(forms.Form):
    """Another place in the tree."""

    parent = forms.TypedChoiceField(label=_("Berada di bawah"), coerce=int, empty_value=None, required=False)

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        initial: dict[str, Any] | None = None,
        choices: Sequence[tuple[object, str]],
    ) -> None:
        super().__init__(data, initial=initial)
        offer(self, "parent", [("", _("— Pemda (perangkat daerah) —")), *choices])


class ClosingForm(forms.Form):
    """The end of a unit, and who goes on."""

    on = DateField(label=_("Tidak berlaku lagi mulai"))
    decree = forms.CharField(label=_("Dasar"), max_length=120, required=False)
    successors = forms.TypedMultipleChoiceField(
        label=_("Urusannya diteruskan oleh"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Satu unit: dilebur. Beberapa unit: dipecah. Kosong: urusannya berakhir."),
    )

    offices_follow = forms.BooleanField(
        label=_("Jabatan selain pimpinan ikut ke penerus pertama, beserta pemangkunya"), required=False
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        initial: dict[str, Any] | None = None,
        choices: Sequence[tuple[int, str]],
        children: Sequence[tuple[int, str]],
    ) -> None:
        super().__init__(data, initial=initial)
        offer(self, "successors", choices)
        self._children = [pk for pk, _name in children]
        targets = [("first", _("ikut penerus pertama")), ("", _("berakhir")), *choices]
        for pk, name in children:
            label = format_lazy(_("Unit di bawahnya: {nama}"), nama=name)
            self.fields[f"child_{pk}"] = forms.ChoiceField(
                label=label, choices=targets, required=False, initial="first"
            )

    def orders(self, candidates: Mapping[int, Unit]) -> dict[str, Any]:
        """What was decided, as the service of re-organisation wants it."""
        said = self.cleaned_data
        successors = [candidates[pk] for pk in said["successors"]]
        first = successors[0] if successors else None
        children = {}
        for pk in self._children:
            chosen = said[f"child_{pk}"]
            children[pk] = first if chosen == "first" else candidates.get(int(chosen or 0))
        return {
            "handover": Handover(said["on"], said["decree"]),
            "successors": successors,
            "children": children,
            "offices_follow": said["offices_follow"],
        }
