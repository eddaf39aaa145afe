"""What holds from one day until another: units, offices, seats and grants come and go, and their past stays true."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.db.models import F, Q

T = TypeVar("T", bound=models.Model)


class LastingQuerySet(models.QuerySet[T]):
    """Asks for what holds on a day."""

    def on(self, day: date) -> Self:
        """What holds on this day."""
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)

    def ahead(self, day: date) -> Self:
        """What begins after this day."""
        return self.filter(since__gt=day)


class Lasting(models.Model):
    """Holds from `since`, up to but not including `until`; without `until`, for the time being."""

    since = models.DateField("berlaku sejak")
    until = models.DateField("berlaku sampai sebelum", null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("since")), name="%(app_label)s_%(class)s_ends_after_it_begins"
            )
        ]

    def holds_on(self, day: date) -> bool:
        """Whether it holds on this day."""
        return self.since <= day and (self.until is None or day < self.until)
