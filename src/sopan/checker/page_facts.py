"""Facts about the identity page that several rules ask for: what is stated, its texts, the title without "SOP"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache

from sopan.checker.language.words import folded, without_list_mark
from sopan.domain.identity import Identity
from sopan.domain.procedure import Procedure, Step

LIST_FIELDS = tuple(field.name for field in fields(Identity) if field.default == ())
"""Fields of the identity page that hold a list."""

_TEXT_FIELDS = ("judul", "nomor", "pemerintah_daerah", "opd", "unit_kerja")
_LABEL = re.compile(
    r"\s*(?:s\.?o\.?p\.?(?:[\s-]*a\.?p\.?)?\b\.?|standar\s+operasional\s+prosedur)[\s:.–-]*", re.IGNORECASE
)
_NOTHING = re.compile(r"[\W_]*|(?:n/?a|nihil|tidak ada|belum ada)\W*", re.IGNORECASE)


def is_blank(text: str) -> bool:
    """Whether nothing is said: empty, a dash, `nihil`, `tidak ada`."""
    return _NOTHING.fullmatch(text) is not None


def stated(texts: Iterable[str]) -> tuple[str, ...]:
    """The items that say something."""
    return tuple(text for text in texts if not is_blank(text))


@lru_cache(maxsize=4096)
def bare_title(judul: str) -> str:
    """The title without the words SOP, SOP AP or Standar Operasional Prosedur in front, on one line."""
    return " ".join(_LABEL.sub("", judul, count=1).split()) if _LABEL.match(judul) else " ".join(judul.split())


def names_an_sop(text: str) -> bool:
    """Whether the text begins with SOP or Standar Operasional Prosedur."""
    return _LABEL.match(text) is not None


def is_revised(identity: Identity) -> bool:
    """Whether the number of the revision is above 0."""
    return re.search(r"[1-9]", identity.revisi_ke) is not None


CAPACITIES = ("Plt.", "Plh.", "Pj.", "Pjs.", "a.n.", "u.b.")
"""In which capacity someone may sign for an office, spelt as usual."""


def capacity_of(written: str) -> str:
    """The usual spelling of a capacity (`PLT` is `Plt.`); empty when it is none."""
    letters = _only_letters(written)
    return next((usual for usual in CAPACITIES if _only_letters(usual) == letters), "")


def _only_letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def page_texts(identity: Identity) -> Iterator[tuple[str, str]]:
    """Field and text of everything on the identity page except dates, logo and signature block."""
    for name in _TEXT_FIELDS:
        yield name, getattr(identity, name)
    for name in LIST_FIELDS:
        for text in getattr(identity, name):
            yield name, text


def row_texts(step: Step) -> Iterator[tuple[str, str]]:
    """Field and text of every cell of a row that is written in words, except the executors."""
    yield "kegiatan", step.kegiatan
    for text in step.mutu_baku.kelengkapan:
        yield "kelengkapan", text
    yield "output", step.mutu_baku.output
    yield "keterangan", step.keterangan


def all_texts(procedure: Procedure) -> Iterator[tuple[Step | None, str, str]]:
    """Step (None: identity page), field and text of everything outside signature block and column heads."""
    for field, text in page_texts(procedure.identity):
        yield None, field, text
    for step in procedure.steps:
        for field, text in row_texts(step):
            yield step, field, text


def same_title(one: str, other: str) -> bool:
    """Whether two texts name the same procedure, with or without the word SOP, in whatever case."""
    key = title_key(one)
    return bool(key) and key == title_key(other)


@lru_cache(maxsize=4096)
def title_key(text: str) -> str:
    """Equal for two spellings of one title; empty when there is none."""
    return folded(bare_title(without_list_mark(text)))
