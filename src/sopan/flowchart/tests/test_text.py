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


def test_type_grows_in_proportion():
    measure = HelveticaMeasurer()
    assert measure.width("Kegiatan", 18) == pytest.approx(2 * measure.width("Kegiatan", 9))
    assert measure.width("Kegiatan", 9, bold=True) > measure.width("Kegiatan", 9)
