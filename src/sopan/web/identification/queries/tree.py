"""The tupoksi of units as trees read from top to bottom, numbered as in Tabel 6."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopan.web.identification.models import Tupoksi, TupoksiLevel
from sopan.web.registry.policies import Reach


@dataclass(frozen=True, slots=True)
class Node:
    """A tupoksi in its tree."""

    tupoksi: Tupoksi
    depth: int
    label: str
    """`1.`, `a.` or `1)`: tugas, fungsi and uraian tugas count within what they belong to."""


def tree_of(unit: int, reach: Reach) -> list[Node]:
    """The tupoksi of one unit."""
    return trees_of([unit], reach)[unit]


def trees_of(units: Iterable[int], reach: Reach) -> dict[int, list[Node]]:
    """The tupoksi of each of these units, with what came to it in a re-organisation."""
    ids = list(units)
    below: defaultdict[tuple[int, int | None], list[Tupoksi]] = defaultdict(list)
    for each in Tupoksi.objects.filter(unit__in=reach.with_predecessors(ids)):
        below[reach.home_of(each.unit_id), each.parent_id].append(each)
    return {unit: list(_walk(below, unit, None, 0)) for unit in ids}


def _walk(
    below: dict[tuple[int, int | None], list[Tupoksi]], unit: int, parent: int | None, depth: int
) -> Iterator[Node]:
    counts: dict[str, int] = {}
    for each in below.get((unit, parent), ()):
        counts[each.level] = counts.get(each.level, 0) + 1
        yield Node(each, depth, label_of(each.level, counts[each.level]))
        yield from _walk(below, unit, each.pk, depth + 1)


def label_of(level: str, number: int) -> str:
    """How Tabel 6 counts this level."""
    if level == TupoksiLevel.TUGAS:
        return f"{number}."
    return f"{letters(number)}." if level == TupoksiLevel.FUNGSI else f"{number})"


def letters(number: int) -> str:
    """a … z, aa, ab …"""
    said = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        said = chr(ord("a") + place) + said
    return said
