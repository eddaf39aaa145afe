"""Tabel 6 of a unit: every tupoksi with its rows, and what to know about each title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sopan.web.identification.models import Row
from sopan.web.identification.queries.similar import Note, TitleBook
from sopan.web.identification.queries.tree import Node, tree_of, trees_of
from sopan.web.identification.titles import fault_of, fault_of_output, proposed
from sopan.web.organisation.models import Unit
from sopan.web.registry.models import CIRI
from sopan.web.registry.policies import Reach


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, with what to know about it."""

    row: Row
    notes: tuple[Note, ...]
    proposal: str
    """The title aspek and output make, where it is not the one the row has."""


@dataclass(frozen=True, slots=True)
class Section:
    """A tupoksi and its rows."""

    node: Node
    rows: tuple[TableRow, ...]
    takes_rows: bool
    """Whether kegiatan are written here: at the end of a branch, or where there are some already."""


def sections_of(unit: int, reach: Reach) -> list[Section]:
    """The table of one unit."""
    nodes = tree_of(unit, reach)
    rows = rows_below(node.tupoksi.pk for node in nodes)
    parents = {node.tupoksi.parent_id for node in nodes}
    book = TitleBook(reach)
    return [
        Section(
            node,
            tuple(seen_row(row, book) for row in rows[node.tupoksi.pk]),
            node.tupoksi.pk not in parents or bool(rows[node.tupoksi.pk]),
        )
        for node in nodes
    ]


def seen_row(row: Row, book: TitleBook) -> TableRow:
    """A row with what to know about it."""
    notes = [Note(fault_of_output(row.output))] if fault_of_output(row.output) else []
    proposal = proposed(row.aspek, row.output)
    if row.record is not None:
        if fault := fault_of(row.record.judul):
            notes.append(Note(fault))
        notes += book.notes_on(row.record)
        if not book.same_unit(row.record.unit_id, row.tupoksi.unit_id):
            notes.insert(0, _elsewhere(row, book))
        proposal = "" if row.record.judul == proposal else proposal
    return TableRow(row, tuple(notes), proposal)


def rows_below(tupoksi: Iterable[int]) -> defaultdict[int, list[Row]]:
    """Rows by the tupoksi they hang on."""
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in Row.objects.filter(tupoksi__in=list(tupoksi)).select_related("record", "record__parent", "tupoksi"):
        found[row.tupoksi_id].append(row)
    return found


def printed(units: list[Unit], reach: Reach) -> list[tuple[Unit, list[tuple[Node, list[Row]]]]]:
    """What the official form prints for these units: those with a tupoksi, each with its rows."""
    trees = trees_of((unit.pk for unit in units), reach)
    rows = rows_below(node.tupoksi.pk for nodes in trees.values() for node in nodes)
    return [(unit, [(node, rows[node.tupoksi.pk]) for node in trees[unit.pk]]) for unit in units if trees[unit.pk]]


def ciri_choices() -> list[tuple[str, str]]:
    """What can set work off."""
    return list(CIRI)


def _elsewhere(row: Row, book: TitleBook) -> Note:
    said = _("Baris ini memakai SOP yang sama milik {unit}.")
    assert row.record is not None
    return Note(said.format(unit=book.name_of(row.record.unit_id)), row.record.pk)
