"""A procedure goes out as a Word or Excel file and comes back as it was, whatever happened to the file on its way.

What a person changed in the file is changed; what only a program did to it, is not.
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopan.domain import Edge, End, Procedure
from sopan.flowchart import lay_out
from sopan.flowchart.diagram import Diagram
from sopan.flowchart.measures import SHEETS
from sopan.readers.choose import read
from sopan.readers.reading import Reading
from sopan.writers.choose import write
from sopan.writers.fonts import measurer
from tests import corpus as real
from tests.strategies import procedures
from tests.visible import _bare, visible

KINDS = ("docx", "xlsx")
EXAMPLES = sorted(file.name.split(".")[0] for file in files("sopan.examples").iterdir() if file.name.endswith(".yaml"))
PATIENCE = 120
"""Seconds for LibreOffice to save all files of a kind."""


def an_example(name: str) -> Procedure:
    return read((files("sopan.examples") / f"{name}.sop.yaml").read_bytes())[0].procedure


def laid_out(procedure: Procedure, paper: str = "f4") -> Diagram:
    return lay_out(procedure, SHEETS[paper], measurer())


@cache
def an_example_file(name: str, kind: str) -> bytes:
    procedure = an_example(name)
    return write(procedure, laid_out(procedure), kind)[0]


def the_reading(data: bytes) -> Reading:
    (reading,) = read(data)
    return reading


def as_read(procedure: Procedure) -> Procedure:
    """The reading in the spelling of `visible`, with the ends of its edges as they were read."""
    edges = tuple(Edge(edge.source, edge.target, _bare(edge.answer)) for edge in procedure.edges)
    return replace(visible(procedure), edges=edges)


def changed(data: bytes, change: Callable[[str, str], str | None]) -> bytes:
    """The package with every XML part as `change` wants it, which may also drop it."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content: bytes | str | None = source.read(name)
            if name.endswith((".xml", ".rels")):
                content = change(name, source.read(name).decode())
            if content is not None:
                target.writestr(name, content)
    return packed.getvalue()


def without_model(data: bytes) -> bytes:
    """As openpyxl leaves it: the part with the procedure is gone."""
    return changed(data, lambda name, text: None if name.startswith("customXml/") else text)


def without_glue(data: bytes) -> bytes:
    """As Calc leaves it: lines hold on to nothing."""
    return changed(data, lambda _, text: re.sub(r"<a:(?:st|end)Cxn [^>]*/>", "", text))


# ------------------------------------------------------------------------------------------------ straight back


def comes_back(procedure: Procedure, paper: str = "f4") -> None:
    """With its model exactly; without it, as far as it can be seen."""
    diagram = laid_out(procedure, paper)
    for kind in KINDS:
        (data,) = write(procedure, diagram, kind)
        reading = the_reading(data)
        assert (reading.is_model, reading.procedure, reading.notes) == (True, procedure, ()), kind
        bare = the_reading(without_glue(without_model(data)))
        assert (bare.is_model, as_read(bare.procedure)) == (False, visible(procedure, diagram)), kind


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("name", EXAMPLES[:2])
def test_an_example_comes_back_from_every_paper(name, paper):
    comes_back(an_example(name), paper)


@pytest.mark.parametrize("name", EXAMPLES[2:])
def test_an_example_comes_back(name):
    comes_back(an_example(name))


@pytest.mark.parametrize("name", real.names())
def test_a_real_procedure_comes_back(corpus, name):
    comes_back(real.procedure(real.source(name)))


@settings(max_examples=12)
@given(procedures(max_steps=15), st.sampled_from(sorted(SHEETS)), st.sampled_from(KINDS))
def test_any_procedure_comes_back(procedure, paper, kind):
    reading = the_reading(write(procedure, laid_out(procedure, paper), kind)[0])
    assert (reading.is_model, reading.procedure) == (True, procedure)


@pytest.mark.parametrize("kind", KINDS)
def test_lost_glue_changes_nothing(kind):
    reading = the_reading(without_glue(an_example_file(EXAMPLES[0], kind)))
    assert (reading.is_model, reading.procedure) == (True, an_example(EXAMPLES[0]))


