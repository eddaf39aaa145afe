"""A table of units: new ones below those that are there, or below each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.formats import date_format

from sopan.web.organisation.models import Unit, UnitKind, UnitName, User
from sopan.web.organisation.services.batches.plan import Plan, UnitIndex, units_open_to
from sopan.web.organisation.tables.reading import Column, Problem, Record, Unfit, day, one_of, repeated

COLUMNS = (
    Column(
        key="kode",
        heading="Kode",
        others=("Kode unit", "Kode OPD"),
        required=True,
        longest=40,
        explanation="Kode yang Anda pakai sendiri, misalnya 2.15.01. Setiap unit memiliki kode berbeda.",
    ),
    Column(
        key="nama",
        heading="Nama unit",
        others=("Nama", "Unit", "Unit kerja", "Nama unit kerja"),
        required=True,
        explanation="Nama resmi seperti pada peraturan pembentukannya.",
    ),
    Column(
        key="kind",
        heading="Jenis",
        others=("Jenis unit",),
        required=True,
        choices=tuple(str(kind.label) for kind in UnitKind),
        read=one_of({str(kind.label): kind.value for kind in UnitKind}),
    ),
    Column(
        key="induk",
        heading="Kode induk",
        others=("Induk",),
        longest=40,
        explanation="Kode unit di atasnya. Kosong: perangkat daerah.",
    ),
    Column(
        key="since",
        heading="Berlaku sejak",
        others=("Sejak", "Mulai"),
        required=True,
        read=day,
        explanation="Tanggal, misalnya 01-01-2025.",
    ),
)


def plan(records: Sequence[Record], by: User, today: date) -> Plan:
    """Which units would be new."""
    index = UnitIndex(today, units_open_to(by))
    by_code = {record["kode"].casefold(): record for record in records if record["kode"]}
    problems = repeated(records, lambda each: each["kode"].casefold(), "Kode", "sama dengan baris {baris}.")
    new: list[Record] = []
    for record in filter(lambda each: each["kode"], records):
        there = index.with_code(record["kode"])
        fault = _clash(record, there) if there else _misplaced(record, by_code, index)
        if fault is not None:
            problems.append(
                Problem(record.row, "Kode induk" if there is None else "Kode", fault.sentence, fault.parameters)
            )
        elif there is None and record.is_sound:
            new.append(record)
    problems += _same_names(new, index)
    return Plan(
        problems=sorted(problems, key=lambda each: each.row),
        headings=("Kode", "Nama unit", "Jenis", "Di bawah", "Berlaku sejak"),
        lines=[
            (r["kode"], r["nama"], UnitKind(r["kind"]).label, r["induk"], date_format(r["since"], "j F Y")) for r in new
        ],
        same=len(records) - len(new),
        write=lambda user: _write(new, index),
    )


def _clash(record: Record, there: Unit) -> Unfit | None:
    if not record["nama"] or (there.nama or "").casefold() == record["nama"].casefold():
        return None
    return Unfit("sudah dipakai “{nama}”. Ganti nama unit dicatat di halaman unitnya.", nama=there.nama)


def _misplaced(record: Record, by_code: Mapping[str, Record], index: UnitIndex) -> Unfit | None:
    """What is wrong with where it stands: nothing there, a ring, an agency of others. Only what it says itself."""
    above = record["induk"].casefold()
    if not above:
        closed = index.open_to is not None
        return Unfit("belum diisi. Perangkat daerah baru ditambahkan oleh Admin Pemda.") if closed else None
    there = index.with_code(above)
    if there is not None:
        return _closed(there, index)
    if above not in by_code:
        return Unfit("“{isi}” tidak ada, di berkas ini maupun di daftar unit.", isi=record["induk"])
    return _ring(record, by_code)


def _ring(record: Record, by_code: Mapping[str, Record]) -> Unfit | None:
    """Whether the way up comes back to this very row."""
    seen: set[str] = set()
    above = record["induk"].casefold()
    while above in by_code and above not in seen:
        if by_code[above] is record:
            return Unfit("berputar: “{kode}” akhirnya berada di bawah dirinya sendiri.", kode=record["kode"])
        seen.add(above)
        above = by_code[above]["induk"].casefold()
    return None


def _closed(unit: Unit, index: UnitIndex) -> Unfit | None:
    try:
        index.require_open(unit)
    except Unfit as unfit:
        return unfit
    return None


def _same_names(new: Sequence[Record], index: UnitIndex) -> list[Problem]:
    """Two units of one name below one parent, in the file or beside those that are there."""
    codes = {unit.pk: unit.kode.casefold() for unit in index.units}
    there = {(codes.get(unit.parent_id or 0, ""), (unit.nama or "").casefold()) for unit in index.units}
    problems = repeated(
        new,
        lambda each: (each["induk"].casefold(), each["nama"].casefold()),
        "Nama unit",
        "sama dengan baris {baris}, di bawah induk yang sama.",
    )
    for record in new:
        if (record["induk"].casefold(), record["nama"].casefold()) in there:
            problems.append(Problem(record.row, "Nama unit", "sudah ada di sana dengan kode lain."))
    return problems


def _write(new: Sequence[Record], index: UnitIndex) -> None:
    """Level by level, so that a parent is there before what is below it."""
    made: dict[str, Unit] = {}
    waiting = list(new)
    while waiting:
        ready = [r for r in waiting if not r["induk"] or index.with_code(r["induk"]) or r["induk"].casefold() in made]
        units = [
            Unit(
                parent=index.with_code(r["induk"]) or made.get(r["induk"].casefold()) if r["induk"] else None,
                kind=r["kind"],
                kode=r["kode"],
                since=r["since"],
                order=r.row,
            )
            for r in ready
        ]
        Unit.objects.bulk_create(units, batch_size=500)
        names = [UnitName(unit=u, nama=r["nama"], since=r["since"]) for u, r in zip(units, ready, strict=True)]
        UnitName.objects.bulk_create(names, batch_size=500)
        made.update({r["kode"].casefold(): unit for unit, r in zip(units, ready, strict=True)})
        waiting = [r for r in waiting if r["kode"].casefold() not in made]
