"""What a procedure is: what it refuses, and what it keeps in order."""

from __future__ import annotations

import pickle
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError, replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain import Edge, End, Identity, InvalidProcedure, Kind, Procedure, Step, Symbol, next_id
from sopan.domain.tests.makers import an_edge
from tests.strategies import procedures


def a_procedure(*edges: str, rows: str = "1 2 3") -> Procedure:
    """Rows done by A and B together."""
    steps = tuple(Step(id=id, symbols=(Symbol("A"), Symbol("B"))) for id in rows.split())
    return Procedure(steps=steps, edges=tuple(map(an_edge, edges)))


def said(edges: tuple[Edge, ...]) -> list[str]:
    return [f"{edge.source} > {edge.target}" + (f" {edge.answer}" if edge.answer else "") for edge in edges]


# -------------------------------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize("id", ["", " ", "1 ", " 1", "1/2", "\t"])
def test_a_step_id_is_a_word_without_a_slash(id):
    with pytest.raises(InvalidProcedure, match="a step id is a word"):
        Step(id=id)


@pytest.mark.parametrize(
    ("symbols", "reason"),
    [(("A", "A"), "executors of step 1 used more than once: A"), (("A", ""), "an executor of step 1 has no name")],
)
def test_a_row_has_each_executor_once_and_by_name(symbols, reason):
    with pytest.raises(InvalidProcedure, match=reason):
        Step(id="1", symbols=tuple(map(Symbol, symbols)))


def test_two_steps_never_have_one_id():
    with pytest.raises(InvalidProcedure, match="step ids used more than once: 1, 2"):
        a_procedure(rows="1 2 1 3 2")


@pytest.mark.parametrize(
    ("names", "reason"), [(("A", "B", "A"), "executors used more than once: A"), (("A", ""), "an executor has no name")]
)
def test_a_column_stands_once_and_has_a_name(names, reason):
    with pytest.raises(InvalidProcedure, match=reason):
        Procedure(daftar_pelaksana=names)


@pytest.mark.parametrize("edge", ["1 > 9", "9 > 1", "1 > 9/A"])
def test_an_edge_never_names_a_step_that_is_not_there(edge):
    with pytest.raises(InvalidProcedure, match="an edge names step '9', which does not exist"):
        a_procedure(edge)


@pytest.mark.parametrize("edge", ["1/C > 2", "1 > 2/C", "1/A > 1/C"])
def test_an_edge_never_names_a_symbol_that_is_not_there(edge):
    with pytest.raises(InvalidProcedure, match="'C' has no symbol there"):
        a_procedure(edge)


def test_an_incomplete_procedure_is_a_procedure():
    procedure = Procedure(steps=(Step(id="1"), Step(id="2")), edges=(an_edge("2 > 2"),))
    assert procedure.identity == Identity()
    assert procedure.step("1").kegiatan == ""
    assert procedure.columns == ()


def test_a_procedure_cannot_be_changed_in_place():
    with pytest.raises(FrozenInstanceError):
        a_procedure().steps = ()  # type: ignore[misc]


# ------------------------------------------------------------------------------------------------------ edges


def test_edges_stand_by_source_then_onward_before_back_then_by_target_and_answer():
    written = ("3 > 1", "2 > 1 Tidak", "1 > 2", "2 > 3 Ya", "2 > 2", "2/B > 3", "2/A > 3", "1/A > 1/B", "2 > 3 Baik")
    assert said(a_procedure(*written).edges) == [
        "1 > 2",
        "1/A > 1/B",
        "2 > 3 Baik",
        "2 > 3 Ya",
        "2 > 1 Tidak",
        "2 > 2",
        "2/A > 3",
        "2/B > 3",
        "3 > 1",
    ]


def test_an_edge_exists_once():
    assert said(a_procedure("1 > 2", "1 > 2", "1 > 2 Ya").edges) == ["1 > 2", "1 > 2 Ya"]


@given(st.permutations(("1 > 2", "2 > 3 Ya", "2 > 1 Tidak", "2/A > 2/B", "3 > 3", "1/A > 3/B")))
def test_the_order_in_which_edges_were_written_does_not_matter(edges):
    assert a_procedure(*edges) == a_procedure("1 > 2", "2 > 3 Ya", "2 > 1 Tidak", "2/A > 2/B", "3 > 3", "1/A > 3/B")


def test_edges_follow_the_rows_when_the_rows_move():
    procedure = a_procedure("1 > 2", "2 > 3")
    moved = replace(procedure, steps=procedure.steps[::-1])
    assert said(moved.edges) == ["2 > 3", "1 > 2"]


def test_an_arrow_inside_a_row_is_neither_a_way_out_nor_a_way_in():
    procedure = a_procedure("1 > 2", "2/A > 2/B Ya", "2/B > 2", "2 > 2", "2/B > 3")
    assert said(procedure.edges_from("2")) == ["2 > 2", "2/B > 3"]
    assert said(procedure.edges_to("2")) == ["1 > 2", "2 > 2"]
    assert said(procedure.inner_edges("2")) == ["2/A > 2/B Ya", "2/B > 2"]


def test_a_symbol_that_leads_to_itself_is_a_way_out_and_not_an_arrow_inside():
    assert not an_edge("2/A > 2/A").is_inner
    assert an_edge("2/A > 2/B").is_inner
    assert an_edge("2/A > 2").is_inner


def test_a_step_without_edges_and_a_stranger_have_none():
    procedure = a_procedure("1 > 2")
    assert procedure.edges_from("3") == procedure.edges_to("9") == procedure.inner_edges("1") == ()


