"""Diagrams that another program drew become steps."""

from __future__ import annotations

import pytest

from sopan.domain import Kind, Procedure, UnreadableSource
from sopan.readers.bpmn.read import read
from sopan.readers.reading import Reading

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" '
    'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:contoh">'
)


def a_file(*parts: str) -> bytes:
    return (HEAD + "".join(parts) + "</definitions>").encode()


def a_process(*parts: str, id: str = "P", name: str = "Pelayanan Surat") -> str:
    return f'<process id="{id}" name="{name}">{"".join(parts)}</process>'


def a_node(id: str, name: str = "", tag: str = "task", inside: str = "", more: str = "") -> str:
    return f'<{tag} id="{id}" name="{name}" {more}>{inside}</{tag}>'


def flows(*pairs: str) -> str:
    """`a>b` and `a>b:Ya`."""
    found = ""
    for number, pair in enumerate(pairs):
        ends, _, name = pair.partition(":")
        source, _, target = ends.partition(">")
        id = f"f{number}{source}{target}"
        found += f'<sequenceFlow id="{id}" sourceRef="{source}" targetRef="{target}" name="{name}"/>'
    return found


def lanes(**nodes: str) -> str:
    inside = "".join(
        f'<lane id="L{name}" name="{name}">'
        + "".join(f"<flowNodeRef>{id}</flowNodeRef>" for id in ids.split())
        + "</lane>"
        for name, ids in nodes.items()
    )
    return f'<laneSet id="LS">{inside}</laneSet>'


def the_reading(*parts: str) -> Reading:
    (reading,) = read(a_file(a_process(*parts)))
    return reading


def ways(procedure: Procedure) -> list[tuple[str, str, str]]:
    """Edges by what is done."""
    names = {step.id: step.kegiatan for step in procedure.steps}
    return [(names[edge.source.step], names[edge.target.step], edge.answer) for edge in procedure.edges]


def kinds(procedure: Procedure) -> dict[str, Kind]:
    return {step.kegiatan: step.kind for step in procedure.steps}


START, STOP = a_node("s", "", "startEvent"), a_node("e", "", "endEvent")


def test_tasks_become_rows_in_the_order_of_the_flow():
    reading = the_reading(
        lanes(Loket="s a", Kepala="b e"), START, a_node("b", "Menyetujui", "userTask"), a_node("a", "Mencatat"), STOP,
        flows("s>a", "a>b", "b>e"),
    )  # fmt: skip
    procedure = reading.procedure
    assert [(step.id, step.kegiatan, step.daftar_pelaksana) for step in procedure.steps] == [
        ("1", "Mencatat", ("Loket",)),
        ("2", "Menyetujui", ("Kepala",)),
    ]
    assert kinds(procedure) == {"Mencatat": Kind.START, "Menyetujui": Kind.END}
    assert procedure.daftar_pelaksana == ("Loket", "Kepala")
    assert procedure.identity.judul == "Pelayanan Surat"
    assert not reading.notes
    assert not reading.is_model


def test_a_gateway_behind_a_task_makes_it_a_decision():
    reading = the_reading(
        START, a_node("a", "Memeriksa"), a_node("g", "Lengkap?", "exclusiveGateway"), a_node("b", "Mencatat"), STOP,
        flows("s>a", "a>g", "g>b:Ya", "g>a:Tidak", "b>e"),
    )  # fmt: skip
    procedure = reading.procedure
    assert kinds(procedure)["Memeriksa"] is Kind.DECISION
    assert ways(procedure) == [("Memeriksa", "Mencatat", "Ya"), ("Memeriksa", "Memeriksa", "Tidak")]
    assert procedure.steps[0].keterangan == "Lengkap?", "the question is not lost"


def test_a_gateway_without_a_task_before_it_is_a_decision_itself():
    procedure = the_reading(
        a_node("a", "Satu"), a_node("b", "Dua"), a_node("g", "Sesuai?", "exclusiveGateway"), a_node("c", "Tiga"),
        flows("a>g", "b>g", "g>c:Ya", "g>a:Tidak"),
    ).procedure  # fmt: skip
    assert kinds(procedure)["Sesuai?"] is Kind.DECISION
    assert ("Sesuai?", "Tiga", "Ya") in ways(procedure)
    assert ("Dua", "Sesuai?", "") in ways(procedure)


