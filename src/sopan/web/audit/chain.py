"""How entries hang together: the digest of one covers all it says and the digest of the one before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC

from sopan.web.audit.models import Entry


def digest_of(entry: Entry) -> str:
    """SHA-256 over everything the entry says, in hexadecimal."""
    said = [
        entry.previous,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.action,
        entry.actor_id,
        entry.actor,
        entry.subject_kind,
        entry.subject_id,
        entry.subject,
        entry.details,
    ]
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def first_broken(entries: Iterable[Entry]) -> Entry | None:
    """The first entry, in their order, that was changed or whose predecessor is not where it was; None if all hold."""
    previous = ""
    for entry in entries:
        if entry.previous != previous or digest_of(entry) != entry.digest:
            return entry
        previous = entry.digest
    return None
