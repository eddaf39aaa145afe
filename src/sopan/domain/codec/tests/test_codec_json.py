"""The JSON of a procedure: a fixed shape, strict on reading."""

from __future__ import annotations

import json

import pytest

from sopan.domain import (
    Edge,
    End,
    Identity,
    InvalidProcedure,
    Kind,
    Layout,
    MutuBaku,
    NewerFormat,
    Procedure,
    Sifat,
    Status,
    Step,
    Suppression,
    Symbol,
    SymbolNudge,
    UnreadableSource,
)
from sopan.domain.codec import decode_json, encode_json

A_PROCEDURE = Procedure(
    identity=Identity(judul="Penanganan Surat Masuk", sifat=Sifat.ADMINISTRATIVE, dasar_hukum=("UU 25/2009",)),
    daftar_pelaksana=("Arsiparis", "Camat"),
    steps=(
        Step(id="1", kegiatan="Menerima surat", symbols=(Symbol("Arsiparis"),), kind=Kind.START,
             mutu_baku=MutuBaku(kelengkapan=("Surat",), waktu="5 menit", output="Surat tercatat")),
        Step(id="2", symbols=(Symbol("Camat", Kind.DECISION),), kind=Kind.END, nomor="2a"),
    ),
    edges=(Edge(End("1"), End("2", "Camat"), "Ya"),),
    status=Status.IN_REVIEW,
    layout=Layout(paper="f4", symbols=(SymbolNudge(End("1"), 1.5),)),
    suppressions=(Suppression(code="FL-06", reason="kebiasaan"),),
)  # fmt: skip


def changed(**members: object) -> str:
    return json.dumps({**json.loads(encode_json(A_PROCEDURE)), **members})


def test_the_shape_of_the_document_is_fixed():
    assert json.loads(encode_json(A_PROCEDURE)) == {
        "format": "sopan-procedure/1",
        "identity": {
            "judul": "Penanganan Surat Masuk", "nomor": "", "pemerintah_daerah": "", "opd": "", "logo": "",
            "revisi_ke": "", "unit_kerja": "", "tanggal_pembuatan": "", "tanggal_revisi": "", "tanggal_efektif": "",
            "disahkan_oleh": {"jabatan": "", "selaku": "", "nama": "", "pangkat": "", "nip": ""},
            "sifat": "administrative", "besaran": None, "kelengkapan_jenis": None, "jenis": None,
            "ciri_kegiatan": None, "dasar_hukum": ["UU 25/2009"], "keterkaitan": [], "peringatan": [],
            "kualifikasi_pelaksana": [], "peralatan": [], "pencatatan": [],
        },
        "daftar_pelaksana": ["Arsiparis", "Camat"],
        "steps": [
            {"id": "1", "kegiatan": "Menerima surat", "symbols": [{"pelaksana": "Arsiparis", "kind": None}],
             "mutu_baku": {"kelengkapan": ["Surat"], "waktu": "5 menit", "output": "Surat tercatat"},
             "keterangan": "", "kind": "start", "nomor": ""},
            {"id": "2", "kegiatan": "", "symbols": [{"pelaksana": "Camat", "kind": "decision"}],
             "mutu_baku": {"kelengkapan": [], "waktu": "", "output": ""},
             "keterangan": "", "kind": "end", "nomor": "2a"},
        ],
        "edges": [{"source": {"step": "1", "pelaksana": ""}, "target": {"step": "2", "pelaksana": "Camat"},
                   "answer": "Ya"}],
        "status": "in_review",
        "layout": {"paper": "f4", "symbols": [{"symbol": {"step": "1", "pelaksana": ""}, "dx": 1.5, "dy": 0.0}],
                   "lines": []},
        "suppressions": [{"code": "FL-06", "reason": "kebiasaan", "step": ""}],
    }  # fmt: skip


def test_the_format_stands_first_on_one_line():
    encoded = encode_json(A_PROCEDURE)
    assert encoded.startswith('{"format":"sopan-procedure/1","identity":{"judul":"Penanganan Surat Masuk"')
    assert "\n" not in encoded


def test_members_left_out_take_their_defaults():
    assert decode_json('{"format":"sopan-procedure/1"}') == Procedure()
    assert decode_json('{"format":"sopan-procedure/1","steps":[{"id":"1"}]}').steps == (Step(id="1"),)


def test_a_whole_number_is_a_number_of_millimetres():
    nudged = decode_json(changed(layout={"symbols": [{"symbol": {"step": "1"}, "dx": 2}]}))
    assert nudged.layout.symbols == (SymbolNudge(End("1"), 2.0),)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (changed(steps={}), "“steps” seharusnya daftar"),
        (changed(identity=[]), "“identity” seharusnya objek"),
        (changed(identity={"judul": 7}), "“identity.judul” seharusnya teks, bukan 7"),
        (changed(identity={"judl": ""}), "Anggota “judl” tidak dikenal di “identity”. Mungkin maksudnya “judul”"),
        (changed(zzz=1), "Anggota “zzz” tidak dikenal di “dokumen”. Anggota yang dikenal: identity"),
        (changed(status="draf"), "“status” tidak mengenal “draf”. Pilihannya: draft, in_review"),
        (changed(status=None), "“status” tidak mengenal “None”"),
        (changed(steps=[{"kegiatan": "x"}]), "Di “steps[0]” belum ada id"),
        (changed(edges=[{"answer": "x"}]), "Di “edges[0]” belum ada source, target"),
        (
            changed(layout={"symbols": [{"symbol": {"step": "1"}, "dx": "1"}]}),
            "“layout.symbols[0].dx” seharusnya angka",
        ),
        (changed(steps=[{"id": "1"}, {"id": "1"}], edges=[]), "step ids used more than once: 1"),
        (changed(steps=[]), "which does not exist"),
        (changed(format="sopan-procedure/0"), "seharusnya sopan-procedure/1"),
        (changed(format="sopan-procedure/x"), "seharusnya sopan-procedure/1"),
        (changed(format=1), "seharusnya sopan-procedure/1"),
        ("{}", "seharusnya sopan-procedure/1"),
        ("[]", "bukan objek"),
        ('{"a":1,"a":2}', "Anggota “a” tertulis dua kali"),
    ],
)
def test_what_is_not_of_this_shape_is_refused_by_name(source, said):
    with pytest.raises(UnreadableSource) as caught:
        decode_json(source)
    assert said in str(caught.value)


def test_broken_json_is_refused_where_it_breaks():
    with pytest.raises(UnreadableSource) as caught:
        decode_json('{"format":\n "sopan-procedure/1" "x"}')
    assert (caught.value.line, caught.value.column) == (2, 22)


def test_a_later_format_asks_for_a_later_sopan():
    with pytest.raises(NewerFormat):
        decode_json('{"format":"sopan-procedure/2","new":true}')


def test_a_number_that_is_none_is_not_written():
    with pytest.raises(InvalidProcedure):
        encode_json(Procedure(layout=Layout(symbols=(SymbolNudge(End("1"), float("nan")),))))
