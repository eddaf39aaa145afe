"""The pages for contributors say what is so: places, words, links and the numbers of decisions."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from sopan.domain import identity, procedure

PROJECT = Path(__file__).resolve().parent.parent
DOCS = PROJECT / "docs"
SOURCES = PROJECT / "src" / "sopan"
PAGES = sorted([*PROJECT.glob("*.md"), *DOCS.rglob("*.md")])


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def named_in_the_tree() -> set[str]:
    """First names of the lines of the picture of folders, with the prefix of the folder they stand under."""
    tree = text(DOCS / "architecture.md").partition("## Folders")[2].partition("```")[2].partition("```")[0]
    places = re.findall(r"^(\s*)[├└]── (\S+)", tree, re.MULTILINE)
    return {("src/sopan/" if indent else "") + name.strip("/") for indent, name in places}


def test_every_place_in_the_picture_of_folders_exists():
    assert len(named_in_the_tree()) > 15
    assert not [name for name in named_in_the_tree() if not (PROJECT / name).exists()]


def test_every_part_of_the_package_is_in_the_picture_of_folders():
    parts = {
        path.relative_to(PROJECT).as_posix()
        for path in SOURCES.iterdir()
        if not path.name.startswith(("_", ".", "py.typed")) and (path.suffix == ".py" or path.is_dir())
    }
    assert parts <= named_in_the_tree()


def test_the_contracts_named_on_the_page_are_those_that_are_checked():
    contracts = tomllib.loads(text(PROJECT / "pyproject.toml"))["tool"]["importlinter"]["contracts"]
    table = text(DOCS / "architecture.md").partition("## What a machine checks")[2].partition("\n## ")[0]
    assert sorted(re.findall(r"import-linter, `(\w+)`", table)) == sorted(contract["type"] for contract in contracts)


VALUES = {
    value
    for module in (identity, procedure)
    for value in vars(module).values()
    if dataclasses.is_dataclass(value) and value.__module__ == module.__name__
}
DRAWING = {procedure.SymbolNudge, procedure.LineNudge, procedure.Layout, procedure.Suppression}
"""Their words are English, but for what the two rows `tata_letak` and `abaikan` explain."""


@pytest.mark.parametrize("value", sorted(VALUES - DRAWING, key=str))
def test_every_field_of_a_procedure_is_in_the_glossary(value):
    glossary = text(DOCS / "glossary.md")
    english = {
        "id",
        "kind",
        "pelaksana",
        "step",
        "source",
        "target",
        "answer",
        "identity",
        "edges",
        "symbols",
        "status",
    }
    fields = {field.name for field in dataclasses.fields(value) if not field.name.startswith("_")} - english
    assert not [name for name in sorted(fields) if f"`{name}`" not in glossary]


def test_decisions_are_numbered_once_and_short():
    pages = sorted((DOCS / "decisions").glob("*.md"))
    numbers = [page.name[:4] for page in pages]
    assert numbers[0] == "0001"
    assert len(numbers) == len(set(numbers))
    for page in pages:
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", page.name)
        assert text(page).startswith(f"# {page.name[:4]}"), page.name
        assert text(page).count("\n") < 70, f"{page.name} is longer than a page"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(PROJECT).as_posix())
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text(page))
    inside = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert not [link for link in inside if not (page.parent / link).exists()]
