"""The folder a procedure lies in."""

from __future__ import annotations

from sopan.checker import check_folder
from sopan.checker.neighbours import folder_of
from sopan.checker.rule import Context
from sopan.domain.identity import Identity
from sopan.domain.procedure import Procedure


def a_procedure(judul: str, nomor: str = "", opd: str = "Dinas A") -> Procedure:
    return Procedure(identity=Identity(judul=judul, nomor=nomor, opd=opd))


def titles(found: object) -> list[str]:
    return [procedure.identity.judul for procedure in found]  # type: ignore[attr-defined]


def test_a_procedure_is_found_by_its_title_with_or_without_the_word_sop():
    asking, masuk = a_procedure("Pengarsipan"), a_procedure("Penanganan Surat Masuk")
    folder = folder_of(asking, Context(others=(masuk,)))
    assert titles(folder.with_title("SOP Penanganan Surat Masuk", besides=asking)) == ["Penanganan Surat Masuk"]
    assert titles(folder.with_title("SOP Surat Masuk (Penanganan)", besides=asking)) == ["Penanganan Surat Masuk"]
    assert folder.with_title("SOP Penanganan Surat Keluar", besides=asking) == ()


def test_nothing_is_found_by_an_empty_title():
    asking = a_procedure("")
    folder = folder_of(asking, Context(others=(a_procedure("SOP"), a_procedure(""))))
    assert folder.with_title("SOP", besides=asking) == ()
    assert list(folder.with_nomor_of(asking)) == []


def test_who_asks_is_not_among_the_answers():
    asking = a_procedure("Penanganan Surat Masuk", nomor="12/2026")
    folder = folder_of(asking, Context(others=(a_procedure("Pengarsipan", nomor="13/2026"),)))
    assert folder.nearly_titled(asking, threshold=0.5) == ()
    assert list(folder.with_nomor_of(asking)) == []


def test_two_equal_files_are_two_procedures():
    one, other = a_procedure("Pengarsipan", nomor="1/2026"), a_procedure("Pengarsipan", nomor="1/2026")
    folder = folder_of(one, Context(others=(other,)))
    assert list(folder.with_nomor_of(one)) == [other]
    assert next(folder.with_nomor_of(one)) is other


def test_titles_that_differ_in_one_word_each_are_different_work():
    asking = a_procedure("Penerbitan Kutipan Akta Kelahiran Penduduk Nonpermanen")
    other = a_procedure("Penerbitan Kutipan Akta Kematian Penduduk Nonpermanen")
    assert folder_of(asking, Context(others=(other,))).nearly_titled(asking, threshold=0.5) == ()


def test_the_folder_is_built_once_for_all_of_its_procedures():
    procedures = [a_procedure(f"Pengarsipan {word}") for word in ("Surat", "Berkas", "Laporan")]
    context = Context()
    list(check_folder(procedures, context=context))
    built = context.cache["neighbours"]
    list(check_folder(procedures, context=context))
    assert context.cache["neighbours"] is built


def test_another_folder_is_never_answered_for():
    context = Context()
    first = [a_procedure("Pengarsipan Surat"), a_procedure("Pengarsipan Berkas")]
    second = [a_procedure("Pengarsipan Surat"), a_procedure("Pengarsipan Surat", nomor="2/2026")]
    list(check_folder(first, context=context))
    reports = list(check_folder(second, context=context))
    assert all("ID-07" in {finding.code for finding in report.findings} for report in reports)
