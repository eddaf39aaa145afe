"""The geometry as data."""

from __future__ import annotations

import json

from sopan.writers import json as writer
from sopan.writers.tests.makers import a_cell, a_diagram, a_document, a_page, a_procedure


def the_page(*cells):
    return json.loads(writer.write(a_procedure(), a_diagram(a_page(*cells))))["pages"][0]


def test_it_says_what_it_is_and_how_large():
    data = json.loads(writer.write(a_procedure(), a_document()))
    assert data["format"] == "sopan-diagram/1"
    assert data["sheet"] == {"width": 330.0, "height": 215.0}
    assert [page["number"] for page in data["pages"]] == [1, 2]


def test_an_edge_without_an_answer_has_null():
    edges = json.loads(writer.write(a_procedure(), a_document()))["edges"]
    assert edges == [
        {"from": "1", "to": "2", "answer": None},
        {"from": "2", "to": "3", "answer": "Ya"},
        {"from": "2", "to": "1", "answer": "Tidak"},
    ]


def test_arrows_name_their_symbols_edge_and_label():
    arrow = json.loads(writer.write(a_procedure(), a_document()))["pages"][1]["arrows"][1]
    assert (arrow["from"], arrow["to"], arrow["kind"]) == ("b", "c", "flow")
    assert arrow["edge"]["answer"] == arrow["label"]["text"] == "Ya"
    assert arrow["points"][0] == [132.5, 85.0]


def test_only_cells_with_text_are_listed():
    assert [cell["column"] for cell in the_page(a_cell("waktu"), a_cell("output", "Berkas"))["cells"]] == ["output"]


def test_turned_text_takes_turned_room():
    plain, turned = the_page(a_cell("a", "Kepala Dinas"), a_cell("a", "Kepala Dinas", rotated=True))["cells"]
    assert turned["text_width"] == plain["text_height"]
    assert turned["text_height"] == plain["text_width"]


def test_numbers_are_rounded_and_never_minus_zero():
    assert '"x": 0.0,' in writer.write(a_procedure(), a_diagram(a_page(a_cell("a", "b", x=-0.000001))))
