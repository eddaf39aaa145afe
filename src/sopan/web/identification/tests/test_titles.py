"""Titles are proposed, and told what is amiss with them."""

from __future__ import annotations

import pytest

from sopan.domain.identity import CiriKegiatan
from sopan.web.identification.titles import fault_of, fault_of_output, likely_ciri, proposed


@pytest.mark.parametrize(
    ("aspek", "output", "judul"),
    [
        ("penyusunan", "laporan SKM", "Penyusunan Laporan SKM"),
        ("Publikasi", "hasil survei kepuasan masyarakat", "Publikasi Hasil Survei Kepuasan Masyarakat"),
        ("pelayanan", "pelayanan konsultasi kelembagaan", "Pelayanan Konsultasi Kelembagaan"),
        ("Evaluasi", "(1) dokumen ABK.", "Evaluasi Dokumen ABK"),
        ("penyusunan", "laporan kinerja dan keuangan di desa", "Penyusunan Laporan Kinerja dan Keuangan di Desa"),
        ("penyusunan", "menyusun dokumen ABK", "Penyusunan Dokumen ABK"),
        ("penyusunan", "", ""),
        ("", "laporan", ""),
    ],
)
def test_a_title_is_aspek_and_output(aspek, output, judul):
    assert proposed(aspek, output) == judul


@pytest.mark.parametrize(
    ("judul", "said"),
    [
        ("Penyusunan Laporan SKM", ""),
        ("SOP Penyusunan Renja", ""),
        ("Menyusun Laporan SKM", "kata kerja"),
        ("Dokumen ABK", "aspek"),
        ("Penyusunan Renja 2026", "tahun"),
    ],
)
def test_a_poor_title_is_told_why(judul, said):
    assert said in fault_of(judul)
    assert bool(said) == bool(fault_of(judul))


def test_an_output_is_a_thing():
    assert fault_of_output("Menyusun laporan")
    assert not fault_of_output("Laporan SKM")
    assert not fault_of_output("")


@pytest.mark.parametrize(
    ("kegiatan", "aspek", "ciri"),
    [
        ("Pelayanan konsultasi", "", CiriKegiatan.SERVICE),
        ("menyusun rencana kerja", "Penyusunan", CiriKegiatan.ROUTINE),
        ("Melaksanakan tugas kedinasan lain", "Pelaksanaan", CiriKegiatan.ASSIGNMENT),
    ],
)
def test_what_sets_work_off_is_guessed(kegiatan, aspek, ciri):
    assert likely_ciri(kegiatan, aspek) is ciri
