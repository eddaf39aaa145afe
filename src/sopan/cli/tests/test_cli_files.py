"""Files in and out: names, clashes, whole writes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sopan.cli.files import gather, is_one_of, output_paths, procedures_below, stem, write_whole


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a/surat.sop.yaml", "surat"),
        ("surat.sop.yml", "surat"),
        ("surat.SOP.YAML", "surat"),
        ("surat.sop.json", "surat"),
        ("surat.yaml", "surat"),
        ("surat.v2.DOCX", "surat.v2"),
        ("surat", "surat"),
        (".sop.yaml", ".sop"),
        ("-", "sop"),
    ],
)
def test_an_output_is_named_after_its_input(name, expected):
    assert stem(name) == expected


def test_outputs_stand_beside_their_inputs_unless_a_folder_is_named():
    assert output_paths(["a/x.sop.yaml", "b/y.sop.yaml"], ".pdf", None) == [Path("a/x.pdf"), Path("b/y.pdf")]
    assert output_paths(["a/x.sop.yaml", "b/y.sop.yaml"], ".pdf", "out") == [Path("out/x.pdf"), Path("out/y.pdf")]


def test_names_that_clash_get_numbers_also_when_only_their_case_differs():
    names = ["a/x.sop.yaml", "b/x.sop.yaml", "c/X.sop.yaml"]
    assert output_paths(names, ".pdf", "out") == [Path("out/x.pdf"), Path("out/x-2.pdf"), Path("out/X-3.pdf")]


def test_an_output_never_takes_the_name_of_an_input():
    assert output_paths(["x.json", "x-2.json"], ".json", None) == [Path("x-3.json"), Path("x-2-2.json")]


def test_a_file_named_twice_is_taken_once(tmp_path):
    path = tmp_path / "a.sop.yaml"
    path.touch()
    assert gather([str(path), str(tmp_path), str(path)]).inputs == (str(path),)


def test_links_to_folders_are_not_followed(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.sop.yaml").touch()
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    assert procedures_below(tmp_path) == [str(tmp_path / "a" / "x.sop.yaml")]


def test_writing_replaces_a_file_whole_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert names_in(tmp_path) == ["a.pdf"]


def test_a_write_that_fails_leaves_the_old_file_and_no_draft(tmp_path, monkeypatch):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(path, b"new")
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert names_in(tmp_path) == ["a.pdf"]


def test_writing_through_a_link_changes_the_file_it_leads_to(tmp_path):
    (tmp_path / "real.txt").write_bytes(b"old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_whole(tmp_path / "link.txt", b"new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced():
    write_whole(Path(os.devnull), b"gone")
    assert Path(os.devnull).is_char_device()


def test_an_input_is_recognised_under_another_name(tmp_path):
    (tmp_path / "a.sop.yaml").touch()
    (tmp_path / "b.pdf").hardlink_to(tmp_path / "a.sop.yaml")
    assert is_one_of(tmp_path / "b.pdf", [str(tmp_path / "a.sop.yaml")])
    assert not is_one_of(tmp_path / "c.pdf", [str(tmp_path / "a.sop.yaml")])
