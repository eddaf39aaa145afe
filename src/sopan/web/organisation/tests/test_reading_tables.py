"""Cells become values, and what cannot be one names its row and column. No database."""

from __future__ import annotations

from datetime import date

import pytest

from sopan.web.organisation.tables.reading import Column, Unfit, day, one_of, read_table, repeated, whole, yes

NAME = Column(key="nama", heading="Nama", others=("Nama lengkap",), required=True, longest=10)
SINCE = Column(key="since", heading="Sejak", read=day)


@pytest.mark.parametrize("typed", ["2026-03-02", "2-3-2026", "02/03/2026", "2.3.2026", "2 Maret 2026", "2 mar 2026"])
def test_a_day_is_read_as_people_write_it(typed):
    assert day(typed) == date(2026, 3, 2)


@pytest.mark.parametrize("typed", ["31-02-2026", "kemarin", "2026", "31 Februari 2026"])
def test_what_is_no_day_is_told(typed):
    with pytest.raises(Unfit, match="bukan tanggal"):
        day(typed)


def test_other_cells_are_read_with_a_little_patience():
    kinds = one_of({"Pegawai non-ASN": "non_asn", "PNS": "pns"})
    assert (kinds("pegawai NON ASN"), kinds("pns"), yes("Ya"), yes("tidak")) == ("non_asn", "pns", True, False)
    assert whole(least=1, most=9)("3") == 3
    for read, typed in ((kinds, "honorer"), (yes, "mungkin"), (whole(least=1, most=9), "10")):
        with pytest.raises(Unfit):
            read(typed)


def test_columns_are_known_by_their_headings_in_any_order():
    table = read_table([(1, ("SEJAK", "nama  lengkap *", "lain")), (2, ("1-1-2026", "Ani", "x"))], (NAME, SINCE))
    assert table.records[0].values == {"nama": "Ani", "since": date(2026, 1, 1)}


def test_a_missing_column_is_one_problem_not_one_for_each_row():
    table = read_table([(1, ("Sejak",)), (2, ("1-1-2026",)), (3, ("1-1-2026",))], (NAME, SINCE))
    assert [(problem.row, problem.parameters) for problem in table.problems] == [(0, {"kolom": "“Nama”"})]


def test_every_problem_names_row_and_column():
    rows = [(1, ("Nama", "Sejak")), (4, ("", "x")), (7, ("Nama yang terlalu panjang", "")), (9, ("Ani",))]
    table = read_table(rows, (NAME, SINCE))
    assert [(p.row, p.column) for p in table.problems] == [(4, "Nama"), (4, "Sejak"), (7, "Nama")]
    assert [record.is_sound for record in table.records] == [False, False, True]


def test_what_is_there_twice_points_to_the_first():
    table = read_table([(1, ("Nama",)), (2, ("Ani",)), (3, ("Budi",)), (4, ("ani",))], (NAME,))
    found = repeated(table.records, lambda each: each["nama"].casefold(), "Nama", "sama dengan baris {baris}.")
    assert [(problem.row, problem.parameters) for problem in found] == [(4, {"baris": 2})]
