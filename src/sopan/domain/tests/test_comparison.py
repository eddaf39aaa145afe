"""What changed between two procedures, as operations."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sopan.domain import (
    Edge,
    End,
    Identity,
    MutuBaku,
    Procedure,
    Sifat,
    Status,
    Step,
    Suppression,
    Symbol,
)
from sopan.domain.comparison import align, compare, with_ids_of
from sopan.domain.comparison.compare import longest_run
from sopan.domain.operations import (
    Connect,
    Disconnect,
    InsertStep,
    MoveStep,
    RemoveStep,
    RenamePelaksana,
    SetCell,
    SetIdentity,
    SetStatus,
    Suppress,
    Together,
    Unsuppress,
    apply,
    apply_all,
    inverse,
    move_step,
    remove_step,
)
from tests.strategies import a_random_procedure, procedures

ACTIVITIES = {
    "a": ("Mencatat surat masuk", "Arsiparis"),
    "b": ("Memeriksa kelengkapan berkas permohonan", "Petugas Loket"),
    "c": ("Menandatangani surat keputusan", "Kepala Dinas"),
    "d": ("Menyerahkan salinan kepada pemohon", "Petugas Loket"),
    "e": ("Mengarsipkan seluruh dokumen", "Arsiparis"),
}


def a_procedure(rows: str, ids: str = "", **wordings: str) -> Procedure:
    """`a_procedure("a b c")`: rows of `ACTIVITIES`, one leading to the next; `ids` may name them otherwise."""
    letters = rows.split()
    names = ids.split() or letters
    steps = tuple(
        Step(id=id, kegiatan=wordings.get(letter, ACTIVITIES[letter][0]), symbols=(Symbol(ACTIVITIES[letter][1]),))
        for letter, id in zip(letters, names, strict=True)
    )
    edges = tuple(Edge(End(a), End(b)) for a, b in pairwise(names))
    return Procedure(steps=steps, edges=edges)


# ------------------------------------------------------------------------------------------------------ operations


def test_nothing_is_said_when_nothing_changed():
    procedure = a_random_procedure(3, 20, 5)
    assert compare(procedure, procedure) == ()


def test_a_changed_cell_is_one_operation():
    old = a_procedure("a b c")
    new = replace(old, steps=(replace(old.steps[0], mutu_baku=MutuBaku(waktu="1 jam")), *old.steps[1:]))
    assert compare(old, new) == (SetCell("a", "waktu", "", "1 jam"),)


def test_a_row_moved_up_is_one_move():
    old = a_procedure("a b c d e")
    new = apply(old, move_step(old, "e", "a"))
    assert compare(old, new) == (MoveStep("e", "d", "a"),)


def test_a_row_moved_down_is_one_move():
    old = a_procedure("a b c d e")
    new = apply(old, move_step(old, "a", "e"))
    assert compare(old, new) == (MoveStep("a", None, "e"),)


def test_a_new_step_comes_with_its_edges_and_the_old_way_is_cut():
    old = replace(a_procedure("a b"), edges=(Edge(End("a"), End("b")),))
    new = a_procedure("a c b")
    assert compare(old, new) == (
        Disconnect(Edge(End("a"), End("b"))),
        InsertStep(new.step("c"), "a", (Edge(End("c"), End("b")), Edge(End("a"), End("c")))),
    )


def test_a_step_that_is_gone_takes_its_edges_along():
    old = a_procedure("a b c")
    new = apply(old, remove_step(old, "b"))
    assert compare(old, new) == (
        RemoveStep(old.step("b"), "a", (Edge(End("b"), End("c")), Edge(End("a"), End("b")))),
        Connect(Edge(End("a"), End("c"))),
    )


def test_an_executor_under_a_new_name_is_renamed_and_not_replaced_row_by_row():
    old = a_procedure("a b c d e")
    new = apply(old, RenamePelaksana("Petugas Loket", "Operator Layanan Operasional"))
    assert compare(old, new) == (RenamePelaksana("Petugas Loket", "Operator Layanan Operasional"),)


def test_executors_that_swap_their_steps_are_not_taken_for_renamed():
    old = a_procedure("a c")
    new = replace(
        old,
        steps=(
            replace(old.steps[0], symbols=old.steps[1].symbols),
            replace(old.steps[1], symbols=old.steps[0].symbols),
        ),
    )
    assert [type(operation) for operation in compare(old, new)] == [SetCell, SetCell]


def test_the_page_is_compared_field_by_field():
    old = Procedure(identity=Identity(judul="Surat", dasar_hukum=("UU 1",)))
    new = Procedure(
        identity=Identity(judul="Surat Masuk", dasar_hukum=("UU 1",), sifat=Sifat.TECHNICAL), status=Status.EFFECTIVE
    )
    assert compare(old, new) == (
        SetIdentity("judul", "Surat", "Surat Masuk"),
        SetIdentity("sifat", None, Sifat.TECHNICAL),
        SetStatus(Status.DRAFT, Status.EFFECTIVE),
    )


def test_only_the_suppressions_that_differ_are_named():
    one, two, three, four = (Suppression(code=f"KG-0{n}", reason="dibahas") for n in range(1, 5))
    old, new = Procedure(suppressions=(one, two, three)), Procedure(suppressions=(one, four, three))
    assert compare(old, new) == (Unsuppress(two, 1), Suppress(four, 1))
    assert compare(Procedure(suppressions=(one, one)), Procedure(suppressions=(one,))) == (Unsuppress(one, 1),)


@st.composite
def a_pair(draw: st.DrawFn) -> tuple[Procedure, Procedure]:
    """Two procedures that have some steps in common, in two orders and two wordings, or nothing at all."""
    old = draw(procedures(max_steps=12, max_executors=4))
    other = draw(procedures(max_steps=12, max_executors=4))
    if draw(st.booleans()):
        return old, other
    own = [step for step in old.steps if draw(st.booleans())]
    alien = [step for step in other.steps if step.id not in {step.id for step in own}]
    steps = {step.id: step for step in draw(st.permutations([*own, *alien]))}
    pool = {*old.edges, *other.edges}
    edges = [e for e in pool if all(_stands(end, steps) for end in (e.source, e.target))]
    edges.sort(key=str)
    return old, replace(other, steps=tuple(steps.values()), edges=tuple(edges))


def _stands(end: End, steps: dict[str, Step]) -> bool:
    return end.step in steps and end.pelaksana in ("", *steps[end.step].daftar_pelaksana)


@given(a_pair())
def test_what_was_compared_can_be_repeated(pair):
    old, new = pair
    assert apply_all(old, compare(old, new)) == new


@given(a_pair())
def test_every_operation_fits_the_procedure_left_by_those_before(pair):
    old, new = pair
    for operation in compare(old, new):
        old = apply(old, operation)
    assert old == new


@given(a_pair())
def test_what_was_compared_can_be_taken_back(pair):
    old, new = pair
    assert apply(new, inverse(Together(compare(old, new)))) == old


@given(st.permutations("abcde"), st.permutations("abcde"))
def test_no_row_is_moved_without_need(before, after):
    old, new = a_procedure(" ".join(before)), a_procedure(" ".join(after))
    old, new = replace(old, edges=()), replace(new, edges=())
    at_rest = max(
        bits.bit_count() for bits in range(32) if is_run([old.row(id) for at, id in enumerate(after) if bits >> at & 1])
    )
    assert len(compare(old, new)) == 5 - at_rest


def is_run(numbers: list[int]) -> bool:
    return numbers == sorted(numbers)


@given(st.lists(st.integers(0, 30), unique=True))
def test_the_longest_run_is_a_run_of_what_was_given(numbers):
    run = longest_run(numbers)
    assert is_run(run)
    places = [numbers.index(number) for number in run]
    assert is_run(places)


# --------------------------------------------------------------------------------------------------------- aligning


def test_ids_are_trusted_even_when_every_word_is_new():
    old, new = a_procedure("a b"), a_procedure("c d", ids="a b")
    assert align(old, new) == {"a": "a", "b": "b"}


def test_rows_numbered_by_place_are_recognised_by_their_words():
    old = a_procedure("a b c d", ids="1 2 3 4")
    new = a_procedure("e a b d", ids="1 2 3 4")
    assert align(old, new) == {"2": "1", "3": "2", "4": "4"}


def test_a_corrected_wording_is_recognised():
    old = a_procedure("a b c", ids="1 2 3")
    new = a_procedure("e a b c", ids="1 2 3 4", b="memeriksa  kelengkapan berkas", c="Penandatanganan SK")
    assert align(old, new)["3"] == "2"


def test_steps_of_two_files_without_a_common_id_are_recognised():
    old, new = a_procedure("a b c d"), a_procedure("d c b a", ids="1 2 3 4")
    assert align(old, new) == {"1": "d", "2": "c", "3": "b", "4": "a"}


def test_a_row_rewritten_in_its_place_stays_that_row():
    old = a_procedure("a b c", ids="1 2 3")
    new = a_procedure("a e c", ids="1 2 3")
    assert align(old, new) == {"1": "1", "2": "2", "3": "3"}


def test_steps_that_say_the_same_are_told_apart_by_their_order():
    old = a_procedure("a a b", ids="1 2 3")
    new = a_procedure("b a a", ids="1 2 3")
    assert align(old, new) == {"1": "3", "2": "1", "3": "2"}


def test_nothing_alike_is_not_aligned():
    old, new = a_procedure("a b", ids="1 2"), a_procedure("c d e", ids="1 2 3")
    assert align(old, new) == {}


def test_the_ids_of_old_are_given_to_the_new_and_never_to_another_step():
    old = a_procedure("a b c", ids="1 2 3")
    new = a_procedure("e a c", ids="1 2 3")
    adopted = with_ids_of(old, new)
    assert [step.id for step in adopted.steps] == ["4", "1", "3"]
    assert {(str(edge.source), str(edge.target)) for edge in adopted.edges} == {("4", "1"), ("1", "3")}


def test_a_row_put_in_front_of_a_numbered_file_is_one_insertion():
    old = a_procedure("a b c", ids="1 2 3")
    new = a_procedure("e a b c", ids="1 2 3 4")
    assert compare(old, with_ids_of(old, new)) == (
        InsertStep(
            Step(id="5", kegiatan=ACTIVITIES["e"][0], symbols=(Symbol("Arsiparis"),)), None, (Edge(End("5"), End("1")),)
        ),
    )


@given(a_pair())
def test_adopting_ids_changes_nothing_but_ids(pair):
    old, new = pair
    adopted = with_ids_of(old, new)
    ids = {after.id: before.id for before, after in zip(new.steps, adopted.steps, strict=True)}
    known = align(old, new)
    assert {ids[id]: id for id in ids if id in old} == known
    assert apply_all(old, compare(old, adopted)) == adopted
    assert [replace(step, id="x") for step in adopted.steps] == [replace(step, id="x") for step in new.steps]
    assert (adopted.identity, adopted.daftar_pelaksana, len(adopted.edges)) == (
        new.identity,
        new.daftar_pelaksana,
        len(new.edges),
    )


@given(procedures(max_steps=12, max_executors=4))
def test_a_procedure_is_aligned_with_itself(procedure):
    assert with_ids_of(procedure, procedure) == procedure
