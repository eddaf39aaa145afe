"""Pages from tupoksi to titles: what they show, to whom, and at what cost."""

from __future__ import annotations

import io
import json
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sopan.web.identification.models import Need, Row, Tupoksi
from sopan.web.identification.tests.factories import a_fungsi, a_row, an_uraian
from sopan.web.organisation.models import Pemda
from sopan.web.organisation.tests.factories import a_unit, a_user
from sopan.web.registry.models import ProcedureRecord, Standing
from sopan.web.registry.tests.factories import a_record

pytestmark = pytest.mark.django_db

SCRIPT = {"HTTP_ACCEPT": "application/json"}
TEXT = "Sekretariat menyelenggarakan fungsi:\na. perumusan kebijakan;\nb. evaluasi dan pelaporan."


def at(name, *args):
    return reverse(f"identification:{name}", args=args)


@pytest.fixture
def unit():
    return a_unit("Sekretariat")


@pytest.fixture
def writer(client, unit):
    client.force_login(a_user("penyusun", unit))
    return client


def test_a_paste_is_shown_before_it_counts(writer, unit):
    page = writer.post(at("paste_tupoksi", unit.pk), {"text": TEXT, "basis": "Perbup 12/2023"}).content.decode()
    assert "2 butir dikenali" in page
    assert not Tupoksi.objects.exists()
    items = [json.loads(said.replace("&quot;", '"')) for said in re.findall(r'name="item" value="([^"]+)"', page)]
    sent = {"basis": "Perbup 12/2023", "item": [json.dumps(item) for item in items], "level": ["fungsi", "lewati"]}
    page = writer.post(at("paste_tupoksi", unit.pk), sent, follow=True).content.decode()
    assert "1 butir tupoksi disimpan" in page
    assert Tupoksi.objects.get().text == "Perumusan kebijakan"


def test_thirty_megabytes_are_refused_with_a_sentence(writer, unit):
    answer = writer.post(at("paste_tupoksi", unit.pk), {"text": "perumusan kebijakan; " * 1_450_000})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "juta huruf" in page
    assert len(page) < 100_000


def test_a_sheet_is_taken_over(writer, unit):
    book = openpyxl.Workbook()
    for line in (["Tugas", "Fungsi", "Uraian Tugas"], ["Menata", "Kelembagaan", "menghitung ABK"]):
        book.active.append(line)
    data = io.BytesIO()
    book.save(data)
    sheet = SimpleUploadedFile("tupoksi.xlsx", data.getvalue())
    page = writer.post(at("import_tupoksi", unit.pk), {"sheet": sheet}).content.decode()
    assert "3 butir dikenali" in page
    answer = writer.post(at("import_tupoksi", unit.pk), {"sheet": SimpleUploadedFile("a.xlsx", b"bukan")})
    assert answer.status_code == 422


def test_the_empty_format_has_the_headings_the_import_reads(writer):
    sheet = openpyxl.load_workbook(io.BytesIO(writer.get(at("template")).content)).active
    assert "Uraian Tugas" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_a_row_is_saved_and_told_about(writer, unit):
    row = a_row(a_fungsi("Ketatalaksanaan", unit))
    a_record("Penyusunan Laporan SKM", a_unit("Dinas Lain"), status=Standing.EFFECTIVE)
    typed = {"version": 1, "kegiatan": "survei", "output": "laporan SKM", "aspek": "penyusunan", "is_shared": "ya"}
    answer = writer.post(at("save_row", row.pk), typed, **SCRIPT)
    assert answer.status_code == 200
    html = answer.json()["html"]
    assert "Penyusunan Laporan SKM" in html
    assert "GENERIK" in html
    row.refresh_from_db()
    assert (row.version, row.is_shared, row.is_repeated) == (2, True, None)


def test_a_stale_row_gets_both_texts_back(writer, unit):
    row = a_row(a_fungsi("Ketatalaksanaan", unit), kegiatan="tersimpan", version=3)
    answer = writer.post(at("save_row", row.pk), {"version": 2, "kegiatan": "diketik"}, **SCRIPT)
    assert answer.status_code == 409
    assert answer.json()["stored"]["kegiatan"] == "tersimpan"
    answer = writer.post(at("save_row", row.pk), {"version": 2, "kegiatan": "diketik"})
    assert answer.status_code == 409
    assert "diketik" in answer.content.decode()
    assert "tersimpan" in answer.content.decode()


