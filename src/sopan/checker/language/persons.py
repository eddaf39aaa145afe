"""Signs of a person's name: academic degrees, and forms of address before a name that is no office."""

from __future__ import annotations

import re
from functools import lru_cache

from sopan.checker.language.offices import is_office_word
from sopan.checker.language.verbs import Form, form_of
from sopan.checker.language.words import CACHED_TEXTS, STOP_WORDS

_NAME = r"[A-Z][a-z'\u2019]{1,30}(?:\s{1,3}[A-Z](?:[a-z'\u2019]{1,30}|\.)){0,4}"
_DOTTED = (
    r"(?:[SDM]\.\s?(?:[A-Z][A-Za-z]{0,5}\.?){1,3}|A\.\s?M[ad]\.?(?:\s?[A-Z][A-Za-z]*\.?)*"
    r"|Ph\.\s?D\.?|Sp\.\s?[A-Z]\w*\.?)"
)
_PLAIN = r"(?:SH|MH|MM|M\.?Si|MPd|SPd|SSos|SKom|MKom|MKes|SSTP|SPt|SKep|AMd|MBA)"
_DEGREE_AFTER = re.compile(rf"({_NAME}),\s*(?:{_DOTTED}|{_PLAIN}\b)|({_NAME})\s+(?:{_DOTTED})(?=[\s,;)]|$)")
_TITLES = r"(?:Prof|Drs|Dra|Dr|dr|drg|drh|Ir|Hj|H|Ns|Apt|KH)"
_DEGREE_BEFORE = re.compile(rf"(?<![\w.]){_TITLES}\.\s*(?:[A-Z]\w{{0,3}}\.\s*)*({_NAME})")
_FORMS_OF_ADDRESS = r"(?:Bapak|Bpk\.?|Pak|Ibu|Bu|Sdr\.?|Sdri\.?|Saudara|Saudari|Tuan|Nyonya|Ny\.|Tn\.)"
_ADDRESSED = re.compile(rf"\b{_FORMS_OF_ADDRESS}\s+({_NAME})")
_PLACE_BEFORE = re.compile(
    r"\b(?:RS|RSU|RSUD|RSUP|RSIA|Rumah Sakit|Jl|Jln|Jalan|Gedung|Aula|Universitas|Bandara|Stadion|Museum|Gang|Klinik)"
    r"\.?\s*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=CACHED_TEXTS)
def names_in(text: str) -> tuple[str, ...]:
    """Names of persons in `text`, as far as degrees or forms of address give them away."""
    found = {}
    for pattern in (_DEGREE_BEFORE, _ADDRESSED, _DEGREE_AFTER):
        for match in pattern.finditer(text):
            name = _without_verbs(next(filter(None, match.groups())))
            before = text[max(0, match.start() - 30) : match.start()]
            if name and not _is_no_person(before, match.group(0), name):
                found[match.start()] = name
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))


def person_in(text: str) -> str:
    """The first name of a person in `text`; empty when nothing gives one away."""
    return next(iter(names_in(text)), "")


def _is_no_person(before: str, whole: str, name: str) -> bool:
    """An office (“Bapak Kepala Dinas”), a place named after someone, or the mark of a list (“H. Menyusun”)."""
    list_mark = whole.startswith("H.") and not before.strip() and len(name.split()) == 1
    return list_mark or bool(_PLACE_BEFORE.search(before)) or any(map(is_office_word, name.casefold().split()))


def _without_verbs(name: str) -> str:
    """“Budi” of “Menghadap Budi”: what begins a sentence has a capital, too."""
    parts = name.split()
    while parts and (form_of(parts[0].casefold()) is not Form.OTHER or parts[0].casefold() in STOP_WORDS):
        del parts[0]
    return " ".join(parts)
