"""Makers of tupoksi and rows for tests."""

from __future__ import annotations

from sopan.web.identification.models import Row, Tupoksi, TupoksiLevel
from sopan.web.organisation.models import Unit
from sopan.web.registry.models import ProcedureRecord


def a_fungsi(text: str, unit: Unit, parent: Tupoksi | None = None) -> Tupoksi:
    return Tupoksi.objects.create(unit=unit, parent=parent, level=TupoksiLevel.FUNGSI, text=text, order=_next(unit))


def a_tugas(text: str, unit: Unit) -> Tupoksi:
    return Tupoksi.objects.create(unit=unit, level=TupoksiLevel.TUGAS, text=text, order=_next(unit))


def an_uraian(text: str, unit: Unit, parent: Tupoksi | None = None) -> Tupoksi:
    return Tupoksi.objects.create(unit=unit, parent=parent, level=TupoksiLevel.URAIAN, text=text, order=_next(unit))


def a_row(tupoksi: Tupoksi, record: ProcedureRecord | None = None, **fields: object) -> Row:
    return Row.objects.create(tupoksi=tupoksi, record=record, order=tupoksi.rows.count() + 1, **fields)


def _next(unit: Unit) -> int:
    return Tupoksi.objects.filter(unit=unit).count() + 1
