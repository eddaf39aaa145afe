"""What changed between two procedures, for people."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given

from sopan.domain import (
    End,
    Identity,
    Kind,
    Layout,
    MutuBaku,
    PejabatPengesah,
    Procedure,
    Sifat,
    Status,
    Step,
    Suppression,
    Symbol,
    SymbolNudge,
)
from sopan.domain.comparison import (
    CELL_HEADINGS,
    HEADINGS,
    FieldChange,
    Redline,
    RowChange,
    RowState,
    compare,
    redline,
    with_ids_of,
)
from sopan.domain.operations import (
    CELLS,
    IDENTITY_FIELDS,
    Connect,
    Disconnect,
    InsertStep,
    MoveStep,
    RemoveStep,
    RenamePelaksana,
    SetCell,
    SetIdentity,
    SetStatus,
    apply,
    insert_after,
    move_step,
    remove_step,
)
from sopan.domain.tests.makers import an_edge, drawn
from tests.strategies import a_random_procedure, procedures


def a_procedure(*edges: str) -> Procedure:
    """Four rows; by default the second decides between the third and the first."""
    rows = ("Mencatat surat", Kind.START), ("Memeriksa isi surat", Kind.DECISION), ("Membalas surat", Kind.PROCESS)
    steps = tuple(
        Step(id=str(at), kegiatan=kegiatan, kind=kind, symbols=(Symbol("Staf"),), mutu_baku=MutuBaku(waktu="5 menit"))
        for at, (kegiatan, kind) in enumerate((*rows, ("Menyimpan arsip", Kind.END)), start=1)
    )
    ways = edges or ("1 > 2", "2 > 3 Ya", "2 > 1 Tidak", "3 > 4")
    return Procedure(steps=steps, edges=tuple(map(an_edge, ways)))


def told(change: FieldChange) -> str:
    return f"{change.heading}: " + " | ".join(map(drawn, change.lines))


def states(found: Redline) -> list[str]:
    """`2>3 changed`: old and new number, and what became of the row."""
    return [f"{row.old_nomor}>{row.new_nomor} {row.state}" for row in found.rows]


def a_row(found: Redline, nomor: str) -> RowChange:
    return next(row for row in found.rows if row.new_nomor == nomor)


def flow_of(old: Procedure, new: Procedure, nomor: str) -> list[str]:
    return list(map(str, a_row(redline(old, new), nomor).flow))


def with_step(procedure: Procedure, id: str, **changes: object) -> Procedure:
    steps = tuple(replace(step, **changes) if step.id == id else step for step in procedure.steps)
    return replace(procedure, steps=steps)


def test_a_procedure_has_not_changed_from_itself():
    procedure = a_random_procedure(5, 20, 5)
    found = redline(procedure, procedure)
    assert found.is_empty
    assert str(found.summary) == "Kedua naskah sama."
    assert {row.state for row in found.rows} == {RowState.UNCHANGED}


def test_a_changed_cell_is_marked_word_by_word():
    new = with_step(a_procedure(), "3", kegiatan="Membalas surat dinas", mutu_baku=MutuBaku(waktu="10 menit"))
    found = redline(a_procedure(), new)
    assert states(found) == ["1>1 unchanged", "2>2 unchanged", "3>3 changed", "4>4 unchanged"]
    assert list(map(told, a_row(found, "3").cells)) == ["Kegiatan: Membalas surat{ dinas}", "Waktu: [5]{10} menit"]


def test_an_added_row_shows_what_it_says_and_shifts_no_other():
    old = a_procedure()
    added = Step(
        id="9", kegiatan="Menomori surat", symbols=(Symbol("Staf"),), mutu_baku=MutuBaku(kelengkapan=("Cap", "Buku"))
    )
    found = redline(old, apply(old, insert_after(old, "1", added)))
    assert states(found) == ["1>1 unchanged", ">2 added", "2>3 unchanged", "3>4 unchanged", "4>5 unchanged"]
    assert list(map(told, a_row(found, "2").cells)) == [
        "Kegiatan: {Menomori surat}",
        "Pelaksana: {Staf}",
        "Kelengkapan: {Cap} | {Buku}",
    ]
    assert not any(row.flow for row in found.rows)


def test_a_removed_row_stays_where_it_stood():
    old = a_procedure()
    found = redline(old, apply(old, remove_step(old, "3")))
    assert states(found) == ["1>1 unchanged", "2>2 unchanged", "3> removed", "4>3 unchanged"]
    assert told(found.rows[2].cells[0]) == "Kegiatan: [Membalas surat]"


def test_a_number_that_now_is_another_step_is_told_with_its_activity():
    old = a_procedure()
    new = apply(old, remove_step(old, "3", bridge=False))
    assert flow_of(old, new, "2") == ["Ya: tidak lagi ke langkah 3 “Membalas surat”."]
    new = replace(new, edges=(an_edge("1 > 2"), an_edge("2 > 4 Tidak")))
    assert "Tidak: ke langkah 3 “Menyimpan arsip”, tadinya ke langkah 1." in flow_of(old, new, "2")


def test_a_row_removed_at_the_top_comes_first():
    old = a_procedure("2 > 3", "3 > 4")
    assert states(redline(old, apply(old, remove_step(old, "1"))))[0] == "1> removed"


def test_a_moved_row_is_moved_and_its_neighbours_are_not():
    old = a_procedure("1 > 2", "2 > 3", "3 > 4")
    found = redline(old, apply(old, move_step(old, "4", "1")))
    assert [row.is_moved for row in found.rows] == [False, True, False, False]
    assert a_row(found, "2").old_nomor == "4"


def test_a_moved_row_that_says_the_same_is_only_moved():
    old = replace(a_procedure(), edges=())
    assert states(redline(old, apply(old, move_step(old, "4", "1")))) == [
        "1>1 unchanged", "4>2 moved", "2>3 unchanged", "3>4 unchanged",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        (("2 > 3 Ya", "2 > 4 Tidak"), ["Tidak: ke langkah 4, tadinya ke langkah 1."]),
        (("2 > 3 Ya",), ["Tidak: tidak lagi ke langkah 1."]),
        (("2 > 3 Ya", "2 > 1 Tidak", "2 > 4 Ditunda"), ["Ditunda: ke langkah 4 (jalur baru)."]),
        (("2 > 3 Lengkap", "2 > 1 Tidak"), ["Jawaban ke langkah 3 kini “Lengkap”, tadinya “Ya”."]),
        (("2 > 3", "2 > 1 Tidak"), ["Jalur ke langkah 3 kini tanpa jawaban, tadinya “Ya”."]),
        (("2 > 3 Ya", "2 > 1 Tidak", "2 > 4"), ["Selanjutnya ke langkah 4 (jalur baru)."]),
        (
            ("2 > 3 Ya", "2/Staf > 1 Tidak"),
            ["Staf · Tidak: ke langkah 1 (jalur baru).", "Tidak: tidak lagi ke langkah 1."],
        ),
        (("2 > 3 Ya", "2 > 1/Staf Tidak"), ["Tidak: ke langkah 1 (Staf), tadinya ke langkah 1."]),
        (("2 > 3 Ya", "2 > 1 Tidak", "2 > 4 Tidak"), ["Tidak: ke langkah 4, 1, tadinya ke langkah 1."]),
    ],
)  # fmt: skip
def test_changed_ways_are_told_in_words(edges, expected):
    new = a_procedure("1 > 2", *edges, "3 > 4")
    assert sorted(flow_of(a_procedure(), new, "2")) == expected


def test_a_plain_step_that_leads_elsewhere_is_told_in_words():
    new = a_procedure("1 > 2", "2 > 3 Ya", "2 > 1 Tidak", "3 > 1")
    assert flow_of(a_procedure(), new, "3") == ["Selanjutnya ke langkah 1, tadinya ke langkah 4."]
    assert flow_of(new, a_procedure(), "3") == ["Selanjutnya ke langkah 4, tadinya ke langkah 1."]


def test_a_step_that_leads_nowhere_any_more_is_told_in_words():
    new = a_procedure("1 > 2", "2 > 3 Ya", "2 > 1 Tidak")
    assert flow_of(a_procedure(), new, "3") == ["Tidak lagi dilanjutkan ke langkah 4."]
    assert flow_of(new, a_procedure(), "3") == ["Selanjutnya ke langkah 4 (jalur baru)."]


def test_a_way_that_gets_its_answer_is_told_in_words():
    old = a_procedure("1 > 2", "2 > 3", "2 > 1 Tidak", "3 > 4")
    assert flow_of(old, a_procedure(), "2") == ["Jalur ke langkah 3 kini diberi jawaban “Ya”."]


def test_arrows_inside_a_row_are_told_in_words():
    pair = (Symbol("Staf"), Symbol("Kepala", Kind.DECISION))
    old = with_step(a_procedure(), "3", symbols=pair)
    new = replace(old, edges=(*old.edges, an_edge("3/Kepala > 3/Staf Tidak")))
    assert flow_of(old, new, "3") == ["Anak panah baru di dalam langkah ini: Kepala → Staf (Tidak)."]
    assert flow_of(new, old, "3") == ["Anak panah di dalam langkah ini dihapus: Kepala → Staf (Tidak)."]


def test_a_symbol_of_another_kind_is_seen():
    old = with_step(a_procedure(), "3", symbols=(Symbol("Staf"), Symbol("Kepala")))
    new = with_step(a_procedure(), "3", symbols=(Symbol("Staf"), Symbol("Kepala", Kind.DECISION)))
    assert list(map(told, a_row(redline(old, new), "3").cells)) == ["Pelaksana: Staf | Kepala{ (keputusan)}"]


def test_the_identity_page_is_told_field_by_field():
    old = Procedure(
        identity=Identity(judul="Surat Masuk", dasar_hukum=("UU 43/2009", "PP 28/2012"), sifat=Sifat.TECHNICAL)
    )
    identity = Identity(
        judul="Penanganan Surat Masuk",
        dasar_hukum=("UU 43/2009",),
        sifat=Sifat.ADMINISTRATIVE,
        disahkan_oleh=PejabatPengesah(jabatan="Kepala Dinas"),
    )
    new = Procedure(identity=identity, status=Status.EFFECTIVE)
    assert list(map(told, redline(old, new).page)) == [
        "Judul SOP: {Penanganan }Surat Masuk",
        "Disahkan oleh: jabatan: {Kepala Dinas}",
        "Sifat kegiatan: [teknis]{administratif}",
        "Dasar hukum: UU 43/2009 | [PP 28/2012]",
        "Status: [draf]{efektif}",
    ]


def test_columns_are_told_in_sentences():
    names = lambda *found: Procedure(daftar_pelaksana=found)  # noqa: E731
    remarks = lambda old, new: list(map(str, redline(old, new).remarks))  # noqa: E731
    assert remarks(names("A", "B"), names("B", "A")) == ["Urutan kolom pelaksana kini: B, A."]
    assert remarks(names("A"), names("A", "B")) == ["Kolom pelaksana “B” ditambahkan."]
    assert remarks(names("A", "B"), names("A")) == ["Kolom pelaksana “B” dihapus."]


def test_an_executor_under_a_new_name_is_told_once():
    new = replace(a_procedure(), steps=tuple(replace(s, symbols=(Symbol("Arsiparis"),)) for s in a_procedure().steps))
    found = redline(a_procedure(), new)
    assert list(map(str, found.remarks)) == ["Pelaksana “Staf” kini bernama “Arsiparis”."]
    assert {row.state for row in found.rows} == {RowState.UNCHANGED}


def test_the_drawing_and_the_suppressions_are_told_in_sentences():
    nudged = Layout(paper="a4", symbols=(SymbolNudge(End("1"), 2.0),))
    whole, one = Suppression(code="KG-01", reason="kecil"), Suppression(code="FL-10", reason="dibahas", step="2")
    new = replace(a_procedure(), layout=nudged, suppressions=(whole, one))
    assert list(map(str, redline(a_procedure(), new).remarks)) == [
        "Kertas yang dipilih kini A4.",
        "Geseran lambang atau garis pada gambar berubah.",
        "Aturan KG-01 kini diabaikan: kecil",
        "Aturan FL-10 kini diabaikan pada langkah 2: dibahas",
    ]
    assert list(map(str, redline(new, a_procedure()).remarks)) == [
        "Kertas tidak lagi ditentukan dalam naskah.",
        "Geseran lambang atau garis pada gambar berubah.",
        "Aturan KG-01 tidak lagi diabaikan.",
        "Aturan FL-10 tidak lagi diabaikan.",
    ]


def test_the_summary_counts():
    old = a_procedure()
    new = apply(apply(old, remove_step(old, "3")), SetIdentity("judul", "", "Surat"))
    assert str(redline(old, new).summary) == (
        "Halaman identitas: 1 isian berubah. Langkah: 0 berubah, 0 baru, 1 dihapus, 0 dipindah. Hal lain: 0."
    )


def test_a_row_put_into_a_file_numbered_by_place_is_the_only_one_told():
    old = replace(a_procedure(), edges=())
    steps = (Step(id="1", kegiatan="Membuka kotak surat"), *(replace(s, id=str(int(s.id) + 1)) for s in old.steps))
    assert states(redline(old, Procedure(steps=steps))) == [
        ">1 added", "1>2 unchanged", "2>3 unchanged", "3>4 unchanged", "4>5 unchanged",
    ]  # fmt: skip


def test_every_field_has_a_heading():
    assert set(HEADINGS) == {*IDENTITY_FIELDS, "status"}
    assert tuple(CELL_HEADINGS) == tuple(CELLS)
    assert all(name.name in HEADINGS for name in fields(Identity) if name.name != "disahkan_oleh")


def test_a_change_can_be_read_as_one_text():
    old, new = (Procedure(identity=Identity(peralatan=items)) for items in (("Komputer",), ("Komputer", "Cap")))
    assert drawn(redline(old, new).page[0].pieces) == "Komputer\n{Cap}"


@given(procedures(max_steps=10, max_executors=4), procedures(max_steps=10, max_executors=4))
def test_every_row_of_both_is_told_once(old, new):
    found = redline(old, new)
    after = [row.new_nomor for row in found.rows if row.state is not RowState.REMOVED]
    before = [row.old_nomor for row in found.rows if row.state is not RowState.ADDED]
    assert after == [new.nomor(step.id) for step in new.steps]
    assert sorted(before) == sorted(old.nomor(step.id) for step in old.steps)


@given(procedures(max_steps=10, max_executors=4), procedures(max_steps=10, max_executors=4))
def test_every_sentence_can_be_filled_in(old, new):
    found = redline(old, new)
    sentences = [*found.remarks, found.summary, *(said for row in found.rows for said in row.flow)]
    assert all(len(str(said)) > 10 for said in sentences)


ROWS_AND_FLOW = (
    Connect,
    Disconnect,
    InsertStep,
    MoveStep,
    RemoveStep,
    RenamePelaksana,
    SetCell,
    SetIdentity,
    SetStatus,
)


@given(procedures(max_steps=10, max_executors=4), procedures(max_steps=10, max_executors=4))
def test_what_can_be_compared_is_told(old, new):
    operations = compare(old, with_ids_of(old, new))
    assert redline(old, old).is_empty
    if any(isinstance(operation, ROWS_AND_FLOW) for operation in operations):
        assert not redline(old, new).is_empty
