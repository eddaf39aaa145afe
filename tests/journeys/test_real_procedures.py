"""Real procedures, mess included, go all the way: read, written, checked, drawn and printed."""

from __future__ import annotations

import json
import re
import subprocess
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sopan import api
from sopan.checker.rule import Gate
from sopan.domain import Procedure
from sopan.domain.codec import decode_json, decode_text, encode_json, encode_text
from tests import corpus as real

SHEETS = ("f4", "a4", "legal", "letter")
every_procedure = pytest.mark.parametrize("name", real.names() or ["none"], scope="module")


@pytest.fixture
def procedure(corpus: Path, name: str) -> Procedure:
    return real.procedure(real.source(name))


def test_there_are_real_procedures_of_every_size(corpus):
    steps = [len(real.source(name)["steps"]) for name in real.names()]
    assert len(steps) >= 45
    assert max(steps) >= 15
    assert 0 in steps, "some are known by their identity page only"


@every_procedure
def test_keeps_every_word_of_its_source(corpus, name, procedure):
    kept = "\n".join(_texts(procedure))
    assert not [text for text in real.words(real.source(name)) if text not in kept]


@every_procedure
def test_survives_the_text_format_and_json(procedure):
    assert decode_text(encode_text(procedure)) == procedure
    assert decode_json(encode_json(procedure)) == procedure


@every_procedure
def test_is_checked_at_every_gate(procedure):
    for gate in Gate:
        report = api.check(procedure, gate=gate)
        assert not report.failures
        assert report.findings, "no real procedure is beyond improvement"


@every_procedure
def test_is_drawn_without_a_fault_on_every_paper(procedure, judge):
    for sheet in SHEETS:
        faults, totals = judge(_geometry(procedure, sheet))
        assert not faults, sheet
        assert totals["pages"] >= 1


@every_procedure
def test_draws_every_flow_and_every_symbol(procedure, judge):
    drawing = _geometry(procedure, "f4")
    shapes = [shape for page in drawing["pages"] for shape in page["shapes"] if shape["kind"] != "connector"]
    assert len(drawing["edges"]) == len(procedure.edges)
    assert len(shapes) == sum(max(1, len(step.symbols)) for step in procedure.steps)


@every_procedure
@pytest.mark.needs("pdftotext")
def test_prints_every_word_of_its_source(corpus, name, procedure, tmp_path):
    (pdf,) = api.render(procedure, "pdf")
    printed = _printed_words(pdf, tmp_path)
    squeezed = "".join(printed)
    wanted = {word for text in real.words(real.source(name)) for word in _words(text)}
    assert not [word for word in wanted if word not in printed and word not in squeezed]


@cache
def _cached_geometry(procedure_json: str, sheet: str) -> dict[str, Any]:
    (document,) = api.render(decode_json(procedure_json), "json", sheet=sheet)
    drawing: dict[str, Any] = json.loads(document)
    return drawing


def _geometry(procedure: Procedure, sheet: str) -> dict[str, Any]:
    return _cached_geometry(encode_json(procedure), sheet)


def _texts(value: Any) -> list[str]:
    """Every string anywhere in the procedure's JSON."""
    if isinstance(value, Procedure):
        return _texts(json.loads(encode_json(value)))
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inner for text in _texts(item)]


def _printed_words(pdf: bytes, folder: Path) -> list[str]:
    file = folder / "document.pdf"
    file.write_bytes(pdf)
    run = subprocess.run(["pdftotext", "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return _words(run.stdout.decode())


def _words(text: str) -> list[str]:
    """Runs of letters and digits, spelled alike: print has capitals of its own, and parts words where a line ends."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text.replace("\u00ad", "")).casefold())
