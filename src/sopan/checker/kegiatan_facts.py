"""Facts about the sentence of an activity that several rules ask for."""

from __future__ import annotations

import re
from functools import lru_cache

from sopan.checker.language.offices import leading_office
from sopan.checker.language.verbs import Form, opening
from sopan.checker.language.words import CACHED_TEXTS, folded, split_after, word_set, words

_ONLY_BEGINS_OR_ENDS = word_set("mulai selesai start end finish awal akhir")
_LOOSE = re.compile(r"^\s*\w+\s*[&/,(:]")
_JOINS_NOUNS = word_set("dan serta atau oleh dari kepada ke di dengan untuk bersama")


def only_begins_or_ends(kegiatan: str) -> bool:
    """Whether an activity says nothing but “Mulai” or “Selesai”."""
    return folded(kegiatan) in _ONLY_BEGINS_OR_ENDS


@lru_cache(maxsize=CACHED_TEXTS)
def subject_of(columns: tuple[str, ...], kegiatan: str) -> tuple[str, str]:
    """Who acts, when the sentence begins with that, and the rest of it; two empty texts when it does not.

    A subject is an office, or the name of one of `columns`.
    """
    office = leading_office(kegiatan) or _leading_column(columns, kegiatan)
    return (office, kegiatan.strip()[len(office) :].lstrip(" :,-\u2013")) if office else ("", "")


def names_a_subject(columns: tuple[str, ...], kegiatan: str) -> bool:
    """Whether the sentence begins with who acts."""
    return subject_of(columns, kegiatan)[0] != ""


def reads_on_after_opening(kegiatan: str) -> bool:
    """Whether the first word is followed by its object, so that another verb can take its place."""
    said = words(kegiatan)
    return len(said) > 1 and said[1] not in _JOINS_NOUNS and not _LOOSE.search(kegiatan) and "oleh" not in said


def _leading_column(columns: tuple[str, ...], kegiatan: str) -> str:
    """The name of a column with which the sentence begins, followed by a verb."""
    said = words(kegiatan)
    for name in columns:
        for spelled in (name, name.rpartition(" / ")[2]):
            length = len(words(spelled))
            if 0 < length < len(said) and said[:length] == words(spelled):
                subject, rest = split_after(kegiatan, length)
                if opening(rest).form in (Form.ACTIVE, Form.PASSIVE):
                    return subject
    return ""
