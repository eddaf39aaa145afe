"""Changes to procedures. Each asks a policy, makes the change, and records it."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Max
from django.dispatch import Signal
from django.utils import timezone

from sopan.domain import lifecycle
from sopan.domain.codec import encode_json
from sopan.domain.procedure import Procedure
from sopan.web.audit.services import record as remember
from sopan.web.organisation.models import Unit, User
from sopan.web.registry.models import STANDING_SOPS, PaperCopy, ProcedureRecord, Revision, Standing
from sopan.web.registry.policies import reach_of, require
from sopan.web.registry.scans import MAX_BYTES, Kind, kind_of
from sopan.web.ui.trouble import Trouble

revision_moved = Signal()
"""Sent after the change is safe, with `revision` and `former`, its status before."""
LONGEST_TITLE = 300
DESCRIBED = frozenset({"nomor", "year", "sifat", "besaran", "kelengkapan_jenis", "jenis", "ciri_kegiatan", "kode_peta"})
_CHANGES_WHAT_BINDS = frozenset({lifecycle.Status.EFFECTIVE, lifecycle.Status.UNDER_REVISION, lifecycle.Status.REVOKED})


class RecordTrouble(Trouble):
    """A procedure that cannot be registered or changed so."""


@transaction.atomic
def plan(*, by: User, unit: Unit, judul: str, **described: object) -> ProcedureRecord:
    """Write down the title of a procedure that is to be made. `described`: the fields of `DESCRIBED`."""
    require(reach_of(by).plans_in(unit.pk))
    planned = _new(by, unit, judul, Standing.PLANNED, described)
    remember("registry.planned", by=by, subject=planned, unit=str(unit))
    return planned


@transaction.atomic
def register_paper(
    *, by: User, unit: Unit, judul: str, location: str, scan: bytes = b"", **described: object
) -> ProcedureRecord:
    """Register an SOP that lies in a cabinet, with a photo or scan where there is one.

    Raises RecordTrouble for a file that is no picture or PDF or too large, and for a title this unit has on paper.
    """
    require(reach_of(by).plans_in(unit.pk))
    kind = _kind_of(scan)
    if ProcedureRecord.objects.filter(unit=unit, judul__iexact=_title(judul), status=Standing.PAPER).exists():
        raise RecordTrouble("SOP “{judul}” sudah terdaftar di unit ini. Buka yang sudah ada.", judul=_title(judul))
    registered = _new(by, unit, judul, Standing.PAPER, described)
    copy = PaperCopy(record=registered, location=" ".join(location.split()))
    if kind is not None:
        copy.media_type = kind.media_type
        copy.file.save(f"{registered.pk}.{kind.extension}", ContentFile(scan), save=False)
    copy.save()
    remember("registry.paper_registered", by=by, subject=registered, unit=str(unit), location=copy.location)
    return registered


@transaction.atomic
def rename(*, by: User, record: ProcedureRecord, judul: str) -> None:
    """Another title for a procedure that is only planned; later its title is part of its document."""
    require(reach_of(by).plans_in(record.unit_id))
    record = lock(record.pk)
    if record.status != Standing.PLANNED:
        raise RecordTrouble("“{judul}” sudah menjadi SOP. Ubah judulnya lewat revisi SOP itu.", judul=record)
    former, record.judul = record.judul, _title(judul)
    record.save()
    remember("registry.renamed", by=by, subject=record, former=former)


@transaction.atomic
def describe(*, by: User, record: ProcedureRecord, parent: ProcedureRecord | None, **described: object) -> None:
    """Type axes, number, year, code of the process map, and the macro procedure it is a part of."""
    require(reach_of(by).plans_in(record.unit_id))
    record = lock(record.pk)
    _refuse_ring(record, parent)
    record.parent = parent
    _describe(record, described)
    record.save()
    remember("registry.described", by=by, subject=record, parent=str(parent or ""), **described)


@transaction.atomic
def drop(*, by: User, record: ProcedureRecord) -> None:
    """Take back a title that is only planned. Raises RecordTrouble once there is more than a title."""
    require(reach_of(by).plans_in(record.unit_id))
    record = lock(record.pk)
    if record.status != Standing.PLANNED or record.revisions.exists() or record.parts.exists():
        raise RecordTrouble("“{judul}” sudah lebih dari sebuah judul, sehingga tidak dapat dihapus.", judul=record)
    remember("registry.dropped", by=by, subject=record)
    record.delete()


@transaction.atomic
def add_revision(*, by: User, record: ProcedureRecord, procedure: Procedure) -> Revision:
    """The next version of a procedure, as a draft. A planned one becomes a draft by it; what binds goes on to bind."""
    require(reach_of(by).writes_in(record.unit_id))
    record = lock(record.pk)
    latest = record.revisions.aggregate(latest=Max("number"))["latest"] or 0
    revision = Revision.objects.create(
        record=record,
        number=latest + 1,
        document=encode_json(procedure),
        created_at=timezone.now(),
        created_by=by,
    )
    if record.status == Standing.PLANNED:
        record.status = Standing.DRAFT
        record.save()
    remember("registry.revision_added", by=by, subject=revision)
    return revision


@transaction.atomic
def move(*, by: User, revision: Revision, to: lifecycle.Status) -> None:
    """Record that a revision has reached another status; whether it may is decided by who calls. Others hear of it.

    Raises RecordTrouble where `domain.lifecycle` has no such way.
    """
    record = lock(revision.record_id)
    revision = Revision.objects.select_for_update().get(pk=revision.pk)
    former = lifecycle.Status(revision.status)
    if not lifecycle.may_follow(former, to):
        raise RecordTrouble(
            "Dari “{lama}” SOP ini tidak dapat langsung menjadi “{baru}”.",
            lama=Standing(former.value).label,
            baru=Standing(to.value).label,
        )
    revision.status = to.value
    revision.save()
    if record.status not in STANDING_SOPS or to in _CHANGES_WHAT_BINDS:
        record.status = to.value
        record.save()
    remember("registry.revision_moved", by=by, subject=revision, former=former.value, status=to.value)
    transaction.on_commit(lambda: revision_moved.send(Revision, revision=revision, former=former))


def lock(record_id: int) -> ProcedureRecord:
    """The record as it is now; two who change it take turns."""
    return ProcedureRecord.objects.select_for_update(of=("self",)).get(pk=record_id)


def _new(by: User, unit: Unit, judul: str, status: Standing, described: dict[str, object]) -> ProcedureRecord:
    record = ProcedureRecord(unit=unit, judul=_title(judul), status=status, created_at=timezone.now(), created_by=by)
    _describe(record, described)
    record.save()
    return record


def _describe(record: ProcedureRecord, described: dict[str, object]) -> None:
    unknown = described.keys() - DESCRIBED
    if unknown:
        raise TypeError(f"no such fields of a procedure: {', '.join(sorted(unknown))}")
    for name, value in described.items():
        setattr(record, name, value)


def _title(judul: str) -> str:
    judul = " ".join(judul.split())
    if not judul:
        raise RecordTrouble("Judul SOP belum diisi.")
    if len(judul) > LONGEST_TITLE:
        raise RecordTrouble("Judul SOP paling panjang {batas} huruf. Persingkat judulnya.", batas=LONGEST_TITLE)
    return judul


def _kind_of(scan: bytes) -> Kind | None:
    if not scan:
        return None
    if len(scan) > MAX_BYTES:
        raise RecordTrouble(
            "Berkas ini lebih besar dari {batas} MB. Perkecil, atau foto ulang.", batas=MAX_BYTES // 10**6
        )
    kind = kind_of(scan)
    if kind is None:
        raise RecordTrouble("Berkas ini bukan PDF, JPG, PNG, atau WebP. Unggah hasil pindai atau foto SOP.")
    return kind


def _refuse_ring(record: ProcedureRecord, parent: ProcedureRecord | None) -> None:
    above, seen = parent, set()
    while above is not None and above.pk not in seen:
        if above.pk == record.pk:
            raise RecordTrouble("“{judul}” tidak dapat menjadi bagian dari dirinya sendiri.", judul=record)
        seen.add(above.pk)
        above = above.parent
