"""Whatever style a source is in: the formatter keeps the procedure and every comment, and is done after once."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from sopan.domain import Procedure
from sopan.domain.codec import decode_text, encode_text, format_text
from sopan.domain.codec.text.write import written
from tests.strategies import procedures

from .messy import Random, messy

SMALL = procedures(max_steps=7, max_executors=5)


@settings(max_examples=150, deadline=None)
@given(SMALL, st.randoms(use_true_random=True))
def test_a_source_in_any_style_is_formatted_once_and_for_all(procedure: Procedure, random: Random) -> None:
    source, comments = messy(written(procedure), random)
    assert decode_text(source) == procedure, source
    formatted = format_text(source)
    assert decode_text(formatted) == procedure, source
    assert format_text(formatted) == formatted, source
    assert sorted(re.findall(r"#+ ?c\d+ “{x}: \[a, #b]”", formatted)) == sorted(comments), source


@settings(max_examples=60, deadline=None)
@given(SMALL)
def test_what_the_codec_writes_is_already_formatted(procedure: Procedure) -> None:
    text = encode_text(procedure)
    assert format_text(text) == text
