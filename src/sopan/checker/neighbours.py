"""The folder a procedure lies in, looked up by number and by title. Built once for all procedures of the folder."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sopan.checker.language.similarity import TitleIndex, title_stems
from sopan.checker.language.words import folded
from sopan.checker.page_facts import title_key
from sopan.checker.rule import Context
from sopan.domain.procedure import Procedure

_KEY = "neighbours"


class Folder:
    """All procedures of a folder. Answers leave out the procedure that asks."""

    def __init__(self, members: Iterable[Procedure]) -> None:
        self._members = tuple(members)
        self._ids = frozenset(map(id, self._members))
        self._by_nomor: dict[str, list[Procedure]] = defaultdict(list)
        self._by_title: dict[str, list[Procedure]] = defaultdict(list)
        self._by_stems: dict[frozenset[str], list[Procedure]] = defaultdict(list)
        self._alike: dict[tuple[frozenset[str], float], tuple[Procedure, ...]] = {}
        self._index = TitleIndex()
        for member in self._members:
            self._by_nomor[folded(member.identity.nomor)].append(member)
            self._by_title[title_key(member.identity.judul)].append(member)
            self._by_stems[title_stems(member.identity.judul)].append(member)
            self._index.add(member.identity.judul)

    def is_of(self, procedure: Procedure, context: Context) -> bool:
        """Whether this is the folder that `context` speaks of."""
        return id(procedure) in self._ids and len(self._members) == len(context.others) + 1

    def with_nomor_of(self, procedure: Procedure) -> Iterator[Procedure]:
        """Others that carry the same number."""
        nomor = folded(procedure.identity.nomor)
        return _but(procedure, self._by_nomor.get(nomor, ()) if nomor else ())

    def with_title(self, text: str, *, besides: Procedure) -> tuple[Procedure, ...]:
        """Others called so: literally, or else by the same words in another form or order."""
        key = title_key(text)
        literal = tuple(_but(besides, self._by_title.get(key, ()))) if key else ()
        return literal or tuple(_but(besides, self._by_stems.get(title_stems(text), ()) if key else ()))

    def nearly_titled(self, procedure: Procedure, *, threshold: float) -> tuple[Procedure, ...]:
        """Others whose title says all that this one says, or the other way round, and little more."""
        asked = (title_stems(procedure.identity.judul), threshold)
        if asked not in self._alike:
            self._alike[asked] = tuple(self._find_alike(procedure.identity.judul, threshold))
        return tuple(_but(procedure, self._alike[asked]))

    def _find_alike(self, judul: str, threshold: float) -> Iterator[Procedure]:
        stems = title_stems(judul)
        for place, _ in self._index.near(judul, threshold=threshold):
            other_stems = title_stems(self._members[place].identity.judul)
            if stems <= other_stems or other_stems <= stems:
                yield self._members[place]


def folder_of(procedure: Procedure, context: Context) -> Folder:
    """The folder of `procedure`; the others are in `context`."""
    known = context.cache.get(_KEY)
    if not isinstance(known, Folder) or not known.is_of(procedure, context):
        known = Folder((procedure, *context.others))
        context.cache[_KEY] = known
    return known


def same_opd(one: Procedure, other: Procedure) -> bool:
    """Whether two procedures were made by the same office, however its name is spelt."""
    return folded(one.identity.opd) == folded(other.identity.opd)


def _but(procedure: Procedure, found: Iterable[Procedure]) -> Iterator[Procedure]:
    return (other for other in found if other is not procedure)
