"""Hostile sources are refused with a sentence, in bounded time and memory, and with nothing but that one exception."""

from __future__ import annotations

import sys
import tracemalloc

import pytest

from sopan.domain import Identity, InvalidProcedure, Procedure, SourceTooLarge, Step, UnreadableSource
from sopan.domain.codec import decode_json, decode_text, encode_json, encode_text, format_text, limits

HEAD = 'sopan: "1"\n'
JSON_HEAD = '{"format":"sopan-procedure/1",'

TOO_LARGE = {
    "bytes": HEAD + "#" * limits.MAX_BYTES,
    "many megabytes": b"#" * 50_000_000,
    "flow levels": HEAD + "judul: " + "[" * 10_000,
    "mapping levels": HEAD + "judul: " + "{a: " * 10_000,
    "block levels": HEAD + "judul:\n" + "".join(" " * level + "-\n" for level in range(2, 1500)),
    "compact levels": HEAD + "judul:\n " + "- " * 10_000,
    "keys": HEAD + "".join(f"k{number}:\n" for number in range(400_000)),
    "items": HEAD + "peralatan:\n" + "-\n" * 1_000_000,
    "flow items": HEAD + "peralatan: [" + "a," * 1_000_000 + "]",
    "one text": HEAD + "judul: " + "a" * (limits.MAX_TEXT + 1),
    "steps": HEAD + "langkah:\n" + "- {}\n" * (limits.MAX_STEPS + 1),
}
REFUSED = {
    "alias bomb": HEAD + "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "question marks": HEAD + "? " * 100_000,
    "same keys": HEAD + "? \n" * 100_000,
    "NUL": HEAD + "judul: a\0b\n",
    "bell": HEAD + "judul: a\x07b\n",
    "escaped bell": HEAD + 'judul: "a\\x07b"\n',
    "escaped NUL": HEAD + 'judul: "a\\0b"\n',
    "C1 control": HEAD + "judul: a\x9bb\n",
    "half a surrogate": HEAD + "judul: \ud800\n",
    "not a character": HEAD + "judul: \ufffe\n",
    "latin-1": HEAD.encode() + b"judul: caf\xe9\n",
    "encoded surrogate": HEAD.encode() + b"judul: \xed\xa0\x80\n",
    "overlong": HEAD.encode() + b"judul: \xc0\x80\n",
    "UTF-16": (HEAD + "judul: x\n").encode("utf-16"),
    "UTF-16 without a mark": (HEAD + "judul: x\n").encode("utf-16-le"),
    "UTF-32": (HEAD + "judul: x\n").encode("utf-32"),
    "long key": HEAD + "a" * 200_000 + ": b\n",
    "open quote": HEAD + 'judul: "' + "a" * 1_000_000,
    "zip": b"PK\x03\x04\x14\x00",
}


@pytest.mark.parametrize("source", TOO_LARGE.values(), ids=TOO_LARGE)
@pytest.mark.parametrize("read", [decode_text, format_text])
def test_what_is_too_large_is_said_to_be(read, source):
    with pytest.raises(SourceTooLarge):
        read(source)


@pytest.mark.parametrize("source", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("read", [decode_text, format_text])
def test_what_is_no_text_of_ours_is_refused(read, source):
    with pytest.raises(UnreadableSource):
        read(source)


def test_the_place_of_a_wrong_byte_is_told():
    with pytest.raises(UnreadableSource) as caught:
        decode_text(HEAD.encode() + "judul: é".encode() + b"\xff\n")
    assert (caught.value.line, caught.value.column) == (2, 9)


@pytest.mark.parametrize("name", ["keys", "items", "flow levels", "one text"])
def test_memory_stays_within_reason(name):
    tracemalloc.start()
    try:
        with pytest.raises(SourceTooLarge):
            decode_text(TOO_LARGE[name])
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


def test_a_text_of_the_greatest_length_is_read():
    judul = "a" * limits.MAX_TEXT
    assert decode_text(f"{HEAD}judul: {judul}").identity.judul == judul


def test_a_procedure_of_the_greatest_length_is_read_and_written():
    procedure = Procedure(steps=tuple(Step(id=str(place), kegiatan="x") for place in range(limits.MAX_STEPS)))
    assert decode_text(encode_text(procedure)) == procedure
    assert decode_json(encode_json(procedure)) == procedure


@pytest.mark.parametrize(
    "source",
    [
        "",
        "[]",
        "null",
        "{",
        '{"format":"sopan-procedure/1"',
        "[" * 10_000,
        '{"a":' * 10_000,
        JSON_HEAD + '"steps":' + "[" * 100_000,
        JSON_HEAD + '"layout":{"symbols":[{"symbol":{"step":"1"},"dx":NaN}]}}',
        JSON_HEAD + '"layout":{"symbols":[{"symbol":{"step":"1"},"dx":Infinity}]}}',
        JSON_HEAD + '"layout":{"symbols":[{"symbol":{"step":"1"},"dx":1e999}]}}',
        JSON_HEAD + '"layout":{"symbols":[{"symbol":{"step":"1"},"dx":' + "9" * 10_000 + "}]}}",
        JSON_HEAD + '"layout":{"symbols":[{"symbol":{"step":"1"},"dx":true}]}}',
        JSON_HEAD + '"status":"draft","status":"draft"}',
        JSON_HEAD + '"identity":{"judul":"a\\u0000"}}',
        JSON_HEAD + '"identity":{"judul":"\\ud800"}}',
        JSON_HEAD + '"identity":{"judul":1}}',
        JSON_HEAD + '"steps":[' + ",".join(f'{{"id":"{n}"}}' for n in range(limits.MAX_STEPS + 1)) + "]}",
        JSON_HEAD + '"x' + "y" * limits.MAX_BYTES,
        b"\xff\xfe{\x00",
        b'{"a":"\xff"}',
    ],
)
def test_hostile_json_is_refused(source):
    with pytest.raises(UnreadableSource):
        decode_json(source)


def test_depth_is_refused_even_when_the_stack_is_nearly_full():
    def with_little_stack(depth: int) -> None:
        if depth:
            return with_little_stack(depth - 1)
        for read, source in ((decode_json, "[" * 100_000), (decode_text, TOO_LARGE["flow levels"])):
            with pytest.raises(UnreadableSource):
                read(source)
        return None

    with_little_stack(sys.getrecursionlimit() // 2)


@pytest.mark.parametrize("text", ["\0", "\x1b", "\ud800", "\uffff"])
def test_nothing_is_written_that_could_not_be_read_again(text):
    procedure = Procedure(identity=Identity(judul=text))
    for write in (encode_text, encode_json):
        with pytest.raises(InvalidProcedure):
            write(procedure)
