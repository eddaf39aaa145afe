"""The tupoksi register is filled, changed and protected."""

from __future__ import annotations

import io

import openpyxl
import pytest

from sopan.domain.errors import UnreadableSource
from sopan.web.audit.models import Entry
from sopan.web.identification.models import Tupoksi
from sopan.web.identification.queries.tree import tree_of
from sopan.web.identification.services import tupoksi as services
from sopan.web.identification.services.tupoksi import TupoksiTrouble
from sopan.web.identification.tests.factories import a_fungsi, a_row, a_tugas, an_uraian
from sopan.web.identification.tupoksi_sheet import read
from sopan.web.identification.tupoksi_text import Item, Level
from sopan.web.organisation.tests.factories import a_unit, a_user
from sopan.web.registry.policies import reach_of
from sopan.web.ui.trouble import NotAllowed

pytestmark = pytest.mark.django_db

ITEMS = [
    Item(Level.TUGAS, "Menata organisasi", "Pasal 5 ayat (1)"),
    Item(Level.FUNGSI, "Ketatalaksanaan"),
    Item(Level.URAIAN, "Membina SOP"),
    Item(Level.FUNGSI, "Kelembagaan"),
    Item(Level.URAIAN, "Menghitung ABK"),
]


def test_items_hang_under_what_stands_above_them():
    unit = a_unit()
    services.take_over(by=a_user("penyusun", unit), unit=unit, items=ITEMS, basis="Perbup 12/2023")
    tree = tree_of(unit.pk, reach_of(a_user()))
    assert [(node.depth, node.label) for node in tree] == [(0, "1."), (1, "a."), (2, "1)"), (1, "b."), (2, "1)")]
    assert tree[0].tupoksi.basis == "Perbup 12/2023, Pasal 5 ayat (1)"
    assert Entry.objects.get().action == "identification.tupoksi_taken_over"


def test_a_second_click_changes_nothing():
    unit = a_unit()
    by = a_user("penyusun", unit)
    services.take_over(by=by, unit=unit, items=ITEMS)
    assert services.take_over(by=by, unit=unit, items=ITEMS) == []
    assert Tupoksi.objects.count() == 5


def test_uraian_without_a_fungsi_stands_for_itself():
    unit = a_unit()
    services.take_over(by=a_user("penyusun", unit), unit=unit, items=[Item(Level.URAIAN, "Menyusun rencana")])
    assert tree_of(unit.pk, reach_of(a_user()))[0].depth == 0


def test_another_agency_is_not_touched():
    with pytest.raises(NotAllowed):
        services.take_over(by=a_user("admin_opd", a_unit("Dinas A")), unit=a_unit("Dinas B"), items=ITEMS)
    assert not Tupoksi.objects.exists()


def test_a_tugas_is_never_below_a_fungsi():
    unit = a_unit()
    with pytest.raises(TupoksiTrouble, match="di bawah tugas"):
        services.add(
            by=a_user("admin_opd", unit), unit=unit, level=Level.TUGAS, text="Tugas", parent=a_fungsi("Fungsi", unit)
        )


def test_neighbours_change_places():
    unit = a_unit()
    first, second = a_fungsi("satu", unit), a_fungsi("dua", unit)
    services.shift(by=a_user("admin_opd", unit), tupoksi=second, up=True)
    assert [node.tupoksi for node in tree_of(unit.pk, reach_of(a_user()))] == [second, first]
    services.shift(by=a_user("admin_opd", unit), tupoksi=second, up=True)
    assert [node.tupoksi for node in tree_of(unit.pk, reach_of(a_user()))] == [second, first]


def test_what_carries_rows_is_not_thrown_away():
    unit = a_unit()
    top = a_tugas("Tugas", unit)
    a_row(an_uraian("Uraian", unit, top), kegiatan="membina")
    with pytest.raises(TupoksiTrouble, match="1 baris"):
        services.remove(by=a_user("admin_opd", unit), tupoksi=top)
    assert Tupoksi.objects.count() == 2


def a_workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_a_workbook_is_read_with_its_empty_cells():
    data = a_workbook(
        ["Tupoksi unit kerja"],
        [],
        ["No", "Tugas", "Fungsi", "Uraian Tugas", "Dasar Hukum"],
        [1, 2, 3, 4, 5],
        ["A", "1. Menata organisasi", "a. Ketatalaksanaan", "1) membina SOP", "Perbup 12/2023"],
        [None, None, None, "2) menyiapkan survei"],
        [None, None, "b. Kelembagaan"],
    )
    items = [each.item for each in read(data)]
    assert [(item.level, item.text) for item in items] == [
        (Level.TUGAS, "Menata organisasi"),
        (Level.FUNGSI, "Ketatalaksanaan"),
        (Level.URAIAN, "membina SOP"),
        (Level.URAIAN, "menyiapkan survei"),
        (Level.FUNGSI, "Kelembagaan"),
    ]
    assert items[0].place == "Perbup 12/2023"


def test_another_workbook_is_told():
    with pytest.raises(UnreadableSource, match="Kepala kolom"):
        read(a_workbook(["Nama", "NIP"], ["Pegawai", "1"]))
