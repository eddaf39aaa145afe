"""What operations promise: each fits or refuses, and each can be undone."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain import (
    Besaran,
    CiriKegiatan,
    Edge,
    End,
    Identity,
    InvalidOperation,
    InvalidProcedure,
    Jenis,
    KelengkapanJenis,
    Kind,
    Layout,
    LineNudge,
    MutuBaku,
    OperationConflict,
    PejabatPengesah,
    Procedure,
    Sifat,
    Status,
    Step,
    Suppression,
    Symbol,
    SymbolNudge,
)
from sopan.domain.operations import (
    CELLS,
    IDENTITY_FIELDS,
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
    apply,
    apply_all,
    insert_after,
    inverse,
    merge_pelaksana,
    move_step,
    read_cell,
    read_identity,
    remove_step,
    rename_pelaksana,
    reorder,
    set_cell,
    set_identity,
    set_symbols,
    suppress,
    together,
    unsuppress,
)
from sopan.domain.tests.makers import an_edge
from tests.strategies import procedures


def a_procedure() -> Procedure:
    """Three rows; the officer in the second decides whether the first has to do it again."""
    return Procedure(
        identity=Identity(judul="Penanganan Surat Masuk", disahkan_oleh=PejabatPengesah(jabatan="Sekretaris")),
        daftar_pelaksana=("Arsiparis", "Kepala"),
        steps=(
            Step(id="1", kegiatan="Mencatat surat", symbols=(Symbol("Arsiparis"),), kind=Kind.START),
            Step(id="2", kegiatan="Memeriksa surat", symbols=(Symbol("Kepala"),), kind=Kind.DECISION),
            Step(id="3", kegiatan="Menyimpan surat", symbols=(Symbol("Arsiparis"),), kind=Kind.END),
        ),
        edges=(an_edge("1 > 2"), an_edge("2 > 3 Ya"), an_edge("2/Kepala > 1 Tidak")),
    )


def rows(procedure: Procedure) -> str:
    return " ".join(step.id for step in procedure.steps)


def flow(procedure: Procedure) -> set[str]:
    return {f"{e.source}>{e.target}" + (f" {e.answer}" if e.answer else "") for e in procedure.edges}


# ---------------------------------------------------------------------------------------------- what each one does


def test_a_cell_is_written_and_written_back():
    change = SetCell("2", "waktu", "", "15 menit")
    changed = apply(a_procedure(), change)
    assert changed.step("2").mutu_baku.waktu == "15 menit"
    assert apply(changed, inverse(change)) == a_procedure()


def test_a_cell_that_says_something_else_by_now_is_left_alone():
    with pytest.raises(OperationConflict) as refusal:
        apply(a_procedure(), SetCell("2", "kegiatan", "Membaca surat", "Meneliti surat"))
    assert (refusal.value.expected, refusal.value.found) == ("Membaca surat", "Memeriksa surat")
    assert "kegiatan of step 2" in str(refusal.value)


def test_a_cell_of_a_step_that_is_gone_is_a_conflict():
    with pytest.raises(OperationConflict, match="step 9 does not exist"):
        apply(a_procedure(), SetCell("9", "waktu", "", "1 jam"))


@pytest.mark.parametrize(
    ("field", "value"),
    [("warna", "biru"), ("kind", "process"), ("kelengkapan", "KTP"), ("waktu", Kind.END), ("symbols", ("Kepala",))],
)
def test_a_cell_refuses_what_it_cannot_hold(field, value):
    with pytest.raises(InvalidOperation, match=field):
        SetCell("1", field, value, value)


@pytest.mark.parametrize(
    ("field", "value"),
    [("disahkan_oleh", "Kepala"), ("sifat", "technical"), ("dasar_hukum", "UU 1"), ("judul", None), ("jenis", Sifat)],
)
def test_a_field_of_the_first_page_refuses_what_it_cannot_hold(field, value):
    with pytest.raises(InvalidOperation, match=field):
        SetIdentity(field, value, value)


def test_the_signer_is_addressed_with_a_dot():
    changed = apply(a_procedure(), SetIdentity("disahkan_oleh.jabatan", "Sekretaris", "Kepala Dinas"))
    assert changed.identity.disahkan_oleh.jabatan == "Kepala Dinas"
    assert changed.identity.judul == "Penanganan Surat Masuk"


def test_a_choice_can_be_made_and_taken_back():
    change = SetIdentity("sifat", None, Sifat.TECHNICAL)
    changed = apply(a_procedure(), change)
    assert changed.identity.sifat is Sifat.TECHNICAL
    assert apply(changed, inverse(change)).identity.sifat is None


def test_a_symbol_an_edge_names_cannot_just_vanish():
    change = set_cell(a_procedure(), "2", "symbols", (Symbol("Sekretaris"),))
    with pytest.raises(OperationConflict, match="Kepala"):
        apply(a_procedure(), change)
    edge = an_edge("2/Kepala > 1 Tidak")
    changed = apply(a_procedure(), Together((Disconnect(edge), change)))
    assert changed.step("2").daftar_pelaksana == ("Sekretaris",)


def test_an_executor_cannot_stand_twice_in_a_row():
    with pytest.raises(InvalidProcedure, match="Kepala"):
        apply(a_procedure(), set_cell(a_procedure(), "2", "symbols", (Symbol("Kepala"), Symbol("Kepala"))))


def test_a_step_is_inserted_below_another_with_its_edges():
    change = InsertStep(Step(id="4"), "1", (an_edge("1 > 4"), an_edge("4 > 2")))
    changed = apply(a_procedure(), change)
    assert rows(changed) == "1 4 2 3"
    assert {"1>4", "4>2"} < flow(changed)
    assert apply(changed, inverse(change)) == a_procedure()


def test_a_step_inserted_below_nothing_is_the_first():
    assert rows(apply(a_procedure(), InsertStep(Step(id="4"), None))) == "4 1 2 3"


@pytest.mark.parametrize(
    "change",
    [
        InsertStep(Step(id="1"), "3"),
        InsertStep(Step(id="4"), "9"),
        InsertStep(Step(id="4"), "3", (an_edge("4 > 9"),)),
        InsertStep(Step(id="4"), "3", (an_edge("3/Kepala > 4"),)),
        RemoveStep(Step(id="3"), "2", (an_edge("2 > 3 Ya"),)),
        RemoveStep(a_procedure().step("3"), "1", (an_edge("2 > 3 Ya"),)),
        RemoveStep(a_procedure().step("3"), "2", ()),
        RemoveStep(Step(id="9"), None),
        MoveStep("3", "1", None),
        MoveStep("3", "2", "9"),
        MoveStep("9", "2", "1"),
        Connect(an_edge("1 > 2")),
        Connect(an_edge("1 > 9")),
        Connect(an_edge("1/Kepala > 2")),
        Disconnect(an_edge("1 > 3")),
        Disconnect(an_edge("9 > 1")),
        SetPelaksana(("Kepala",), ()),
        SetStatus(Status.EFFECTIVE, Status.REVOKED),
        SetLayout(Layout(paper="a4"), Layout()),
        RenamePelaksana("Camat", "Lurah"),
        RenamePelaksana("Kepala", "Arsiparis"),
        Suppress(Suppression(code="FL-10", reason="dibahas"), 1),
        Suppress(Suppression(code="FL-10", reason="dibahas"), -1),
        Unsuppress(Suppression(code="FL-10", reason="dibahas"), 0),
    ],
    ids=repr,
)
def test_what_does_not_fit_is_refused(change):
    with pytest.raises(OperationConflict):
        apply(a_procedure(), change)


@pytest.mark.parametrize(
    ("operation", "values"),
    [
        (InsertStep, (Step(id="4"), "3", (an_edge("1 > 2"),))),
        (InsertStep, (Step(id="4"), "4")),
        (RemoveStep, (Step(id="2"), "1", (an_edge("1 > 2"), an_edge("1 > 2")))),
        (MoveStep, ("1", None, "1")),
        (RenamePelaksana, ("Kepala", "Kepala")),
        (RenamePelaksana, ("Kepala", "")),
    ],
    ids=repr,
)
def test_an_operation_that_fits_nothing_is_never_built(operation, values):
    with pytest.raises(InvalidOperation):
        operation(*values)


def test_a_row_moves_and_the_flow_stays():
    change = move_step(a_procedure(), "3", None)
    changed = apply(a_procedure(), change)
    assert rows(changed) == "3 1 2"
    assert flow(changed) == flow(a_procedure())
    assert apply(changed, inverse(change)) == a_procedure()


def test_an_executor_is_renamed_wherever_it_stands():
    nudged = Layout(
        symbols=(SymbolNudge(End("2", "Kepala"), 1.0),), lines=(LineNudge(an_edge("2/Kepala > 1 Tidak"), 2.0),)
    )
    before = apply(a_procedure(), SetLayout(Layout(), nudged))
    changed = apply(before, rename_pelaksana("Kepala", "Lurah"))
    assert changed.daftar_pelaksana == ("Arsiparis", "Lurah")
    assert changed.step("2").symbols == (Symbol("Lurah"),)
    assert "2/Lurah>1 Tidak" in flow(changed)
    assert changed.layout.symbols[0].symbol == End("2", "Lurah")
    assert changed.layout.lines[0].edge == an_edge("2/Lurah > 1 Tidak")
    assert apply(changed, rename_pelaksana("Lurah", "Kepala")) == before


def test_a_name_left_behind_in_the_drawing_is_not_taken_over():
    stale = Layout(symbols=(SymbolNudge(End("9", "Lurah"), 1.0),))
    before = apply(a_procedure(), SetLayout(Layout(), stale))
    with pytest.raises(OperationConflict, match="already an executor Lurah"):
        apply(before, rename_pelaksana("Kepala", "Lurah"))


def test_suppressions_keep_their_order_when_one_is_put_back():
    first, second = (Suppression(code=code, reason="dibahas") for code in ("FL-10", "MB-02"))
    before = apply_all(a_procedure(), [suppress(a_procedure(), first), Suppress(second, 1)])
    change = unsuppress(before, first)
    changed = apply(before, change)
    assert changed.suppressions == (second,)
    assert apply(changed, inverse(change)).suppressions == (first, second)


def test_several_operations_happen_together_or_not_at_all():
    half_right = together(SetStatus(Status.DRAFT, Status.IN_REVIEW), Connect(an_edge("1 > 9")))
    with pytest.raises(OperationConflict):
        apply(a_procedure(), half_right)
    whole = together(SetCell("3", "waktu", "", "1 jam"), SetCell("3", "waktu", "1 jam", "2 jam"))
    changed = apply(a_procedure(), whole)
    assert changed.step("3").mutu_baku.waktu == "2 jam"
    assert apply(changed, inverse(whole)) == a_procedure()


def test_a_conflict_survives_the_way_home_from_a_worker():
    conflict = OperationConflict("waktu has changed", "1 jam", "2 jam")
    again = pickle.loads(pickle.dumps(conflict))
    assert (str(again), again.expected, again.found) == (str(conflict), "1 jam", "2 jam")


@pytest.mark.parametrize("field", [field for field in CELLS if field != "symbols"])
def test_every_cell_can_be_read_and_written(field):
    source = Step(id="9", kegiatan="a", nomor="b", keterangan="c", kind=Kind.END,
                  mutu_baku=MutuBaku(kelengkapan=("d",), waktu="e", output="f"))  # fmt: skip
    value = read_cell(source, field)
    changed = apply(a_procedure(), set_cell(a_procedure(), "2", field, value))
    assert read_cell(changed.step("2"), field) == value


@pytest.mark.parametrize("field", IDENTITY_FIELDS)
def test_every_field_of_the_first_page_can_be_read_and_written(field):
    choices = {"sifat": Sifat, "besaran": Besaran, "kelengkapan_jenis": KelengkapanJenis, "jenis": Jenis,
               "ciri_kegiatan": CiriKegiatan}  # fmt: skip
    value = {"": "baru", (): ("baru",)}.get(read_identity(Identity(), field)) or next(iter(choices[field]))
    changed = apply(Procedure(), set_identity(Procedure(), field, value))
    assert changed.identity != Identity()
    assert apply(changed, set_identity(changed, field, read_identity(Identity(), field))) == Procedure()


# ------------------------------------------------------------------------------------------------------ the makers


def test_a_removed_step_hands_on_what_led_to_it():
    before = apply(a_procedure(), insert_after(a_procedure(), "1", Step(id="4")))
    assert flow(before) == {"1>4", "4>2", "2>3 Ya", "2/Kepala>1 Tidak"}
    assert apply(before, remove_step(before, "4")) == a_procedure()


def test_a_removed_step_with_two_ways_on_leaves_a_gap():
    changed = apply(a_procedure(), remove_step(a_procedure(), "2"))
    assert rows(changed) == "1 3"
    assert not changed.edges


def test_a_step_is_removed_without_a_bridge_when_none_is_wanted():
    before = apply(a_procedure(), insert_after(a_procedure(), "1", Step(id="4")))
    assert flow(apply(before, remove_step(before, "4", bridge=False))) == {"2>3 Ya", "2/Kepala>1 Tidak"}


def test_a_bridge_never_leads_a_step_to_itself():
    before = apply(a_procedure(), Disconnect(an_edge("2 > 3 Ya")))
    assert flow(before) == {"1>2", "2/Kepala>1 Tidak"}
    assert flow(apply(before, remove_step(before, "2"))) == set()


def test_a_removed_step_leaves_nothing_in_the_drawing_or_among_the_suppressions():
    stuck = (Suppression(code="FL-10", reason="dibahas", step="2"), Suppression(code="MB-02", reason="dibahas"))
    before = apply_all(
        a_procedure(),
        [
            SetLayout(Layout(), Layout(paper="a4", symbols=(SymbolNudge(End("2"), 1.0), SymbolNudge(End("3"), 1.0)))),
            Suppress(stuck[0], 0),
            Suppress(stuck[1], 1),
        ],
    )
    change = remove_step(before, "2")
    changed = apply(before, change)
    assert changed.layout == Layout(paper="a4", symbols=(SymbolNudge(End("3"), 1.0),))
    assert changed.suppressions == (stuck[1],)
    assert apply(changed, inverse(change)) == before


def test_a_step_after_the_last_row_is_where_the_last_row_leads():
    changed = apply(a_procedure(), insert_after(a_procedure(), "3", Step(id="4")))
    assert "3>4" in flow(changed)


def test_a_step_before_the_first_row_leads_to_it():
    changed = apply(a_procedure(), insert_after(a_procedure(), None, Step(id="4")))
    assert rows(changed) == "4 1 2 3"
    assert "4>1" in flow(changed)


def test_a_step_after_a_decision_waits_for_a_person_to_connect_it():
    changed = apply(a_procedure(), insert_after(a_procedure(), "2", Step(id="4")))
    assert rows(changed) == "1 2 4 3"
    assert flow(changed) == flow(a_procedure())


def test_new_symbols_of_a_row_keep_its_edges():
    before = apply(a_procedure(), set_symbols(a_procedure(), "1", (Symbol("Arsiparis"), Symbol("Kepala"))))
    before = apply(before, Connect(an_edge("1/Arsiparis > 1/Kepala")))
    before = apply(before, Connect(an_edge("1/Kepala > 3")))
    changed = apply(before, set_symbols(before, "1", (Symbol("Arsiparis"),)))
    assert flow(changed) == {*flow(a_procedure()), "1>3"}


def test_two_columns_of_one_meaning_become_one():
    before = apply_all(
        a_procedure(),
        [
            SetCell("3", "symbols", (Symbol("Arsiparis"),), (Symbol("Arsiparis"), Symbol("arsiparis"))),
            SetCell("1", "symbols", (Symbol("Arsiparis"),), (Symbol("arsiparis", Kind.START),)),
            Connect(an_edge("3/arsiparis > 1")),
            Connect(an_edge("3/Arsiparis > 3/arsiparis")),
            SetPelaksana(("Arsiparis", "Kepala"), ("arsiparis", "Arsiparis", "Kepala")),
        ],
    )
    change = merge_pelaksana(before, "arsiparis", "Arsiparis")
    changed = apply(before, change)
    assert changed.columns == ("Arsiparis", "Kepala")
    assert changed.step("1").symbols == (Symbol("Arsiparis", Kind.START),)
    assert flow(changed) == {*flow(a_procedure()), "3/Arsiparis>1"}
    assert apply(changed, inverse(change)) == before


def test_columns_are_declared_in_another_order():
    changed = apply(a_procedure(), reorder(a_procedure(), ["Kepala", "Arsiparis"]))
    assert changed.columns == ("Kepala", "Arsiparis")


# ---------------------------------------------------------------------------------------------------------- the law


@st.composite
def a_change(draw: st.DrawFn) -> tuple[Procedure, Operation]:
    """A procedure and an operation that fits it."""
    procedure = draw(procedures(min_steps=1, max_steps=12, max_executors=5))
    ids = [step.id for step in procedure.steps]
    id, other = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
    others = [None, *(o for o in ids if o != id)]
    texts, after = st.text(max_size=5), draw(st.sampled_from(others))
    names = procedure.columns or ("x",)
    changes: list[Operation] = [
        set_cell(procedure, id, draw(st.sampled_from(["waktu", "kegiatan", "nomor"])), draw(texts)),
        set_cell(procedure, id, "kelengkapan", tuple(draw(st.lists(texts, max_size=3)))),
        set_cell(procedure, id, "kind", draw(st.sampled_from(Kind))),
        set_symbols(procedure, id, tuple(map(Symbol, draw(st.permutations(names))[:2]))),
        set_identity(procedure, "disahkan_oleh.nama", draw(texts)),
        set_identity(procedure, "jenis", None),
        move_step(procedure, id, after),
        remove_step(procedure, id, draw(st.booleans())),
        insert_after(procedure, draw(st.sampled_from([None, *ids])), Step(id="baru"), into_flow=draw(st.booleans())),
        reorder(procedure, draw(st.permutations(names))[:3]),
        suppress(procedure, Suppression(code="KG-01", reason="x", step=other)),
        SetLayout(procedure.layout, Layout(paper="f4")),
        SetStatus(procedure.status, draw(st.sampled_from(Status))),
        *(Disconnect(edge) for edge in procedure.edges[:3]),
        *(unsuppress(procedure, suppression) for suppression in procedure.suppressions),
    ]
    if procedure.columns:
        changes.append(rename_pelaksana(draw(st.sampled_from(procedure.columns)), "Nama Baru"))
        changes.append(merge_pelaksana(procedure, *draw(st.permutations([*procedure.columns, "Nama Lain"]))[:2]))
    if not any(edge == Edge(End(id), End(other), "baru") for edge in procedure.edges):
        changes.append(Connect(Edge(End(id), End(other), "baru")))
    return procedure, draw(st.sampled_from(changes))


@given(a_change())
def test_what_is_undone_was_never_done(change):
    procedure, operation = change
    assert apply(apply(procedure, operation), inverse(operation)) == procedure


@given(a_change())
def test_the_inverse_of_the_inverse_is_the_operation(change):
    _, operation = change
    assert inverse(inverse(operation)) == operation
