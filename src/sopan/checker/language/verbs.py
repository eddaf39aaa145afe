"""The form of a verb, by its prefix: an order to an officer is active (“Memeriksa berkas”), without a subject."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from sopan.checker.language import verb_lists as lists
from sopan.checker.language.words import CACHED_TEXTS, CACHED_WORDS, split_after, word_set, words


class Form(StrEnum):
    """What form a word has."""

    ACTIVE = "active"
    """me- or ber-: memeriksa, bermusyawarah."""
    PASSIVE = "passive"
    """di-: diperiksa; also written apart, `di periksa`."""
    STATIVE = "stative"
    """ter-: tersusun."""
    NOMINALISED = "nominalised"
    """A noun of action: pemeriksaan, persetujuan, verifikasi."""
    BARE = "bare"
    """The verb without its prefix, as one gives an order: periksa."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Opening:
    """The first word of an activity, its form, and how an officer would write it actively."""

    word: str
    form: Form
    active: str
    """The active verb of the same act; empty when it is not known."""
    length: int
    """How many words the verb takes: 2 for `di periksa`."""


_ACTIVE = re.compile(
    r"(?:me(?:m[abefiopuv]|n[acdegijostuyz]|[lrwy][aeiou]|m[mn])|ber|be(?=kerja|lajar|ternak|pergian))[a-z-]{2,}$"
)
_PASSIVE = re.compile(r"di[a-z-]{3,}$")
_STATIVE = re.compile(r"ter[a-z-]{3,}$")
_NOMINALISED = re.compile(r"(?:pe[lmnr][a-z]+|ke[a-z]{3,})an(?:nya)?$")
_CLUSTER = re.compile(r"(?:[kpt][lr]|s[pt]r?|sk[lr]?|tr)")
_MONOSYLLABLE = re.compile(r"[^aeiou]*[aeiou][^aeiou]*$")
_SUFFIX = re.compile(r"(?<=[a-z]{3})(?:kan|i)$")


@lru_cache(maxsize=CACHED_WORDS)
def form_of(word: str) -> Form:
    """The form of one lower-case word, judged by its shape and by lists of words that only look the part."""
    if _ACTIVE.match(word):
        return Form.OTHER if word in lists.NOT_ACTIVE else Form.ACTIVE
    if _PASSIVE.match(word):
        if word in lists.LOAN_ACTIONS:
            return Form.NOMINALISED
        return Form.OTHER if word in lists.NOT_PASSIVE else Form.PASSIVE
    if word in lists.LOAN_ACTIONS or word in lists.NOUN_ACTIONS:
        return Form.NOMINALISED
    if word in lists.BARE_ACTIONS:
        return Form.BARE
    if _STATIVE.match(word):
        return Form.OTHER if word in lists.NOT_STATIVE else Form.STATIVE
    if _NOMINALISED.match(word) and word.removesuffix("nya") not in lists.NOT_ACTIONS:
        return Form.NOMINALISED
    return Form.OTHER


@lru_cache(maxsize=CACHED_WORDS)
def active_of(word: str) -> str:
    """The active verb of the act a passive verb, a noun of action or an order names; empty when it is not known."""
    form = form_of(word)
    if form is Form.ACTIVE:
        return word
    if form is Form.PASSIVE:
        return lists.ACTIVE_OF_PASSIVE.get(word) or _with_me(word.removeprefix("di"))
    for known in (lists.NOUN_ACTIONS, lists.LOAN_ACTIONS, lists.BARE_ACTIONS):
        if word in known:
            return known[word]
    return ""


@lru_cache(maxsize=CACHED_TEXTS)
def opening(text: str) -> Opening:
    """How `text` begins."""
    said = words(text)
    if not said:
        return Opening("", Form.OTHER, "", 0)
    if said[0] == "di" and len(said) > 1 and "di" + said[1] in _written_apart():
        return Opening(f"di {said[1]}", Form.PASSIVE, active_of("di" + said[1]), 2)
    return Opening(said[0], form_of(said[0]), active_of(said[0]), 1)


