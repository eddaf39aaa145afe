"""A table of offices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format

from sopan.web.organisation.models import Jabatan, JabatanKind, JabatanName, Unit, User
from sopan.web.organisation.services.batches.plan import OfficeIndex, Plan, UnitIndex, problem, units_open_to
from sopan.web.organisation.tables.reading import Column, Problem, Record, Unfit, day, one_of, repeated, whole, yes

COLUMNS = (
    Column(
        key="unit",
        heading="Unit",
        others=("Kode unit", "Nama unit", "Unit kerja"),
        required=True,
        explanation="Kode unit, atau nama lengkapnya bila hanya ada satu.",
    ),
    Column(key="nama", heading="Nama jabatan", others=("Jabatan",), required=True, explanation="Seperti pada SOTK."),
    Column(
        key="kind",
        heading="Jenis",
        others=("Jenis jabatan",),
        required=True,
        choices=tuple(str(kind.label) for kind in JabatanKind),
        read=one_of({str(kind.label): kind.value for kind in JabatanKind}),
    ),
    Column(
        key="places",
        heading="Jumlah",
        others=("Jumlah tempat", "Kebutuhan"),
        read=whole(least=1, most=500),
        explanation="Berapa orang dapat memangkunya. Kosong: 1.",
    ),
    Column(
        key="is_head", heading="Memimpin", choices=("ya", "tidak"), read=yes, explanation="ya, bila memimpin unitnya."
    ),
    Column(key="since", heading="Berlaku sejak", others=("Sejak", "Mulai"), required=True, read=day),
)


def plan(records: Sequence[Record], by: User, today: date) -> Plan:
    """Which offices would be new."""
    index, offices = UnitIndex(today, units_open_to(by)), OfficeIndex(today)
    problems: list[Problem] = []
    new: list[tuple[Record, Unit]] = []
    for record in filter(lambda each: each["unit"], records):
        try:
            unit = index.find(record["unit"])
        except Unfit as unfit:
            problems.append(problem(record.row, "Unit", unfit))
            continue
        if record.is_sound and not _is_there(offices, unit, record["nama"]):
            new.append((record, unit))
    of = {record.row: unit.pk for record, unit in new}
    problems += repeated(
        [record for record, _ in new],
        lambda each: (of[each.row], each["nama"].casefold()),
        "Nama jabatan",
        "sama dengan baris {baris}. Beberapa orang dalam satu jabatan ditulis di kolom Jumlah.",
    )
    return Plan(
        problems=sorted(problems, key=lambda each: each.row),
        headings=("Unit", "Nama jabatan", "Jenis", "Jumlah", "Berlaku sejak"),
        lines=[
            (
                u.nama or "",
                r["nama"],
                str(JabatanKind(r["kind"]).label),
                str(r["places"] or 1),
                date_format(r["since"], "j F Y"),
            )
            for r, u in new
        ],
        same=len(records) - len(new),
        write=lambda user: _write(new),
    )


def _is_there(offices: OfficeIndex, unit: Unit, name: str) -> bool:
    try:
        offices.find(unit, name)
    except Unfit:
        return False
    return True


def _write(new: Sequence[tuple[Record, Unit]]) -> None:
    offices = [
        Jabatan(
            unit=unit,
            kind=record["kind"],
            places=record["places"] or 1,
            is_head=bool(record["is_head"]),
            since=record["since"],
            order=record.row,
        )
        for record, unit in new
    ]
    Jabatan.objects.bulk_create(offices, batch_size=500)
    names = [
        JabatanName(jabatan=office, nama=record["nama"], since=record["since"])
        for office, (record, _) in zip(offices, new, strict=True)
    ]
    JabatanName.objects.bulk_create(names, batch_size=500)
