"""Rows of Tabel 6: typed, pasted, removed. A row that names a title leads to a procedure of the registry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from sopan.checker.language.similarity import same_text
from sopan.web.audit.services import record as remember
from sopan.web.identification import policies
from sopan.web.identification.models import Row, Tupoksi
from sopan.web.identification.titles import likely_ciri, proposed
from sopan.web.organisation.models import Unit, User
from sopan.web.registry import services as registry
from sopan.web.registry.models import ProcedureRecord, Standing
from sopan.web.registry.policies import Reach
from sopan.web.ui.trouble import Trouble

MAX_PASTED = 300


class RowTrouble(Trouble):
    """A row that cannot be kept so."""


class RowConflict(RowTrouble):
    """Somebody changed the row in the meantime; `row` is as it is now."""

    def __init__(self, row: Row) -> None:
        super().__init__("Baris ini diubah orang lain saat Anda mengetik. Pilih tulisan yang dipakai.")
        self.row = row


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What somebody typed into a row."""

    kegiatan: str = ""
    output: str = ""
    aspek: str = ""
    judul: str = ""
    ciri: str = ""
    is_repeated: bool | None = None
    is_shared: bool | None = None
    is_measurable: bool | None = None


@transaction.atomic
def add(*, by: User, tupoksi: Tupoksi, after: Row | None = None, typed: Typed | None = None) -> Row:
    """A new row below a tupoksi, at its end or right after another one."""
    reach = policies.require_edit(by, tupoksi.unit_id)
    Tupoksi.objects.select_for_update().get(pk=tupoksi.pk)
    row = Row.objects.create(tupoksi=tupoksi, order=_next_order(tupoksi))
    if after is not None:
        _put_after(row, after)
    remember("identification.row_added", by=by, subject=row, tupoksi=str(tupoksi))
    if typed is not None:
        _fill(by, reach, row, typed)
    return row


@transaction.atomic
def save(*, by: User, row: Row, version: int, typed: Typed) -> Row:
    """Keep what was typed into the row as it was at `version`. Raises RowConflict when it has changed since.

    Without a title, one is proposed from aspek and output and taken; taking a title away gives it up.
    """
    reach = policies.require_edit(by, row.tupoksi.unit_id)
    row = Row.objects.select_for_update(of=("self",)).select_related("tupoksi", "record").get(pk=row.pk)
    if row.version != version:
        raise RowConflict(row)
    _fill(by, reach, row, typed)
    return row


@transaction.atomic
def paste(*, by: User, tupoksi: Tupoksi, block: Sequence[Sequence[str]], after: Row | None = None) -> list[Row]:
    """Rows of a block of cells: kegiatan, output, aspek, judul. All of them or none.

    They come at the end, or right after a row; where nothing was written in that row yet, in its place.
    """
    cells = [[" ".join(cell.split()) for cell in line] for line in block]
    cells = [line for line in cells if any(line)]
    if len(cells) > MAX_PASTED:
        raise RowTrouble("Sekali tempel paling banyak {batas} baris. Tempel bertahap.", batas=MAX_PASTED)
    made: list[Row] = []
    for line in cells:
        kegiatan, output, aspek, judul, *_ = [*line, "", "", "", ""]
        typed = Typed(kegiatan=kegiatan, output=output, aspek=aspek, judul=judul)
        made.append(add(by=by, tupoksi=tupoksi, after=made[-1] if made else after, typed=typed))
    if made and after is not None and after.is_blank:
        remove(by=by, row=after)
    return made


@transaction.atomic
def remove(*, by: User, row: Row) -> None:
    """Take a row away; the title it planned goes with it, a procedure that is more than a title stays."""
    policies.require_edit(by, row.tupoksi.unit_id)
    row = Row.objects.select_for_update(of=("self",)).select_related("record").get(pk=row.pk)
    record = row.record
    remember("identification.row_removed", by=by, subject=row)
    row.delete()
    _give_up(by, record)


