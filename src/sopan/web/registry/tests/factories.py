"""Makers of procedures for tests."""

from __future__ import annotations

from django.utils import timezone

from sopan.web.organisation.models import Unit
from sopan.web.registry.models import ProcedureRecord, Standing


def a_record(judul: str, unit: Unit, *, status: str = Standing.PLANNED, **fields: object) -> ProcedureRecord:
    return ProcedureRecord.objects.create(judul=judul, unit=unit, status=status, created_at=timezone.now(), **fields)
