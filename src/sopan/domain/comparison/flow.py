"""What changed in the flow, in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from textwrap import shorten

from sopan.domain.comparison.sentence import Sentence, said
from sopan.domain.procedure import Edge, End, Procedure

Ways = dict[tuple[str, str], tuple[End, ...]]
"""Where a step leads to, by the executor whose symbol it leaves (or none) and the answer (or none)."""

_EXCERPT = 40
"""Letters of an activity by which a step is called to mind."""


class FlowChanges:
    """Tells how the ways out of a step differ between two procedures with the same ids."""

    def __init__(self, old: Procedure, new: Procedure) -> None:
        self._old, self._new = old, new

    def of(self, id: str) -> tuple[Sentence, ...]:
        """Sentences about the ways out of a step and about the arrows inside its row."""
        before, after = _ways(self._old, id), _ways(self._new, id)
        return (*self._answers(before, after), *self._ways(id, before, after), *self._arrows(id))

    def _answers(self, before: Ways, after: Ways) -> Iterator[Sentence]:
        """Ways that lead where they led, under another answer; they are taken out of what is still to be told."""
        for gone in [way for way in before if way not in after]:
            same = [w for w in after if w not in before and w[0] == gone[0] and after[w] == before[gone]]
            if len(same) == 1:
                del before[gone]
                yield self._answer(self._places_in_new(after.pop(same[0])), gone[1], same[0][1])

    def _answer(self, place: str, was: str, now: str) -> Sentence:
        if was and now:
            return said(
                "Jawaban ke langkah {tujuan} kini “{baru}”, tadinya “{lama}”.", tujuan=place, baru=now, lama=was
            )
        if now:
            return said("Jalur ke langkah {tujuan} kini diberi jawaban “{baru}”.", tujuan=place, baru=now)
        return said("Jalur ke langkah {tujuan} kini tanpa jawaban, tadinya “{lama}”.", tujuan=place, lama=was)

    def _ways(self, id: str, before: Ways, after: Ways) -> Iterator[Sentence]:
        for way in dict.fromkeys((*before, *after)):
            was, now = before.get(way, ()), after.get(way, ())
            is_told = all(_goes_without_saying(p, id, ends) for p, ends in ((self._old, was), (self._new, now)))
            if set(was) != set(now) and not is_told:
                yield self._way(" · ".join(filter(None, way)), self._places_in_old(was), self._places_in_new(now))

    def _way(self, way: str, was: str, now: str) -> Sentence:
        if was and now and way:
            return said("{jalur}: ke langkah {tujuan}, tadinya ke langkah {asal}.", jalur=way, tujuan=now, asal=was)
        if was and now:
            return said("Selanjutnya ke langkah {tujuan}, tadinya ke langkah {asal}.", tujuan=now, asal=was)
        if now and way:
            return said("{jalur}: ke langkah {tujuan} (jalur baru).", jalur=way, tujuan=now)
        if now:
            return said("Selanjutnya ke langkah {tujuan} (jalur baru).", tujuan=now)
        if way:
            return said("{jalur}: tidak lagi ke langkah {asal}.", jalur=way, asal=was)
        return said("Tidak lagi dilanjutkan ke langkah {asal}.", asal=was)

    def _arrows(self, id: str) -> Iterator[Sentence]:
        before, after = (procedure.inner_edges(id) for procedure in (self._old, self._new))
        for edge in after:
            if edge not in before:
                yield said("Anak panah baru di dalam langkah ini: {anak_panah}.", anak_panah=_arrow(edge))
        for edge in before:
            if edge not in after:
                yield said("Anak panah di dalam langkah ini dihapus: {anak_panah}.", anak_panah=_arrow(edge))

    def _places_in_old(self, ends: Iterable[End]) -> str:
        return ", ".join(self._place(self._old, self._new, end) for end in ends)

    def _places_in_new(self, ends: Iterable[End]) -> str:
        return ", ".join(self._place(self._new, self._old, end) for end in ends)

    def _place(self, procedure: Procedure, other: Procedure, end: End) -> str:
        """Number of the step, with its activity when that number is another step's in the other procedure."""
        nomor = procedure.nomor(end.step)
        if end.step not in other or other.nomor(end.step) != nomor:
            nomor += f" “{shorten(procedure.step(end.step).kegiatan, _EXCERPT, placeholder=' …')}”"
        return f"{nomor} ({end.pelaksana})" if end.pelaksana else nomor


def _goes_without_saying(procedure: Procedure, id: str, ends: tuple[End, ...]) -> bool:
    """Whether the rows alone say it: the way leads to the next row and nowhere else, or the step is not there."""
    if id not in procedure:
        return True
    below = procedure.steps[procedure.row(id) + 1 :][:1]
    return ends == tuple(End(step.id) for step in below) != ()


def _ways(procedure: Procedure, id: str) -> Ways:
    found: dict[tuple[str, str], list[End]] = defaultdict(list)
    for edge in procedure.edges_from(id):
        found[edge.source.pelaksana, edge.answer].append(edge.target)
    return {way: tuple(targets) for way, targets in found.items()}


def _arrow(edge: Edge) -> str:
    answer = f" ({edge.answer})" if edge.answer else ""
    return f"{edge.source.pelaksana} → {edge.target.pelaksana}{answer}"
