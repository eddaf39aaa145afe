"""What is handed out: a wheel with everything the product reads, and nothing that only serves its making."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import sopan

PROJECT = Path(__file__).resolve().parent.parent
SOURCES = PROJECT / "src" / "sopan"
LEFT_OUT = re.compile(r"tests|__pycache__|ruff\.toml|\..*")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=PROJECT, check=True, capture_output=True)
    [path] = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def shipped() -> set[str]:
    """Files of the package as they should be in the wheel."""
    names = (path.relative_to(SOURCES.parent) for path in SOURCES.rglob("*") if path.is_file())
    return {name.as_posix() for name in names if not any(LEFT_OUT.fullmatch(part) for part in name.parts)}


def test_the_wheel_holds_the_package_whole_without_its_tests(wheel):
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert held == shipped()


@pytest.mark.parametrize(
    "pattern", ["checker/rules/*/*.md", "examples/*.sop.yaml", "locale/*/LC_MESSAGES/*.mo", "py.typed"]
)
def test_what_is_not_code_is_in_the_wheel_too(wheel, pattern):
    wanted = {path.relative_to(SOURCES.parent).as_posix() for path in SOURCES.glob(pattern)}
    assert wanted
    assert wanted <= set(wheel.namelist())


def test_the_wheel_says_what_it_is(wheel):
    [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    lines = wheel.read(name).decode().split("\n\n")[0].splitlines()
    assert {"Name: sopan", f"Version: {sopan.__version__}", "License-Expression: Apache-2.0"} <= set(lines)
    assert any(held.endswith("licenses/LICENSE") for held in wheel.namelist())


def test_the_command_of_the_wheel_exists(wheel):
    [name] = [name for name in wheel.namelist() if name.endswith(".dist-info/entry_points.txt")]
    points = configparser.ConfigParser()
    points.read_string(wheel.read(name).decode())
    module, _, function = points["console_scripts"]["sopan"].partition(":")
    assert callable(getattr(__import__(module, fromlist=[function]), function))


def test_the_extras_are_those_of_the_locks():
    extras = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert set(extras) == {"test", "benchmark"}


def test_the_module_is_the_command():
    done = subprocess.run([sys.executable, "-m", "sopan", "--version"], capture_output=True, text=True, check=True)
    assert sopan.__version__ in done.stdout
