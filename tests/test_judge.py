"""The test command: it runs everything, says what is not good, and its exit code can be trusted."""

from __future__ import annotations

import pytest

from tools import judge
from tools.postgresql import NoPostgresql

ONLY_ASK_PYTEST = ["-p", "no:cacheprovider", "--version"]
NO_SUCH_TEST = ["-p", "no:cacheprovider", "-n", "0", "tests/there_is_no_such_test.py"]


@pytest.fixture
def with_checks(monkeypatch):
    def replace(**checks):
        monkeypatch.setattr(
            judge, "CHECKS", {name: lambda verdict=verdict: verdict for name, verdict in checks.items()}
        )

    return replace


def test_all_is_well_when_every_check_and_every_test_holds(with_checks, capfd):
    with_checks(one=(True, "hidden"), other=(True, ""))
    assert judge.main(ONLY_ASK_PYTEST) == 0
    said = capfd.readouterr().out
    assert [line.split()[:2] for line in said.splitlines()[:2]] == [["ok", "one"], ["ok", "other"]]
    assert "hidden" not in said
    assert said.rstrip().splitlines()[-1].startswith("pytest"), "the last word is that of pytest"


def test_a_check_that_fails_is_shown_and_named_at_the_end_and_the_others_still_run(with_checks, capfd):
    with_checks(one=(False, "line 7 is wrong"), other=(True, ""))
    assert judge.main(ONLY_ASK_PYTEST) == 1
    said = capfd.readouterr()
    assert "line 7 is wrong" in said.out
    assert "ok    other" in said.out
    assert said.err.endswith("Not good yet: one.\n")


def test_tests_that_fail_give_their_exit_code(with_checks, capfd):
    with_checks(one=(True, ""))
    assert judge.main(NO_SUCH_TEST) == 4
    assert "Not good yet: tests." in capfd.readouterr().err


def test_a_tool_that_fails_or_is_missing_does_not_hold():
    assert judge.python("-c", "print('fine')")() == (True, "fine\n")
    assert judge.python("-c", "import sys; sys.exit('broken')")() == (False, "broken\n")
    holds, text = judge.python("-m", "no_such_tool")()
    assert not holds
    assert "no_such_tool" in text


def test_everything_the_project_promises_is_among_the_checks():
    assert list(judge.CHECKS) == ["ruff check", "ruff format", "mypy --strict", "import contracts", "sizes"]


def test_the_web_runs_on_postgresql_too_when_no_words_are_given(with_checks, monkeypatch, capfd):
    with_checks(one=(True, ""))
    monkeypatch.setattr(judge, "_web_on_postgresql", lambda: (False, "no row"))
    monkeypatch.setattr(judge.subprocess, "run", lambda *_, **__: judge.subprocess.CompletedProcess([], 0))
    assert judge.main([]) == 1
    assert capfd.readouterr().err.endswith("Not good yet: web on PostgreSQL.\n")


def test_a_missing_postgresql_is_told_and_forgiven_unless_nothing_may_be_skipped(monkeypatch, capfd):
    def missing():
        raise NoPostgresql("needs initdb (Debian package postgresql)")

    monkeypatch.setattr(judge, "cluster", missing)
    monkeypatch.setenv("SOPAN_REQUIRE_ALL", "0")
    assert judge._web_on_postgresql()[0]
    assert "skipped: needs initdb" in capfd.readouterr().out
    monkeypatch.setenv("SOPAN_REQUIRE_ALL", "1")
    assert not judge._web_on_postgresql()[0]
