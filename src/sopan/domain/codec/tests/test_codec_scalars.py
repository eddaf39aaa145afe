"""A text is written so that every YAML reader takes it for that text: ours, and those that guess types."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sopan.domain import Identity, Procedure
from sopan.domain.codec import decode_text, encode_text
from sopan.domain.codec.text.scalars import is_plain

FIT = st.characters(exclude_categories=("Cs",), exclude_characters="\x7f\ufffe\uffff").filter(
    lambda one: one in "\t\n\r\x85" or not (one < " " or "\x80" <= one < "\xa0")
)
SHARP = st.text(st.sampled_from("ab: #-?,[]{}&*!|>'\"%@`~=<\\/\n\t.0123456789_yno\x85\u2028\xa0\ufeff👩"), max_size=12)


@settings(max_examples=300, deadline=None)
@given(st.one_of(SHARP, st.text(FIT, max_size=30)))
@example("no")
@example("1:30")
@example("12e03")
@example("0o14")
@example("2026-03-02")
@example("---")
@example("... akhir")
@example("= x")
@example("baris\n\n  menjorok\n")
@example("baris\n")
@example("\nbaris")
@example("a\n\n")
@example("a \nb")
def test_any_text_comes_back_from_every_reader(text):
    procedure = Procedure(identity=Identity(judul=text, peralatan=(text, text)))
    written = encode_text(procedure)
    assert decode_text(written) == procedure
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        read = yaml.load(written, Loader=loader)
        assert read["peralatan"] == [text, text]
        assert read.get("judul", "") == text


@pytest.mark.parametrize(
    "text", ["Memeriksa berkas", "UU 24/2013 tentang X, Y", "000.8.3.2/12/SETDA/2026", "15 menit", "a#b"]
)
def test_what_is_safe_stays_without_quotes(text):
    assert is_plain(text)


@pytest.mark.parametrize(
    "text", ["ya: tidak", "a #b", "1", "1.5", "no", "Ya ", "- a", "*a", "x:", "", "1:30", "0x1F", "~"]
)
def test_what_another_reader_would_misread_is_quoted(text):
    assert not is_plain(text)


def test_lines_are_written_as_lines():
    procedure = Procedure(identity=Identity(judul="satu\ndua", peralatan=("tiga\n\nempat\n",)))
    assert encode_text(procedure) == (
        'sopan: "1"\njudul: |-\n  satu\n  dua\nperalatan:\n- |\n  tiga\n\n  empat\nstatus: draf\n'
    )
