"""Units change, and what was stays as it was."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from sopan.web.audit.models import Entry
from sopan.web.organisation.models import Pemda, Unit, UnitKind
from sopan.web.organisation.services import units
from sopan.web.organisation.services.units import UnitTrouble
from sopan.web.organisation.tests.factories import a_unit, a_user
from sopan.web.ui.trouble import NotAllowed

pytestmark = pytest.mark.django_db
NEXT_YEAR = date(2027, 1, 1)


def test_a_new_name_counts_from_its_day_on_and_the_old_one_before():
    unit = a_unit("Dinas Perhubungan")
    units.rename_unit(
        by=a_user("admin_pemda"), unit=unit, nama="Dinas  Transportasi ", since=NEXT_YEAR, decree="Perda 1"
    )
    assert unit.name_on(date(2026, 12, 31)) == "Dinas Perhubungan"
    assert unit.name_on(NEXT_YEAR) == "Dinas Transportasi"
    assert [each.nama for each in Unit.objects.named(date(2026, 6, 1))] == ["Dinas Perhubungan"]
    entry = Entry.objects.get()
    assert (entry.action, entry.details["former"]) == ("organisation.unit_renamed", "Dinas Perhubungan")


def test_two_agencies_merge_and_what_they_had_has_an_heir():
    one, other = a_unit("Dinas Perikanan"), a_unit("Dinas Peternakan")
    below = a_unit("Bidang Kesehatan Hewan", other)
    admin = a_user("admin_pemda")
    merged = units.open_unit(
        by=admin, parent=None, kind=UnitKind.DINAS, nama="Dinas Peternakan dan Perikanan", since=NEXT_YEAR
    )
    for each in (one, other):
        units.close_unit(by=admin, unit=each, on=NEXT_YEAR, successors=[merged], decree="Perda 2")
    assert set(Unit.objects.on(NEXT_YEAR)) == {merged}
    assert set(Unit.objects.on(date(2026, 12, 31))) == {one, other, below}
    assert {s.predecessor for s in merged.origins.all()} == {one, other}


def test_a_unit_never_stands_below_itself():
    top = a_unit("Dinas Contoh")
    below = a_unit("Bidang A", top)
    with pytest.raises(UnitTrouble, match="di bawah dirinya sendiri"):
        units.move_unit(by=a_user("admin_pemda"), unit=top, parent=below)


def test_a_second_unit_of_the_same_name_is_refused():
    top = a_unit("Dinas Contoh")
    a_unit("Bidang A", top)
    with pytest.raises(UnitTrouble, match="Sudah ada “bidang a”"):
        units.open_unit(
            by=a_user("admin_opd", top), parent=top, kind=UnitKind.BIDANG, nama="bidang a", since=date(2026, 1, 1)
        )


def test_an_admin_opd_changes_the_own_agency_only():
    own, other = a_unit("Dinas A"), a_unit("Dinas B")
    admin = a_user("admin_opd", own)
    units.rename_unit(by=admin, unit=a_unit("Bidang A", own), nama="Bidang Baru", since=date(2026, 1, 1))
    with pytest.raises(NotAllowed):
        units.rename_unit(by=admin, unit=other, nama="Dinas C", since=date(2026, 1, 1))
    with pytest.raises(NotAllowed):
        units.close_unit(by=admin, unit=own, on=NEXT_YEAR)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="not permitted here: two writers at once in memory")
def test_two_people_who_register_the_same_unit_make_one():
    Pemda.objects.create(nama="Kabupaten Contoh")
    admin = a_user("admin_pemda")
    together = Barrier(2)

    def register(_: int) -> str:
        together.wait(timeout=10)
        try:
            units.open_unit(by=admin, parent=None, kind=UnitKind.DINAS, nama="Dinas Baru", since=NEXT_YEAR)
        except UnitTrouble as trouble:
            return trouble.told()
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(register, range(2)))
    assert told[0] == ""
    assert "Sudah ada" in told[1]
    assert Unit.objects.count() == 1