def test_gateways_that_join_or_fork_leave_no_trace():
    procedure = the_reading(
        a_node("a", "Satu"), a_node("f", "", "parallelGateway"), a_node("b", "Dua"), a_node("c", "Tiga"),
        a_node("j", "", "parallelGateway"), a_node("d", "Empat"),
        flows("a>f", "f>b", "f>c", "b>j", "c>j", "j>d"),
    ).procedure  # fmt: skip
    assert ways(procedure) == [("Satu", "Dua", ""), ("Satu", "Tiga", ""), ("Dua", "Empat", ""), ("Tiga", "Empat", "")]


def test_tasks_called_alike_behind_a_fork_are_one_row_of_several_executors():
    procedure = the_reading(
        lanes(Loket="a b d", Kepala="c"), a_node("a", "Satu"), a_node("f", "", "parallelGateway"),
        a_node("b", "Meninjau"), a_node("c", "Meninjau"), a_node("j", "", "parallelGateway"), a_node("d", "Empat"),
        flows("a>f", "f>b", "f>c", "b>j", "c>j", "j>d"),
    ).procedure  # fmt: skip
    assert procedure.steps[1].daftar_pelaksana == ("Loket", "Kepala")
    assert ways(procedure) == [("Satu", "Meninjau", ""), ("Meninjau", "Empat", "")]
    assert not any(end.pelaksana for edge in procedure.edges for end in (edge.source, edge.target))


def test_an_answer_that_ends_the_work_keeps_a_row_to_lead_to():
    procedure = the_reading(
        a_node("a", "Menilai"), a_node("g", "", "exclusiveGateway"), a_node("b", "Mencatat"),
        a_node("x", "Ditolak", "endEvent"), STOP, flows("a>g", "g>b:Ya", "g>x:Tidak", "b>e"),
    ).procedure  # fmt: skip
    assert ("Menilai", "Ditolak", "Tidak") in ways(procedure)
    assert kinds(procedure)["Ditolak"] is Kind.END


def test_a_named_event_is_a_row_and_a_doubtful_one():
    reading = the_reading(
        a_node("a", "Satu"), a_node("i", "Balasan diterima", "intermediateCatchEvent"),
        a_node("t", "", "intermediateThrowEvent"), a_node("b", "Dua"), flows("a>i", "i>t", "t>b"),
    )  # fmt: skip
    assert ways(reading.procedure) == [("Satu", "Balasan diterima", ""), ("Balasan diterima", "Dua", "")]
    assert any("Kejadian" in note.sentence for note in reading.notes)


def test_a_boundary_event_gives_its_way_an_answer():
    procedure = the_reading(
        a_node("a", "Menunggu"), a_node("x", "Lewat 3 hari", "boundaryEvent", more='attachedToRef="a"'),
        a_node("b", "Menutup"), a_node("c", "Melanjutkan"), flows("a>c", "x>b"),
    ).procedure  # fmt: skip
    assert set(ways(procedure)) == {("Menunggu", "Melanjutkan", ""), ("Menunggu", "Menutup", "Lewat 3 hari")}


def test_a_subprocess_is_opened():
    inside = a_node("s2", "", "startEvent") + a_node("b", "Dua") + a_node("e2", "", "endEvent") + flows("s2>b", "b>e2")
    reading = the_reading(
        lanes(Loket="a u c"), START, a_node("a", "Satu"), a_node("u", "Pemeriksaan", "subProcess", inside=inside),
        a_node("c", "Tiga"), STOP, flows("s>a", "a>u", "u>c", "c>e"),
    )  # fmt: skip
    procedure = reading.procedure
    assert ways(procedure) == [("Satu", "Dua", ""), ("Dua", "Tiga", "")]
    assert kinds(procedure) == {"Satu": Kind.START, "Dua": Kind.PROCESS, "Tiga": Kind.END}
    assert procedure.steps[1].daftar_pelaksana == ("Loket",)
    assert [note.parameters["nama"] for note in reading.notes] == ["Pemeriksaan"]


def test_a_collapsed_subprocess_is_a_step():
    assert kinds(the_reading(a_node("u", "Pemeriksaan", "subProcess")).procedure) == {"Pemeriksaan": Kind.PROCESS}


def test_links_are_followed():
    throw = a_node("t", "", "intermediateThrowEvent", inside='<linkEventDefinition id="k1" name="1"/>')
    catch = a_node("c", "", "intermediateCatchEvent", inside='<linkEventDefinition id="k2" name="1"/>')
    procedure = the_reading(a_node("a", "Satu"), throw, catch, a_node("b", "Dua"), flows("a>t", "c>b")).procedure
    assert ways(procedure) == [("Satu", "Dua", "")]