def test_rows_are_added_pasted_and_removed(writer, unit):
    fungsi = a_fungsi("Ketatalaksanaan", unit)
    added = writer.post(at("add_row", fungsi.pk), **SCRIPT).json()
    cells = json.dumps([["survei", "laporan SKM", "penyusunan"], ["survei", "hasil SKM", "publikasi"]])
    assert len(writer.post(at("paste_rows", fungsi.pk), {"sel": cells}, **SCRIPT).json()["html"]) == 2
    assert writer.post(at("paste_rows", fungsi.pk), {"sel": "bukan"}, **SCRIPT).status_code == 422
    writer.post(at("remove_row", added["id"]), **SCRIPT)
    assert Row.objects.count() == 2
    assert writer.post(at("add_row", fungsi.pk)).status_code == 302


def test_the_table_is_edited_by_some_and_read_by_others(client, writer, unit):
    a_row(a_fungsi("Ketatalaksanaan", unit), kegiatan="survei kepuasan")
    assert "data-behaviour" in writer.get(at("table", unit.pk)).content.decode()
    client.force_login(a_user("pemantau"))
    page = client.get(at("table", unit.pk)).content.decode()
    assert "survei kepuasan" in page
    assert "<textarea" not in page


@pytest.mark.parametrize("page", ["tupoksi", "table", "table_pdf", "table_xlsx", "needs", "needs_pdf", "coverage"])
def test_another_agency_is_shut_out(client, unit, page):
    client.force_login(a_user("admin_opd", a_unit("Dinas Lain")))
    assert client.get(at(page, unit.pk)).status_code == 403


@pytest.mark.parametrize("page", ["tupoksi", "table", "table_pdf", "table_xlsx", "needs", "needs_pdf", "coverage"])
def test_a_monitor_reads_every_page(client, unit, page):
    client.force_login(a_user("pemantau"))
    assert client.get(at(page, unit.pk)).status_code == 200


@pytest.mark.parametrize("page", ["add_tupoksi", "paste_tupoksi", "import_tupoksi", "add_need"])
def test_a_monitor_changes_nothing(client, unit, page):
    client.force_login(a_user("pemantau"))
    assert client.get(at(page, unit.pk)).status_code == 403


def test_tabel_6_prints_to_pdf_and_xlsx(writer, unit):
    Pemda.objects.create(nama="Kabupaten Contoh", is_demo=True)
    a_row(an_uraian("membina SOP", unit, a_fungsi("Ketatalaksanaan", unit)), a_record("=Penyusunan Renja", unit))
    assert writer.get(at("table_pdf", unit.pk)).content.startswith(b"%PDF")
    sheet = openpyxl.load_workbook(io.BytesIO(writer.get(at("table_xlsx", unit.pk)).content)).active
    said = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    assert "DATA KARANGAN" in said
    assert "1. =Penyusunan Renja" in said


def test_a_need_is_written_changed_and_told_when_stale(writer, unit):
    typed = {
        "judul": "Penyusunan Renja", "aspect": "policy", "finding": "Permendagri baru", "proposal": "add",
        "reason": "belum ada", "urgency": 3, "impact": 3, "feasibility": 2,
    }  # fmt: skip
    page = writer.post(at("add_need", unit.pk), typed, follow=True).content.decode()
    assert "Usulan dicatat" in page
    need = Need.objects.get()
    assert need.priority == 1
    changed = {**typed, "finding": "lain", "version": need.version}
    assert writer.post(at("change_need", need.pk), changed).status_code == 302
    stale = writer.post(at("change_need", need.pk), changed)
    assert stale.status_code == 422
    assert "diubah orang lain" in stale.content.decode()
    answer = writer.post(at("add_need", unit.pk), {**typed, "judul": ""})
    assert answer.status_code == 422
    assert "tulis judulnya" in answer.content.decode()


def test_a_full_regency_costs_no_more_queries(client, django_assert_max_num_queries):
    records, rows = [], []
    first = None
    for number in range(50):
        opd = a_unit(f"Dinas {number}")
        first = first or opd
        for place in range(4):
            fungsi = a_fungsi(f"fungsi {place}", opd)
            for each in range(10):
                record = a_record(f"Penyusunan Laporan {number} {place} {each}", opd)
                records.append(record)
                rows.append(Row(tupoksi=fungsi, record=record, kegiatan=f"kegiatan {each}", order=each))
    Row.objects.bulk_create(rows)
    assert ProcedureRecord.objects.count() == 2000
    client.force_login(a_user("admin_pemda"))
    with django_assert_max_num_queries(14):
        page = client.get(at("agencies")).content.decode()
    assert "200 dari 200 fungsi belum punya SOP" in page
    with django_assert_max_num_queries(14):
        client.get(at("table", first.pk))
    with django_assert_max_num_queries(14):
        client.get(at("coverage", first.pk))
    with django_assert_max_num_queries(12):
        client.get(at("table_pdf", first.pk))
