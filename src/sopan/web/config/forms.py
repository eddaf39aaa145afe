"""What a person may choose for their screen."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sopan.web.config.context import THEMES

NAMES = {"system": _("Ikuti perangkat"), "light": _("Terang"), "dark": _("Gelap")}


class AppearanceForm(forms.Form):
    """Theme, and the language where there is a choice."""

    theme = forms.ChoiceField(
        label=_("Tampilan"), choices=[(theme, NAMES[theme]) for theme in THEMES], widget=forms.RadioSelect
    )
    language = forms.ChoiceField(label=_("Bahasa"), choices=settings.LANGUAGES)

    def __init__(self, data: QueryDict | None, *, initial: dict[str, str]) -> None:
        super().__init__(data, initial=initial)
        if len(settings.LANGUAGES) < 2:
            del self.fields["language"]
