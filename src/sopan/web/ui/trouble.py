"""Trouble that is told to people: a sentence, with its parameters beside it so that it can be translated."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext

from sopan.domain.errors import SopanError


class Trouble(SopanError):
    """A change that cannot be made. `sentence` is Indonesian, untranslated: what, and what to do next."""

    def __init__(self, sentence: str, **parameters: object) -> None:
        super().__init__(sentence.format(**parameters) if parameters else sentence)
        self.sentence = sentence
        self.parameters = parameters

    def told(self) -> str:
        """In the language of the request."""
        return gettext(self.sentence).format(**{name: _shown(value) for name, value in self.parameters.items()})


def _shown(value: object) -> object:
    """Days as people write them."""
    return date_format(value, "j F Y") if isinstance(value, date) else value


class NotAllowed(Trouble):
    """Somebody asked for what their roles do not allow."""

    def __init__(self) -> None:
        super().__init__("Peran Anda belum mengizinkan hal ini. Mintalah kepada Admin OPD Anda.")
