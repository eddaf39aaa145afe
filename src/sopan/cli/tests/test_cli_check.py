"""sopan check: the report, the gates, folders, exit codes."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

from sopan.cli import check
from sopan.domain.codec import decode_text, encode_json


def test_a_conforming_file_is_aligned_and_gives_zero(sopan, a_file):
    ran = sopan("check", a_file())
    assert ran.code == 0
    assert "selaras · 0 kesalahan" in ran.out
    assert "gagal" not in ran.out.lower()


def test_an_error_gives_one_and_shows_the_line_with_a_caret(sopan, a_file, without_time):
    path = a_file(text=without_time)
    ran = sopan("check", path)
    assert ran.code == 1
    assert "perlu diselaraskan · 1 kesalahan" in ran.out
    assert "KESALAHAN MB-01  langkah 2, waktu" in ran.out
    line = without_time[: without_time.index('- id: "2"')].count("\n") + 1
    assert f"{path}:{line}:" in ran.out
    assert '- id: "2"\n' in ran.out
    assert "^" in ran.out
    assert "Dasar: Permenpan-RB 35/2012" in ran.out


def test_a_missing_file_gives_two_and_does_not_stop_the_others(sopan, a_file, tmp_path):
    ran = sopan("check", tmp_path / "tidak-ada.sop.yaml", a_file())
    assert ran.code == 2
    assert "tidak-ada.sop.yaml” tidak ada. Periksa ejaan namanya." in ran.err
    assert "Penerbitan Surat Keterangan" in ran.out
    assert "2 berkas diperiksa: 1 selaras, 0 perlu diselaraskan, 1 tidak terbaca." in ran.out


def test_an_unreadable_file_is_told_with_line_and_column(sopan, a_file):
    path = a_file(text='sopan: "1"\njudul: A\njudul: B\n')
    ran = sopan("check", path)
    assert ran.code == 2
    assert f"{path}:3:1:" in ran.err
    assert "Traceback" not in ran.err


def test_the_gate_follows_from_the_status_and_can_be_named(sopan, a_file):
    draft = a_file()
    assert "tahap tulis" in sopan("check", draft).out
    ran = sopan("check", "--gate", "terbit", draft)
    assert ran.code == 1
    assert "tahap terbit" in ran.out


def test_what_binds_later_is_counted_but_is_no_error(sopan, a_file):
    ran = sopan("check", a_file())
    assert "hal baru wajib pada tahap berikutnya; lihat dengan --gate" in ran.out
    assert ran.code == 0


def test_five_findings_come_first_and_the_rest_is_counted(sopan, a_file):
    text = "sopan: '1'\nlangkah:\n" + "".join(f"- kegiatan: Surat {n}\n" for n in range(8))
    path = a_file(text=text)
    short, long = sopan("check", path), sopan("check", "--all", path)
    assert short.out.count("Dasar: ") == 5
    assert "Tampilkan semuanya dengan --all." in short.out
    assert long.out.count("Dasar: ") > 5
    assert "--all" not in long.out


def test_standard_input_is_read_for_a_dash(sopan, without_time):
    ran = sopan("check", "-", stdin=without_time.encode())
    assert ran.code == 1
    assert "MB-01" in ran.out


def test_the_json_form_of_a_procedure_is_checked_too(sopan, a_file, without_time):
    path = a_file("surat.sop.json", encode_json(decode_text(without_time)))
    assert "MB-01" in sopan("check", path).out


def test_a_folder_is_searched_in_order_and_hidden_folders_are_left_out(sopan, a_file, tmp_path):
    a_file("b.sop.yaml")
    a_file("a/c.sop.yaml")
    a_file(".git/d.sop.yaml")
    a_file("catatan.yaml")
    ran = sopan("check", tmp_path)
    assert ran.out.index("b.sop.yaml") < ran.out.index("c.sop.yaml")
    assert "d.sop.yaml" not in ran.out
    assert "catatan" not in ran.out


def test_procedures_of_a_folder_are_compared_with_each_other(sopan, a_file, tmp_path):
    a_file("a.sop.yaml")
    a_file("b.sop.yaml")
    assert "ID-07" in sopan("check", "--all", "--gate", "terbit", tmp_path).out
    assert "ID-07" not in sopan("check", "--all", "--gate", "terbit", tmp_path / "a.sop.yaml").out


def test_an_empty_folder_is_named(sopan, tmp_path):
    ran = sopan("check", tmp_path)
    assert ran.code == 2
    assert "tidak memuat berkas .sop.yaml" in ran.err


def test_a_profile_changes_how_strictly_a_rule_is_taken(sopan, a_file, without_time):
    path = a_file(text=without_time)
    profile = a_file("profil.yaml", "aturan:\n  MB-01: mati\n")
    assert sopan("check", "--profile", profile, path).code == 0


def test_a_mistake_in_a_profile_is_told_with_a_suggestion(sopan, a_file):
    profile = a_file("profil.yaml", "aturan:\n  MB-001: mati\n")
    ran = sopan("check", "--profile", profile, a_file())
    assert ran.code == 2
    assert f"{profile}: Tidak ada aturan berkode “MB-001”. Maksudnya “MB-" in ran.err


def test_a_profile_that_is_no_yaml_is_told(sopan, a_file):
    profile = a_file("profil.yaml", "aturan: [\n")
    ran = sopan("check", "--profile", profile, a_file())
    assert ran.code == 2
    assert "bukan YAML yang benar" in ran.err


def test_signs_that_would_steer_the_terminal_do_not_reach_it(sopan, a_file, without_time):
    path = a_file(text=without_time.replace("Memeriksa kelengkapan", "Memeriksa \\e[2J kelengkapan"))
    assert "\x1b" not in sopan("check", path).out


def test_json_tells_findings_with_their_places(sopan, a_file, without_time):
    path = a_file(text=without_time)
    ran = sopan("check", "--format", "json", path)
    (file,) = json.loads(ran.out)["files"]
    assert ran.code == 1
    assert file["path"] == str(path)
    assert file["findings"][0]["code"] == "MB-01"
    assert file["findings"][0]["line"] > 0


def test_sarif_names_the_rules_with_their_pages_and_the_line(sopan, a_file, without_time):
    ran = sopan("check", "--format", "sarif", a_file(text=without_time))
    (run,) = json.loads(ran.out)["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert "Apa yang diperiksa" in rules["MB-01"]["help"]["markdown"]
    found = next(result for result in run["results"] if result["ruleId"] == "MB-01")
    assert found["locations"][0]["physicalLocation"]["region"]["startLine"] > 0


def test_junit_counts_an_error_as_a_failure(sopan, a_file, without_time):
    ran = sopan("check", "--format", "junit", a_file(text=without_time))
    root = ET.fromstring(ran.out)
    assert root.get("failures") == "1"


def test_an_unreadable_file_is_part_of_every_machine_report(sopan, a_file):
    path = a_file(text="sopan: [")
    file = json.loads(sopan("check", "--format", "json", path).out)["files"][0]
    assert file["unreadable"]["message"]
    assert 'errors="1"' in sopan("check", "--format", "junit", path).out
    sarif = json.loads(sopan("check", "--format", "sarif", path).out)
    assert sarif["runs"][0]["invocations"][0]["executionSuccessful"] is False
    assert sopan("check", "--format", "sarif", path).code == 2


def test_many_files_are_checked_by_workers_as_they_are_alone(sopan, a_file, without_time, tmp_path, monkeypatch):
    for number in range(6):
        text = without_time if number % 2 else None
        a_file(f"{number}.sop.yaml", **({"text": text} if text else {}))
    alone = sopan("check", "--all", "--gate", "telaah", tmp_path)
    monkeypatch.setattr(check, "WORKERS_PAY_OFF_ABOVE", 2)
    together = sopan("check", "--all", "--gate", "telaah", tmp_path)
    assert (together.code, together.out) == (alone.code, alone.out)
    assert together.code == 1
