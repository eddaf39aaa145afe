"""Parts of the system that tests need: known by package, installed by `.ci/run`, and never skipped in silence there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PACKAGES

PROJECT = Path(__file__).resolve().parent.parent
EXAMPLES = """\
import pytest

@pytest.mark.needs("pdftotext")
def test_program(): pass

def test_corpus(corpus): pass

def test_whim(): pytest.skip("no mood")

def test_permission(): pytest.skip("not permitted here: mounting")

@pytest.mark.xfail
def test_expected(): assert False
"""


@pytest.fixture
def run(tmp_path):
    """Runs the examples where no program and no corpus is to be found."""
    shutil.copy2(PROJECT / "conftest.py", tmp_path)
    (tmp_path / "pytest.toml").write_text('[pytest]\nstrict = true\nmarkers = ["needs: x"]\n')

    def run(examples: str = EXAMPLES, **settings: str) -> str:
        (tmp_path / "test_examples.py").write_text(examples)
        environment = {"PATH": "", "SOPAN_CORPUS": str(tmp_path / "none"), **settings}
        command = [sys.executable, "-m", "pytest", "-rsfE", "-p", "no:cacheprovider"]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        ).stdout

    return run


def test_what_is_missing_is_skipped_with_a_reason_that_helps(run):
    said = run()
    assert "4 skipped, 1 xfailed" in said
    assert "needs pdftotext (Debian package poppler-utils)" in said
    assert "SOPAN_CORPUS may name another place" in said


def test_where_everything_is_required_a_skip_is_a_failure_but_for_the_corpus_and_permissions(run):
    said = run(SOPAN_REQUIRE_ALL="1")
    assert "1 failed, 2 skipped, 1 xfailed, 1 error" in said
    assert "ERROR test_examples.py::test_program" in said
    assert "FAILED test_examples.py::test_whim" in said


def test_a_whole_file_that_skips_itself_is_a_failure_there_too(run):
    said = run("import pytest\npytest.importorskip('nonesuch')\n", SOPAN_REQUIRE_ALL="1")
    assert "1 error" in said


def test_a_program_nobody_knows_the_package_of_is_an_error(run):
    assert "KeyError: 'nonesuch'" in run("import pytest\n@pytest.mark.needs('nonesuch')\ndef test(): pass\n")


def test_the_corpus_is_where_the_variable_says(tmp_path, run):
    (tmp_path / "here").mkdir()
    said = run("def test(corpus): assert corpus.name == 'here'\n", SOPAN_CORPUS=str(tmp_path / "here"))
    assert "1 passed" in said


@pytest.mark.usefixtures("obeying_permissions")
def test_permissions_bind_root_too_when_a_test_wants_it(tmp_path):
    (tmp_path / "secret").touch(mode=0o000)
    with pytest.raises(PermissionError):
        (tmp_path / "secret").read_bytes()


def test_and_bind_it_no_longer_afterwards(tmp_path):
    (tmp_path / "secret").touch(mode=0o000 if os.geteuid() == 0 else 0o600)
    assert (tmp_path / "secret").read_bytes() == b""


def test_the_full_run_installs_what_tests_need():
    script = (PROJECT / ".ci" / "run").read_text(encoding="utf-8")
    installed = set(re.search(r"PACKAGES=\(([^)]+)\)", script)[1].split())
    assert {PACKAGES[program] for program in needed_programs()} <= installed


def needed_programs() -> set[str]:
    """Programs named by a `needs` mark anywhere in the tests, except by the examples above."""
    marks = re.compile(r"mark\.needs\(([^)]*)\)")
    tests = [
        path for folder in ("src", "tests") for path in (PROJECT / folder).rglob("test_*.py") if path != Path(__file__)
    ]
    found = [mark for path in tests for mark in marks.findall(path.read_text(encoding="utf-8"))]
    return {program for mark in found for program in re.findall(r"[\"']([^\"']+)[\"']", mark)}


def test_the_scripts_may_be_run_as_they_are():
    for script in ("sopan", ".ci/run", "requirements/lock.sh"):
        assert os.access(PROJECT / script, os.X_OK), script
        assert b"\r" not in (PROJECT / script).read_bytes()
