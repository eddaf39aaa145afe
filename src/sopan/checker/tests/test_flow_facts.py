"""What leaves a diamond, also when a row holds several symbols."""

from __future__ import annotations

from sopan.checker import flow_facts
from sopan.checker.rule import Context, Rule
from sopan.checker.rules.flow.one_way_decision import one_way_decision
from sopan.checker.rules.flow.repeated_answer import repeated_answer
from sopan.checker.rules.flow.unlabelled_exit import unlabelled_exit
from sopan.domain.procedure import Edge, End, Kind, Procedure, Step, Symbol


def a_row_of(*symbols: Symbol, ways: tuple[str, ...]) -> Procedure:
    """A row "2" of `symbols` between two plain rows; ways are written `2/Kepala -> 3: Ya`."""
    rows = (Step(id="1"), Step(id="2", kegiatan="Memeriksa konsep", symbols=symbols), Step(id="3"))
    return Procedure(steps=rows, edges=tuple(map(a_way, ways)))


def a_way(written: str) -> Edge:
    ends, _, answer = written.partition(":")
    source, _, target = ends.partition("->")
    return Edge(End.read(source.strip()), End.read(target.strip()), answer.strip())


KEPALA = Symbol("Kepala", Kind.DECISION)
SEKRETARIS = Symbol("Sekretaris", Kind.DECISION)
STAF = Symbol("Staf", Kind.PROCESS)


def flagged(rule: Rule, procedure: Procedure) -> list[str]:
    return [said.step_id for said in rule.inspect(procedure, Context())]


def test_diamonds_joined_by_a_line_decide_together():
    procedure = a_row_of(KEPALA, SEKRETARIS, ways=("2/Kepala -> 3: Ya", "2/Sekretaris -> 1: Tidak"))
    (decision,) = flow_facts.decisions(procedure)
    assert [edge.answer for edge in decision.exits] == ["Ya", "Tidak"]
    assert flagged(one_way_decision, procedure) == []


def test_diamonds_with_an_arrow_between_them_decide_one_after_the_other():
    ways = (
        "2/Kepala -> 2/Sekretaris: Ya",
        "2/Kepala -> 1: Tidak",
        "2/Sekretaris -> 3: Ya",
        "2/Sekretaris -> 1: Tidak",
    )
    procedure = a_row_of(KEPALA, SEKRETARIS, ways=ways)
    assert [decision.pelaksana for decision in flow_facts.decisions(procedure)] == ["Kepala", "Sekretaris"]
    assert flagged(repeated_answer, procedure) == []
    assert flagged(one_way_decision, procedure) == []


def test_the_second_of_two_diamonds_is_asked_for_its_own_answers():
    procedure = a_row_of(
        KEPALA, SEKRETARIS, ways=("2/Kepala -> 2/Sekretaris: Ya", "2/Kepala -> 1: Tidak", "2/Sekretaris -> 3: Ya")
    )
    assert flagged(one_way_decision, procedure) == ["2"]


def test_a_way_that_leaves_the_whole_row_leaves_its_diamond():
    procedure = a_row_of(STAF, KEPALA, ways=("2/Staf -> 2/Kepala", "2 -> 3: Ya", "2 -> 1: Tidak"))
    step = procedure.step("2")
    assert len(flow_facts.decision_exits(procedure, step)) == 2
    assert flow_facts.process_exits(procedure, step) == ()
    assert flagged(one_way_decision, procedure) == []


def test_an_arrow_from_a_box_to_the_diamond_beside_it_needs_no_answer():
    procedure = a_row_of(STAF, KEPALA, ways=("2/Staf -> 2/Kepala", "2/Kepala -> 3: Ya", "2/Kepala -> 1: Tidak"))
    assert flagged(unlabelled_exit, procedure) == []


def test_only_ways_to_an_earlier_or_the_same_row_go_up():
    procedure = a_row_of(STAF, KEPALA, ways=("2 -> 1", "2 -> 2", "2/Staf -> 2/Kepala", "2 -> 3"))
    up = [str(edge.target) for edge in procedure.edges if flow_facts.goes_up(procedure, edge)]
    assert sorted(up) == ["1", "2"]


def test_a_step_is_spoken_of_by_its_printed_number_and_its_activity_on_one_line():
    procedure = Procedure(steps=(Step(id="9", nomor="3.", kegiatan="Menerima\n  surat"), Step(id="8")))
    assert flow_facts.spoken(procedure, "9") == "3 “Menerima surat”"
    assert flow_facts.spoken(procedure, "8") == "2"


def test_an_activity_not_yet_written_is_quoted_as_such():
    assert flow_facts.activity(Step(id="1", kegiatan="  ")) == "…"
