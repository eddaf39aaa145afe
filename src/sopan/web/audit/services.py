"""Writing the trail."""

from __future__ import annotations

from typing import Protocol

from django.db import models, transaction
from django.utils import timezone

from sopan.web.audit.chain import digest_of
from sopan.web.audit.models import Entry, Head


class Actor(Protocol):
    """Whoever does something: a user."""

    pk: int

    def get_full_name(self) -> str: ...


def record(action: str, *, by: Actor | None, subject: models.Model, **details: object) -> Entry:
    """Append to the trail, in the transaction of what is recorded. `details` are plain JSON values."""
    with transaction.atomic():
        Head.objects.get_or_create(pk=1)
        head = Head.objects.select_for_update().get(pk=1)
        entry = Entry(
            at=timezone.now(),
            action=action,
            actor_id=by.pk if by else None,
            actor=by.get_full_name() if by else "SOPAN",
            subject_kind=subject._meta.label_lower,
            subject_id=subject.pk,
            subject=str(subject)[:300],
            details=details,
            previous=head.digest,
        )
        entry.digest = head.digest = digest_of(entry)
        entry.save()
        head.save()
    return entry
