"""A procedure survives both encodings; that is the law everything else leans on."""

from hypothesis import given, settings

from sopan.domain import Procedure
from sopan.domain.codec import decode_json, decode_text, encode_json, encode_text
from tests.strategies import procedures

SMALL = procedures(max_steps=12, max_executors=6)


@settings(max_examples=60, deadline=None)
@given(SMALL)
def test_json_gives_back_the_same_procedure(procedure: Procedure) -> None:
    encoded = encode_json(procedure)
    assert decode_json(encoded) == procedure
    assert encode_json(decode_json(encoded.encode())) == encoded


@settings(max_examples=60, deadline=None)
@given(SMALL)
def test_text_gives_back_the_same_procedure(procedure: Procedure) -> None:
    written = encode_text(procedure)
    assert decode_text(written) == procedure, written
    assert encode_text(decode_text(written.encode())) == written
