"""Batches are kept between looking and applying, and looked at again before they count: meanwhile things change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from sopan.domain.errors import UnreadableSource
from sopan.readers.rows.grid import read_grid
from sopan.web.audit.services import record
from sopan.web.organisation import policies
from sopan.web.organisation.models import Batch, BatchKind, User
from sopan.web.organisation.services.batches import moves, offices, people, units
from sopan.web.organisation.services.batches.plan import Plan
from sopan.web.organisation.tables.reading import Column, Record, read_table
from sopan.web.ui.trouble import Trouble

_COLUMNS: dict[str, Sequence[Column]] = {
    BatchKind.UNITS: units.COLUMNS,
    BatchKind.OFFICES: offices.COLUMNS,
    BatchKind.PEOPLE: people.COLUMNS,
    BatchKind.MOVES: moves.COLUMNS,
}


_CHANGED = "Keadaan berubah sejak tabel ini diperiksa. Periksa lagi masalahnya di bawah."


class BatchTrouble(Trouble):
    """A table that cannot be taken in."""


def columns_of(kind: str) -> Sequence[Column]:
    """The columns of a table of this kind."""
    return _COLUMNS[kind]


@transaction.atomic
def begin(*, by: User, kind: str, file_name: str, data: bytes, on: date | None = None, decree: str = "") -> Batch:
    """Keep an uploaded table, to be looked at. Raises BatchTrouble for a file that is none; nothing counts yet."""
    policies.require(policies.imports(policies.access_of(by)))
    try:
        rows = read_grid(data)
    except UnreadableSource as refusal:
        raise BatchTrouble(refusal.sentence, **refusal.parameters) from refusal
    if len(rows) < 2:
        raise BatchTrouble("Belum ada baris yang diisi di bawah judul kolom.")
    batch = Batch.objects.create(
        kind=kind,
        file_name=file_name[-200:],
        by=by,
        rows=[[row.number, row.cells] for row in rows],
        on=on,
        decree=" ".join(decree.split()),
    )
    record("organisation.table_uploaded", by=by, subject=batch, rows=len(rows) - 1)
    return batch


def look(*, by: User, batch: Batch) -> Plan:
    """What would come of a table today: every problem with its row, or what would be new."""
    policies.require(batch.by_id == by.pk)
    table = read_table([(number, cells) for number, cells in batch.rows], columns_of(batch.kind))
    plan = _plan(batch, table.records, by) if table.records else Plan()
    if not table.problems:
        return plan
    problems = sorted([*table.problems, *plan.problems], key=lambda each: each.row)
    return Plan(problems=problems, same=plan.same)


def apply(*, by: User, batch: Batch) -> int:
    """Make a table count, all of it. Raises BatchTrouble when it has problems by now, or counts already."""
    try:
        return _apply(by, batch)
    except IntegrityError as clash:  # somebody wrote the same at the same moment
        raise BatchTrouble(_CHANGED) from clash


@transaction.atomic
def _apply(by: User, batch: Batch) -> int:
    batch = Batch.objects.select_for_update(of=("self",)).get(pk=batch.pk)
    if batch.applied_at is not None:
        raise BatchTrouble("Tabel ini sudah diterapkan. Tidak ada yang ditulis dua kali.")
    plan = look(by=by, batch=batch)
    if plan.problems:
        raise BatchTrouble(_CHANGED)
    plan.write(by)
    batch.applied_at = timezone.now()
    batch.save(update_fields=["applied_at"])
    record(
        "organisation.table_applied",
        by=by,
        subject=batch,
        kind=batch.kind,
        new=len(plan.lines),
        same=plan.same,
        decree=batch.decree,
        on=batch.on.isoformat() if batch.on else "",
    )
    return len(plan.lines)


@transaction.atomic
def discard(*, by: User, batch: Batch) -> None:
    """Throw away a table that does not count yet."""
    policies.require(batch.by_id == by.pk)
    if batch.applied_at is not None:
        raise BatchTrouble("Tabel ini sudah diterapkan, jadi tetap disimpan sebagai riwayat.")
    record("organisation.table_discarded", by=by, subject=batch)
    batch.delete()


def _plan(batch: Batch, records: Sequence[Record], by: User) -> Plan:
    today = timezone.localdate()
    if batch.kind == BatchKind.MOVES:
        return moves.plan(records, by, batch.on or today, batch.decree)
    planner = {BatchKind.UNITS: units.plan, BatchKind.OFFICES: offices.plan, BatchKind.PEOPLE: people.plan}
    return planner[BatchKind(batch.kind)](records, by, today)
