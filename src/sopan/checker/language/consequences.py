"""Conditions and consequences: “apabila … maka …”."""

from __future__ import annotations

from functools import lru_cache

from sopan.checker.language.words import CACHED_TEXTS, has_phrase, word_set, words

CONDITIONS = frozenset(
    [
        "apabila",
        "jika",
        "bila",
        "bilamana",
        "kalau",
        "jikalau",
        "manakala",
        "seandainya",
        "dalam hal",
        "andai",
        "asalkan",
    ]
)
CONSEQUENCES = word_set("""
    maka mengakibatkan berakibat akibatnya akibat menyebabkan disebabkan berdampak dampak dampaknya menimbulkan
    sehingga mengganggu menghambat menghalangi merugikan merusak menggagalkan memperlambat mengurangi
    terganggu terhambat terhenti terlambat tertunda tertolak terkendala keterlambatan kerugian kegagalan
    kesalahan kekeliruan batal dibatalkan gugur ditolak dikembalikan hilang gagal rusak sanksi hukuman dikenai
    dikenakan pelanggaran melanggar penyimpangan risiko resiko berisiko beresiko berpotensi temuan sengketa
    gugatan tuntutan keluhan pengaduan komplain kedaluwarsa kadaluwarsa
    """) | {"batal demi hukum", "tidak sah", "tidak dapat", "tidak akan", "tidak bisa", "tidak akurat", "tidak valid"}
_NEGATIVE_START = word_set("tidak belum tanpa kurang")


@lru_cache(maxsize=CACHED_TEXTS)
def condition_in(text: str) -> str:
    """The word that opens a condition in `text` (“apabila”, “dalam hal”); empty when there is none."""
    return has_phrase(text, CONDITIONS, longest=2)


@lru_cache(maxsize=CACHED_TEXTS)
def consequence_in(text: str) -> str:
    """The words that announce what follows in `text` (“maka”, “tertunda”); empty when there are none."""
    found = has_phrase(text, CONSEQUENCES, longest=3)
    said = words(text)
    if found and said[:1] and said[0] in _NEGATIVE_START and found == " ".join(said[:2]):
        return has_phrase(" ".join(said[2:]), CONSEQUENCES, longest=3)
    return found


def names_a_consequence(text: str) -> bool:
    """Whether `text` says what follows when something is done or left undone: “maka …”, “jika … akan …”."""
    if consequence_in(text):
        return True
    return bool(condition_in(text)) and any(word in _AUXILIARIES for word in words(text))


_AUXILIARIES = word_set("akan dapat bisa mampu memengaruhi mempengaruhi")
