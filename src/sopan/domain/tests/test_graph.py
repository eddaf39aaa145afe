"""Walking the steps."""

from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given

from sopan.domain import Edge, End, Kind, Procedure, Step, Symbol, graph
from tests.strategies import a_random_procedure, procedures


def a_flow(*edges: str, rows: str, start: str = "", end: str = "") -> Procedure:
    """`a_flow("a>b", "b>c ya", rows="a b c")`; start and end name the steps with a capsule."""
    ways = []
    for edge in edges:
        ends, _, answer = edge.partition(" ")
        source, target = ends.split(">")
        ways.append(Edge(End.read(source), End.read(target), answer))
    kinds = {**dict.fromkeys(start.split(), Kind.START), **dict.fromkeys(end.split(), Kind.END)}
    pair = (Symbol("Staf"), Symbol("Kepala"))
    steps = tuple(Step(id=id, kind=kinds.get(id, Kind.PROCESS), symbols=pair) for id in rows.split())
    return Procedure(steps=steps, edges=tuple(ways))


def said(edges: tuple[Edge, ...]) -> list[str]:
    return [f"{edge.source}>{edge.target}" for edge in edges]


def test_the_work_begins_at_the_start_capsules_and_else_in_the_first_row():
    assert graph.starts(a_flow(rows="a b c", start="b c")) == ("b", "c")
    assert graph.starts(a_flow(rows="a b c")) == ("a",)
    assert graph.starts(Procedure()) == ()


def test_the_work_is_done_at_the_end_capsules_and_else_in_the_last_row():
    assert graph.ends(a_flow(rows="a b c", end="a b")) == ("a", "b")
    assert graph.ends(a_flow(rows="a b c")) == ("c",)
    assert graph.ends(Procedure()) == ()


def test_a_capsule_of_one_symbol_counts_for_its_row():
    steps = (Step(id="a"), Step(id="b", symbols=(Symbol("Staf", Kind.START), Symbol("Kepala", Kind.END))))
    procedure = Procedure(steps=steps)
    assert graph.starts(procedure) == graph.ends(procedure) == ("b",)


def test_what_no_edge_leads_to_is_not_reached():
    procedure = a_flow("a>b", "c>b", "b>a", rows="a b c d")
    assert graph.reachable_from_start(procedure) == {"a", "b"}


def test_what_leads_nowhere_does_not_reach_the_end():
    procedure = a_flow("a>b", "a>c", "c>c", "b>d", rows="a b c d")
    assert graph.reaches_end(procedure) == {"a", "b", "d"}


def test_a_dead_end_is_a_step_that_is_not_the_end_and_leads_to_no_other():
    procedure = a_flow("a>b", "a>c", "c>c", "b/Staf>b/Kepala", rows="a b c d", end="d")
    assert graph.dead_ends(procedure) == ("b", "c")


def test_a_neighbour_counts_once_and_arrows_inside_the_row_do_not_count():
    procedure = a_flow("a>b ya", "a>b tidak", "a/Staf>b/Kepala", "a/Staf>a/Kepala", "b>a", rows="a b")
    assert graph.successors(procedure, "a") == ("b",)
    assert graph.predecessors(procedure, "b") == ("a",)


def test_a_straight_flow_has_no_loop():
    assert graph.loops(a_flow("a>b", "b>c", "a>c", rows="a b c")) == ()


def test_a_loop_names_its_steps_and_the_edges_that_close_it():
    procedure = a_flow("a>b", "b>c", "c>a tidak", "c>b ulang", "c>d ya", rows="a b c d")
    (loop,) = graph.loops(procedure)
    assert loop.steps == ("a", "b", "c")
    assert said(loop.returns) == ["c>a", "c>b"]


def test_a_step_that_repeats_itself_is_a_loop_and_an_arrow_inside_its_row_is_none():
    procedure = a_flow("a>a", "b/Staf>b/Kepala", "b/Kepala>b/Staf", rows="a b")
    assert [loop.steps for loop in graph.loops(procedure)] == [("a",)]


def test_loops_that_are_never_reached_are_found_too():
    procedure = a_flow("c>d", "d>c", "a>a", rows="a b c d")
    assert [loop.steps for loop in graph.loops(procedure)] == [("a",), ("c", "d")]


def test_what_closes_a_loop_is_told_by_the_work_and_not_by_the_rows():
    procedure = a_flow("a>c", "c>b", "b>d", "b>a tidak", rows="a b c d")
    assert said(graph.back_edges(procedure)) == ["b>a"]


@given(procedures(max_steps=14, max_executors=3))
def test_loops_are_what_leads_back_to_itself(procedure):
    reach = {step.id: after(procedure, step.id) for step in procedure.steps}
    by_definition = {
        frozenset({id, *(other for other in reach[id] if id in reach[other])}) for id in reach if id in reach[id]
    }
    assert {frozenset(loop.steps) for loop in graph.loops(procedure)} == by_definition


@given(procedures(max_steps=14, max_executors=3))
def test_without_back_edges_nothing_goes_round(procedure):
    back = set(graph.back_edges(procedure))
    cut = Procedure(steps=procedure.steps, edges=tuple(set(procedure.edges) - back))
    assert graph.loops(cut) == ()
    assert {edge for loop in graph.loops(procedure) for edge in loop.returns} == back


@given(procedures(max_steps=14, max_executors=3))
def test_reachable_is_what_some_chain_of_edges_leads_to(procedure):
    begin = graph.starts(procedure)
    assert graph.reachable_from_start(procedure) == set(begin).union(*(after(procedure, id) for id in begin))


def after(procedure: Procedure, id: str) -> set[str]:
    """Every step that one edge or more lead to, by repeated widening (slow and plain)."""
    found: set[str] = set(graph.successors(procedure, id))
    while wider := {far for near in found for far in graph.successors(procedure, near)} - found:
        found |= wider
    return found


WALKS = (graph.reachable_from_start, graph.reaches_end, graph.dead_ends, graph.back_edges, graph.loops)


def a_chain(length: int) -> Procedure:
    """Every step leads to the next, every tenth also back to the first."""
    ids = [str(number) for number in range(length)]
    onward = [Edge(End(a), End(b)) for a, b in pairwise(ids)]
    back = [Edge(End(id), End("0"), "tidak") for id in ids[::10]]
    return Procedure(steps=tuple(Step(id=id) for id in ids), edges=(*onward, *back))


@pytest.mark.parametrize(
    ("walk", "found"), [*zip(WALKS, (10_000, 10_000, 0, 1_001, 2), strict=True)], ids=[walk.__name__ for walk in WALKS]
)
def test_ten_thousand_steps_are_no_trouble(walk, found):
    again = Edge(End("9999"), End("9999"))
    procedure = a_chain(10_000)
    assert len(walk(Procedure(steps=procedure.steps, edges=(*procedure.edges, again)))) == found


def lines_run(walk, procedure) -> int:
    """How many lines of the domain run: a measure of work that no busy machine disturbs."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        if "/sopan/domain/" not in frame.f_code.co_filename.replace("\\", "/"):
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        walk(procedure)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
@pytest.mark.parametrize("make", [a_chain, lambda steps: a_random_procedure(7, steps, 6)], ids=["chain", "random"])
def test_twice_the_edges_are_twice_the_work(walk, make):
    small, large = make(200), make(400)
    work = lines_run(walk, large) / lines_run(walk, small)
    assert work < 1.25 * len(large.edges) / len(small.edges)
