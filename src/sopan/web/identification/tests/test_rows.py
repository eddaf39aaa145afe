"""Rows of Tabel 6: titles follow from them, and two who type into one row notice."""

from __future__ import annotations

import pytest

from sopan.web.identification.models import Row
from sopan.web.identification.queries.similar import TitleBook
from sopan.web.identification.services import rows as services
from sopan.web.identification.services.rows import RowConflict, RowTrouble, Typed
from sopan.web.identification.tests.factories import a_fungsi, a_row
from sopan.web.organisation.tests.factories import a_unit, a_user
from sopan.web.registry.models import ProcedureRecord, Standing
from sopan.web.registry.policies import reach_of
from sopan.web.registry.tests.factories import a_record
from sopan.web.ui.trouble import NotAllowed

pytestmark = pytest.mark.django_db

SKM = Typed(kegiatan="survei kepuasan", output="laporan SKM", aspek="penyusunan")


@pytest.fixture
def unit():
    return a_unit("Bagian Organisasi")


@pytest.fixture
def by(unit):
    return a_user("penyusun", unit)


def test_a_title_is_taken_from_aspek_and_output(unit, by):
    row = services.add(by=by, tupoksi=a_fungsi("Ketatalaksanaan", unit), typed=SKM)
    assert row.record.judul == "Penyusunan Laporan SKM"
    assert row.record.status == Standing.PLANNED
    assert row.record.ciri_kegiatan == "routine"


def test_a_title_of_ones_own_stays(unit, by):
    row = services.add(by=by, tupoksi=a_fungsi("Ketatalaksanaan", unit), typed=SKM)
    typed = Typed(
        kegiatan="survei kepuasan", output="laporan SKM", aspek="evaluasi", judul="Evaluasi SKM", ciri="service"
    )
    row = services.save(by=by, row=row, version=row.version, typed=typed)
    assert (row.record.judul, row.record.ciri_kegiatan) == ("Evaluasi SKM", "service")
    assert ProcedureRecord.objects.count() == 1


def test_a_title_taken_away_is_given_up(unit, by):
    row = services.add(by=by, tupoksi=a_fungsi("Ketatalaksanaan", unit), typed=SKM)
    row = services.save(by=by, row=row, version=row.version, typed=SKM)
    assert row.record is None
    assert not ProcedureRecord.objects.exists()


def test_the_same_activity_has_the_same_sop(unit, by):
    old = a_record("Penyusunan Laporan SKM", a_unit("Subbagian", unit), status=Standing.PAPER)
    row = services.add(by=by, tupoksi=a_fungsi("Ketatalaksanaan", unit), typed=SKM)
    assert row.record == old
    services.remove(by=by, row=row)
    assert ProcedureRecord.objects.get() == old


def test_a_title_that_two_rows_share_is_not_renamed_under_one_of_them(unit, by):
    fungsi = a_fungsi("Ketatalaksanaan", unit)
    one, other = (services.add(by=by, tupoksi=fungsi, typed=SKM) for _ in range(2))
    assert one.record == other.record
    one = services.save(by=by, row=one, version=one.version, typed=Typed(judul="Publikasi Hasil SKM"))
    other.refresh_from_db()
    assert (one.record.judul, other.record.judul) == ("Publikasi Hasil SKM", "Penyusunan Laporan SKM")


def test_two_tabs_do_not_overwrite_each_other(unit, by):
    row = services.add(by=by, tupoksi=a_fungsi("Ketatalaksanaan", unit))
    seen = row.version
    services.save(by=by, row=row, version=seen, typed=Typed(kegiatan="dari tab satu"))
    with pytest.raises(RowConflict) as conflict:
        services.save(by=by, row=row, version=seen, typed=Typed(kegiatan="dari tab dua"))
    assert conflict.value.row.kegiatan == "dari tab satu"
    assert Row.objects.get().kegiatan == "dari tab satu"


def test_a_block_is_pasted_whole_or_not_at_all(unit, by):
    fungsi = a_fungsi("Ketatalaksanaan", unit)
    block = [["survei", "laporan SKM", "penyusunan"], [], ["survei", "hasil SKM", "publikasi", "Publikasi SKM"]]
    made = services.paste(by=by, tupoksi=fungsi, block=block)
    assert [row.record.judul for row in made] == ["Penyusunan Laporan SKM", "Publikasi SKM"]
    with pytest.raises(RowTrouble, match="paling panjang"):
        services.paste(by=by, tupoksi=fungsi, block=[["ini masuk"], ["x" * 600]])
    assert Row.objects.count() == 2


def test_a_block_takes_the_place_of_the_empty_row_it_is_pasted_into(unit, by):
    fungsi = a_fungsi("Ketatalaksanaan", unit)
    first, blank, last = a_row(fungsi, kegiatan="satu"), a_row(fungsi), a_row(fungsi, kegiatan="empat")
    made = services.paste(by=by, tupoksi=fungsi, block=[["dua"], ["tiga"]], after=blank)
    assert list(Row.objects.all()) == [first, *made, last]
    services.paste(by=by, tupoksi=fungsi, block=[["satu lagi"]], after=first)
    assert [row.kegiatan for row in Row.objects.all()] == ["satu", "satu lagi", "dua", "tiga", "empat"]


def test_a_row_goes_right_after_another(unit, by):
    fungsi = a_fungsi("Ketatalaksanaan", unit)
    first, last = a_row(fungsi, kegiatan="satu"), a_row(fungsi, kegiatan="tiga")
    middle = services.add(by=by, tupoksi=fungsi, after=first)
    assert list(Row.objects.all()) == [first, middle, last]


def test_the_criteria_tell_what_needs_an_sop():
    assert Row(is_repeated=True, is_shared=True, is_measurable=True).needs_procedure is True
    assert Row(is_repeated=True, is_shared=False).needs_procedure is False
    assert Row(is_repeated=True).needs_procedure is None


def test_a_reader_changes_nothing(unit):
    with pytest.raises(NotAllowed):
        services.add(by=a_user("pemantau"), tupoksi=a_fungsi("Ketatalaksanaan", unit), typed=SKM)


def notes(user, record):
    return [note.sentence for note in TitleBook(reach_of(user)).notes_on(record)]


def test_the_same_title_in_the_agency_is_told_with_its_unit(unit, by):
    record = a_record("Penyusunan Laporan SKM", unit)
    a_record("Penyusunan Laporan SKM", a_unit("Subbagian Umum", unit))
    assert "sudah ada di Subbagian Umum" in notes(by, record)[0]


def test_a_like_title_elsewhere_proposes_a_generic_one(unit, by):
    record = a_record("Penyusunan Laporan SKM", unit)
    a_record("Penyusunan Laporan SKM", a_unit("Dinas Lain"), status=Standing.EFFECTIVE)
    (said,) = notes(by, record)
    assert "Dinas Lain juga memiliki" in said
    assert "GENERIK" in said


def test_plans_of_others_are_counted_and_not_shown(unit, by):
    record = a_record("Penyusunan Laporan SKM", unit)
    a_record("Penyusunan Laporan SKM", a_unit("Dinas Rahasia"))
    (said,) = notes(by, record)
    assert said.startswith("1 perangkat daerah lain")
    assert "Dinas Rahasia" not in said