# --------------------------------------------------------------------------------------- saved by LibreOffice


@pytest.fixture(scope="module")
def resaved(tmp_path_factory) -> Mapping[tuple[str, str], bytes]:
    """Every example as LibreOffice saves it when it is told to keep its kind."""
    folder = tmp_path_factory.mktemp("disimpan")
    found = {}
    for kind in KINDS:
        paths = [folder / f"{name}.{kind}" for name in EXAMPLES]
        for name, path in zip(EXAMPLES, paths, strict=True):
            path.write_bytes(an_example_file(name, kind))
        _save_again(paths, folder / "hasil", kind)
        found |= {(name, kind): (folder / "hasil" / f"{name}.{kind}").read_bytes() for name in EXAMPLES}
    return found


def _save_again(paths: list[Path], target: Path, kind: str) -> None:
    profile = (target.parent / "profil").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", target, *paths], check=True, capture_output=True, timeout=PATIENCE)


@pytest.mark.needs("soffice")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_lost_when_libreoffice_saves_the_file(resaved, name, kind):
    procedure, data = an_example(name), resaved[name, kind]
    assert data != an_example_file(name, kind)
    reading = the_reading(data)
    assert (reading.is_model, reading.procedure) == (True, procedure)
    bare = the_reading(without_model(data))
    assert (bare.is_model, as_read(bare.procedure)) == (False, visible(procedure, laid_out(procedure)))


# ---------------------------------------------------------------------------------------- changed by a person


STORY = "penanganan-surat-masuk"
BEFORE, AFTER = "Arsip surat masuk", "Arsip surat masuk dan salinannya"


def after_typing(data: bytes, kind: str) -> bytes:
    """The file after a person wrote another output of the last step."""
    if kind == "xlsx":
        return changed(data, lambda name, text: text if name.startswith("customXml/") else text.replace(BEFORE, AFTER))
    document = docx.Document(BytesIO(data))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    (run,) = {run.text: run for cell in cells for p in cell.paragraphs for run in p.runs if run.text == BEFORE}.values()
    run.text = AFTER
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_person_types_wins_and_all_else_stays(kind):
    procedure = an_example(STORY)
    reading = the_reading(after_typing(an_example_file(STORY, kind), kind))
    last = procedure.steps[-1]
    expected = replace(last, mutu_baku=replace(last.mutu_baku, output=AFTER))
    assert not reading.is_model
    assert reading.procedure == replace(procedure, steps=(*procedure.steps[:-1], expected))


def without_line(data: bytes, name: str) -> bytes:
    """The file after a person deleted the line of this name."""
    named = rf'(?:(?!<(?:xdr:twoCellAnchor|wps:wsp)\b).)*?name="{re.escape(name)}".*?'
    shape = re.compile(rf"<(xdr:twoCellAnchor|wps:wsp)\b{named}</\1>", re.DOTALL)
    return changed(data, lambda _, text: shape.sub("", text))


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_that_a_person_deletes_is_an_edge_less(kind):
    procedure = an_example(STORY)
    reading = the_reading(without_line(an_example_file(STORY, kind), "Alur 7-8"))
    gone = Edge(End("7"), End("8"))
    assert gone in procedure.edges
    assert reading.procedure == replace(procedure, edges=tuple(edge for edge in procedure.edges if edge != gone))


def with_broken_model(data: bytes) -> bytes:
    return changed(
        data, lambda name, text: text.replace("procedure>{", "procedure>[") if "customXml/item" in name else text
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_model_that_is_damaged_is_told_and_the_rest_is_read(kind):
    procedure = an_example(STORY)
    reading = the_reading(with_broken_model(an_example_file(STORY, kind)))
    assert as_read(reading.procedure) == visible(procedure, laid_out(procedure))
    assert [note.sentence.split(" rusak")[0] for note in reading.notes] == [
        "Data SOPAN yang tersimpan dalam berkas ini"
    ]
