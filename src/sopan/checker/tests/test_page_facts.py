"""What counts as said on the identity page, and what a title is without the word SOP."""

from __future__ import annotations

import pytest

from sopan.checker import page_facts
from sopan.domain.identity import Identity
from sopan.domain.procedure import MutuBaku, Procedure, Step


@pytest.mark.parametrize("text", ["", "  ", "-", "–", "---", "...", "N/A", "nihil", "Tidak ada", "tidak ada."])
def test_nothing_is_said(text: str):
    assert page_facts.is_blank(text)


@pytest.mark.parametrize("text", ["Komputer", "Tidak ada, karena berdiri sendiri", "0", "tidak ada SOP lain"])
def test_something_is_said(text: str):
    assert not page_facts.is_blank(text)


@pytest.mark.parametrize(
    ("judul", "bare"),
    [
        ("SOP Penyusunan Renstra", "Penyusunan Renstra"),
        ("SOP AP: Penyusunan Renstra", "Penyusunan Renstra"),
        ("S.O.P. Penyusunan Renstra", "Penyusunan Renstra"),
        ("STANDAR OPERASIONAL PROSEDUR – Penyusunan\nRenstra", "Penyusunan Renstra"),
        ("Sopan Santun Pelayanan", "Sopan Santun Pelayanan"),
        ("Penyusunan SOP", "Penyusunan SOP"),
        ("SOP", ""),
    ],
)
def test_a_title_without_the_word_sop(judul: str, bare: str):
    assert page_facts.bare_title(judul) == bare


def test_two_titles_are_the_same_whatever_their_dress():
    assert page_facts.same_title("1. SOP Penanganan  Surat Masuk", "penanganan surat masuk")
    assert not page_facts.same_title("SOP Penanganan Surat Masuk", "SOP Penanganan Surat Keluar")
    assert not page_facts.same_title("", "SOP")


def test_every_text_outside_signature_block_and_column_heads_is_looked_at():
    identity = Identity(judul="J", opd="O", dasar_hukum=("D",), pencatatan=("C",), tanggal_efektif="2 Maret 2026")
    step = Step(
        id="1", kegiatan="K", mutu_baku=MutuBaku(kelengkapan=("L",), waktu="5 menit", output="U"), keterangan="T"
    )
    seen = {text for _, _, text in page_facts.all_texts(Procedure(identity=identity, steps=(step,))) if text}
    assert seen == {"J", "O", "D", "C", "K", "L", "U", "T"}
