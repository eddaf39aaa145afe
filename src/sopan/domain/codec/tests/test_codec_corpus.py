"""Real procedures, mess included, survive both encodings."""

from __future__ import annotations

from sopan.domain.codec import decode_json, decode_text, encode_json, encode_text, format_text
from tests import corpus as real


def test_every_real_procedure_survives_both_encodings(corpus):
    for name in real.names():
        procedure = real.procedure(real.source(name))
        text = encode_text(procedure)
        assert decode_text(text) == procedure, name
        assert format_text(text) == text, name
        assert decode_json(encode_json(procedure)) == procedure, name
