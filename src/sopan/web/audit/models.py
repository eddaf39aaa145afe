"""Jejak audit: what was done, by whom, to what. Entries are chained, so that none can be changed or left out unseen."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Entry(models.Model):
    """One thing that was done. Names are kept as they were then: people and units may go, the entry stays."""

    at = models.DateTimeField()
    action = models.CharField(max_length=80)
    """`organisation.unit_renamed`: the capability, and what happened there."""
    actor_id = models.BigIntegerField(null=True)
    """User who did it; none for the system itself."""
    actor = models.CharField(max_length=200)
    subject_kind = models.CharField(max_length=60)
    subject_id = models.BigIntegerField()
    subject = models.CharField(max_length=300)
    details = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    """Digest of the entry before; empty for the first."""
    digest = models.CharField(max_length=64)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["subject_kind", "subject_id"])]

    def __str__(self) -> str:
        return f"{self.action} {self.subject}"


class Head(models.Model):
    """The end of the chain: one row, which whoever appends has to lock."""

    digest = models.CharField(max_length=64, default="")
