"""LibreOffice shows our Word and Excel files as we draw them: every symbol and line within a point of its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources

import pytest

from sopan import api
from sopan.domain import Procedure
from sopan.flowchart.diagram import Diagram
from sopan.writers import docx, xlsx
from tests.office_pictures import Page, coloured, converted, cut_off, differences, inked
from tests.strategies import a_random_procedure

POINT = 25.4 / 72
WRITERS = {"docx": docx.write, "xlsx": xlsx.write}
PAPERS = ("f4", "a4", "legal", "letter")
EXAMPLES = sorted(
    file.name.removesuffix(".sop.yaml")
    for file in resources.files("sopan.examples").iterdir()
    if file.name.endswith(".sop.yaml")
)
RANDOM = {f"acak-{seed}": (seed, 10 * seed, 4 * seed) for seed in (1, 3)}
"""Seed, steps and executors."""
NAMES = (*EXAMPLES, *RANDOM)


@dataclass(frozen=True, slots=True)
class Shown:
    """A document and what LibreOffice made of it."""

    procedure: Procedure
    diagram: Diagram
    pages: list[Page]
    printed: bytes


@pytest.fixture(scope="module")
def shown(tmp_path_factory) -> Mapping[str, Shown]:
    """All documents in all formats, each on a paper of its own, converted in one go."""
    documents, files, colours = {}, {}, {}
    for place, name in enumerate(NAMES):
        procedure = _procedure(name)
        diagram = api.lay_out(procedure, PAPERS[place % len(PAPERS)], verification=True)
        for extension, write in WRITERS.items():
            file = f"{name}.{extension}"
            data = write(procedure, diagram, verification="https://contoh.go.id/v/1")
            documents[file] = procedure, diagram
            files[file], colours[file] = coloured(data)
    printed = converted(files, tmp_path_factory.mktemp("office"))
    return {file: Shown(*documents[file], inked(printed[file], colours[file]), printed[file]) for file in files}


def _procedure(name: str) -> Procedure:
    if name in RANDOM:
        return a_random_procedure(*RANDOM[name])
    source = resources.files("sopan.examples") / f"{name}.sop.yaml"
    return api.read(source.read_bytes()).procedure


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("extension", WRITERS)
@pytest.mark.parametrize("name", NAMES)
def test_symbols_and_lines_stand_where_they_belong(shown, name, extension):
    document = shown[f"{name}.{extension}"]
    assert len(document.pages) == len(document.diagram.pages)
    found = differences(document.procedure, document.diagram, document.pages, allowed=POINT)
    assert found.faults == []


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("extension", WRITERS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_cell_shows_all_of_its_text(shown, name, extension):
    document = shown[f"{name}.{extension}"]
    assert cut_off(document.diagram, document.printed) == []
