"""Lists count as Word counts them."""

from __future__ import annotations

import pytest
from lxml import etree

from sopan.readers.docx.numbering import Numbering, written


def a_numbering(*levels: tuple[str, str, int], override="") -> Numbering:
    """List 1 and list 2, made of one abstract list with these forms, texts and starts."""
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (form, text, start) in enumerate(levels)
    )
    lists = "".join(
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="0"/>{override if id == 2 else ""}</w:num>' for id in (1, 2)
    )
    root = (
        f'<w:numbering xmlns:w="urn:w"><w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{lists}</w:numbering>'
    )
    return Numbering(etree.fromstring(root))


def test_each_paragraph_counts_on_and_a_higher_level_begins_anew_below_it():
    numbering = a_numbering(("decimal", "%1.", 1), ("lowerLetter", "%2)", 1), ("decimal", "%1.%3", 1))
    said = [numbering.label("1", level) for level in (0, 1, 1, 0, 1, 2)]
    assert said == ["1.", "a)", "b)", "2.", "a)", "2.1"]


def test_two_lists_of_one_kind_count_on_unless_one_begins_anew():
    assert [a_numbering(("decimal", "%1.", 1)).label(id, 0) for id in ("1", "2")] == ["1.", "1."]
    going_on = a_numbering(("decimal", "%1.", 1))
    assert [going_on.label("1", 0), going_on.label("2", 0)] == ["1.", "2."]
    anew = a_numbering(
        ("decimal", "%1.", 1), override='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    )
    assert [anew.label("1", 0), anew.label("2", 0)] == ["1.", "5."]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (3, "decimal", "3"), (3, "decimalZero", "03"), (27, "lowerLetter", "aa"), (2, "upperLetter", "B"),
        (1999, "upperRoman", "MCMXCIX"), (4, "lowerRoman", "iv"), (0, "lowerRoman", ""),
    ],
)  # fmt: skip
def test_numbers_are_written_in_their_form(number, form, text):
    assert written(number, form) == text


def test_bullets_are_dots_and_unknown_lists_say_nothing():
    numbering = a_numbering(("bullet", "\uf0b7", 1), ("none", "", 1))
    assert [numbering.label(id, level) for id, level in (("1", 0), ("1", 1), ("9", 0), ("1", -1))] == ["•", "", "", ""]
