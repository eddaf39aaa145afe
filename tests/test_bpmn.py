"""A procedure written as BPMN comes back whole, and what somebody changed in the file wins."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from sopan import api
from sopan.domain import Edge, End, Identity, Kind, MutuBaku, Procedure, Step, Symbol
from sopan.readers.bpmn.read import read
from sopan.readers.reading import Certainty, Reading
from sopan.writers.bpmn import write
from tests import corpus
from tests.strategies import procedures

EXAMPLES = sorted((corpus.ROOT / "src" / "sopan" / "examples").glob("*.sop.yaml"))
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
SOPAN = "{urn:sopan:bpmn:1}"
NCNAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)

tried = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def a_procedure(*steps: Step, edges: tuple[tuple[str, str, str], ...]) -> Procedure:
    """Edges as `1`, `2/Kepala`, answer."""
    return Procedure(
        identity=Identity(judul="Penerbitan Izin", dasar_hukum=("Peraturan Contoh",)),
        daftar_pelaksana=("Petugas", "Kepala", "Pemohon"),
        steps=steps,
        edges=tuple(Edge(End.read(source), End.read(target), answer) for source, target, answer in edges),
    )


def a_step(id: str, kegiatan: str, *names: str, kind: Kind = Kind.PROCESS, mutu_baku: MutuBaku | None = None) -> Step:
    symbols = tuple(map(Symbol, names or ("Petugas",)))
    return Step(id=id, kegiatan=kegiatan, symbols=symbols, kind=kind, mutu_baku=mutu_baku or MutuBaku())


PERMIT = a_procedure(
    a_step("1", "Menerima berkas", kind=Kind.START),
    a_step("2", "Memeriksa berkas", kind=Kind.DECISION),
    a_step("3", "Menyetujui", "Kepala", mutu_baku=MutuBaku(kelengkapan=("Berkas",), waktu="1 jam", output="Paraf")),
    a_step("4", "Menyerahkan izin", "Petugas", "Pemohon", kind=Kind.END),
    edges=(("1", "2", ""), ("2", "3", "Ya"), ("2", "1", "Tidak"), ("3", "4", "")),
)


def reread(procedure: Procedure, change: Callable[[etree._Element], None] = lambda root: None) -> Reading:
    """What is read of the file after something was changed in it."""
    root = etree.fromstring(write(procedure))
    change(root)
    (reading,) = read(etree.tostring(root))
    return reading


def by_id(root: etree._Element, id: str) -> etree._Element:
    (found,) = root.xpath("//*[@id=$id]", id=id)
    return found


def flow(root: etree._Element, source: str, target: str) -> etree._Element:
    return root.find(f".//{BPMN}sequenceFlow[@sourceRef='{source}'][@targetRef='{target}']")


@tried
@given(procedures(max_steps=40))
def test_any_procedure_comes_back(procedure):
    reading = reread(procedure)
    assert reading.procedure == procedure
    assert reading.is_model
    assert not reading.notes


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_example_comes_back(path):
    procedure = api.read(path).procedure
    assert reread(procedure).procedure == procedure


@pytest.mark.usefixtures("corpus")
def test_every_real_procedure_comes_back():
    for name in corpus.names():
        procedure = corpus.procedure(corpus.source(name))
        reading = reread(procedure)
        assert reading.procedure == procedure, name
        assert reading.is_model, name


@tried
@given(procedures(max_steps=40))
def test_ids_are_names_and_each_is_used_once(procedure):
    root = etree.fromstring(write(procedure))
    ids = root.xpath("//@id[not(parent::*[namespace-uri()='urn:sopan:bpmn:1'])]")
    assert all(NCNAME.fullmatch(id) for id in ids)
    assert len(ids) == len(set(ids))
    refs = [*root.xpath("//@sourceRef | //@targetRef | //@bpmnElement | //@processRef")]
    refs += [each.text for name in ("incoming", "outgoing", "flowNodeRef") for each in root.iter(f"{BPMN}{name}")]
    assert set(refs) <= set(ids)


@tried
@given(procedures(max_steps=40))
def test_everything_is_drawn(procedure):
    root = etree.fromstring(write(procedure))
    drawn = set(root.xpath("//@bpmnElement"))
    names = [
        "participant",
        "lane",
        "task",
        "startEvent",
        "endEvent",
        "exclusiveGateway",
        "parallelGateway",
        "sequenceFlow",
    ]
    names.append("sequenceFlow")
    assert {each.get("id") for name in names for each in root.iter(f"{BPMN}{name}")} <= drawn


def test_the_same_procedure_gives_the_same_bytes_in_every_process():
    program = "from tests.strategies import *; from sopan.writers.bpmn import write; import hashlib;"
    program += "print(hashlib.sha256(write(a_random_procedure(7, 30, 8))).hexdigest())"
    run = [sys.executable, "-c", program]
    prints = {
        subprocess.run(run, check=True, capture_output=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": "src"}).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1


def test_a_renamed_task_renames_its_step():
    reading = reread(PERMIT, lambda root: by_id(root, "Kegiatan_2").set("name", "Meneliti\nberkas"))
    assert reading.procedure.step("2").kegiatan == "Meneliti berkas"
    assert reading.procedure.edges == PERMIT.edges
    assert not reading.is_model


def test_a_flow_led_elsewhere_leads_elsewhere():
    reading = reread(PERMIT, lambda root: flow(root, "Cabang_Kegiatan_2", "Kegiatan_3").set("targetRef", "Kegiatan_1"))
    assert [(str(e.target), e.answer) for e in reading.procedure.edges_from("2")] == [("1", "Tidak"), ("1", "Ya")]
    assert reading.procedure.step("3") == PERMIT.step("3")


def test_another_answer_is_taken_over():
    reading = reread(PERMIT, lambda root: flow(root, "Cabang_Kegiatan_2", "Kegiatan_3").set("name", "Lengkap"))
    assert {edge.answer for edge in reading.procedure.edges_from("2")} == {"Lengkap", "Tidak"}


def test_a_flow_taken_away_is_gone():
    def take(root):
        gone = flow(root, "Kegiatan_3", "Bagi_Kegiatan_4")
        gone.getparent().remove(gone)

    assert set(reread(PERMIT, take).procedure.edges) == set(PERMIT.edges) - {PERMIT.edges_from("3")[0]}


def test_a_task_taken_away_takes_its_symbol_along():
    def take(root):
        for id in ("Kegiatan_4_2", "Kegiatan_3"):
            for each in root.xpath("//*[@id=$id or @sourceRef=$id or @targetRef=$id]", id=id):
                each.getparent().remove(each)

    procedure = reread(PERMIT, take).procedure
    assert [step.id for step in procedure.steps] == ["1", "2", "4"]
    assert procedure.step("4").daftar_pelaksana == ("Petugas",)
    assert [str(edge.target) for edge in procedure.edges_from("2")] == ["1"]


def test_a_task_put_between_two_stands_between_their_rows():
    def put(root):
        process = root.find(f"{BPMN}process")
        etree.SubElement(process, f"{BPMN}userTask", id="baru", name="Mencatat")
        flow(root, "Kegiatan_3", "Bagi_Kegiatan_4").set("targetRef", "baru")
        etree.SubElement(process, f"{BPMN}sequenceFlow", id="lagi", sourceRef="baru", targetRef="Bagi_Kegiatan_4")
        lane = root.find(f".//{BPMN}lane[@name='Pemohon']")
        etree.SubElement(lane, f"{BPMN}flowNodeRef").text = "baru"

    reading = reread(PERMIT, put)
    assert [step.id for step in reading.procedure.steps] == ["1", "2", "3", "5", "4"]
    assert reading.procedure.step("5") == a_step("5", "Mencatat", "Pemohon")
    assert [str(edge.target) for edge in reading.procedure.edges_from("3")] == ["5"]
    assert [str(edge.target) for edge in reading.procedure.edges_from("5")] == ["4"]
    assert {value.certainty for value in reading.values if value.step == "5"} >= {Certainty.LIKELY}


def test_a_task_moved_to_another_lane_has_another_executor():
    def move(root):
        ref = next(each for each in root.iter(f"{BPMN}flowNodeRef") if each.text == "Kegiatan_3")
        root.find(f".//{BPMN}lane[@name='Petugas']").append(ref)

    procedure = reread(PERMIT, move).procedure
    assert procedure.step("3").daftar_pelaksana == ("Petugas",)
    assert procedure.edges == PERMIT.edges
    assert procedure.daftar_pelaksana == PERMIT.daftar_pelaksana


def test_a_renamed_lane_renames_its_executor_everywhere():
    named = a_procedure(*PERMIT.steps, edges=(("1", "2", ""), ("3", "4/Pemohon", "")))
    procedure = reread(named, lambda root: root.find(f".//{BPMN}lane[@name='Pemohon']").set("name", "Warga")).procedure
    assert procedure.daftar_pelaksana == ("Petugas", "Kepala", "Warga")
    assert procedure.step("4").daftar_pelaksana == ("Petugas", "Warga")
    assert str(procedure.edges_from("3")[0].target) == "4/Warga"


def test_cells_may_be_changed_in_words_or_in_their_elements():
    def words(root):
        by_id(root, "Kegiatan_3").find(f"{BPMN}documentation").text = "Waktu: 2 jam\nOutput: Paraf\nLihat pedoman"

    def parts(root):
        by_id(root, "Kegiatan_3").find(f".//{SOPAN}waktu").text = "3 jam"

    step = reread(PERMIT, words).procedure.step("3")
    assert (step.mutu_baku, step.keterangan) == (MutuBaku(waktu="2 jam", output="Paraf\nLihat pedoman"), "")
    expected = MutuBaku(kelengkapan=("Berkas",), waktu="3 jam", output="Paraf")
    assert reread(PERMIT, parts).procedure.step("3").mutu_baku == expected


def test_a_task_of_another_kind_is_known_by_its_words_and_its_lane():
    def replace(root):
        task = by_id(root, "Kegiatan_3")
        task.tag = f"{BPMN}userTask"
        task.set("id", "Activity_1")
        task.remove(task.find(f"{BPMN}extensionElements"))
        for each in root.xpath("//*[@sourceRef='Kegiatan_3']"):
            each.set("sourceRef", "Activity_1")
        for each in root.xpath("//*[@targetRef='Kegiatan_3']"):
            each.set("targetRef", "Activity_1")
        next(each for each in root.iter(f"{BPMN}flowNodeRef") if each.text == "Kegiatan_3").text = "Activity_1"

    assert reread(PERMIT, replace).procedure == PERMIT


def test_another_title_is_taken_over():
    reading = reread(PERMIT, lambda root: by_id(root, "Kolam").set("name", "Penerbitan Surat"))
    assert reading.procedure.identity.judul == "Penerbitan Surat"
    assert reading.procedure.identity.dasar_hukum == PERMIT.identity.dasar_hukum


def test_a_gateway_put_behind_a_task_makes_it_a_decision():
    def put(root):
        process = root.find(f"{BPMN}process")
        etree.SubElement(process, f"{BPMN}exclusiveGateway", id="g", name="Sesuai?")
        flow(root, "Kegiatan_3", "Bagi_Kegiatan_4").set("sourceRef", "g")
        for number, (source, target, name) in enumerate((("Kegiatan_3", "g", ""), ("g", "Kegiatan_2", "Tidak"))):
            etree.SubElement(
                process, f"{BPMN}sequenceFlow", id=f"n{number}", sourceRef=source, targetRef=target, name=name
            )

    procedure = reread(PERMIT, put).procedure
    assert procedure.step("3").kind is Kind.DECISION
    assert {(str(e.target), e.answer) for e in procedure.edges_from("3")} == {("4", ""), ("2", "Tidak")}


def test_without_the_model_the_diagram_still_tells_the_steps():
    def forget(root):
        for part in [*root.iter(f"{BPMN}extensionElements")]:
            part.getparent().remove(part)

    procedure = reread(PERMIT, forget).procedure
    assert [step.kegiatan for step in procedure.steps][:3] == [step.kegiatan for step in PERMIT.steps][:3]
    assert procedure.step("2") == PERMIT.step("2")
    assert procedure.step("3") == PERMIT.step("3")
    assert procedure.step("4") == PERMIT.step("4")
    assert procedure.daftar_pelaksana == PERMIT.daftar_pelaksana
    assert procedure.edges == PERMIT.edges
