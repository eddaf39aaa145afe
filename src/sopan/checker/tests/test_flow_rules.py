"""Flow rules where the page's examples do not reach: what they leave alone, and when they offer no fix."""

from __future__ import annotations

import pytest

from sopan.checker.registry import rule_of
from sopan.checker.rule import Context, Remark
from sopan.checker.tests.rule_pages import a_procedure
from sopan.domain.operations import apply_all
from sopan.domain.procedure import Procedure


def remarks(code: str, source: str) -> list[Remark]:
    return list(rule_of(code).inspect(a_procedure(source), Context()))


def flagged(code: str, source: str) -> list[str]:
    return [said.step_id for said in remarks(code, source)]


def mended(code: str, source: str) -> Procedure:
    (said, *_) = remarks(code, source)
    return apply_all(a_procedure(source), said.fix)


@pytest.mark.parametrize("code", ["FL-01", "FL-02", "FL-05", "FL-06", "FL-09", "FL-24", "FL-25", "FL-29", "FL-30"])
def test_an_empty_procedure_has_no_flow_to_speak_of(code: str):
    assert remarks(code, "judul: Penyusunan Renstra") == []


@pytest.mark.parametrize("jenis", ["keputusan", "proses"])
def test_only_a_plain_box_becomes_a_start_by_itself(jenis: str):
    source = f"""
langkah:
- kegiatan: Memeriksa berkas
  jenis: {jenis}
  ke: []
"""
    (said,) = remarks("FL-01", source)
    assert bool(said.fix) == (jenis == "proses")


def test_a_row_with_a_capsule_beside_a_box_has_its_start():
    source = """
langkah:
- kegiatan: Menyerahkan berkas
  pelaksana: [{nama: Pemohon, jenis: mulai}, {nama: Petugas Loket, jenis: proses}]
"""
    assert flagged("FL-01", source) == []


def test_the_only_step_does_not_become_an_end_by_itself():
    (said,) = remarks("FL-02", "langkah: [{kegiatan: Menerima surat, jenis: mulai}]")
    assert said.fix == ()


COLUMNS = """
pelaksana: {declared}
langkah:
- kegiatan: Membahas konsep
  pelaksana: [Sekretaris, Kepala Bidang]
- kegiatan: Mengetik konsep
  pelaksana: Staf
"""


def test_executors_first_involved_together_stay_as_the_author_ordered_them():
    assert flagged("FL-06", COLUMNS.format(declared="[Kepala Bidang, Sekretaris, Staf]")) == []
    assert flagged("FL-06", COLUMNS.format(declared="[Sekretaris, Kepala Bidang, Staf]")) == []


def test_a_column_nobody_uses_goes_last_when_columns_are_ordered():
    fixed = mended("FL-06", COLUMNS.format(declared="[Arsiparis, Staf, Sekretaris, Kepala Bidang]"))
    assert fixed.daftar_pelaksana == ("Sekretaris", "Kepala Bidang", "Staf", "Arsiparis")


def test_two_columns_that_are_one_office_become_one():
    source = """
pelaksana: [Kepala Bidang Perizinan, Staf, Kabid Perizinan]
langkah:
- kegiatan: Memeriksa berkas
  pelaksana: [Kepala Bidang Perizinan, Kabid Perizinan]
- kegiatan: Memaraf konsep
  pelaksana: Kabid Perizinan
"""
    fixed = mended("FL-07", source)
    assert fixed.columns == ("Kepala Bidang Perizinan", "Staf")
    assert [step.daftar_pelaksana for step in fixed.steps] == [("Kepala Bidang Perizinan",)] * 2


def test_of_a_stretch_never_come_to_only_the_beginning_is_named():
    source = """
langkah:
- {kegiatan: Menerima surat, jenis: mulai, ke: "5"}
- {kegiatan: Mencatat surat, ke: "3"}
- {kegiatan: Menelaah surat, ke: "4"}
- {kegiatan: Menjawab surat, ke: "3"}
- {kegiatan: Mengarsipkan surat, jenis: selesai}
"""
    assert flagged("FL-09", source) == ["2"]


