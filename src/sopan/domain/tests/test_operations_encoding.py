"""Operations as JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from sopan.domain import (
    Edge,
    End,
    Layout,
    NewerFormat,
    SourceTooLarge,
    Status,
    Step,
    Suppression,
    Symbol,
    UnreadableSource,
)
from sopan.domain.comparison import compare
from sopan.domain.identity import Jenis
from sopan.domain.operations import (
    Connect,
    Disconnect,
    InsertStep,
    MoveStep,
    Operation,
    RemoveStep,
    RenamePelaksana,
    SetCell,
    SetIdentity,
    SetLayout,
    SetPelaksana,
    SetStatus,
    Suppress,
    Together,
    Unsuppress,
    from_json,
    to_json,
)
from sopan.domain.operations.encoding import KINDS, MAX_DEPTH
from sopan.domain.procedure import Kind, SymbolNudge
from tests.strategies import procedures

EDGE = Edge(End("1", "Kepala"), End("2"), "Ya")
SILENCED = Suppression(code="FL-10", reason="dibahas", step="2")

EACH = (
    SetIdentity("disahkan_oleh.nama", "", "Nama Contoh"),
    SetIdentity("dasar_hukum", (), ("UU 1/2020",)),
    SetIdentity("jenis", None, Jenis.GENERIC),
    SetStatus(Status.DRAFT, Status.IN_REVIEW),
    SetCell("1", "kelengkapan", (), ("KTP",)),
    SetCell("1", "kind", Kind.PROCESS, Kind.END),
    SetCell("1", "symbols", (), (Symbol("Kepala", Kind.DECISION), Symbol("Staf"))),
    InsertStep(Step(id="2", symbols=(Symbol("Staf"),)), None, (EDGE,)),
    RemoveStep(Step(id="2"), "1", (EDGE,)),
    MoveStep("2", None, "1"),
    Connect(EDGE),
    Disconnect(EDGE),
    SetPelaksana(("a",), ("b", "a")),
    RenamePelaksana("a", "b"),
    SetLayout(Layout(), Layout(paper="a4", symbols=(SymbolNudge(End("1"), 2.0, -0.5),))),
    Suppress(SILENCED, 0),
    Unsuppress(SILENCED, 3),
)


def through_the_wire(operation: Operation) -> Operation:
    return from_json(json.loads(json.dumps(to_json(operation))))


@pytest.mark.parametrize("operation", EACH, ids=lambda operation: type(operation).__name__ + operation_field(operation))
def test_every_operation_survives_the_wire(operation):
    assert through_the_wire(operation) == operation


def operation_field(operation: Operation) -> str:
    return f"-{operation.field}" if isinstance(operation, SetCell | SetIdentity) else ""


def test_no_operation_is_forgotten():
    assert {type(operation) for operation in EACH} == set(KINDS.values())


def test_a_batch_survives_the_wire():
    batch = Together((*EACH, Together((Connect(EDGE),))))
    assert through_the_wire(batch) == batch


def test_what_is_written_says_what_it_is():
    assert to_json(SetCell("1", "waktu", "", "1 jam")) == {
        "format": "sopan-operation/1",
        "operation": "set_cell",
        "step": "1",
        "field": "waktu",
        "old": "",
        "new": "1 jam",
    }


def test_whole_numbers_of_a_browser_are_numbers():
    found = to_json(SetLayout(Layout(), Layout(symbols=(SymbolNudge(End("1"), 2.0, 0.0),))))
    found["new"]["symbols"][0]["dx"] = 2
    assert from_json(found) == SetLayout(Layout(), Layout(symbols=(SymbolNudge(End("1"), 2.0, 0.0),)))


@given(procedures(max_steps=6, max_executors=3), procedures(max_steps=6, max_executors=3))
def test_whatever_is_compared_survives_the_wire(old, new):
    batch = Together(compare(old, new))
    assert through_the_wire(batch) == batch


def broken(of: Operation, **changes: object) -> dict[str, object]:
    """What is written for an operation, with some members otherwise (...: left out)."""
    written = {**to_json(of), **changes}
    return {name: value for name, value in written.items() if value is not ...}


STATUS = SetStatus(Status.DRAFT, Status.IN_REVIEW)
CELL = SetCell("1", "waktu", "", "1 jam")


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ([], "bukan perubahan"),
        ({}, "sopan-operation/1"),
        (broken(STATUS, format="sopan-procedure/1"), "sopan-operation/1"),
        (broken(STATUS, format="sopan-operation/"), "sopan-operation/1"),
        (broken(STATUS, operation="set_everything"), "“set_everything” tidak dikenal"),
        (broken(STATUS, operation=["x"]), "tidak dikenal"),
        (broken(STATUS, operation=...), "“None” tidak dikenal"),
        (broken(STATUS, new="finished"), "“new” tidak mengenal “finished”"),
        (broken(STATUS, new=...), "seharusnya memuat old, new, bukan old"),
        (broken(STATUS, why="x"), "bukan old, new, why"),
        (broken(CELL, field="warna"), "“field” tidak mengenal “warna”"),
        (broken(CELL, field=7), "“field” tidak mengenal “7”"),
        (broken(CELL, new=["1 jam"]), "“new” seharusnya teks"),
        (broken(CELL, new="a\x00"), "U+0000"),
        (broken(CELL, field="kind"), "“old” tidak mengenal “”"),
        (broken(Connect(EDGE), edge={"source": {"step": "1"}}), "“edge” belum ada target"),
        (broken(Connect(EDGE), edge="1"), "“edge” seharusnya objek"),
        (broken(Suppress(SILENCED, 0), at=-1), "“at” seharusnya bilangan bulat"),
        (broken(Suppress(SILENCED, 0), at=1.5), "“at” seharusnya bilangan bulat"),
        (broken(Suppress(SILENCED, 0), at=True), "“at” seharusnya angka"),
        (broken(MoveStep("1", None, "2"), new_after="1"), "bertentangan"),
        (broken(InsertStep(Step(id="1"), None), step={"id": "a/b"}), "bertentangan"),
        (broken(Together(()), operations={}), "“operations” seharusnya daftar"),
        (broken(Together(()), operations=[7]), "“operations[0]” seharusnya sebuah perubahan"),
        (broken(Together(()), operations=[{"operation": "connect", "edge": 1}]), "“operations[0].edge”"),
    ],
)
def test_what_is_not_an_operation_is_refused_with_a_sentence(found, says):
    with pytest.raises(UnreadableSource) as refusal:
        from_json(found)
    assert says in str(refusal.value)


def test_a_later_version_is_refused_as_such():
    with pytest.raises(NewerFormat):
        from_json(broken(STATUS, format="sopan-operation/2"))


def test_a_batch_in_a_batch_in_a_batch_has_an_end():
    nested: dict[str, object] = {"operation": "together", "operations": []}
    for _ in range(5_000):
        nested = {"operation": "together", "operations": [nested]}
    with pytest.raises(SourceTooLarge):
        from_json({"format": "sopan-operation/1", **nested})
    assert MAX_DEPTH >= 2
