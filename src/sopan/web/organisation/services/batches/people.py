"""A table of people, with or without the offices they hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sopan.checker.language.nip import digits_of, fault_of
from sopan.web.organisation.models import Capacity, Jabatan, Person, PersonKind, Seat, Unit, User
from sopan.web.organisation.services.batches.plan import OfficeIndex, Plan, UnitIndex, problem, units_open_to
from sopan.web.organisation.tables.reading import Column, Problem, Record, Unfit, day, one_of, repeated


def _nip(text: str) -> str:
    number = digits_of(text)
    if number.isdecimal() and len(number) == 18 and number.endswith("000"):
        raise Unfit(
            "Excel membulatkan “{isi}”: tiga angka terakhirnya hilang. Jadikan kolomnya Teks, lalu ketik ulang.",
            isi=text,
        )
    fault = fault_of(text)
    if fault is not None:
        raise Unfit(fault.value, nip=text)
    return number


COLUMNS = (
    Column(key="nama", heading="Nama", others=("Nama tanpa gelar", "Nama lengkap"), required=True),
    Column(key="gelar_depan", heading="Gelar depan", longest=60),
    Column(key="gelar_belakang", heading="Gelar belakang", longest=100),
    Column(
        key="kind",
        heading="Jenis",
        others=("Jenis pegawai", "Status"),
        required=True,
        choices=tuple(str(kind.label) for kind in PersonKind),
        read=one_of({str(kind.label): kind.value for kind in PersonKind}),
    ),
    Column(
        key="nip",
        heading="NIP/NI PPPK",
        others=("NIP", "NI PPPK", "NIPPPK"),
        read=_nip,
        explanation="18 angka. Yang tidak memilikinya: kosong.",
    ),
    Column(key="pangkat", heading="Pangkat/golongan", others=("Pangkat", "Golongan"), longest=60),
    Column(key="origin", heading="Asal", explanation="Untuk orang luar."),
    Column(
        key="unit",
        heading="Unit",
        others=("Kode unit", "Nama unit", "Unit kerja"),
        explanation="Tempat bekerja: kode unit, atau nama lengkapnya bila hanya ada satu.",
    ),
    Column(key="jabatan", heading="Jabatan", explanation="Jabatan di unit itu, seperti pada daftar jabatan."),
    Column(
        key="capacity",
        heading="Sebagai",
        choices=tuple(str(each.label) for each in Capacity),
        read=one_of({str(each.label): each.value for each in Capacity}),
        explanation="Kosong: Definitif.",
    ),
    Column(key="since", heading="Sejak", others=("TMT", "TMT jabatan"), read=day, explanation="Sejak kapan memangku."),
    Column(key="decree", heading="Nomor SK", others=("SK", "No SK"), longest=120),
)


@dataclass(frozen=True, slots=True)
class _Line:
    """What a row means: somebody, new or known, and an office to take."""

    record: Record
    known: Person | None
    unit: Unit | None
    office: Jabatan | None


def plan(records: Sequence[Record], by: User, today: date) -> Plan:
    """Who would be new, and who would take which office."""
    index, offices = UnitIndex(today, units_open_to(by)), OfficeIndex(today)
    known = _Known(records, today)
    problems = repeated(records, lambda each: each["nip"] or None, "NIP/NI PPPK", "sama dengan baris {baris}.")
    lines = [line for record in records if (line := _line(record, index, offices, known, problems)) is not None]
    new = [line for line in lines if line.known is None or line.office is not None]
    return Plan(
        problems=sorted(problems, key=lambda each: each.row),
        headings=("Nama", "NIP/NI PPPK", "Jenis", "Unit", "Jabatan"),
        lines=[_shown(line) for line in new],
        same=len(records) - len(new),
        write=lambda user: _write(new),
    )


class _Known:
    """Those who are there already, by number, or without one by name; and the offices they hold."""

    def __init__(self, records: Sequence[Record], today: date) -> None:
        people = Person.objects.all()
        self._by_nip = {person.nip: person for person in people if person.nip}
        self._by_name = {(p.nama.casefold(), p.kind, p.unit_id): p for p in people if not p.nip}
        held = Seat.objects.on(today).values_list("person_id", "jabatan_id", "capacity")
        self.seats = set(held)

    def find(self, record: Record, unit: Unit | None) -> Person | None:
        """The one this row is about. Raises Unfit where the number is somebody else's."""
        if not record["nip"]:
            return self._by_name.get((record["nama"].casefold(), record["kind"], unit.pk if unit else None))
        person = self._by_nip.get(record["nip"])
        if person is not None and person.nama.casefold() != record["nama"].casefold():
            raise Unfit("sudah dipakai {nama}. Periksa angkanya, atau samakan namanya.", nama=person.nama)
        return person


def _line(
    record: Record, index: UnitIndex, offices: OfficeIndex, known: _Known, problems: list[Problem]
) -> _Line | None:
    column = "NIP/NI PPPK"
    try:
        if record["nip"] and record["kind"] not in (PersonKind.PNS, PersonKind.PPPK):
            raise Unfit("hanya PNS dan PPPK yang memiliki NIP. Kosongkan, atau ubah jenisnya.")
        column = "Unit"
        unit = index.find(record["unit"]) if record["unit"] else None
        if unit is None and index.open_to is not None:
            raise Unfit("belum diisi.")
        if not record.is_sound:  # what else is wrong with it is told already
            return None
        column = "NIP/NI PPPK"
        person = known.find(record, unit)
        column = "Jabatan"
        return _Line(record, person, unit, _office(record, unit, person, offices, known))
    except Unfit as unfit:
        problems.append(problem(record.row, column, unfit))
        return None


def _office(
    record: Record, unit: Unit | None, person: Person | None, offices: OfficeIndex, known: _Known
) -> Jabatan | None:
    """The office to take; None for none, or one they hold already."""
    if not record["jabatan"]:
        return None
    if unit is None:
        raise Unfit("ada, tetapi unitnya belum diisi.")
    if not record["since"]:
        raise Unfit("ada, tetapi belum jelas sejak kapan. Isi kolom Sejak.")
    office = offices.find(unit, record["jabatan"])
    capacity = record["capacity"] or Capacity.DEFINITIF.value
    if person is not None and (person.pk, office.pk, capacity) in known.seats:
        return None
    if not office.holds_on(record["since"]):
        raise Unfit("“{isi}” belum berlaku pada tanggal di kolom Sejak.", isi=office.nama)
    if capacity == Capacity.DEFINITIF:
        offices.take(office)
    return office


def _shown(line: _Line) -> tuple[str, ...]:
    record = line.record
    kind = str(PersonKind(record["kind"]).label)
    unit, office = (each.nama or "" if each else "" for each in (line.unit, line.office))
    return (record["nama"], record["nip"], kind, unit, office)


def _write(lines: Sequence[_Line]) -> None:
    new = [line for line in lines if line.known is None]
    people = [_person(line) for line in new]
    Person.objects.bulk_create(people, batch_size=500)
    of = {line.record.row: person for line, person in zip(new, people, strict=True)}
    seats = [
        Seat(
            person=line.known or of[line.record.row],
            jabatan=line.office,
            capacity=line.record["capacity"] or Capacity.DEFINITIF,
            since=line.record["since"],
            decree=line.record["decree"],
        )
        for line in lines
        if line.office is not None
    ]
    Seat.objects.bulk_create(seats, batch_size=500)


def _person(line: _Line) -> Person:
    texts = ("nama", "gelar_depan", "gelar_belakang", "kind", "pangkat", "origin")
    return Person(nip=line.record["nip"] or None, unit=line.unit, **{name: line.record[name] for name in texts})
