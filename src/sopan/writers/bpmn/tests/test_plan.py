"""What a procedure becomes in BPMN: tasks, gateways, events and lanes."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from sopan.domain import Edge, End, Kind, Procedure, Step, Symbol
from sopan.writers.bpmn.graph import Graph, Slot
from sopan.writers.bpmn.lanes import UNNAMED, lanes_of
from sopan.writers.bpmn.plan import plan
from tests.strategies import procedures

tried = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def a_step(id: str, *names: str, kind: Kind = Kind.PROCESS) -> Step:
    return Step(id=id, kegiatan=f"Langkah {id}", symbols=tuple(map(Symbol, names)), kind=kind)


def a_procedure(*steps: Step, ways: str = "") -> Procedure:
    """Ways as `1>2 2>3:Ya 4/A>4/B`."""
    edges = []
    for way in ways.split():
        ends, _, answer = way.partition(":")
        source, _, target = ends.partition(">")
        edges.append(Edge(End.read(source), End.read(target), answer))
    return Procedure(steps=steps, edges=tuple(edges))


def arrows(graph: Graph) -> set[str]:
    """Flows as `source>target:name`."""
    return {f"{f.source.id}>{f.target.id}" + (f":{f.name}" if f.name else "") for f in graph.flows}


def test_a_plain_way_is_a_flow_between_events():
    graph = plan(a_procedure(a_step("1", "A", kind=Kind.START), a_step("2", "B", kind=Kind.END), ways="1>2"))
    assert arrows(graph) == {"Mulai>Kegiatan_1", "Kegiatan_1>Kegiatan_2", "Kegiatan_2>Selesai_Kegiatan_2"}


def test_a_decision_is_a_task_and_a_gateway_behind_it():
    graph = plan(a_procedure(a_step("1"), a_step("2", kind=Kind.DECISION), a_step("3"), ways="1>2 2>3:Ya 2>1:Tidak"))
    assert {"Kegiatan_2>Cabang_Kegiatan_2", "Cabang_Kegiatan_2>Kegiatan_3:Ya"} <= arrows(graph)
    assert "Cabang_Kegiatan_2>Gabung_Kegiatan_1:Tidak" in arrows(graph)
    (gateway,) = (node for node in graph.nodes if node.slot is Slot.SPLIT)
    assert gateway.is_exclusive
    assert gateway.name == "Ya atau Tidak?"


def test_answers_that_lead_the_same_way_share_a_flow():
    graph = plan(a_procedure(a_step("1", kind=Kind.DECISION), a_step("2"), ways="1>2:Ya 1>2:Tidak"))
    assert "Kegiatan_1>Kegiatan_2:Tidak / Ya" in arrows(graph)


def test_executors_of_one_row_work_together():
    graph = plan(a_procedure(a_step("1", "A"), a_step("2", "A", "B"), a_step("3", "A"), ways="1>2 2>3"))
    assert arrows(graph) >= {
        "Kegiatan_1>Bagi_Kegiatan_2",
        "Bagi_Kegiatan_2>Kegiatan_2",
        "Bagi_Kegiatan_2>Kegiatan_2_2",
        "Kegiatan_2>Kumpul_Kegiatan_2",
        "Kegiatan_2_2>Kumpul_Kegiatan_2",
        "Kumpul_Kegiatan_2>Kegiatan_3",
    }


def test_arrows_inside_a_row_are_flows():
    graph = plan(a_procedure(a_step("1", "A", "B"), a_step("2", "A"), ways="1/A>1/B 1>2"))
    assert arrows(graph) >= {"Mulai>Kegiatan_1", "Kegiatan_1>Kegiatan_1_2", "Kegiatan_1_2>Kegiatan_2"}


def test_what_nothing_leads_to_is_reached_from_the_start():
    graph = plan(a_procedure(a_step("1"), a_step("2")))
    assert arrows(graph) >= {"Mulai>Cabang_Mulai", "Cabang_Mulai>Kegiatan_1", "Cabang_Mulai>Kegiatan_2"}
    assert {node.name for node in graph.nodes if node.slot is Slot.END} == {"Tanpa lanjutan"}


def test_a_circle_and_an_empty_procedure_begin_and_end():
    for procedure in (a_procedure(a_step("1"), a_step("2"), ways="1>2 2>1"), a_procedure()):
        graph = plan(procedure)
        assert [node.slot for node in graph.nodes].count(Slot.START) == 1
        assert [node.slot for node in graph.nodes].count(Slot.END) == 1


@tried
@given(procedures(max_steps=40))
def test_only_gateways_part_and_join(procedure):
    graph = plan(procedure)
    for node in graph.nodes:
        leaving, arriving = len(graph.leaving.get(node.id, ())), len(graph.arriving.get(node.id, ()))
        if node.slot in (Slot.TASK, Slot.START, Slot.END):
            assert (leaving, arriving) == (node.slot is not Slot.END, node.slot is not Slot.START)
        else:
            assert {leaving, arriving} > {1}, "a gateway does one of both, and does it"
            assert min(leaving, arriving) == 1


@tried
@given(procedures(max_steps=40))
def test_every_symbol_is_a_task_and_every_edge_on_one_flow(procedure):
    graph = plan(procedure)
    symbols = [End(step.id, name) for step in procedure.steps for name in step.daftar_pelaksana or ("",)]
    assert sorted(map(str, symbols)) == sorted(str(node.symbol) for node in graph.nodes if node.symbol)
    edges = [edge for flow in graph.flows for edge in flow.edges]
    assert len(edges) == len(procedure.edges)
    assert set(edges) == set(procedure.edges)


def test_neighbours_with_one_head_share_a_band():
    procedure = Procedure(daftar_pelaksana=("Kepala", "Bidang A / Kepala", "Bidang A / Staf", "Bidang B / Staf"))
    lanes = lanes_of(procedure)
    assert [lane.name for lane in lanes] == ["Kepala", "Bidang A", "Bidang B / Staf"]
    assert [part.name for part in lanes[1].parts] == ["Kepala", "Staf"]


def test_steps_without_an_executor_have_a_lane_where_others_have():
    assert [lane.name for lane in lanes_of(a_procedure(a_step("1", "A"), a_step("2")))] == ["A", UNNAMED]
    assert lanes_of(a_procedure(a_step("1"))) == ()
