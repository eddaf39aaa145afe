"""The process map and the procedures that work it out: coverage both ways."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from sopan.web.identification.models import ProcessNode
from sopan.web.organisation.models import Unit
from sopan.web.registry.models import ProcedureRecord, Standing
from sopan.web.registry.policies import Reach
from sopan.web.registry.queries import visible_to


@dataclass(frozen=True, slots=True)
class MapRow:
    """A node, how deep it stands, and the procedures with its code that the person may read."""

    node: ProcessNode
    depth: int
    is_leaf: bool
    """Whether nothing stands below it: such a node is worked out by procedures."""
    records: tuple[ProcedureRecord, ...]


@dataclass(frozen=True, slots=True)
class ProcessMap:
    """The whole map."""

    rows: tuple[MapRow, ...]
    unknown: tuple[ProcedureRecord, ...]
    """Procedures whose code the map does not have."""
    without_code: tuple[tuple[Unit, int], ...]
    """Agencies, and how many of their procedures have no code."""

    @property
    def leaves(self) -> int:
        """Nodes that procedures work out."""
        return sum(row.is_leaf for row in self.rows)

    @property
    def bare(self) -> int:
        """Of these, those without a procedure."""
        return sum(row.is_leaf and not row.records for row in self.rows)


def process_map(reach: Reach, day: date) -> ProcessMap:
    """The map as the person may see it; three queries."""
    by_code: defaultdict[str, list[ProcedureRecord]] = defaultdict(list)
    without: defaultdict[int, int] = defaultdict(int)
    for record in visible_to(reach).exclude(status=Standing.REVOKED):
        if record.kode_peta:
            by_code[record.kode_peta.casefold()].append(record)
        else:
            without[reach.opd_of(record.unit_id)] += 1
    nodes = sorted(ProcessNode.objects.all(), key=lambda node: _natural(node.kode))
    paths = [_parts(node.kode) for node in nodes]
    above = {path[:length] for path in paths for length in range(1, len(path))}
    rows = [
        MapRow(node, min(len(path) - 1, 4), path not in above, tuple(by_code.pop(node.kode.casefold(), ())))
        for node, path in zip(nodes, paths, strict=True)
    ]
    tops = Unit.objects.opd().on(day).named(day).filter(pk__in=without)
    return ProcessMap(
        tuple(rows),
        tuple(record for records in by_code.values() for record in records),
        tuple((unit, without[unit.pk]) for unit in tops),
    )


def _parts(kode: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[./-]", kode.casefold()) if part)


def _natural(kode: str) -> list[tuple[int, int, str]]:
    """A.2 before A.10."""
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in _parts(kode)]
