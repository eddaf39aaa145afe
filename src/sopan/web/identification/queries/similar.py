"""Titles that are alike, inside an agency and across agencies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from sopan.checker.language.similarity import TitleIndex
from sopan.web.organisation.models import Unit
from sopan.web.registry.models import SEEN_BY_ALL, ProcedureRecord, Standing
from sopan.web.registry.policies import Reach

ALIKE = 0.75
"""As in the rules ID-07 and ID-08 of the checker."""
SAME = 1.0
MOST_TOLD = 3


@dataclass(frozen=True, slots=True)
class Note:
    """What to know about a title, with the procedure it speaks of where the person may open it."""

    sentence: str
    record: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A title of the regency."""

    record: int
    judul: str
    unit: int
    opd: int
    status: str
    jenis: str


class TitleBook:
    """Every title of the regency, for finding the like ones. Three queries, then none."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._index = TitleIndex()
        self.entries: list[Entry] = []
        found = ProcedureRecord.objects.exclude(status=Standing.REVOKED).order_by("pk")
        for pk, judul, unit, status, jenis in found.values_list("pk", "judul", "unit_id", "status", "jenis"):
            self.entries.append(Entry(pk, judul, unit, reach.opd_of(unit), status, jenis))
            self._index.add(judul)
        self._names: dict[int, str] | None = None

    def like(self, judul: str, *, besides: int | None = None, threshold: float = ALIKE) -> list[tuple[Entry, float]]:
        """Other titles at least so alike, the most alike first."""
        near = ((self.entries[place], likeness) for place, likeness in self._index.near(judul, threshold=threshold))
        return sorted((pair for pair in near if pair[0].record != besides), key=lambda pair: (-pair[1], pair[0].record))

    def notes_on(self, record: ProcedureRecord) -> list[Note]:
        """What to know about the title of a procedure."""
        opd = self._reach.opd_of(record.unit_id)
        found = self.like(record.judul, besides=record.pk)
        inside = [pair for pair in found if pair[0].opd == opd]
        outside = [pair for pair in found if pair[0].opd != opd]
        return [*self._inside(inside), *self._outside(outside)][:MOST_TOLD]

    def _inside(self, found: list[tuple[Entry, float]]) -> Iterator[Note]:
        for entry, likeness in found:
            said = (
                _("Judul ini sudah ada di {unit}. Kegiatan yang sama memakai SOP yang sama.")
                if likeness >= SAME
                else _("Mirip “{judul}” di {unit}. Bila kegiatannya sama, pakai satu judul saja.")
            )
            yield Note(said.format(unit=self.name_of(entry.unit), judul=entry.judul), entry.record)

    def _outside(self, found: list[tuple[Entry, float]]) -> Iterator[Note]:
        """The plans of others are counted, not shown."""
        if not found or all(entry.jenis == "generic" for entry, _likeness in found):
            return
        open_ones = [entry for entry, _likeness in found if self.may_name(entry)]
        if open_ones:
            first = open_ones[0]
            said = _("{opd} juga memiliki “{judul}”. Bila langkahnya sama, usulkan satu SOP GENERIK.")
            yield Note(said.format(opd=self.name_of(first.opd), judul=first.judul), first.record)
            return
        count = len({entry.opd for entry, _likeness in found})
        said = _("{n} perangkat daerah lain merencanakan judul yang sama atau mirip. Usulkan satu SOP GENERIK.")
        yield Note(said.format(n=count))

    def may_name(self, entry: Entry) -> bool:
        """Whether the person may read this title."""
        return entry.status in SEEN_BY_ALL or self._reach.sees_unit(entry.unit)

    def same_unit(self, one: int, other: int) -> bool:
        """Whether two units are one today."""
        return self._reach.home_of(one) == self._reach.home_of(other)

    def name_of(self, unit: int) -> str:
        """Official name of a unit today."""
        if self._names is None:
            self._names = {unit.pk: unit.nama for unit in Unit.objects.named(timezone.localdate())}
        return self._names.get(unit) or ""