def test_data_becomes_kelengkapan_and_output_and_notes_keterangan():
    inside = (
        "<documentation>Waktu: 2 jam\nDikerjakan di loket</documentation>"
        '<dataInputAssociation id="i"><sourceRef>d1</sourceRef><targetRef>q</targetRef></dataInputAssociation>'
        '<dataOutputAssociation id="o"><targetRef>d2</targetRef></dataOutputAssociation>'
    )
    reading = the_reading(
        a_node("a", "Mencatat", inside=inside), a_node("d1", "Surat", "dataObjectReference"),
        a_node("d2", "Agenda", "dataStoreReference"),
        '<textAnnotation id="n"><text>Setiap hari</text></textAnnotation>',
        '<association id="x" sourceRef="a" targetRef="n"/>',
        '<textAnnotation id="m"><text>Lepas</text></textAnnotation>',
    )  # fmt: skip
    (step,) = reading.procedure.steps
    assert step.mutu_baku.kelengkapan == ("Surat",)
    assert step.mutu_baku.output == "Agenda"
    assert step.mutu_baku.waktu == "2 jam"
    assert step.keterangan == "Dikerjakan di loket\nSetiap hari"
    assert any(note.parameters.get("catatan") == "Lepas" for note in reading.notes)


def test_pools_that_talk_are_one_procedure_and_others_are_their_own():
    collaboration = (
        '<collaboration id="C"><participant id="p1" name="Pemohon" processRef="A"/>'
        '<participant id="p2" name="Dinas" processRef="B"/><participant id="p3" name="Gudang" processRef="D"/>'
        '<participant id="p4" name="Bank"/><messageFlow id="m" sourceRef="a" targetRef="b"/>'
        '<messageFlow id="m2" name="tagihan" sourceRef="b" targetRef="p4"/></collaboration>'
    )
    first, second = read(
        a_file(
            collaboration,
            a_process(a_node("a", "Mengajukan"), id="A", name=""),
            a_process(a_node("b", "Menerima"), id="B", name="Pelayanan"),
            a_process(a_node("d", "Menghitung"), id="D", name=""),
        )
    )
    assert [(step.kegiatan, step.daftar_pelaksana) for step in first.procedure.steps] == [
        ("Mengajukan", ("Pemohon",)),
        ("Menerima", ("Dinas",)),
    ]
    assert ways(first.procedure) == [("Mengajukan", "Menerima", "")]
    assert [note.parameters["pesan"] for note in first.notes] == ["tagihan"]
    assert second.procedure.identity.judul == "Gudang"


def test_nested_lanes_become_two_level_heads():
    inner = '<childLaneSet id="c"><lane id="k" name="Kepala"><flowNodeRef>a</flowNodeRef></lane></childLaneSet>'
    procedure = the_reading(
        f'<laneSet id="s"><lane id="l" name="Bidang A">{inner}</lane></laneSet>', a_node("a", "Satu")
    ).procedure
    assert procedure.daftar_pelaksana == ("Bidang A / Kepala",)


def test_without_lanes_the_task_may_say_who_does_it():
    reading = the_reading(a_node("a", "Satu", more='camunda:candidateGroups="Bendahara"'), a_node("b", "Dua"))
    assert [step.daftar_pelaksana for step in reading.procedure.steps] == [("Bendahara",), ()]
    assert [note.parameters["unsur"] for note in reading.notes if note.field == "pelaksana"] == ["Dua"]


def test_rows_that_nothing_orders_follow_their_places():
    drawing = "".join(
        f'<di:BPMNShape id="d{id}" bpmnElement="{id}"><dc:Bounds x="{x}" y="0" width="9" height="9"/></di:BPMNShape>'
        for id, x in (("a", 300), ("b", 100), ("c", 200))
    )
    nodes = a_process(a_node("a", "Tiga"), a_node("b", "Satu"), a_node("c", "Dua"))
    (reading,) = read(
        a_file(nodes, f'<di:BPMNDiagram><di:BPMNPlane bpmnElement="P">{drawing}</di:BPMNPlane></di:BPMNDiagram>')
    )
    assert [step.kegiatan for step in reading.procedure.steps] == ["Satu", "Dua", "Tiga"]


def test_every_value_says_where_it_stood():
    reading = the_reading(lanes(Loket="a"), a_node("a", "Satu"), a_node("b", "Dua"), flows("a>b"))
    assert {(v.step, v.field, v.text, v.place and v.place.cell) for v in reading.values} >= {
        ("1", "kegiatan", "Satu", "a"),
        ("1", "pelaksana", "Loket", "a"),
        ("1", "ke", "2", "a"),
    }


def test_a_file_without_work_is_refused():
    with pytest.raises(UnreadableSource, match="tidak berisi proses"):
        read(a_file(a_process()))
