"""The contracts of the project notice what they are there to notice."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
PURE = ("domain", "checker", "flowchart")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports as lint; raise SystemExit(lint(no_logo=True, no_cache=True))"
    return subprocess.run([sys.executable, "-c", command], cwd=folder, env={"PYTHONPATH": str(folder / "src")},
                          capture_output=True, text=True, check=False)  # fmt: skip


@pytest.fixture
def sources(tmp_path) -> Path:
    """A copy of the project's code that may be spoilt."""
    shutil.copytree(PROJECT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy2(PROJECT / "pyproject.toml", tmp_path)
    return tmp_path / "src" / "sopan"


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("domain/intruder.py", "import sopan.checker", "Values flow upward"),
        ("checker/intruder.py", "import sopan.flowchart", "Values flow upward"),
        ("flowchart/intruder.py", "import sopan.checker", "Values flow upward"),
        ("writers/intruder.py", "import sopan.cli", "Values flow upward"),
        ("unknown.py", "", "Values flow upward"),
        ("writers/intruder.py", "import django", "The library runs without Django"),
        ("domain/intruder.py", "import yaml", "Meaning and thinking need the standard library only"),
        ("flowchart/intruder.py", "import fontTools", "Meaning and thinking need the standard library only"),
        ("checker/intruder.py", "import rich", "Meaning and thinking need the standard library only"),
        ("cli/intruder.py", "import sopan.web", "Values flow upward"),
        ("web/ui/intruder.py", "import sopan.web.organisation", "Capabilities meet only in the registry"),
        ("web/registry/models.py", "import sopan.web.registry.views", "Inside a capability a request goes down once"),
        ("cli/intruder.py", "import lxml.etree", "Only readers and writers know file formats"),
    ],
)
def test_an_import_that_a_contract_forbids_is_noticed(sources, module, line, contract):
    (sources / module).write_text(f"{line}\n")
    done = lint_imports(sources.parent.parent)
    broken = [found for found in done.stdout.splitlines() if found.startswith(contract) and " BROKEN" in found]
    assert broken, done.stdout + done.stderr


def test_a_rule_that_leans_on_another_is_noticed(sources):
    rules = sorted((sources / "checker" / "rules").glob("*/[!_]*.py"))
    one, other = rules[0], rules[-1]
    dotted = ".".join(("sopan", *other.relative_to(sources).with_suffix("").parts))
    one.write_text(f"{one.read_text(encoding='utf-8')}\nimport {dotted}\n", encoding="utf-8")
    assert "A rule never leans on another rule BROKEN" in lint_imports(sources.parent.parent).stdout


def test_every_part_of_the_library_is_kept_free_of_django():
    config = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    [django] = [contract for contract in config["contracts"] if contract.get("forbidden_modules") == ["django"]]
    parts = {"sopan." + path.name for path in (PROJECT / "src" / "sopan").iterdir() if (path / "__init__.py").exists()}
    assert parts - {"sopan.web"} <= set(django["source_modules"])


@pytest.mark.parametrize("package", PURE)
@pytest.mark.parametrize(
    ("source", "banned"),
    [
        ("from datetime import datetime\n\nDAY = datetime.now()", "datetime.datetime.now"),
        ("import datetime\n\nDAY = datetime.date.today()", "datetime.date.today"),
        ("import random", "random"),
        ("from uuid import uuid4", "uuid"),
        ("from pathlib import Path", "pathlib"),
        ("import os.path", "os"),
        ("from importlib.resources import files", "importlib.resources"),
        ("import subprocess", "subprocess"),
        ("import time", "time"),
    ],
)
def test_time_randomness_and_files_are_refused_in_the_pure_packages(package, source, banned):
    said = ruff(source, as_if=f"src/sopan/{package}/intruder.py")
    assert f"TID251 `{banned}` is banned: " in said


def test_files_and_speech_are_refused_as_built_in_functions_too():
    said = ruff("TEXT = open('x').read()\nprint(TEXT)", as_if="src/sopan/domain/intruder.py")
    assert {"PTH123", "T201"} <= set(said.split())


def test_the_edge_and_the_tests_may_read_files():
    for path in ("src/sopan/cli/visitor.py", "src/sopan/domain/tests/test_visitor.py"):
        assert "TID251" not in ruff("from pathlib import Path\n\nHERE = Path()", as_if=path)


def ruff(source: str, *, as_if: str) -> str:
    command = [sys.executable, "-m", "ruff", "check", "--output-format=concise", "--stdin-filename", as_if, "-"]
    return subprocess.run(command, cwd=PROJECT, input=source, capture_output=True, text=True, check=False).stdout


def test_the_pure_packages_are_banned_from_the_same_things():
    assert len({(PROJECT / "src" / "sopan" / package / "ruff.toml").read_text() for package in PURE}) == 1
