"""Every format shows the same document: each symbol once, each line once, each word, on each page."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator

import pikepdf
from hypothesis import HealthCheck, given, settings
from lxml import etree

from sopan import api
from sopan.domain import Procedure
from sopan.flowchart.diagram import Diagram
from sopan.writers.choose import write
from sopan.writers.fonts import measurer, printable
from sopan.writers.narration import narrate
from tests.strategies import procedures

SVG = "{http://www.w3.org/2000/svg}"

tried = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def sentences(procedure: Procedure, diagram: Diagram) -> Counter[str]:
    return Counter(printable(said) for page in diagram.pages for said in narrate(procedure, page).values())


@tried
@given(procedures(max_steps=40))
def test_the_pdf_says_every_symbol_once(procedure):
    diagram = api.lay_out(procedure)
    (document,) = write(procedure, diagram, "pdf")
    with pikepdf.open(io.BytesIO(document)) as pdf:
        assert len(pdf.pages) == len(diagram.pages)
        assert Counter(_alternatives(pdf.Root.StructTreeRoot)) == sentences(procedure, diagram)


@tried
@given(procedures(max_steps=40))
def test_the_svg_shows_every_symbol_and_line_once(procedure):
    diagram = api.lay_out(procedure)
    root = etree.fromstring(write(procedure, diagram, "svg")[0])
    groups = list(root.iter(f"{SVG}g"))
    symbols = Counter(each.get("aria-label") for each in groups if each.get("role") == "img")
    assert symbols == sentences(procedure, diagram)
    lines = [each for each in groups if (each.get("class") or "").endswith("-line")]
    assert len(lines) == sum(len(page.arrows) for page in diagram.pages)
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


@tried
@given(procedures(max_steps=40))
def test_the_svg_holds_every_line_of_text(procedure):
    diagram = api.lay_out(procedure, measure=measurer())
    root = etree.fromstring(write(procedure, diagram, "svg")[0])
    shown = Counter(span.text for span in root.iter(f"{SVG}tspan") if span.text)
    meant = Counter(filter(None, map(printable, _lines(diagram))))
    assert not meant - shown


@tried
@given(procedures(max_steps=40))
def test_the_geometry_holds_every_cell_with_text(procedure):
    diagram = api.lay_out(procedure)
    pages = json.loads(write(procedure, diagram, "json")[0])["pages"]
    for page, written in zip(diagram.pages, pages, strict=True):
        assert len(written["cells"]) == sum(any(cell.lines) for cell in page.cells)
        assert [shape["id"] for shape in written["shapes"]] == [shape.id for shape in page.shapes]


def _lines(diagram: Diagram) -> Iterator[str]:
    for page in diagram.pages:
        for cell in page.cells:
            yield from cell.lines
        for arrow in page.arrows:
            if arrow.label:
                yield from arrow.label.lines


def _alternatives(node: pikepdf.Object) -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _alternatives(child)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == "/Figure":
            yield str(node.Alt)
        if "/K" in node:
            yield from _alternatives(node.K)
