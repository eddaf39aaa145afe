"""What a table would change: problems, or lines that say so, and the writing itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sopan.web.organisation import policies
from sopan.web.organisation.models import Capacity, Jabatan, Permission, Seat, Unit, User
from sopan.web.organisation.tables.reading import Problem, Unfit


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would come of a table. With problems, nothing."""

    problems: Sequence[Problem] = ()
    headings: Sequence[str] = ()
    lines: Sequence[tuple[str, ...]] = ()
    """What is new, for people to look at before it counts."""
    same: int = 0
    """Rows that say what is there already."""
    remarks: Sequence[str] = ()
    write: Callable[[User], None] = field(default=lambda by: None)


def units_open_to(by: User) -> frozenset[int] | None:
    """Units in which this user may change things; None for all of them."""
    access = policies.access_of(by)
    return None if policies.administers(access) else access.units_with(Permission.MANAGE_UNIT)


class UnitIndex:
    """Units of a day, found by code or by name, with one query."""

    def __init__(self, day: date, open_to: frozenset[int] | None) -> None:
        self.units = list(Unit.objects.on(day).named(day))
        self.open_to = open_to
        self._by_code = {unit.kode.casefold(): unit for unit in self.units if unit.kode}
        self._by_name: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            self._by_name[(unit.nama or "").casefold()].append(unit)

    def with_code(self, code: str) -> Unit | None:
        """The unit with this code."""
        return self._by_code.get(code.casefold())

    def find(self, text: str) -> Unit:
        """The unit that is meant, by code or whole name. Raises Unfit for none, several, and one of others."""
        by_code = self.with_code(text)
        found = [by_code] if by_code else self._by_name.get(text.casefold(), [])
        if not found:
            raise Unfit("“{isi}” bukan kode atau nama unit yang berlaku.", isi=text)
        if len(found) > 1:
            raise Unfit("Ada {n} unit bernama “{isi}”. Tulis kodenya.", isi=text, n=len(found))
        self.require_open(found[0])
        return found[0]

    def require_open(self, unit: Unit) -> None:
        """Raises Unfit for a unit of others."""
        if self.open_to is not None and unit.pk not in self.open_to:
            raise Unfit("“{isi}” di luar unit yang Anda kelola.", isi=unit.nama)


class OfficeIndex:
    """Offices of a day by unit and name, and how many places of each are still empty; with two queries."""

    def __init__(self, day: date, *, without: Sequence[int] = ()) -> None:
        """Seats of the people `without` do not count: they leave."""
        self._by_name: dict[tuple[int, str], Jabatan] = {}
        self.room: dict[int, int] = {}
        for office in Jabatan.objects.on(day).named(day):
            self._by_name[office.unit_id, (office.nama or "").casefold()] = office
            self.room[office.pk] = office.places
        sitting = Seat.objects.on(day).filter(capacity=Capacity.DEFINITIF).exclude(person__in=without)
        for office_id in sitting.values_list("jabatan_id", flat=True):
            if office_id in self.room:
                self.room[office_id] -= 1

    def find(self, unit: Unit, name: str) -> Jabatan:
        """The office of this name in a unit. Raises Unfit where there is none."""
        found = self._by_name.get((unit.pk, name.casefold()))
        if found is None:
            raise Unfit("“{unit}” tidak memiliki jabatan “{isi}”.", isi=name, unit=unit.nama)
        return found

    def take(self, office: Jabatan) -> None:
        """One place less. Raises Unfit where all are taken."""
        if self.room[office.pk] <= 0:
            raise Unfit(
                "“{isi}” sudah terisi penuh. Akhiri dahulu masa pemangku lama, atau tambah tempatnya.", isi=office.nama
            )
        self.room[office.pk] -= 1


def problem(row: int, column: str, unfit: Unfit) -> Problem:
    """What a cell says of itself, with its place."""
    return Problem(row, column, unfit.sentence, unfit.parameters)


Planner = Callable[[Sequence[Any], User, date], Plan]
