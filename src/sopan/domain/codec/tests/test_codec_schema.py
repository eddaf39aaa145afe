"""The published schema: up to date, and of one mind with the decoder."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from sopan.domain.codec import encode_text, json_schema, schema_text
from tests.strategies import procedures

FILE = Path(__file__).parent.parent / "sop.schema.json"
TYPES = {"string": str, "number": (int, float), "boolean": bool, "null": type(None), "array": list, "object": dict}
HEAD = 'sopan: "1"\n'


def faults(value: object, schema: dict, root: dict, way: str = "$") -> list[str]:
    """What a value lacks, for the words of JSON Schema that our schema uses."""
    known = {"$schema", "$id", "$defs", "title", "description", "$ref", "anyOf", "enum", "type", "items",
             "properties", "additionalProperties", "required"}  # fmt: skip
    assert set(schema) <= known, set(schema) - known
    found = []
    if "$ref" in schema:
        found += faults(value, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root, way)
    if "anyOf" in schema and all(faults(value, choice, root, way) for choice in schema["anyOf"]):
        found.append(f"{way}: none of the choices")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{way}: {value!r} is no choice")
    types = schema.get("type", [])
    if types and not any(isinstance(value, TYPES[name]) for name in ([types] if isinstance(types, str) else types)):
        found.append(f"{way}: {value!r} is no {types}")
    if isinstance(value, list) and "items" in schema:
        found += [fault for n, one in enumerate(value) for fault in faults(one, schema["items"], root, f"{way}[{n}]")]
    if isinstance(value, dict):
        found += [f"{way}: {name} is missing" for name in schema.get("required", []) if name not in value]
        for name, one in value.items():
            inner = schema.get("properties", {}).get(name, schema.get("additionalProperties", {}))
            found += [f"{way}: {name} is unknown"] if inner is False else faults(one, inner, root, f"{way}.{name}")
    return found


def faults_of(source: str) -> list[str]:
    return faults(yaml.safe_load(source), json_schema(), json_schema())


def test_the_committed_schema_is_up_to_date():
    assert FILE.read_text(encoding="utf-8") == schema_text(), "run: python -m tools.schema"


def test_every_key_is_described_in_the_draft_it_names():
    schema = json.loads(FILE.read_text(encoding="utf-8"))
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    records = [schema, *(one for one in schema["$defs"].values() if "properties" in one)]
    for record in records:
        assert all(re.fullmatch(r"[A-Z“].+\.", one["description"]) for one in record["properties"].values())


@settings(max_examples=40, deadline=None)
@given(procedures(max_steps=6, max_executors=5))
def test_what_the_codec_writes_fits_the_schema(procedure):
    assert faults_of(encode_text(procedure)) == []


@pytest.mark.parametrize(
    "source",
    [
        "pelaksana: Pemohon\n",
        "pelaksana: [Pemohon, {Bidang A: [Kepala, Staf]}]\n",
        "disahkan_oleh:\nlangkah:\n",
        "langkah:\n- {pelaksana: {nama: A, ke: 1}, ke: {Ya: 1, Tidak: [1]}, antar: {dari: A, ke: A}}\n-\n",
        "abaikan: {FL-06: sebab}\nstatus: reviu\n",
        "abaikan: [{aturan: FL-06, alasan: sebab, langkah: 1}]\n",
    ],
)
def test_every_form_people_may_write_fits_the_schema(source):
    assert faults_of(HEAD + source) == []


@pytest.mark.parametrize(
    "source",
    [
        "judl: x\n",
        "judul: [x]\n",
        "judul: {x: y}\n",
        "status: drft\n",
        "langkah: [{pelaksna: A}]\n",
        "langkah: halo\n",
        "langkah: [{pelaksana: [{jenis: proses}]}]\n",
        "langkah: [{antar: [{dari: A}]}]\n",
        "abaikan: [{aturan: FL-06}]\n",
        "tata_letak: {kertas: a5}\n",
    ],
)
def test_what_the_decoder_refuses_by_its_look_the_schema_refuses(source):
    assert faults_of(HEAD + source)
    assert faults_of("") or faults_of("judul: x\n"), "the version is required"
