"""A mutasi as a table: who goes where on one day, by one decree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sopan.checker.language.nip import digits_of
from sopan.web.organisation.models import Jabatan, JabatanName, Person, Seat, User
from sopan.web.organisation.services import seats
from sopan.web.organisation.services.batches.plan import OfficeIndex, Plan, UnitIndex, problem, units_open_to
from sopan.web.organisation.services.seats import Move
from sopan.web.organisation.tables.reading import Column, Problem, Record, Unfit, repeated

COLUMNS = (
    Column(
        key="orang",
        heading="NIP atau nama",
        others=("NIP", "NIP/NI PPPK", "NI PPPK", "Nama"),
        required=True,
        explanation="NIP, atau nama lengkap tanpa gelar bila hanya ada satu.",
    ),
    Column(
        key="unit",
        heading="Unit tujuan",
        others=("Unit", "Unit baru"),
        explanation="Kode atau nama unit. Kosong bersama jabatannya: berhenti tanpa jabatan baru.",
    ),
    Column(key="jabatan", heading="Jabatan tujuan", others=("Jabatan", "Jabatan baru")),
)


class Held:
    """Who holds what on a day, with names; with two queries."""

    def __init__(self, day: date, open_to: frozenset[int] | None) -> None:
        self.open_to = open_to
        self.by_person: defaultdict[int, list[Seat]] = defaultdict(list)
        names = dict(JabatanName.objects.filter(since__lte=day).order_by("since").values_list("jabatan_id", "nama"))
        for seat in Seat.objects.on(day).select_related("jabatan"):
            self.by_person[seat.person_id].append(seat)
        self.names = names

    def told(self, person: Person) -> str:
        """What somebody holds, in words."""
        return "; ".join(self.names.get(seat.jabatan_id, "") for seat in self.by_person[person.pk]) or "–"

    def require_open(self, person: Person) -> None:
        """Raises Unfit for somebody who holds an office of others."""
        units = {seat.jabatan.unit_id for seat in self.by_person[person.pk]}
        if self.open_to is not None and not units <= self.open_to:
            raise Unfit("{orang} memangku jabatan di luar unit yang Anda kelola.", orang=person.nama)


def plan(records: Sequence[Record], by: User, on: date, decree: str = "") -> Plan:
    """Who would go where, and which offices would be empty afterwards."""
    open_to = units_open_to(by)
    index, held = UnitIndex(on, open_to), Held(on, open_to)
    problems: list[Problem] = []
    people = _people(records, held, problems)
    problems += repeated(
        [record for record in records if record.row in people],
        lambda each: people[each.row].pk,
        "NIP atau nama",
        "orang yang sama dengan baris {baris}.",
    )
    offices = OfficeIndex(on, without=[person.pk for person in people.values()])
    moves = []
    for record in records:
        if record.row in people and record.is_sound:
            try:
                moves.append((record, Move(people[record.row], _target(record, index, offices))))
            except _Misdirected as fault:
                problems.append(problem(record.row, fault.column, fault.unfit))
    return Plan(
        problems=sorted(problems, key=lambda each: each.row),
        headings=("Orang", "Dari", "Ke", "Unit"),
        lines=[
            (move.person.full_name, held.told(move.person), record["jabatan"] or "–", record["unit"])
            for record, move in moves
        ],
        remarks=_emptied(moves, held),
        write=lambda user: _write(user, [move for _, move in moves], on, decree),
    )


def _people(records: Sequence[Record], held: Held, problems: list[Problem]) -> dict[int, Person]:
    """Whom each row means."""
    by_nip: dict[str, Person] = {}
    by_name: defaultdict[str, list[Person]] = defaultdict(list)
    for person in Person.objects.all():
        by_name[person.nama.casefold()].append(person)
        if person.nip:
            by_nip[person.nip] = person
    found = {}
    for record in records:
        if not record["orang"]:
            continue
        try:
            found[record.row] = _one(record["orang"], by_nip, by_name)
            held.require_open(found[record.row])
        except Unfit as unfit:
            found.pop(record.row, None)
            problems.append(problem(record.row, "NIP atau nama", unfit))
    return found


def _one(typed: str, by_nip: dict[str, Person], by_name: defaultdict[str, list[Person]]) -> Person:
    numbered = by_nip.get(digits_of(typed))
    if numbered is not None:
        return numbered
    people = by_name.get(typed.casefold(), [])
    if not people:
        raise Unfit("“{isi}” belum ada di daftar orang.", isi=typed)
    if len(people) > 1:
        raise Unfit("Ada {n} orang bernama “{isi}”. Tulis NIP-nya.", isi=typed, n=len(people))
    return people[0]


class _Misdirected(Exception):
    """A place to go to that cannot be, and the column that says so."""

    def __init__(self, column: str, unfit: Unfit) -> None:
        super().__init__(column)
        self.column = column
        self.unfit = unfit


def _target(record: Record, index: UnitIndex, offices: OfficeIndex) -> Jabatan | None:
    """The office somebody takes; None for none. Raises _Misdirected."""
    if not record["unit"] and not record["jabatan"]:
        return None
    column = "Unit tujuan"
    try:
        if not record["unit"]:
            raise Unfit("belum diisi.")
        unit = index.find(record["unit"])
        column = "Jabatan tujuan"
        if not record["jabatan"]:
            raise Unfit("belum diisi.")
        office = offices.find(unit, record["jabatan"])
        offices.take(office)
    except Unfit as unfit:
        raise _Misdirected(column, unfit) from unfit
    return office


def _emptied(moves: Sequence[tuple[Record, Move]], held: Held) -> list[str]:
    """Names of the offices that somebody leaves and nobody takes."""
    taken = {move.jabatan.pk for _, move in moves if move.jabatan is not None}
    left = {
        seat.jabatan_id: held.names.get(seat.jabatan_id, "")
        for _, move in moves
        for seat in held.by_person[move.person.pk]
    }
    return sorted(name for office, name in left.items() if office not in taken)


def _write(user: User, moves: Sequence[Move], on: date, decree: str) -> None:
    seats.move_people(by=user, moves=moves, on=on, decree=decree)
