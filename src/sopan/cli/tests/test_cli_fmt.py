"""sopan fmt: tidy files, comments kept."""

from __future__ import annotations

UNTIDY = '# catatan penyusun\njudul:   "Penerbitan Surat"\nsopan: "1"\nlangkah: [{kegiatan: Menulis surat}]\n'


def test_an_untidy_file_is_rewritten_and_keeps_its_comment(sopan, a_file):
    path = a_file(text=UNTIDY)
    ran = sopan("fmt", path)
    assert ran.code == 0
    assert ran.out == f"{path}: dirapikan.\n"
    tidy = path.read_text(encoding="utf-8")
    assert "# catatan penyusun" in tidy
    assert "judul: Penerbitan Surat\n" in tidy


def test_a_tidy_file_is_left_alone(sopan, a_file):
    path = a_file(text=UNTIDY)
    sopan("fmt", path)
    before = path.stat().st_mtime_ns
    ran = sopan("fmt", path)
    assert (ran.code, ran.out) == (0, "")
    assert path.stat().st_mtime_ns == before


def test_check_names_untidy_files_without_touching_them(sopan, a_file):
    path = a_file(text=UNTIDY)
    ran = sopan("fmt", "--check", path)
    assert ran.code == 1
    assert "belum rapi" in ran.out
    assert path.read_text(encoding="utf-8") == UNTIDY


def test_standard_input_goes_to_standard_output(sopan):
    ran = sopan("fmt", "-", stdin=UNTIDY.encode())
    assert ran.code == 0
    assert ran.out.startswith('sopan: "1"\n# catatan penyusun\njudul: Penerbitan Surat\n')


def test_an_unreadable_file_is_told_and_left_alone(sopan, a_file):
    broken, untidy = a_file("a.sop.yaml", "sopan: ["), a_file("b.sop.yaml", UNTIDY)
    ran = sopan("fmt", broken, untidy)
    assert ran.code == 2
    assert str(broken) in ran.err
    assert broken.read_text(encoding="utf-8") == "sopan: ["
    assert f"{untidy}: dirapikan." in ran.out


def test_the_shipped_examples_are_tidy(sopan):
    from sopan.cli.demo import EXAMPLES

    ran = sopan("fmt", "--check", EXAMPLES)
    assert ran.code == 0, ran.out
