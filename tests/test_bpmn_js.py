"""Programs of others take our BPMN: the schema, the linter, and the modeller, which also changes it."""

from __future__ import annotations

import pytest
from lxml import etree

from sopan import api
from sopan.domain import Edge, End, Identity, Kind, MutuBaku, Procedure, Step, Symbol
from sopan.readers.bpmn.read import read
from sopan.writers.bpmn import write
from tests import bpmn_tools, corpus
from tests.strategies import a_random_procedure

EXAMPLES = sorted((corpus.ROOT / "src" / "sopan" / "examples").glob("*.sop.yaml"))
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"

HANDS = ("rename", "answer", "lane", "move", "append", "remove", "describe", "copy", "lanes", "title")
"""What `modeller.js` does to the documents of these names."""
IDLE_HANDS = ("kind",)
"""They change what no SOP says."""


def a_permit() -> Procedure:
    """Four rows of three executors with a decision that leads back."""
    officer, head = Symbol("Petugas"), Symbol("Kepala")
    steps = (
        Step(id="1", kegiatan="Menerima berkas", symbols=(officer,), kind=Kind.START),
        Step(id="2", kegiatan="Memeriksa berkas", symbols=(officer,), kind=Kind.DECISION),
        Step(id="3", kegiatan="Menyetujui", symbols=(head,), mutu_baku=MutuBaku(waktu="1 jam", output="Paraf")),
        Step(id="4", kegiatan="Menyerahkan surat", symbols=(officer, Symbol("Pemohon")), kind=Kind.END),
    )
    edges = (("1", "2", ""), ("2", "3", "Ya"), ("2", "1", "Tidak"), ("3", "4", ""))
    return Procedure(
        identity=Identity(judul="Penerbitan Izin"),
        daftar_pelaksana=("Petugas", "Kepala", "Pemohon"),
        steps=steps,
        edges=tuple(Edge(End(source), End(target), answer) for source, target, answer in edges),
    )


PROCEDURES = {
    **{path.name.partition(".")[0]: api.read(path).procedure for path in EXAMPLES},
    **{f"acak {seed}": a_random_procedure(seed, (seed * 7) % 40, (seed * 3) % 12) for seed in range(30)},
    **dict.fromkeys((*HANDS, *IDLE_HANDS), a_permit()),
}


@pytest.fixture(scope="module")
def documents() -> dict[str, bytes]:
    bpmn_tools.install()
    return {name: write(procedure) for name, procedure in PROCEDURES.items()}


@pytest.fixture(scope="module")
def modelled(documents, tmp_path_factory) -> dict[str, dict]:
    few = {name: data for name, data in documents.items() if not name.startswith("acak") or int(name[5:]) % 2}
    base = tmp_path_factory.getbasetemp()
    return bpmn_tools.once(base, "bpmn-js", lambda folder: bpmn_tools.modelled(few, folder))


@pytest.mark.needs("npm")
def test_the_schema_of_bpmn_holds(documents):
    schema = bpmn_tools.schema()
    for name, data in documents.items():
        assert schema.validate(etree.ElementTree(etree.fromstring(data))), (name, schema.error_log)


@pytest.mark.needs("npm")
def test_the_linter_has_nothing_to_report(documents):
    assert {name: said for name, said in bpmn_tools.reports(documents).items() if said} == {}


@pytest.mark.needs("npm", "chromium")
def test_the_modeller_opens_everything_without_a_warning(documents, modelled):
    assert {name: opened["warnings"] for name, opened in modelled.items() if opened["warnings"]} == {}
    for name, opened in modelled.items():
        drawn = etree.fromstring(documents[name]).xpath("//@bpmnElement")
        assert set(drawn) <= set(opened["ids"]), name


@pytest.mark.needs("npm", "chromium")
def test_what_the_modeller_saves_is_the_same_procedure(modelled):
    for name, opened in modelled.items():
        if name not in HANDS:
            (reading,) = read(opened["saved"].encode())
            assert reading.procedure == PROCEDURES[name], name
            assert reading.is_model, name


@pytest.mark.needs("npm", "chromium")
@pytest.mark.parametrize(
    ("hand", "field", "expected"),
    [
        ("rename", lambda p: p.step("2").kegiatan, "Meneliti ulang berkas"),
        ("answer", lambda p: [edge.answer for edge in p.edges_from("2")], ["Lengkap", "Tidak"]),
        ("lane", lambda p: (p.daftar_pelaksana, p.step("3").daftar_pelaksana),
         (("Petugas", "Kepala Bagian", "Pemohon"), ("Kepala Bagian",))),
        ("move", lambda p: p.step("3").daftar_pelaksana, ("Petugas",)),
        ("append", lambda p: [(step.id, step.kegiatan) for step in p.steps][1], ("5", "Mencatat nomor")),
        ("remove", lambda p: p.step("4").daftar_pelaksana, ("Pemohon",)),
        ("describe", lambda p: p.step("3").mutu_baku, MutuBaku(kelengkapan=("Berkas", "Kuitansi"), waktu="2 jam")),
        ("copy", lambda p: [step.kegiatan for step in p.steps].count("Menyetujui"), 2),
        ("lanes", lambda p: (p.daftar_pelaksana, p.step("3").symbols), (("Petugas", "Pemohon", "Bendahara"), ())),
        ("title", lambda p: p.identity.judul, "Penerbitan Surat"),
    ],
)  # fmt: skip
def test_what_a_hand_changes_in_the_modeller_wins(modelled, hand, field, expected):
    (reading,) = read(modelled[hand]["saved"].encode())
    assert field(reading.procedure) == expected
    assert not reading.is_model


@pytest.mark.needs("npm", "chromium")
def test_a_hand_changes_no_more_than_it_touches(modelled):
    permit = a_permit()
    for hand in ("rename", "move", "lane", "title", "describe"):
        (reading,) = read(modelled[hand]["saved"].encode())
        assert len(reading.procedure.edges) == len(permit.edges), hand
        assert [step.id for step in reading.procedure.steps] == [step.id for step in permit.steps], hand
    (appended,) = read(modelled["append"]["saved"].encode())
    assert set(permit.edges) <= set(appended.procedure.edges)
    assert Edge(End("1"), End("5")) in appended.procedure.edges