def _fill(by: User, reach: Reach, row: Row, typed: Typed) -> None:
    row.kegiatan, row.output = _cell(typed.kegiatan, 500), _cell(typed.output, 300)
    row.aspek = _cell(typed.aspek, 100)
    row.is_repeated, row.is_shared, row.is_measurable = typed.is_repeated, typed.is_shared, typed.is_measurable
    former = row.record
    row.record = _record_for(by, reach, row, _cell(typed.judul, registry.LONGEST_TITLE), typed.ciri)
    row.version += 1
    row.save()
    if former is not None and former != row.record:
        _give_up(by, former)
    remember("identification.row_saved", by=by, subject=row, judul=str(row.record or ""))


def _record_for(by: User, reach: Reach, row: Row, judul: str, ciri: str) -> ProcedureRecord | None:
    """The procedure a row leads to: the one it had, the one of the agency with this title, or a new one."""
    had = row.record
    if not judul:
        judul = "" if had else proposed(row.aspek, row.output)
    if not judul:
        return None
    if had is None or not same_text(had.judul, judul):
        had = (
            _known(reach, row.tupoksi.unit_id, judul)
            or _renamed(by, row, judul)
            or _planned(by, reach, row, judul, ciri)
        )
    elif had.judul != judul and had.status == Standing.PLANNED:
        registry.rename(by=by, record=had, judul=judul)
        had.judul = judul
    if ciri and had.ciri_kegiatan != ciri and reach.plans_in(had.unit_id):
        registry.describe(by=by, record=had, parent=had.parent, ciri_kegiatan=ciri)
        had.ciri_kegiatan = ciri
    return had


def _known(reach: Reach, unit: int, judul: str) -> ProcedureRecord | None:
    opd = reach.opd_of(unit)
    own = [each for each in reach.parents if reach.opd_of(each) == opd]
    same = ProcedureRecord.objects.filter(unit__in=own, judul__iexact=judul).exclude(status=Standing.REVOKED)
    return same.first()


def _renamed(by: User, row: Row, judul: str) -> ProcedureRecord | None:
    """The title this row alone had planned, under its new name."""
    had = row.record
    if had is None or had.status != Standing.PLANNED or had.table_rows.exclude(pk=row.pk).exists():
        return None
    registry.rename(by=by, record=had, judul=judul)
    had.judul = judul
    return had


def _planned(by: User, reach: Reach, row: Row, judul: str, ciri: str) -> ProcedureRecord:
    """Of the unit that has the affairs of the row today."""
    ciri = ciri or likely_ciri(row.kegiatan, row.aspek).value
    unit = Unit.objects.get(pk=reach.home_of(row.tupoksi.unit_id))
    return registry.plan(by=by, unit=unit, judul=judul, ciri_kegiatan=ciri)


def _give_up(by: User, record: ProcedureRecord | None) -> None:
    """A bare title that no row leads to any more is dropped."""
    if record is None or record.status != Standing.PLANNED or record.table_rows.exists():
        return
    if record.needs.exists() or record.revisions.exists() or record.parts.exists():
        return
    registry.drop(by=by, record=record)


def _next_order(tupoksi: Tupoksi) -> int:
    return (Row.objects.filter(tupoksi=tupoksi).aggregate(last=Max("order"))["last"] or 0) + 1


def _put_after(row: Row, after: Row) -> None:
    others = [each for each in Row.objects.filter(tupoksi=row.tupoksi_id) if each.pk != row.pk]
    place = next((n for n, each in enumerate(others) if each.pk == after.pk), len(others) - 1)
    others.insert(place + 1, row)
    for order, each in enumerate(others, 1):
        each.order = order
    Row.objects.bulk_update(others, ["order"])


def _cell(text: str, longest: int) -> str:
    text = " ".join(text.split())
    if len(text) > longest:
        raise RowTrouble(
            "Isi satu sel paling panjang {batas} huruf; yang ini {n}. Persingkat.", batas=longest, n=len(text)
        )
    return text
