"""Text is as wide as the writers set it, and everything can be shown somehow."""

from __future__ import annotations

import pickle
from types import SimpleNamespace

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from sopan.writers.advances import MM_PER_POINT
from sopan.writers.fonts import ARIMO, FontNotInstalled, measurer, printable

SUBSTITUTE = "\N{WHITE SQUARE}"


def test_a_line_is_as_wide_as_its_characters_together():
    measure = measurer()
    assert measure.width("AVATo", 9) == pytest.approx(sum(measure.width(letter, 9) for letter in "AVATo"))


def test_arimo_has_the_widths_of_arial():
    thousandths = {"i": 455, "m": 1706, "A": 1366, " ": 569, "–": 1139}
    for letter, units in thousandths.items():
        assert measurer().width(letter, 1) == pytest.approx(units / 2048 * MM_PER_POINT)
    assert measurer().width("A", 1, bold=True) == pytest.approx(1479 / 2048 * MM_PER_POINT)


def test_width_grows_with_the_type_size():
    assert measurer().width("Kegiatan", 18) == pytest.approx(2 * measurer().width("Kegiatan", 9))


def test_a_typeface_travels_to_another_process_by_its_name():
    assert pickle.loads(pickle.dumps(measurer())) is measurer("arimo")


def test_a_font_that_is_missing_is_named_in_the_refusal():
    with pytest.raises(FontNotInstalled) as refused:
        measurer("Huruf Yang Tidak Ada")
    assert "Huruf Yang Tidak Ada" in refused.value.sentence.format(**refused.value.parameters)
    assert ARIMO in refused.value.sentence


def test_narrow_slanted_and_thin_faces_of_a_family_are_passed_over(monkeypatch):
    faces = [
        a_face("sempit.ttf", stretch=0.75),
        a_face("miring.ttf", style="italic"),
        a_face("tipis.ttf", weight=200),
        a_face("biasa.ttf"),
        a_face("tebal-sempit.ttf", weight=700, stretch=0.75),
        a_face("tebal.ttf", weight=700),
        a_face("lain.ttf", family="Huruf Lain"),
    ]
    monkeypatch.setattr(typst, "Fonts", lambda **_: SimpleNamespace(fonts=lambda: faces))
    assert [file.path.name for file in measurer("huruf contoh").files] == ["biasa.ttf", "tebal.ttf"]


def a_face(path, *, family="Huruf Contoh", style="normal", weight=400, stretch=1.0):
    return SimpleNamespace(family=family, style=style, weight=weight, stretch=stretch, path=path, index=0)


def test_a_character_without_a_glyph_gets_a_substitute_of_known_width():
    assert measurer().displayable("Surat 中文 😀") == f"Surat {SUBSTITUTE * 2} {SUBSTITUTE}"
    assert measurer().width("中", 9) == measurer().width(SUBSTITUTE, 9)


def test_invisible_characters_take_no_room():
    assert measurer().displayable("a\u200d\u00ad\u202e\0b") == "ab"
    assert measurer().width("a\u200d\u00adb", 9) == measurer().width("ab", 9)


def test_letters_with_accents_are_composed():
    assert measurer().displayable("Cafe\u0301") == "Café"


def test_tabs_and_line_ends_are_spaces():
    assert measurer().displayable("a\tb\nc") == "a b c"


@given(st.text())
def test_any_text_has_a_width_and_can_be_shown_twice(text):
    shown = measurer().displayable(text)
    assert measurer().width(text, 9) >= 0
    assert measurer().displayable(shown) == shown


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_printable_text_is_what_it_says(text):
    shown = printable(text)
    assert shown.replace("\N{REPLACEMENT CHARACTER}", "").isprintable()
    assert shown.encode().decode() == shown
