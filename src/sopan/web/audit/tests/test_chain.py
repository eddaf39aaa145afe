"""Nothing in the trail can be changed or left out unseen."""

from __future__ import annotations

import pytest

from sopan.web.audit.chain import first_broken
from sopan.web.audit.models import Entry
from sopan.web.audit.services import record
from sopan.web.organisation.models import Pemda

pytestmark = pytest.mark.django_db


def entries() -> list[Entry]:
    subject = Pemda.objects.create(nama="Kabupaten Contoh")
    for number in range(4):
        record("organisation.pemda_named", by=None, subject=subject, number=number)
    return list(Entry.objects.all())


def test_a_trail_that_nobody_touched_holds():
    assert first_broken(entries()) is None


@pytest.mark.parametrize("field", ["actor", "subject", "details", "action", "at"])
def test_a_changed_entry_is_seen(field):
    trail = entries()
    setattr(
        trail[2],
        field,
        trail[2].at.replace(year=2001) if field == "at" else {"number": 9} if field == "details" else "x",
    )
    assert first_broken(trail) is trail[2]


def test_a_missing_entry_is_seen():
    trail = entries()
    assert first_broken([*trail[:1], *trail[2:]]) is trail[2]
