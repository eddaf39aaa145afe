"""The process map of the regency: its codes and names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db import transaction

from sopan.web.audit.services import record as remember
from sopan.web.identification import policies
from sopan.web.identification.models import ProcessNode
from sopan.web.organisation.models import User
from sopan.web.ui.trouble import Trouble

MAX_NODES = 2_000
_LINE = re.compile(r"\s*(?P<kode>[^\s;]{1,60})(?:\s*[;\t]\s*|\s+)(?P<nama>\S.{0,299})\s*$")


class ProcessTrouble(Trouble):
    """A process map that cannot be kept so."""


@transaction.atomic
def fill(*, by: User, lines: Iterable[str]) -> int:
    """Add nodes, or give those with a known code their new name; all of them or none. How many there were."""
    policies.require(policies.may_map(policies.reach_of(by)))
    said = list(_read(lines))
    for kode, nama in said:
        ProcessNode.objects.update_or_create(kode=kode, defaults={"nama": nama})
    if said:
        remember(
            "identification.process_map_filled",
            by=by,
            subject=ProcessNode.objects.get(kode=said[0][0]),
            count=len(said),
        )
    return len(said)


@transaction.atomic
def remove(*, by: User, node: ProcessNode) -> None:
    """Take a node away; procedures keep its code, and are shown as having an unknown one."""
    policies.require(policies.may_map(policies.reach_of(by)))
    remember("identification.process_removed", by=by, subject=node)
    node.delete()


def _read(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    count = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        found = _LINE.match(line)
        if found is None:
            raise ProcessTrouble(
                "Baris {n} belum berisi kode dan nama. Tulis misalnya “A.1.2 Penerbitan izin”.", n=number
            )
        count += 1
        if count > MAX_NODES:
            raise ProcessTrouble("Sekali isi paling banyak {batas} baris. Isi bertahap.", batas=MAX_NODES)
        yield found["kode"], " ".join(found["nama"].split())
