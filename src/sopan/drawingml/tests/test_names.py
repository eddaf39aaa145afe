"""What objects of a drawing are called."""

from __future__ import annotations

from itertools import pairwise

from sopan.domain import Edge, End, Kind, Procedure, Step, Symbol
from sopan.drawingml.names import flow_name, label_name, symbol_names
from sopan.flowchart import lay_out


def a_procedure(*steps: Step) -> Procedure:
    edges = (Edge(End(one.id), End(other.id)) for one, other in pairwise(steps))
    return Procedure(steps=steps, edges=tuple(edges))


def test_a_symbol_has_the_number_of_its_row_and_its_executor_where_there_are_several():
    procedure = a_procedure(
        Step(id="x", symbols=(Symbol("Staf"),), kind=Kind.START),
        Step(id="y", symbols=(Symbol("Staf"), Symbol("Kepala"))),
    )
    names = symbol_names(procedure, lay_out(procedure))
    assert sorted(names.values()) == ["Langkah 1", "Langkah 2 / Kepala", "Langkah 2 / Staf"]


def test_no_name_stands_twice():
    procedure = a_procedure(*(Step(id=id, symbols=(Symbol("Staf"),), nomor="1") for id in "abc"))
    names = symbol_names(procedure, lay_out(procedure))
    assert sorted(names.values()) == ["Langkah 1", "Langkah 1 (2)", "Langkah 1 (3)"]


def test_connectors_are_named_by_their_mark_and_direction():
    procedure = a_procedure(*(Step(id=str(n), symbols=(Symbol("Staf"),), kegiatan="kerja " * 90) for n in range(9)))
    diagram = lay_out(procedure)
    names = symbol_names(procedure, diagram)
    assert {"Rujukan A keluar", "Rujukan A masuk"} <= set(names.values())


def test_lines_and_answers_are_named_by_what_they_join():
    assert flow_name("Langkah 7", "Rujukan A keluar") == "Alur 7-A keluar"
    assert label_name("Tidak", "Langkah 7") == "Label Tidak 7"
