"""The locks: what is asked for is in them, with hashes, and nothing that binds them to one place or forbids its use."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent
LOCKS = ("runtime", "test", "benchmark")
PERMISSIVE = re.compile(r"Apache|\bMIT\b|\bBSD\b|BSD-[23]-Clause|OFL-1\.1|\bISC\b|PSF-2\.0|Python Software Foundation")
AS_A_LIBRARY = {"psycopg", "psycopg-binary"}
"""Under the LGPL, used unchanged and replaceable: decision 0017."""
COPYLEFT = re.compile(r"(?<!L)GPL|(?<!Lesser )General Public License|AFFERO", re.IGNORECASE)


def text(lock: str) -> str:
    return (PROJECT / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def pins(lock: str) -> dict[str, str]:
    """Name and version of every package in a lock."""
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text(lock), re.MULTILINE))


def project() -> dict[str, object]:
    return tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~\[; ]", requirement)[0].lower() for requirement in requirements}


def test_everything_the_project_asks_for_is_locked():
    asked = {"runtime": project()["dependencies"], **project()["optional-dependencies"]}
    assert set(asked) == set(LOCKS)
    for lock, requirements in asked.items():
        assert names(requirements) <= set(pins(lock)), lock


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_locked_by_the_hash_of_each_of_its_files(lock):
    for block in re.split(r"\n(?=[a-z0-9])", re.sub(r"^ *#.*\n", "", text(lock), flags=re.MULTILINE)):
        requirement, *rest = block.replace("\\\n", " ").split()
        assert re.fullmatch(r"[a-z0-9-]+==\S+", requirement), requirement
        assert rest
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", word) for word in rest), block


@pytest.mark.parametrize("package", ["typst", "lxml", "pyyaml", "fonttools"])
def test_what_is_compiled_is_locked_for_more_than_one_kind_of_machine(package):
    block = text("runtime").partition(f"{package}==")[2].partition("# via")[0]
    assert block.count("--hash=") > 10


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_a_place_to_load_from(lock):
    assert not re.search(r"://|^ *(-i|-f|--index|--extra-index|--find-links|--trusted)|@ ", text(lock), re.MULTILINE)


@pytest.mark.parametrize("lock", ["test", "benchmark"])
def test_the_larger_locks_agree_with_what_runs(lock):
    assert pins("runtime").items() <= pins(lock).items()


@pytest.mark.parametrize("package", sorted(pins("runtime")))
def test_what_runs_may_be_used_under_any_licence(package):
    licence = licence_of(importlib.metadata.metadata(package))
    allowed = re.compile("LGPL") if package in AS_A_LIBRARY else PERMISSIVE
    assert allowed.search(licence), f"{package}: {licence or 'says nothing about its licence'}"
    assert not COPYLEFT.search(licence), f"{package}: {licence}"


def licence_of(metadata: importlib.metadata.PackageMetadata) -> str:
    """What a distribution says about its licence: the expression, the first words of the text, the classifiers."""
    classifiers = [line for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    return " | ".join([metadata.get("License-Expression") or (metadata.get("License") or "")[:200], *classifiers])


@pytest.mark.parametrize(
    "licence", ["GPL-3.0-or-later", "AGPL-3.0", "GNU Affero General Public License v3", "MIT OR GPL-2.0"]
)
def test_a_copyleft_licence_is_seen(licence):
    assert COPYLEFT.search(licence)


def test_the_installed_packages_are_the_locked_ones():
    installed = {package: importlib.metadata.version(package) for package in pins("runtime")}
    assert installed == pins("runtime")
