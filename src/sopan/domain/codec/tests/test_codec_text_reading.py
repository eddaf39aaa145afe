"""What the text format means: defaults, short forms, and the words that stay words."""

from __future__ import annotations

import pytest

from sopan.domain import (
    Besaran,
    CiriKegiatan,
    Edge,
    End,
    Jenis,
    KelengkapanJenis,
    Kind,
    LineNudge,
    PejabatPengesah,
    Procedure,
    Sifat,
    Status,
    Suppression,
    Symbol,
    SymbolNudge,
)
from sopan.domain.codec import decode_text, encode_text

HEAD = 'sopan: "1"\n'


def a_procedure(source: str) -> Procedure:
    return decode_text(HEAD + source)


def the_flow(source: str) -> list[str]:
    """Every edge as `1 → 2 (Ya)`."""
    edges = a_procedure("langkah:\n" + source).edges
    return [f"{edge.source} → {edge.target}" + f" ({edge.answer})" * bool(edge.answer) for edge in edges]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("no", "no"),
        ("ya", "ya"),
        ("1:30", "1:30"),
        ("~", "~"),
        ("null", "null"),
        ("0x1F", "0x1F"),
        ("2026-03-02", "2026-03-02"),
        ('"a\\tb"', "a\tb"),
        ("'it''s'", "it's"),
        ("|\n  satu\n  dua\n", "satu\ndua\n"),
        (">-\n  satu\n  dua\n", "satu dua"),
        ("dua\n  baris", "dua baris"),
        ("Rp1.000,- [tunai] # catatan", "Rp1.000,- [tunai]"),
        ("", ""),
        ('"  tepi  "', "  tepi  "),
    ],
)
def test_every_scalar_is_the_text_it_looks_like(written, read):
    assert a_procedure(f"judul: {written}\n").identity.judul == read


def test_the_first_page_is_read_key_by_key():
    identity = a_procedure(
        "sifat: teknis\nbesaran: mikro\nkelengkapan_jenis: parsial\njenis: umum\nciri_kegiatan: rutin\n"
        "disahkan_oleh: {jabatan: Camat, selaku: Plt., nip: ''}\ndasar_hukum: UU 25/2009\nperalatan:\n- Komputer\n-\n"
    ).identity
    assert (identity.sifat, identity.besaran) == (Sifat.TECHNICAL, Besaran.MICRO)
    assert (identity.kelengkapan_jenis, identity.jenis) == (KelengkapanJenis.PARTIAL, Jenis.GENERIC)
    assert identity.ciri_kegiatan is CiriKegiatan.ROUTINE
    assert identity.disahkan_oleh == PejabatPengesah(jabatan="Camat", selaku="Plt.")
    assert identity.dasar_hukum == ("UU 25/2009",), "one text stands for a list of one"
    assert identity.peralatan == ("Komputer",), "a bare dash holds nothing"


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("draf", Status.DRAFT),
        ("telaah", Status.IN_REVIEW),
        ("reviu", Status.IN_REVIEW),
        ("uji", Status.ON_TRIAL),
        ("verifikasi", Status.IN_VERIFICATION),
        ("pengesahan", Status.AWAITING_RATIFICATION),
        ("efektif", Status.EFFECTIVE),
        ("revisi", Status.UNDER_REVISION),
        ("tidak_berlaku", Status.REVOKED),
        ("Tidak Berlaku", Status.REVOKED),
        ('""', Status.DRAFT),
    ],
)
def test_a_status_has_its_word(word, status):
    assert a_procedure(f"status: {word}\n").status is status


def test_empty_and_missing_are_the_same():
    empty = (
        "judul:\nnomor: ''\nsifat: ''\ndasar_hukum: ''\nperalatan: []\npencatatan:\ndisahkan_oleh: {}\npelaksana: []\n"
        "status:\ntata_letak:\nabaikan: []\nlangkah:\n"
    )
    assert a_procedure(empty) == a_procedure("") == Procedure()


def test_columns_may_have_two_level_heads():
    procedure = a_procedure("pelaksana: [Pemohon, {Bidang A: [Kepala, Staf], Bidang B: Kepala}]\n")
    assert procedure.daftar_pelaksana == ("Pemohon", "Bidang A / Kepala", "Bidang A / Staf", "Bidang B / Kepala")


def test_columns_left_out_follow_the_first_involvement():
    procedure = a_procedure("langkah:\n- pelaksana: B\n- pelaksana: [C, B, A]\n")
    assert procedure.daftar_pelaksana == ()
    assert procedure.columns == ("B", "C", "A")


def test_a_row_names_its_executors_in_three_ways():
    one, several, own = a_procedure(
        "langkah:\n- pelaksana: A\n- pelaksana: [A, B]\n- pelaksana: [A, {nama: B, jenis: keputusan}, {nama: C}]\n"
    ).steps
    assert one.symbols == (Symbol("A"),)
    assert several.symbols == (Symbol("A"), Symbol("B"))
    assert own.symbols == (Symbol("A"), Symbol("B", Kind.DECISION), Symbol("C"))