@lru_cache(maxsize=CACHED_TEXTS)
def with_active_opening(text: str) -> str:
    """`text` with its first word made an active verb; empty when that verb is not known."""
    begins = opening(text)
    if not begins.active:
        return ""
    _, rest = split_after(text, begins.length)
    return begins.active.capitalize() + rest


@lru_cache(maxsize=CACHED_TEXTS)
def passive_in(text: str) -> str:
    """The passive verb of the main clause (“diterima” of “Surat diterima petugas”); empty when its verb is none."""
    for word in words(text):
        if word in _SUBORDINATING:
            break
        form = form_of(word)
        if form in (Form.ACTIVE, Form.PASSIVE):
            return word if form is Form.PASSIVE else ""
    return ""


def decides(text: str) -> bool:
    """Whether an activity begins with examining or deciding (“Memeriksa berkas”), and so may be a diamond."""
    begins = opening(text)
    return begins.active in lists.DECIDING


@lru_cache(maxsize=CACHED_TEXTS)
def without_light_verb(text: str) -> str:
    """“Memeriksa berkas” for “Melakukan pemeriksaan terhadap berkas”; empty when there is nothing to shorten."""
    said = words(text)
    if len(said) < 3 or said[0] not in _LIGHT or said[1] not in lists.DIRECT_ACTIONS or said[2] in _NOT_AN_OBJECT:
        return ""
    _, rest = split_after(text, 3 if said[2] in ("terhadap", "atas") else 2)
    return active_of(said[1]).capitalize() + rest if rest.startswith(" ") else ""


_LIGHT = word_set("melakukan melaksanakan mengadakan")
_NOT_AN_OBJECT = word_set(
    """atau bersama dan dari dengan di kantor ke kepada kesehatan lapangan lokasi oleh pada rutin secara serta terkait
    untuk"""
)


def first_active(text: str) -> tuple[str, ...]:
    """The first active verb, alone; nothing when there is none."""
    return tuple([word for word in words(text) if form_of(word) is Form.ACTIVE][:1])


@lru_cache(maxsize=CACHED_TEXTS)
def joined_verbs(text: str) -> tuple[str, ...]:
    """Active verbs that follow a joining word (“dan”, “serta”, “kemudian”, “lalu”) or a comma, in their order."""
    found = []
    said = words(text.replace(",", " koma ").replace("&", " dan ").replace(";", " koma "))
    for before, word in pairwise(said):
        if word in _SUBORDINATING:
            break
        if before in _JOINING and form_of(word) is Form.ACTIVE:
            found.append(word)
    return tuple(found)


_SUBORDINATING = word_set("agar apabila bila guna jika karena sebelum setelah supaya untuk yang")
_JOINING = word_set("dan serta kemudian lalu sekaligus selanjutnya setelahnya koma maupun hingga sampai langsung")


@lru_cache(maxsize=1)
def _written_apart() -> frozenset[str]:
    """Passive verbs recognised when their prefix is written apart: those of every act on the lists."""
    actives = (*lists.NOUN_ACTIONS.values(), *lists.LOAN_ACTIONS.values(), *lists.BARE_ACTIONS.values())
    passives = {"di" + bare for bare in lists.BARE_ACTIONS} | set(lists.ACTIVE_OF_PASSIVE)
    return frozenset(passives | {"di" + active[2:] for active in actives if active.startswith("me")}) | frozenset(
        f"di{root}{suffix}" for root in lists.BARE_ACTIONS for suffix in ("kan", "i")
    )


def _with_me(root: str) -> str:
    """meN- before a root, after the rules of assimilation: kirim → mengirim, proses → memproses."""
    first = root[0]
    if root.startswith("per"):
        return "mem" + root
    if _MONOSYLLABLE.match(_SUFFIX.sub("", root)):
        return "menge" + root
    if _CLUSTER.match(root):
        return {"p": "mem", "k": "meng"}.get(first, "men") + root
    if first in "pts" or (first == "k" and not root.startswith("kh")):
        return {"p": "mem", "t": "men", "s": "meny", "k": "meng"}[first] + root[1:]
    if first in "bfv":
        return "mem" + root
    if first in "cdjz":
        return "men" + root
    return ("me" if first in "lmnrwy" else "meng") + root
