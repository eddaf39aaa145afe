"""Offices are opened, renamed, closed and handed on; whoever held them then, held them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from sopan.web.audit.services import record
from sopan.web.organisation import policies
from sopan.web.organisation.models import Jabatan, JabatanKind, JabatanName, JabatanSuccession, Seat, Unit, User
from sopan.web.ui.trouble import Trouble

MOST_PLACES = 500


class JabatanTrouble(Trouble):
    """A change to an office that cannot be made."""


@transaction.atomic
def open_jabatan(
    *, by: User, unit: Unit, kind: JabatanKind | str, nama: str, since: date, places: int = 1, is_head: bool = False
) -> Jabatan:
    """A new office in a unit, from a day on. Raises JabatanTrouble when the unit already has one of this name."""
    policies.require(policies.may_manage(by, unit))
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if not unit.holds_on(since):
        raise JabatanTrouble("Unit ini tidak berlaku pada {tanggal}. Pilih tanggal lain.", tanggal=since)
    nama = _tidy(nama)
    _refuse_taken(nama, unit, since)
    jabatan = Jabatan.objects.create(unit=unit, kind=kind, since=since, places=_sound(places), is_head=is_head)
    JabatanName.objects.create(jabatan=jabatan, nama=nama, since=since)
    record("organisation.jabatan_opened", by=by, subject=jabatan, unit=str(unit), since=since.isoformat())
    return jabatan


@transaction.atomic
def change_jabatan(
    *, by: User, jabatan: Jabatan, kind: JabatanKind | str, places: int, is_head: bool, today: date
) -> None:
    """Another kind or number of places. Raises JabatanTrouble when more people sit there than there are places."""
    policies.require(policies.may_manage(by, jabatan.unit))
    jabatan = _locked(jabatan)
    sitting = Seat.objects.on(today).filter(jabatan=jabatan, capacity="definitif").count()
    if _sound(places) < sitting:
        raise JabatanTrouble("Ada {n} pemangku. Akhiri dahulu masa salah satunya, atau tulis {n}.", n=sitting)
    jabatan.kind, jabatan.places, jabatan.is_head = kind, places, is_head
    jabatan.save()
    record("organisation.jabatan_changed", by=by, subject=jabatan, kind=str(kind), places=places, is_head=is_head)


@transaction.atomic
def rename_jabatan(*, by: User, jabatan: Jabatan, nama: str, since: date, decree: str = "") -> JabatanName:
    """Another official name from a day on; what was issued before keeps the old one."""
    policies.require(policies.may_manage(by, jabatan.unit))
    jabatan = _locked(jabatan)
    nama = _tidy(nama)
    if not jabatan.holds_on(since):
        raise JabatanTrouble("Jabatan ini tidak berlaku pada {tanggal}. Pilih tanggal lain.", tanggal=since)
    _refuse_taken(nama, jabatan.unit, since, besides=jabatan)
    former = jabatan.name_on(since)
    name, _ = JabatanName.objects.update_or_create(jabatan=jabatan, since=since, defaults={"nama": nama})
    record("organisation.jabatan_renamed", by=by, subject=jabatan, former=former, name=nama, decree=decree)
    return name


@transaction.atomic
def close_jabatan(
    *, by: User, jabatan: Jabatan, on: date, successors: Sequence[Jabatan] = (), decree: str = ""
) -> None:
    """End an office on a day, and the seats in it; what waits for it waits for `successors` from then on.

    Raises JabatanTrouble when it does not hold before that day, or a successor does not hold on it.
    """
    policies.require(policies.may_manage(by, jabatan.unit))
    jabatan = _locked(jabatan)
    if not jabatan.holds_on(on) or jabatan.since == on:
        raise JabatanTrouble("Jabatan ini tidak berlaku sebelum {tanggal}. Pilih tanggal lain.", tanggal=on)
    for successor in successors:
        if successor.pk == jabatan.pk or not successor.holds_on(on):
            raise JabatanTrouble("“{nama}” tidak dapat menjadi penerus pada {tanggal}.", nama=successor, tanggal=on)
        JabatanSuccession.objects.create(predecessor=jabatan, successor=successor, since=on, decree=decree)
    end_seats(jabatans=[jabatan.pk], on=on)
    jabatan.until = on
    jabatan.save()
    names = [str(successor) for successor in successors]
    record("organisation.jabatan_closed", by=by, subject=jabatan, on=on.isoformat(), successors=names, decree=decree)


def end_seats(*, jabatans: Sequence[int], on: date) -> None:
    """End every seat in these offices on a day; those that had not begun are taken back. For services only."""
    seats = Seat.objects.filter(jabatan__in=jabatans)
    seats.filter(since__gte=on).delete()
    seats.on(on).update(until=on)


def _locked(jabatan: Jabatan) -> Jabatan:
    """The row as it is now; two who change it take turns."""
    return Jabatan.objects.select_for_update(of=("self",)).select_related("unit").get(pk=jabatan.pk)


def _tidy(nama: str) -> str:
    nama = " ".join(nama.split())
    if not nama:
        raise JabatanTrouble("Nama jabatan belum diisi.")
    return nama


def _sound(places: int) -> int:
    if not 1 <= places <= MOST_PLACES:
        raise JabatanTrouble("Jumlah tempat antara 1 dan {batas}.", batas=MOST_PLACES)
    return places


def _refuse_taken(nama: str, unit: Unit, since: date, *, besides: Jabatan | None = None) -> None:
    """One name, one office in a unit; several people in it are places, not offices."""
    offices = Jabatan.objects.filter(unit=unit).exclude(pk=besides.pk if besides else 0)
    if any(each.nama.casefold() == nama.casefold() for each in offices.on(since).named(since) if each.nama):
        raise JabatanTrouble(
            "Unit ini sudah memiliki jabatan “{nama}”. Tambah jumlah tempatnya, atau bedakan namanya.", nama=nama
        )