def test_a_circle_never_come_to_is_named_once():
    source = """
langkah:
- {kegiatan: Menerima surat, jenis: mulai, ke: "4"}
- {kegiatan: Mencatat surat, ke: "3"}
- {kegiatan: Menelaah surat, ke: "2"}
- {kegiatan: Mengarsipkan surat, jenis: selesai}
"""
    assert flagged("FL-09", source) == ["2"]


def test_an_answer_is_guessed_only_where_there_are_two_ways():
    source = """
langkah:
- kegiatan: Memeriksa berkas
  jenis: keputusan
  ke: {Ya: "2", "": "3", Ulang: "1"}
- kegiatan: Mencetak surat
- kegiatan: Mengarsipkan surat
"""
    (said,) = remarks("FL-11", source)
    assert said.fix == ()


def test_a_rejection_that_two_decisions_share_is_no_skip():
    source = """
langkah:
- {kegiatan: Memeriksa berkas, jenis: keputusan, ke: {Lengkap: "2", Tidak lengkap: "4"}}
- {kegiatan: Menilai permohonan, jenis: keputusan, ke: {Layak: "3", Tidak layak: "4"}}
- {kegiatan: Menyerahkan izin, jenis: selesai}
- {kegiatan: Menyusun surat penolakan}
- {kegiatan: Menyerahkan surat penolakan, jenis: selesai}
"""
    assert flagged("FL-12", source) == []


def test_a_decision_that_returns_to_itself_changes_nothing():
    source = """
langkah:
- {kegiatan: Memeriksa berkas, jenis: keputusan, ke: {Ya: "2", Tidak: "1"}}
- {kegiatan: Mengarsipkan berkas, jenis: selesai}
"""
    assert flagged("FL-13", source) == ["1"]


def test_an_activity_that_only_begins_with_mulai_is_an_activity():
    assert flagged("FL-22", "langkah: [{kegiatan: Mulai rapat koordinasi}, {kegiatan: Akhir tahun}]") == []


def test_an_empty_first_row_hands_its_capsule_on():
    source = """
langkah:
- {kegiatan: mulai}
- {kegiatan: Menerima surat}
- {kegiatan: Mengarsipkan surat, jenis: selesai}
"""
    fixed = mended("FL-22", source)
    assert [(step.kegiatan, str(step.kind)) for step in fixed.steps] == [
        ("Menerima surat", "start"),
        ("Mengarsipkan surat", "end"),
    ]


def test_an_empty_last_row_after_a_decision_is_left_to_its_author():
    source = """
langkah:
- {kegiatan: Menyusun konsep, jenis: mulai}
- {kegiatan: Memeriksa konsep, jenis: keputusan, ke: {Ya: "3", Tidak: "1"}}
- {kegiatan: Selesai, jenis: selesai}
"""
    (said,) = remarks("FL-22", source)
    assert said.fix == ()


def test_only_two_loose_ends_are_tied_together():
    source = """
langkah:
- {kegiatan: Menerima surat, jenis: mulai, ke: "3"}
- {kegiatan: Mencatat surat, ke: []}
- {kegiatan: Mengarsipkan surat, jenis: selesai}
"""
    (said,) = remarks("FL-29", source)
    assert said.fix == ()


def test_a_loop_that_holds_an_end_can_end():
    source = """
langkah:
- {kegiatan: Menyusun konsep, jenis: mulai}
- {kegiatan: Mengirim konsep, jenis: selesai, ke: "1"}
"""
    assert flagged("FL-30", source) == []


def test_symbols_of_one_row_that_go_to_one_row_are_no_fork():
    source = """
langkah:
- kegiatan: Membahas konsep
  pelaksana: [{nama: Sekretaris, ke: "2/Staf"}, {nama: Kepala Bidang, ke: "2"}]
- kegiatan: Mengetik konsep
  pelaksana: [Staf, Operator]
"""
    assert flagged("FL-31", source) == []


def test_the_parts_of_an_offices_name_are_not_two_executors():
    names = (
        "Kepala Dinas Pemberdayaan Masyarakat dan Desa",
        "Kasi Registrasi, Administrasi dan Pelaporan",
        "Pejabat Pengelola Informasi dan Dokumentasi",
        "Bidang A / Kepala",
        "BPS Kabupaten/Kota",
    )
    for name in names:
        source = f"langkah: [{{kegiatan: Memeriksa berkas, pelaksana: '{name}'}}]"
        assert flagged("FL-43", source) == [], name
