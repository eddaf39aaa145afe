"""Fields that several forms have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class DateField(forms.DateField):
    """A day, picked or typed."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_error_messages = {"invalid": _("Tanggal ini belum terbaca. Tulis misalnya 31-12-2026.")}  # noqa: RUF012


def offer(form: forms.Form, name: str, choices: Sequence[tuple[object, StrOrPromise]]) -> None:
    """What may be chosen in a field, known only when the form is shown."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
