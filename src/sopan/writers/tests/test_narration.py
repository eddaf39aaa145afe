"""The flow in words."""

from __future__ import annotations

from dataclasses import replace

from sopan.domain.procedure import Edge, End
from sopan.flowchart.diagram import Arrow, ArrowKind, Shape, ShapeKind
from sopan.writers.narration import narrate
from sopan.writers.tests.makers import a_document, a_page, a_procedure, an_edge


def a_box(id: str, step: str | None, pelaksana: str, kind: ShapeKind = ShapeKind.PROCESS, text: str = "") -> Shape:
    return Shape(id=id, kind=kind, step=step, pelaksana=pelaksana, text=text, x=0, y=0, width=9, height=9)


def an_arrow(source: str, target: str, edge: Edge | None, kind: ArrowKind = ArrowKind.FLOW) -> Arrow:
    return Arrow(source=source, target=target, points=((0, 0), (0, 9)), edge=edge, kind=kind)


def test_a_decision_tells_its_answers_and_where_they_lead():
    procedure = a_procedure()
    said = narrate(procedure, a_document(procedure).pages[1])
    assert said == {
        "a": "Langkah 1, kegiatan awal oleh Pemohon; ke langkah 2.",
        "b": "Langkah 2, keputusan oleh Petugas Loket; Ya ke langkah 3; Tidak ke langkah 1.",
        "c": "Langkah 3, kegiatan akhir oleh Pemohon.",
    }


def test_a_step_is_called_by_its_printed_number():
    procedure = a_procedure()
    numbered = replace(procedure, steps=(*procedure.steps[:2], replace(procedure.steps[2], nomor="2a")))
    assert "Ya ke langkah 2a" in narrate(numbered, a_document(procedure).pages[1])["b"]


def test_a_flow_over_pages_names_its_connector():
    shapes = (a_box("a", "1", "Pemohon"), a_box("x", None, "Pemohon", ShapeKind.CONNECTOR, "A"))
    page = a_page(shapes=shapes, arrows=(an_arrow("a", "x", an_edge("1", "2")),))
    assert narrate(a_procedure(), page) == {
        "a": "Langkah 1, proses oleh Pemohon; ke langkah 2 lewat penghubung A.",
        "x": "Penghubung halaman A.",
    }


def test_executors_of_one_step_are_together():
    shapes = (a_box("a", "1", "Pemohon"), a_box("b", "1", "Petugas Loket"))
    page = a_page(shapes=shapes, arrows=(an_arrow("a", "b", None, ArrowKind.JOINT),))
    assert narrate(a_procedure(), page)["a"] == "Langkah 1, proses oleh Pemohon; bersama Petugas Loket."


def test_an_arrow_inside_a_row_stays_in_its_step():
    inner = Edge(End("1", "Pemohon"), End("1", "Petugas Loket"))
    shapes = (a_box("a", "1", "Pemohon"), a_box("b", "1", "Petugas Loket"))
    page = a_page(shapes=shapes, arrows=(an_arrow("a", "b", inner),))
    assert "ke Petugas Loket pada langkah yang sama" in narrate(a_procedure(), page)["a"]
