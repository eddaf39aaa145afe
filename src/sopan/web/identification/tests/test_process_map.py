"""The process map: filled by line, worked out by procedures, covered both ways."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse

from sopan.web.identification.models import ProcessNode
from sopan.web.identification.queries.process_map import process_map
from sopan.web.identification.services import process_map as services
from sopan.web.identification.services.process_map import ProcessTrouble
from sopan.web.organisation.tests.factories import a_unit, a_user
from sopan.web.registry.policies import reach_of
from sopan.web.registry.tests.factories import a_record
from sopan.web.ui.trouble import NotAllowed

pytestmark = pytest.mark.django_db
LINES = ["A Pelayanan publik", "A.2\tPerizinan", "A.10;Administrasi kependudukan", ""]


def test_lines_of_several_shapes_are_read_and_a_second_time_renames():
    admin = a_user("admin_pemda")
    assert services.fill(by=admin, lines=LINES) == 3
    services.fill(by=admin, lines=["A.2 Perizinan berusaha"])
    assert dict(ProcessNode.objects.values_list("kode", "nama"))["A.2"] == "Perizinan berusaha"
    assert ProcessNode.objects.count() == 3


def test_one_bad_line_keeps_nothing():
    with pytest.raises(ProcessTrouble, match="Baris 2"):
        services.fill(by=a_user("admin_pemda"), lines=["A Pelayanan", "B"])
    assert not ProcessNode.objects.exists()


def test_only_the_admin_of_the_regency_keeps_the_map():
    with pytest.raises(NotAllowed):
        services.fill(by=a_user("admin_opd", a_unit()), lines=LINES)


def test_coverage_goes_both_ways():
    unit = a_unit("Dinas Contoh")
    services.fill(by=a_user("admin_pemda"), lines=LINES)
    used = a_record("Penerbitan Izin", unit, kode_peta="a.2")
    stray = a_record("Penyusunan Renja", unit, kode_peta="Z.9")
    a_record("Surat Masuk", unit)
    found = process_map(reach_of(a_user("pemantau")), date(2026, 3, 2))
    assert [row.node.kode for row in found.rows] == ["A", "A.2", "A.10"]
    assert [row.records for row in found.rows] == [(), (used,), ()]
    assert (found.leaves, found.bare) == (2, 1)
    assert found.unknown == (stray,)
    assert found.without_code == ((unit, 1),)


def test_the_page_shows_it_and_the_form_tells_what_is_wrong(client):
    client.force_login(a_user("admin_pemda"))
    answer = client.post(reverse("identification:fill_process_map"), {"lines": "tanpa-nama"})
    assert answer.status_code == 422
    assert "Baris 1" in answer.content.decode()
    client.post(reverse("identification:fill_process_map"), {"lines": "\n".join(LINES)})
    page = client.get(reverse("identification:process_map")).content.decode()
    assert "2 dari 2 proses terbawah belum punya SOP" in page
    node = ProcessNode.objects.first()
    client.post(reverse("identification:remove_process", args=[node.pk]))
    assert ProcessNode.objects.count() == 2
