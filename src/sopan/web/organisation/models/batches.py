"""Tables that were uploaded: looked at first, applied later, all or nothing."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sopan.web.organisation.models.access import User


class BatchKind(models.TextChoices):
    """What the rows of a table are."""

    UNITS = "unit", "Unit kerja"
    OFFICES = "jabatan", "Jabatan"
    PEOPLE = "orang", "Orang"
    MOVES = "mutasi", "Mutasi"


class Batch(models.Model):
    """One uploaded table. It counts only once it has been applied; until then it may be left and found again."""

    kind = models.CharField(max_length=20, choices=BatchKind)
    file_name = models.CharField(max_length=200)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="batches")
    at = models.DateTimeField(auto_now_add=True)
    rows = models.JSONField()
    """The cells by row, each with the number it has in the file: `[[2, ["a", "b"]], …]`; headings are the first."""
    on = models.DateField(null=True, blank=True)
    """The day of a mutasi."""
    decree = models.CharField("nomor SK", max_length=120, blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.file_name}"
