"""Lines of text: they fit, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.flowchart.diagram import WORD_JOINER
from sopan.flowchart.text import HelveticaMeasurer, Typesetter

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters=WORD_JOINER), max_size=200
)


@given(texts, st.floats(5, 80), st.floats(6, 12))
def test_lines_hold_every_letter_and_none_is_too_long(text, width, size):
    block = Typesetter(HelveticaMeasurer()).block(text, width, size)
    assert " ".join(block.lines).replace(WORD_JOINER + " ", "").split() == text.split()
    for line in block.lines:
        assert len(line.removesuffix(WORD_JOINER)) == 1 or HelveticaMeasurer().width(line, size) <= width + 1e-6
    widest = max((HelveticaMeasurer().width(line, size) for line in block.lines), default=0)
    assert block.width == pytest.approx(widest, abs=1e-6)


def test_words_are_broken_after_a_slash_or_hyphen_where_there_is_one():
    block = Typesetter(HelveticaMeasurer()).block("Kependudukan/Pencatatan", 25, 9)
    assert block.lines == ("Kependudukan/" + WORD_JOINER, "Pencatatan")


def test_paragraphs_keep_their_lines():
    assert Typesetter(HelveticaMeasurer()).block("satu\ndua\n\ntiga", 90, 9).lines == ("satu", "dua", "", "tiga")


def test_further_lines_of_an_item_hang_under_its_first_word():
    block = Typesetter(HelveticaMeasurer()).block("1. Memeriksa berkas permohonan izin\n2. Mencatat", 40, 9)
    mark = HelveticaMeasurer().width("1. ", 9)
    assert block.lines == ("1. Memeriksa berkas", "permohonan izin", "2. Mencatat")
    assert block.offsets == pytest.approx((0, mark, 0))


def test_a_number_that_begins_a_sentence_is_no_item():
    assert Typesetter(HelveticaMeasurer()).block("1. Memeriksa berkas permohonan izin", 40, 9).offsets == ()


@given(
    st.lists(st.sampled_from(["- berkas", "1. surat permohonan izin", "Tanpa", "a) x"]), max_size=6), st.floats(9, 60)
)
def test_lines_that_hang_stay_within_the_width(items, width):
    block = Typesetter(HelveticaMeasurer()).block("\n".join(items), width, 9)
    for line, offset in zip(block.lines, block.offsets, strict=bool(block.offsets)):
        assert len(line) < 3 or offset + HelveticaMeasurer().width(line, 9) <= width + 1e-6
    assert block.width <= width + 1e-6 or any(len(line) < 3 for line in block.lines)


def test_type_grows_in_proportion():
    measure = HelveticaMeasurer()
    assert measure.width("Kegiatan", 18) == pytest.approx(2 * measure.width("Kegiatan", 9))
    assert measure.width("Kegiatan", 9, bold=True) > measure.width("Kegiatan", 9)
