"""Headings are found in every spelling, and ordinary sentences are not taken for headings."""

import pytest

from sopan.readers.headings import COLUMNS, IDENTITY, Label, column, label, unit


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("NO.", "nomor"),
        ("Uraian  Kegiatan", "kegiatan"),
        ("AKTIVITAS", "kegiatan"),
        ("P e l a k s a n a", "pelaksana"),
        ("MUTU BAKU :", "mutu_baku"),
        ("Persyaratan/\nKelengkapan", "kelengkapan"),
        ("Waktu (Menit)", "waktu"),
        ("OUT PUT", "output"),
        ("Ket.", "keterangan"),
        ("Keteranggan", "keterangan"),
        ("Kepala Dinas", ""),
        ("Kegiatan rapat dibuka oleh ketua", ""),
        ("", ""),
    ],
)
def test_a_head_of_the_step_table_is_named(text, key):
    assert column(text) == key


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NOMOR SOP AP", Label("nomor")),
        ("Nomor SOP : 065/12/2026", Label("nomor", "065/12/2026")),
        ("Nama SOP Pelayanan Akta", Label("judul", "Pelayanan Akta")),
        ("TGL. PEMBUATAN", Label("tanggal_pembuatan")),
        ("No. Revisi : 01", Label("revisi_ke", "01")),
        ("DASAR HUKUM :", Label("dasar_hukum")),
        ("Dasar Hukum:\n1. Undang-Undang\n2. Peraturan", Label("dasar_hukum", "1. Undang-Undang\n2. Peraturan")),
        ("Keterkaitan\nSOP Mutasi", Label("keterkaitan", "SOP Mutasi")),
        ("PERALATAN/ PERLENGKAPAN", Label("peralatan")),
        ("Kualifikasi Pelaksanaan:", Label("kualifikasi_pelaksana")),
        ("7. Dasar Hukum", Label("dasar_hukum")),
        ("Peringatan tertulis diberikan kepada pegawai", None),
        ("Kepala Dinas", None),
        ("", None),
    ],
)
def test_a_label_of_the_identity_page_is_named(text, found):
    assert label(text) == found


@pytest.mark.parametrize(
    ("text", "found"), [("Waktu (menit)", "menit"), ("Waktu\n(Hari Kerja)", "hari kerja"), ("Waktu", "")]
)
def test_the_head_of_the_time_column_may_name_a_unit(text, found):
    assert unit(text) == found


def test_no_spelling_stands_for_two_things():
    for table in (IDENTITY, COLUMNS):
        spellings = [spelling.replace(" ", "") for spellings in table.values() for spelling in spellings]
        assert sorted(spellings) == sorted(set(spellings))
