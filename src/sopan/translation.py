"""Sentences for people in their language. The Indonesian sentence is the id; Indonesian needs no catalogue.

Whoever writes a sentence leaves it untranslated, with `{named}` places and the values beside it; whoever shows it
translates first and fills in afterwards. So the pure packages know nothing of languages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

Translate = Callable[[str], str]

LANGUAGES = ("id", "en")
LOCALE_FOLDER = Path(__file__).parent / "locale"


@cache
def translator(language: str) -> Translate:
    """The translation into `language`; a sentence without one, or a language without a catalogue, stays Indonesian."""
    if language == "id" or language not in LANGUAGES:
        return str
    import gettext

    catalogue = gettext.translation("sopan", LOCALE_FOLDER, [language], fallback=True)
    return lambda sentence: catalogue.gettext(sentence) if sentence else ""


def fill(sentence: str, parameters: Mapping[str, object]) -> str:
    """Put the values into a translated sentence; one without parameters may hold braces of its own."""
    return sentence.format_map(parameters) if parameters else sentence