def test_ids_left_out_are_the_places_of_the_rows():
    assert [step.id for step in a_procedure("langkah:\n- kegiatan: a\n- kegiatan: b\n").steps] == ["1", "2"]
    assert [step.id for step in a_procedure("langkah:\n- id: x\n- id: 7\n").steps] == ["x", "7"]


def test_the_printed_number_is_not_the_id():
    procedure = a_procedure("langkah:\n- {kegiatan: a, nomor: 1a}\n- kegiatan: b\n")
    assert [procedure.nomor(step.id) for step in procedure.steps] == ["1a", "2"]


@pytest.mark.parametrize(
    ("source", "flow"),
    [
        ("- jenis: mulai\n- kegiatan: a\n- jenis: selesai\n- kegiatan: b\n", ["1 → 2", "2 → 3"]),
        ("- jenis: keputusan\n- kegiatan: a\n", []),
        ("- ke: []\n- kegiatan: a\n", []),
        ("- ke:\n- kegiatan: a\n", ["1 → 2"]),
        ("- ke: ''\n- kegiatan: a\n", ["1 → 2"]),
        ("- ke: 3\n- ke: [1, 3]\n- jenis: selesai\n", ["1 → 3", "2 → 3", "2 → 1"]),
        ("- jenis: keputusan\n  ke: {Ya: 2, Tidak: [1, 2], '': 1}\n- jenis: selesai\n",
         ["1 → 2 (Tidak)", "1 → 2 (Ya)", "1 → 1", "1 → 1 (Tidak)"]),
        ("- pelaksana: [A, B]\n  ke: 2/C\n- pelaksana: C\n", ["1 → 2/C"]),
        ("- pelaksana: [{nama: A, ke: 2}, B]\n- pelaksana: C\n", ["1/A → 2"]),
        ("- pelaksana: [{nama: A, jenis: keputusan, ke: {Ya: 2 / C}}, B]\n  ke: []\n- pelaksana: C\n",
         ["1/A → 2/C (Ya)"]),
        ("- pelaksana: [{nama: A, ke: []}, B]\n- pelaksana: C\n", []),
        ("- pelaksana: [A, B]\n  antar: [{dari: A, ke: B}, {dari: B, ke: A, jawaban: Tidak}]\n- pelaksana: C\n",
         ["1 → 2", "1/A → 1/B", "1/B → 1/A (Tidak)"]),
        ("- id: a\n  ke: a\n- id: b\n", ["a → a"]),
        ("- ke: [2, 2]\n- kegiatan: a\n", ["1 → 2"]),
    ],
)  # fmt: skip
def test_where_a_step_leads(source, flow):
    assert sorted(the_flow(source)) == sorted(flow)


def test_an_end_may_name_an_executor_whose_name_holds_a_slash():
    procedure = a_procedure("langkah:\n- ke: 2/Bidang A / Staf\n- pelaksana: Bidang A / Staf\n")
    assert procedure.edges == (Edge(End("1"), End("2", "Bidang A / Staf")),)


def test_the_drawing_keeps_what_a_person_moved():
    layout = a_procedure(
        "tata_letak:\n  kertas: Folio\n  simbol: [{langkah: 1/A, dx: 2.5, dy: '-1,5'}]\n"
        "  garis: [{dari: 1, ke: 2, jawaban: Ya, geser: 4}]\nlangkah: [{pelaksana: A}, {pelaksana: A}]\n"
    ).layout
    assert layout.paper == "f4"
    assert layout.symbols == (SymbolNudge(End("1", "A"), 2.5, -1.5),)
    assert layout.lines == (LineNudge(Edge(End("1"), End("2"), "Ya"), 4.0),)


def test_rules_are_set_aside_in_two_ways():
    short = a_procedure("abaikan: {FL-06: urutan kolom mengikuti struktur}\n")
    long = a_procedure("abaikan: [{aturan: FL-06, alasan: urutan kolom mengikuti struktur}]\n")
    assert short == long
    assert short.suppressions == (Suppression(code="FL-06", reason="urutan kolom mengikuti struktur"),)


def test_what_every_editor_may_add_is_no_trouble():
    plain = 'sopan: "1"\njudul: Akta\n'
    for variant in (
        b"\xef\xbb\xbf" + plain.encode(),
        plain.replace("\n", "\r\n"),
        "%YAML 1.2\n---\n" + plain + "...\n",
    ):
        assert decode_text(variant).identity.judul == "Akta"


def test_ids_are_written_once_a_step_is_named():
    unnamed = a_procedure("langkah:\n- kegiatan: a\n- kegiatan: b\n")
    named = a_procedure("langkah:\n- kegiatan: a\n- {kegiatan: b, ke: 1}\n")
    assert "id:" not in encode_text(unnamed)
    assert encode_text(named).count("id:") == 2


def test_a_way_to_nowhere_is_written_as_such():
    assert "- ke: []\n" in encode_text(a_procedure("langkah:\n- ke: []\n- kegiatan: a\n"))


def test_neighbours_of_one_group_are_written_under_one_head():
    columns = "pelaksana:\n- Pemohon\n- Bidang A:\n  - Kepala\n  - Staf\n- Bidang B / Kepala\n"
    assert encode_text(a_procedure(columns)) == HEAD + columns + "status: draf\n"
