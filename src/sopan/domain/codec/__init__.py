"""Procedures as versioned JSON (for machines) and as `.sop.yaml` (for people): the same value, both ways.

Whatever the source, decoding raises nothing but `UnreadableSource`, with a sentence for people, in bounded time.
"""

from sopan.domain.codec.json_document import decode_json, encode_json
from sopan.domain.codec.schema import json_schema, schema_text
from sopan.domain.codec.text import Decoded, decode_text, decode_text_with_places, encode_text, format_text

__all__ = [
    "Decoded",
    "decode_json",
    "decode_text",
    "decode_text_with_places",
    "encode_json",
    "encode_text",
    "format_text",
    "json_schema",
    "schema_text",
]