@given(procedures(max_steps=15, max_executors=5))
def test_every_edge_leaves_one_step_and_arrives_at_one(procedure):
    outer = [edge for edge in procedure.edges if not edge.is_inner]
    inner = [edge for edge in procedure.edges if edge.is_inner]
    ids = [step.id for step in procedure.steps]
    assert [edge for id in ids for edge in procedure.edges_from(id)] == outer
    assert sorted(map(str, (edge for id in ids for edge in procedure.edges_to(id)))) == sorted(map(str, outer))
    assert [edge for id in ids for edge in procedure.inner_edges(id)] == inner


@given(procedures(max_steps=15, max_executors=5))
def test_sources_never_go_back_up_the_rows(procedure):
    places = [procedure.row(edge.source.step) for edge in procedure.edges]
    assert all(above <= below for above, below in pairwise(places))


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("3", End("3")),
        ("3/Kepala Dinas", End("3", "Kepala Dinas")),
        (" 3 / Kepala Dinas ", End("3", "Kepala Dinas")),
        ("3/Bidang A / Kepala", End("3", "Bidang A / Kepala")),
        ("3/Kasubbag Umum/Kepegawaian", End("3", "Kasubbag Umum/Kepegawaian")),
        ("3/", End("3")),
    ],
)
def test_an_end_is_a_step_or_one_symbol_of_it(text, end):
    assert End.read(text) == end
    assert End.read(str(end)) == end


# ------------------------------------------------------------------------------------------- kinds, numbers, columns


def test_a_symbol_is_of_its_own_kind_or_else_of_that_of_its_step():
    step = Step(id="1", kind=Kind.PROCESS, symbols=(Symbol("A", Kind.DECISION), Symbol("B")))
    assert [step.kind_of(name) for name in ("A", "B", "", "X")] == [Kind.DECISION, *[Kind.PROCESS] * 3]
    assert step.kinds == {Kind.DECISION, Kind.PROCESS}


def test_a_row_without_executors_is_of_the_kind_of_its_step():
    assert Step(id="1", kind=Kind.END).kinds == {Kind.END}


def test_one_diamond_makes_a_decision():
    steps = (Step(id="1", kind=Kind.DECISION), Step(id="2"), Step(id="3", symbols=(Symbol("A", Kind.DECISION),)))
    assert [step.id for step in Procedure(steps=steps).decisions] == ["1", "3"]
    overruled = Step(id="1", kind=Kind.DECISION, symbols=(Symbol("A", Kind.PROCESS),))
    assert Procedure(steps=(overruled,)).decisions == ()


def test_what_is_printed_is_the_place_of_the_row_unless_the_author_says_otherwise():
    procedure = Procedure(steps=(Step(id="x"), Step(id="1", nomor="1.a"), Step(id="7")))
    assert [procedure.nomor(step.id) for step in procedure.steps] == ["1", "1.a", "3"]


def test_a_step_is_found_by_its_id_and_its_row():
    procedure = a_procedure(rows="c a b")
    assert procedure.step("a") is procedure.steps[1]
    assert procedure.row("b") == 2
    assert "a" in procedure
    assert "z" not in procedure
    for ask in (procedure.step, procedure.row, procedure.nomor):
        with pytest.raises(KeyError):
            ask("z")


def test_columns_stand_as_declared_and_then_by_first_involvement():
    steps = (Step(id="1", symbols=(Symbol("Camat"),)), Step(id="2", symbols=(Symbol("Staf"), Symbol("Pemohon"))))
    assert Procedure(steps=steps).columns == ("Camat", "Staf", "Pemohon")
    assert Procedure(steps=steps, daftar_pelaksana=("Pemohon", "Bupati")).columns == (
        "Pemohon",
        "Bupati",
        "Camat",
        "Staf",
    )


def test_two_level_names_are_names_of_their_own():
    heads = ("Bidang A / Kepala", "Bidang B / Kepala", "Kepala")
    procedure = Procedure(
        daftar_pelaksana=heads,
        steps=(Step(id="1", symbols=tuple(map(Symbol, heads))),),
        edges=(Edge(End("1", heads[0]), End("1", heads[1])),),
    )
    assert procedure.columns == heads
    assert End.read(str(procedure.edges[0].target)) == End("1", "Bidang B / Kepala")


@pytest.mark.parametrize(
    ("ids", "taken", "expected"),
    [("", "", "1"), ("1 2 3", "", "4"), ("10 a 2", "", "11"), ("1", "7 x", "8"), ("a b", "", "1"), ("² 1", "", "2")],
)
def test_a_new_id_is_above_all_that_were_there(ids, taken, expected):
    assert next_id(a_procedure(rows=ids), taken.split()) == expected


# --------------------------------------------------------------------------------------------- values among values


@given(procedures(max_steps=8, max_executors=4))
def test_a_procedure_travels_to_another_process_and_back(procedure):
    again = pickle.loads(pickle.dumps(procedure))
    assert again == procedure
    assert [again.nomor(step.id) for step in again.steps] == [procedure.nomor(step.id) for step in procedure.steps]
    assert [again.edges_from(step.id) for step in again.steps] == [procedure.edges_from(s.id) for s in procedure.steps]


@given(procedures(max_steps=8, max_executors=4))
def test_copies_are_equal_and_equal_procedures_have_one_hash(procedure):
    for twin in (copy(procedure), deepcopy(procedure), replace(procedure)):
        assert twin == procedure
        assert hash(twin) == hash(procedure)


def test_procedures_that_differ_in_one_answer_are_not_equal():
    assert a_procedure("1 > 2 Ya") != a_procedure("1 > 2")
