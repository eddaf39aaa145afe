"""A re-organisation: tupoksi, titles and procedures go where the affairs go, on the day, and nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from sopan.web.identification.queries.coverage import coverage
from sopan.web.identification.services import rows, tupoksi
from sopan.web.identification.services.rows import Typed
from sopan.web.identification.services.tupoksi import TupoksiTrouble
from sopan.web.identification.tests.factories import a_fungsi, a_row
from sopan.web.identification.tupoksi_text import Level
from sopan.web.organisation.services.units import close_unit
from sopan.web.organisation.tests.factories import a_unit, a_user
from sopan.web.registry.models import Standing
from sopan.web.registry.policies import reach_of
from sopan.web.registry.queries import visible_to
from sopan.web.registry.tests.factories import a_record

pytestmark = pytest.mark.django_db


@pytest.fixture
def merged():
    """Dinas A became part of Dinas B yesterday; one fungsi and one draft came along."""
    old, new = a_unit("Dinas A"), a_unit("Dinas B")
    fungsi = a_fungsi("Ketatalaksanaan", old)
    a_row(fungsi, a_record("Penyusunan Renja", old, status=Standing.DRAFT), kegiatan="menyusun renja")
    close_unit(by=a_user("admin_pemda"), unit=old, on=timezone.localdate() - timedelta(1), successors=[new])
    return old, new, fungsi


def test_the_successor_has_what_the_predecessor_had(client, merged):
    old, new, _fungsi = merged
    client.force_login(a_user("penyusun", new))
    for unit in (new, old):
        for name in ("tupoksi", "table", "coverage"):
            page = client.get(reverse(f"identification:{name}", args=[unit.pk])).content.decode()
            assert "Ketatalaksanaan" in page, (unit, name)
            assert "Dinas B" in page
    assert client.get(reverse("identification:table_pdf", args=[old.pk])).content.startswith(b"%PDF")


def test_its_people_read_the_drafts_and_strangers_do_not(merged):
    _old, new, _fungsi = merged
    assert visible_to(reach_of(a_user("penyusun", new))).count() == 1
    assert visible_to(reach_of(a_user("penyusun", a_unit("Dinas C")))).count() == 0


def test_work_goes_on_below_what_came_along(merged):
    _old, new, fungsi = merged
    by = a_user("penyusun", new)
    row = rows.add(by=by, tupoksi=fungsi, typed=Typed(output="laporan SKM", aspek="penyusunan"))
    assert row.record.unit == new
    assert tupoksi.add(by=by, unit=new, level=Level.URAIAN, text="membina", parent=fungsi).unit == new


def test_a_branch_is_not_removed_while_the_successor_works_below_it(merged):
    _old, new, fungsi = merged
    by = a_user("penyusun", new)
    child = tupoksi.add(by=by, unit=new, level=Level.URAIAN, text="membina", parent=fungsi)
    fungsi.rows.all().delete()
    a_row(child, kegiatan="membina")
    with pytest.raises(TupoksiTrouble, match="1 baris"):
        tupoksi.remove(by=by, tupoksi=fungsi)


def test_coverage_counts_it_once_with_the_successor(merged):
    _old, new, _fungsi = merged
    (agency,) = coverage(reach_of(a_user("pemantau")), timezone.localdate())
    assert agency.unit == new
    assert (len(agency.duties), agency.titles) == (1, 1)


def test_before_the_day_nothing_has_moved():
    old, new = a_unit("Dinas A"), a_unit("Dinas B")
    a_record("Penyusunan Renja", old)
    close_unit(by=a_user("admin_pemda"), unit=old, on=date(2999, 1, 1), successors=[new])
    assert visible_to(reach_of(a_user("penyusun", new))).count() == 0
    assert visible_to(reach_of(a_user("penyusun", old))).count() == 1
