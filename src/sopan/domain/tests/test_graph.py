"""Walking the steps."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given

from sopan.domain import Edge, End, Kind, MutuBaku, Procedure, Step, Symbol, graph
from sopan.domain.kalender import Calendar
from sopan.domain.waktu import Span
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


def a_timed_flow(*edges: str, end: str = "", **times: str) -> Procedure:
    """`a_timed_flow("a>b", a="15 menit", b="1 hari")`: one row for each time given."""
    flow = a_flow(*edges, rows=" ".join(times), end=end)
    steps = tuple(replace(step, mutu_baku=MutuBaku(waktu=times[step.id])) for step in flow.steps)
    return replace(flow, steps=steps)


def test_the_critical_path_takes_the_longer_branch():
    procedure = a_timed_flow("a>b", "a>c", "b>d", "c>d", a="10 menit", b="1 jam", c="2 jam", d="5 menit")
    path = graph.critical_path(procedure)
    assert path.steps == ("a", "c", "d")
    assert path.span == Span(Fraction(135), Fraction(135))


def test_the_critical_path_goes_round_no_loop_and_leaves_repairs_out():
    procedure = a_timed_flow("a>b", "b>c ya", "b>d tidak", "d>a", end="c", a="1 jam", b="1 jam", c="1 jam", d="9 jam")
    assert graph.critical_path(procedure).steps == ("a", "b", "c")


def test_minimum_and_maximum_are_summed_and_working_and_calendar_time_kept_apart():
    procedure = a_timed_flow("a>b", "b>c", "c>d", a="5-10 menit", b="2 hari", c="1-3 hari kerja", d="sesuai kebutuhan")
    path = graph.critical_path(procedure, Calendar(working_day=400))
    assert path.span == Span(Fraction(405), Fraction(1210), Fraction(2880), Fraction(2880), unmeasured_count=1)


def test_a_week_of_working_days_passes_as_slowly_as_a_week():
    procedure = a_timed_flow("a>b", "a>c", "b>d", "c>d", a="", b="4 hari", c="3 hari kerja", d="")
    assert graph.critical_path(procedure).steps == ("a", "c", "d")
    assert graph.critical_path(procedure, Calendar(working_days_per_week=7)).steps == ("a", "b", "d")


def test_without_any_time_the_path_with_most_steps_is_taken():
    procedure = a_timed_flow("a>d", "a>b", "b>d", a="", b="", d="")
    path = graph.critical_path(procedure)
    assert path == graph.Path(("a", "b", "d"), Span(unmeasured_count=3))


def test_where_the_end_is_never_reached_the_longest_way_is_told():
    procedure = a_timed_flow("a>b", "b>a", a="1 jam", b="1 jam", c="1 hari")
    assert graph.critical_path(procedure).steps == ("a", "b")
    assert graph.critical_path(Procedure()) == graph.Path((), Span())


def test_work_that_stops_in_the_middle_has_taken_its_time():
    procedure = a_timed_flow("a>b", "a>c", end="c", a="1 jam", b="3 jam", c="1 jam")
    assert graph.critical_path(procedure).steps == ("a", "b")


@given(procedures(max_steps=9, max_executors=2))
def test_no_way_to_an_end_is_longer_than_the_critical_path(procedure):
    ways = list(every_way(procedure))
    path = graph.critical_path(procedure)
    finishes = {*graph.ends(procedure), *graph.dead_ends(procedure)}
    finished = [way for way in ways if way[-1] in finishes] or ways
    assert path.steps in finished if finished else path.steps == ()
    assert path.span == graph.span_of(procedure, path.steps)
    assert all(days(graph.span_of(procedure, way)) <= days(path.span) for way in finished)


def every_way(procedure: Procedure) -> Iterator[tuple[str, ...]]:
    """All ways from a start over edges that are no back edges, by trying (slow and plain)."""
    back = set(graph.back_edges(procedure))
    onward = {s.id: {e.target.step for e in procedure.edges_from(s.id) if e not in back} for s in procedure.steps}
    ways = [(start,) for start in graph.starts(procedure)]
    while ways:
        way = ways.pop()
        yield way
        ways += [(*way, target) for target in onward[way[-1]]]


def days(span: Span) -> Fraction:
    return span.working_max * 7 / 5 / 450 + span.calendar_max / 1440


WALKS = (
    graph.reachable_from_start,
    graph.reaches_end,
    graph.dead_ends,
    graph.back_edges,
    graph.loops,
    graph.critical_path,
)


def a_chain(length: int) -> Procedure:
    """Every step leads to the next, every tenth also back to the first."""
    ids = [str(number) for number in range(length)]
    onward = [Edge(End(a), End(b)) for a, b in pairwise(ids)]
    back = [Edge(End(id), End("0"), "tidak") for id in ids[::10]]
    return Procedure(steps=tuple(Step(id=id) for id in ids), edges=(*onward, *back))


@pytest.mark.parametrize(
    ("walk", "found"),
    [*zip(WALKS[:-1], (10_000, 10_000, 0, 1_001, 2), strict=True)],
    ids=[walk.__name__ for walk in WALKS[:-1]],
)
def test_ten_thousand_steps_are_no_trouble(walk, found):
    again = Edge(End("9999"), End("9999"))
    procedure = a_chain(10_000)
    assert len(walk(Procedure(steps=procedure.steps, edges=(*procedure.edges, again)))) == found


def test_the_critical_path_may_have_ten_thousand_steps():
    assert len(graph.critical_path(a_chain(10_000)).steps) == 10_000


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
