"""Pages of procedures."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sopan.web.organisation.tests.factories import a_unit, a_user
from sopan.web.registry.models import ProcedureRecord, Standing
from sopan.web.registry.tests.factories import a_record

pytestmark = pytest.mark.django_db


def test_an_old_sop_is_registered_in_one_form(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    unit = a_unit()
    client.force_login(a_user("admin_opd", unit))
    assert client.get(reverse("registry:add_paper")).status_code == 200
    typed = {"judul": "Surat Masuk", "unit": unit.pk, "nomor": "065/01", "year": "2014", "location": "lemari 2"}
    scan = SimpleUploadedFile("apa.exe", b"%PDF-1.4 isi")
    page = client.post(reverse("registry:add_paper"), {**typed, "scan": scan}, follow=True).content.decode()
    assert "Ada, belum selaras" in page
    assert "2014" in page
    answer = client.get(reverse("registry:scan", args=[ProcedureRecord.objects.get().pk]))
    assert answer["Content-Type"] == "application/pdf"
    assert "sandbox" in answer["Content-Security-Policy"]
    answer.close()


def test_a_wrong_file_keeps_what_was_typed(client):
    unit = a_unit()
    client.force_login(a_user("admin_opd", unit))
    typed = {"judul": "Surat Masuk", "unit": unit.pk, "location": "lemari 2"}
    answer = client.post(reverse("registry:add_paper"), {**typed, "scan": SimpleUploadedFile("a.pdf", b"MZ")})
    assert answer.status_code == 422
    assert "bukan PDF" in answer.content.decode()
    assert "lemari 2" in answer.content.decode()


def test_a_plan_of_another_agency_is_not_there(client):
    record = a_record("Rencana", a_unit("Dinas A"))
    client.force_login(a_user("admin_opd", a_unit("Dinas B")))
    assert client.get(reverse("registry:record", args=[record.pk])).status_code == 404
    assert client.get(reverse("registry:describe", args=[record.pk])).status_code == 404


def test_a_reader_may_not_register(client):
    client.force_login(a_user("pemantau"))
    assert client.get(reverse("registry:add_paper")).status_code == 403


def test_the_kind_of_a_procedure_is_chosen(client):
    unit = a_unit()
    macro, micro = a_record("Pengelolaan Surat", unit, besaran="macro"), a_record("Surat Masuk", unit)
    client.force_login(a_user("admin_opd", unit))
    address = reverse("registry:describe", args=[micro.pk])
    client.post(address, {"besaran": "micro", "parent": macro.pk, "kode_peta": "SDM.01"})
    micro.refresh_from_db()
    assert (micro.parent, micro.besaran, micro.kode_peta) == (macro, "micro", "SDM.01")
    assert "Surat Masuk" in client.get(reverse("registry:record", args=[macro.pk])).content.decode()


def test_many_procedures_cost_no_more_queries(client, django_assert_max_num_queries):
    for number in range(50):
        unit = a_unit(f"Dinas {number}")
        for each in range(3):
            a_record(f"SOP {number}.{each}", unit, status=Standing.PAPER)
    client.force_login(a_user("admin_pemda"))
    with django_assert_max_num_queries(12):
        page = client.get(reverse("registry:records")).content.decode()
    assert "Halaman 1 dari 2" in page


def test_words_and_status_narrow_the_list(client):
    unit = a_unit()
    a_record("Penyusunan Renja", unit)
    a_record("Surat Masuk", unit, status=Standing.PAPER)
    client.force_login(a_user("admin_opd", unit))
    page = client.get(reverse("registry:records"), {"q": "renja"}).content.decode()
    assert "Penyusunan Renja" in page
    assert "Surat Masuk" not in page
    page = client.get(reverse("registry:records"), {"status": "draft"}).content.decode()
    assert "Tidak ada SOP yang cocok" in page
