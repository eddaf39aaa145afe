"""What changed in a text and in a list of texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain.comparison import Mark, Pieces, word_diff
from sopan.domain.comparison.likeness import likeness
from sopan.domain.comparison.words import list_diff
from sopan.domain.tests.makers import drawn


def text_of(pieces: Pieces, without: Mark) -> str:
    return "".join(piece.text for piece in pieces if piece.mark is not without)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("15 menit", "15 menit", "15 menit"),
        ("", "15 menit", "{15 menit}"),
        ("15 menit", "", "[15 menit]"),
        ("15 menit", "20 menit", "[15]{20} menit"),
        ("Memeriksa berkas", "Memeriksa kelengkapan berkas", "Memeriksa {kelengkapan }berkas"),
        ("Memeriksa berkas permohonan", "Memeriksa berkas", "Memeriksa berkas[ permohonan]"),
        ("Surat, KTP", "Surat; KTP", "Surat[,]{;} KTP"),
        ("Membuat nota", "Menghapus arsip", "[Membuat nota]{Menghapus arsip}"),
        ("Kepala  Dinas", "Kepala Dinas", "Kepala[  ]{ }Dinas"),
        ("Satu surat lalu dua arsip", "Tiga surat lalu empat arsip", "[Satu]{Tiga} surat lalu [dua]{empat} arsip"),
    ],
)  # fmt: skip
def test_words_are_marked(old, new, expected):
    assert drawn(word_diff(old, new)) == expected


def test_a_single_small_word_in_common_does_not_tear_two_texts_apart():
    old, new = "Mencatat surat masuk dan keluar", "Menyerahkan salinan dokumen dan berkas kepada pemohon"
    assert drawn(word_diff(old, new)) == f"[{old}]{{{new}}}"


def test_a_very_long_text_is_compared_in_bounded_work():
    old, new = "a b " * 50_000, "b a c " * 50_000
    pieces = word_diff(old, new)
    assert len(pieces) <= 4
    assert (text_of(pieces, Mark.ADDED), text_of(pieces, Mark.REMOVED)) == (old, new)


def test_one_word_changed_in_a_very_long_text_is_found():
    words = [f"kata{number}" for number in range(5_000)]
    pieces = word_diff(" ".join(words), " ".join([*words[:2_500], "baru", *words[2_501:]]))
    assert drawn(pieces[1:3]) == "[kata2500]{baru}"


texts = st.text("ab ,\n", max_size=12) | st.text(max_size=12)


@given(texts, texts)
def test_both_texts_can_be_read_from_the_pieces(old, new):
    pieces = word_diff(old, new)
    assert text_of(pieces, Mark.ADDED) == old
    assert text_of(pieces, Mark.REMOVED) == new


@given(texts, texts)
def test_pieces_are_never_empty_and_never_two_of_a_kind(old, new):
    pieces = word_diff(old, new)
    assert all(piece.text for piece in pieces)
    assert all(one.mark is not other.mark for one, other in pairwise(pieces))


def test_an_item_that_came_and_one_that_went_stand_on_lines_of_their_own():
    lines = list_diff(("KTP", "Kartu Keluarga", "Surat pengantar"), ("KTP", "Surat pengantar", "Pasfoto"))
    assert list(map(drawn, lines)) == ["KTP", "[Kartu Keluarga]", "Surat pengantar", "{Pasfoto}"]


def test_an_item_in_other_words_is_one_line():
    old = ("UU 24/2013 tentang Administrasi Kependudukan", "PP 40/2019", "Perbup 3/2020 tentang Tata Kerja Dinas")
    new = ("Perda 7/2021", "Perbup 3/2022 tentang Tata Kerja Dinas")
    assert list(map(drawn, list_diff(old, new))) == [
        "[UU 24/2013 tentang Administrasi Kependudukan]",
        "[PP 40/2019]",
        "{Perda 7/2021}",
        "Perbup 3/[2020]{2022} tentang Tata Kerja Dinas",
    ]


def test_items_that_change_places_are_not_crossed():
    lines = list_diff(("Berkas permohonan satu", "Berkas permohonan dua"), ("Berkas permohonan dua", "x"))
    assert list(map(drawn, lines)) == ["[Berkas permohonan satu]", "Berkas permohonan dua", "{x}"]


items = st.lists(st.text("abc ", min_size=1, max_size=5), max_size=6).map(tuple)


@given(items, items)
def test_both_lists_can_be_read_from_the_lines(old, new):
    lines = list_diff(old, new)
    assert tuple(filter(None, (text_of(line, Mark.ADDED) for line in lines))) == old
    assert tuple(filter(None, (text_of(line, Mark.REMOVED) for line in lines))) == new


def test_likeness_runs_from_nothing_to_the_same():
    assert likeness("Memeriksa berkas", "MEMERIKSA  berkas!") == 1
    assert likeness("Memeriksa berkas", "xyz") == 0
    assert likeness("", "") == 0
    assert 0.7 < likeness("Menulis saran", "Menulis saran penanganan pada lembar disposisi") < 1


@given(texts, texts)
def test_likeness_is_the_same_from_both_sides(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
