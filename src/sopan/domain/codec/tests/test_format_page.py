"""The page about the format names every key and word there is, and its examples can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopan.domain import UnreadableSource
from sopan.domain.codec import decode_json, decode_text, encode_text, format_text
from sopan.domain.codec.limits import MAX_BYTES, MAX_DEPTH, MAX_STEPS, MAX_TEXT, MAX_VALUES
from sopan.domain.codec.names import (
    ARROW,
    DOCUMENT,
    LAYOUT,
    LINE_NUDGE,
    PEJABAT,
    STEP,
    SUPPRESSION,
    SYMBOL,
    SYMBOL_NUDGE,
)

PAGE = (Path(__file__).parents[5] / "docs" / "format.md").read_text(encoding="utf-8")
RECORDS = (DOCUMENT, PEJABAT, STEP, SYMBOL, ARROW, LAYOUT, SYMBOL_NUDGE, LINE_NUDGE, SUPPRESSION)
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def test_every_key_stands_on_the_page_with_its_meaning_and_its_words():
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    for key in (key for record in RECORDS for key in record.values()):
        row = next((line for line in rows if line.startswith(f"| `{key.key}` |") and key.about in line), "")
        assert row, f"{key.key}: {key.about}"
        assert all(f"`{word}`" in row for word in (key.vocabulary.words if key.vocabulary else ()))


def test_every_other_spelling_stands_on_the_page():
    vocabularies = [key.vocabulary for record in RECORDS for key in record.values() if key.vocabulary]
    assert not [word for vocabulary in vocabularies for word in vocabulary.others if f"`{word}`" not in PAGE]


def test_the_limits_on_the_page_are_those_of_the_codec():
    told = next(line for line in PAGE.splitlines() if line.startswith("- Batas:")).replace(".", "")
    limits = [MAX_BYTES, MAX_STEPS, MAX_TEXT, MAX_VALUES, MAX_DEPTH]
    assert [int(number) for number in re.findall(r"\d+", told)] == limits


def test_every_example_is_read_and_already_formatted():
    assert len(EXAMPLES) >= 6
    for example in EXAMPLES:
        decode_text(example)
        assert format_text(example) == example


def test_every_key_that_has_a_form_of_its_own_has_an_example():
    forms = ("pelaksana", "ke", "antar", "tata_letak", "simbol", "garis", "abaikan")
    assert not [key for key in forms if f"{key}:" not in "".join(EXAMPLES)]


def test_what_the_page_says_about_broken_files_is_what_a_person_is_told():
    told = re.findall(r"```yaml-salah\n(.*?)```.*?```text\n(.*?)\n```", PAGE, re.DOTALL)
    assert len(told) == 3
    for source, answer in told:
        with pytest.raises(UnreadableSource) as caught:
            decode_text(source)
        refusal = caught.value
        assert f"{refusal.line}:{refusal.column}: {refusal}" == answer


def test_the_json_of_the_page_is_a_procedure():
    (example,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    procedure = decode_json(example)
    assert len(procedure.steps) == 2
    assert decode_text(encode_text(procedure)) == procedure
