"""Every sentence for people has its English, with the same places, and the compiled catalogues are current."""

from __future__ import annotations

import ast
import re
from string import Formatter

import pytest

from sopan.translation import fill, translator
from tools.catalogue import LOCALE, compiled, po_path, read_catalogue
from tools.sentences import SOURCES, find_sentences

FOUND = find_sentences()
ENGLISH = read_catalogue(po_path("en"))


def places(sentence: str) -> list[str]:
    """`{nama}` and `{hari:g}` as they stand in a sentence, in any order."""
    return sorted(f"{name}:{form}" for _, name, form, _ in Formatter().parse(sentence) if name is not None)


def test_every_sentence_can_be_followed_to_its_words():
    assert FOUND.lost == []
    assert len(FOUND.sentences) > 300


def test_every_sentence_has_an_english_translation():
    missing = [s for s in FOUND.sentences if not (ENGLISH.get(s) and ENGLISH.get(s).string)]
    assert missing == [], "run python -m tools.catalogue and translate"


def test_the_catalogue_holds_nothing_that_is_no_longer_said():
    assert [message.id for message in ENGLISH if message.id and message.id not in FOUND.sentences] == []


def test_translations_have_the_places_of_their_sentences():
    for message in ENGLISH:
        if message.id and message.string:
            assert places(message.string) == places(message.id), message.id


def test_translations_end_as_their_sentences_do():
    for message in ENGLISH:
        if message.id and message.string and message.id[-1] in ".?:…":
            assert message.string[-1] == message.id[-1], message.id


@pytest.mark.parametrize("po", sorted(LOCALE.rglob("*.po")), ids=lambda po: f"{po.parts[-3]}-{po.stem}")
def test_compiled_catalogues_are_current(po):
    assert po.with_suffix(".mo").read_bytes() == compiled(read_catalogue(po)), "run python -m tools.catalogue"


def test_a_sentence_is_never_put_together_before_it_is_translated():
    """An f-string or a filled-in text as a sentence would have no translation: it must be found as lost."""
    for path in SOURCES.rglob("*.py"):
        if "tests" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "sentence":
                assert not isinstance(node.value, ast.JoinedStr), f"{path.name}:{node.value.lineno}"


def test_clicks_own_words_are_in_the_installed_click():
    import click

    sources = "".join(path.read_text(encoding="utf-8") for path in click_files(click))
    catalogue = read_catalogue(po_path("id", "click"))
    for message in catalogue:
        for sentence in [message.id] if isinstance(message.id, str) else message.id:
            told = sentence.replace("\n", "\\n").replace("\t", "\\t")
            assert not sentence or told in re.sub(r'"\s*\n\s*"', "", sources), sentence


def click_files(package: object) -> list:
    from pathlib import Path

    return sorted(Path(package.__file__).parent.glob("*.py"))


def test_indonesian_is_the_language_of_the_ids():
    say = translator("id")
    assert say("Kedua naskah sama.") == "Kedua naskah sama."
    assert translator("en")("Kedua naskah sama.") == "The two documents are the same."


def test_a_language_nobody_speaks_and_an_unknown_sentence_stay_indonesian():
    assert translator("fr")("Kedua naskah sama.") == "Kedua naskah sama."
    assert translator("en")("kalimat yang tidak dikenal") == "kalimat yang tidak dikenal"
    assert translator("en")("") == ""


def test_parameters_are_filled_in_after_the_translation():
    assert fill(translator("en")("Langkah {nomor}"), {"nomor": "{x}"}) == "Step {x}"
    assert fill("tanpa {parameter}", {}) == "tanpa {parameter}"
