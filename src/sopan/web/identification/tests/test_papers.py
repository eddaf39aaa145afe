"""The official form counts as Permenpan-RB 35/2012 does, and prints what was typed."""

from __future__ import annotations

from datetime import date

import pytest

from sopan.web.identification.models import Need
from sopan.web.identification.papers import needs_document, tabel_6
from sopan.web.identification.queries.table import printed
from sopan.web.identification.tests.factories import a_fungsi, a_row, a_tugas, an_uraian
from sopan.web.organisation.models import Unit
from sopan.web.organisation.tests.factories import a_unit, a_user
from sopan.web.registry.policies import reach_of
from sopan.web.registry.tests.factories import a_record

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
HEAD = {"opd": "Bagian Organisasi", "pemda": "Pemerintah Kabupaten Contoh", "notice": "", "made_on": DAY}


def units():
    return list(Unit.objects.named(DAY))


def shown(form):
    return [[cell.shown if cell else None for cell in row] for row in form.rows]


def test_one_output_with_two_aspects_gives_two_titles():
    unit = a_unit("Bagian Organisasi")
    fungsi = a_fungsi("Ketatalaksanaan", unit, a_tugas("Menata organisasi", unit))
    uraian = an_uraian("Menyiapkan survei", unit, fungsi)
    same = {"kegiatan": "survei kepuasan", "output": "laporan SKM"}
    a_row(uraian, a_record("Penyusunan Laporan SKM", unit), aspek="penyusunan", **same)
    a_row(uraian, a_record("Publikasi Hasil SKM", unit), aspek="publikasi", **same)
    a_fungsi("Kelembagaan", unit, fungsi.parent)
    form = tabel_6(printed(units(), reach_of(a_user())), **HEAD)
    assert shown(form) == [
        ["A", "1. Menata organisasi", "a. Ketatalaksanaan", "1) Menyiapkan survei", "a) survei kepuasan",
         "(1) laporan SKM", "penyusunan", "1. Penyusunan Laporan SKM"],
        [None, None, None, None, None, None, "publikasi", "2. Publikasi Hasil SKM"],
        [None, None, "b. Kelembagaan", "", "", "", "", ""],
    ]  # fmt: skip
    assert form.rows[0][0].rows == 3
    assert dict(form.about)["Jumlah judul SOP"] == "2"


def test_a_title_that_serves_two_fungsi_keeps_its_number():
    unit = a_unit("Bagian Organisasi")
    record = a_record("Penyusunan Renja", unit)
    for text in ("satu", "dua"):
        a_row(a_fungsi(text, unit), record, kegiatan="menyusun")
    form = tabel_6(printed(units(), reach_of(a_user())), **HEAD)
    assert [row[-1].shown for row in form.rows] == ["1. Penyusunan Renja"] * 2


def test_several_units_have_a_band_each():
    opd = a_unit("Dinas Contoh")
    for name in ("Bidang A", "Bidang B"):
        a_fungsi("fungsi", a_unit(name, opd))
    form = tabel_6(printed(units(), reach_of(a_user())), **HEAD)
    assert [row[0].text for row in form.rows if row[0].columns > 1] == ["Bidang A", "Bidang B"]


def test_needs_are_ranked_and_concluded():
    unit = a_unit("Bagian Organisasi")
    common = {"unit": unit, "year": 2026, "aspect": "policy", "finding": "aturan baru", "reason": "harus"}
    Need.objects.create(judul="Nanti", proposal="change", urgency=1, impact=1, feasibility=1, **common)
    Need.objects.create(judul="Segera", proposal="add", urgency=3, impact=3, feasibility=2, **common)
    form = needs_document(list(Need.objects.all()), **HEAD)
    assert [row[3].text for row in form.rows] == ["Segera", "Nanti"]
    assert [row[11].text for row in form.rows] == ["1", "3"]
    assert "2 usulan (1 tambah, 1 ubah); 1 di antaranya prioritas 1" in form.notes[0]
