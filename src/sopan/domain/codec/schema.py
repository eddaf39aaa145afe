"""The text format as a JSON Schema, so that an editor completes keys, shows what they mean and marks what is wrong.

It is made of the table of names and kept in `sop.schema.json`; `python -m tools.schema` writes that file. The schema
says what a document looks like; what only the whole document shows (an id that is missing, a step that is named and
does not exist) is said by `decode_text`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

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
    Key,
    Record,
    Shape,
)
from sopan.domain.codec.text.write import VERSION

Schema: TypeAlias = dict[str, object]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
NAME = f"urn:sopan:sop-yaml:{VERSION}"


def json_schema() -> Schema:
    """The schema of the text format, draft 2020-12, with Indonesian descriptions."""
    return {
        "$schema": DIALECT,
        "$id": NAME,
        "title": "SOP AP",
        "description": "Berkas .sop.yaml: satu SOP Administrasi Pemerintahan.",
        **_object(DOCUMENT, "sopan"),
        "$defs": _DEFINITIONS,
    }


def schema_text() -> str:
    """The schema as it is kept in `sop.schema.json`."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


def _object(record: Record, *required: str) -> Schema:
    found: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.key: {"description": key.about, **_value(key)} for key in record.values()},
    }
    return {**found, "required": list(required)} if required else found


def _value(key: Key) -> Schema:
    """What may stand behind a key."""
    if key.shape is Shape.OTHER:
        return _FORMS[key.key, key.field]
    if key is DOCUMENT["sopan"]:
        return {"enum": [VERSION, int(VERSION)]}
    if key.vocabulary:
        return {"enum": [*key.vocabulary.words, *key.vocabulary.others, "", None]}
    return _TEXTS if key.shape is Shape.TEXTS else _NUMBER if key.shape is Shape.NUMBER else _TEXT


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _any(*choices: Schema) -> Schema:
    return {"anyOf": list(choices)}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _one_or_more(name: str) -> Schema:
    """A list of such mappings, or one that stands for it; nothing, too."""
    return _any(_ref(name), _list(_any(_ref(name), _NOTHING)), _NOTHING)


_TEXT, _TEXTS, _NUMBER, _WAYS = _ref("teks"), _ref("daftar_teks"), _ref("milimeter"), _ref("ke")
_NOTHING: Schema = {"enum": ["", None]}

_FORMS: Mapping[tuple[str, str], Schema] = {
    ("disahkan_oleh", "disahkan_oleh"): _any(_ref("pejabat"), _NOTHING),
    ("pelaksana", "daftar_pelaksana"): _ref("kolom"),
    ("tata_letak", "layout"): _any(_ref("tata_letak"), _NOTHING),
    ("abaikan", "suppressions"): _any(_one_or_more("pengabaian"), {"type": "object", "additionalProperties": _TEXT}),
    ("langkah", "steps"): _one_or_more("langkah"),
    ("pelaksana", "symbols"): _any(_TEXT, _ref("simbol"), _list(_any(_TEXT, _ref("simbol")))),
    ("ke", "edges"): _WAYS,
    ("antar", "inner_edges"): _one_or_more("anak_panah"),
    ("simbol", "symbols"): _one_or_more("geseran_simbol"),
    ("garis", "lines"): _one_or_more("geseran_garis"),
}
"""(key, name in the code) → what may stand there, for the forms of their own."""

_DEFINITIONS: Schema = {
    "teks": {"type": ["string", "number", "boolean", "null"]},
    "daftar_teks": _any(_TEXT, _list(_TEXT)),
    "milimeter": {"type": ["number", "string", "null"]},
    "ke": _any(_TEXTS, {"type": "object", "additionalProperties": _TEXTS}),
    "kolom": _any(_TEXT, _list(_any(_TEXT, _ref("kelompok"))), _ref("kelompok")),
    "kelompok": {
        "description": "Kepala kolom dua tingkat: nama bidang, lalu pelaksana di dalamnya.",
        "type": "object",
        "additionalProperties": _TEXTS,
    },
    "pejabat": _object(PEJABAT),
    "langkah": _object(STEP),
    "simbol": _object(SYMBOL, "nama"),
    "anak_panah": _object(ARROW, "dari", "ke"),
    "tata_letak": _object(LAYOUT),
    "geseran_simbol": _object(SYMBOL_NUDGE, "langkah"),
    "geseran_garis": _object(LINE_NUDGE, "dari", "ke"),
    "pengabaian": _object(SUPPRESSION, "aturan", "alasan"),
}
