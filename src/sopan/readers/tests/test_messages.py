"""A worker may answer whatever it likes: it is understood, or refused with a sentence."""

from __future__ import annotations

import json
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain import NewerFormat, SourceTooLarge, UnreadableSource
from sopan.domain.codec import decode_text
from sopan.readers.messages import OUT_OF_MEMORY, receive, send, told, told_failure, told_refusal, understood
from sopan.readers.reading import Reading

WORDS = st.sampled_from(
    ["readings", "refusal", "failure", "sentence", "parameters", "line", "column", "UnreadableSource", "{a}", ""]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=6),
    max_leaves=12,
)


@given(st.binary(max_size=200) | JSON.map(lambda found: json.dumps(found).encode()))
def test_any_answer_gives_readings_or_a_refusal(answer):
    with suppress(UnreadableSource):
        assert isinstance(understood(answer, megabytes=100), tuple)


def test_what_is_nested_without_end_is_refused():
    with pytest.raises(UnreadableSource):
        understood(b"[" * 1_000_000, megabytes=100)


def test_readings_arrive():
    reading = Reading(procedure=decode_text('sopan: "1"\njudul: A\n'), is_model=True)
    assert understood(told([reading]), megabytes=100) == (reading,)


@pytest.mark.parametrize("kind", [UnreadableSource, SourceTooLarge, NewerFormat])
def test_refusals_arrive_with_their_kind(kind):
    with pytest.raises(kind, match="di a") as refusal:
        understood(told_refusal(kind("di {tempat}", tempat="a", galat=ValueError("x"))), megabytes=100)
    assert refusal.value.parameters == {"tempat": "a", "galat": "x"}


def test_failures_and_want_of_memory_become_sentences():
    with pytest.raises(UnreadableSource, match="ZeroDivisionError"):
        understood(told_failure(ZeroDivisionError()), megabytes=100)
    with pytest.raises(SourceTooLarge, match="100 MB"):
        understood(OUT_OF_MEMORY, megabytes=100)


def test_messages_are_framed():
    stream = BytesIO()
    for message in (b"", b"satu", b"dua" * 1000):
        send(stream, message)
    stream.seek(0)
    assert [receive(stream), receive(stream), receive(stream, 3000), receive(stream)] == [
        b"",
        b"satu",
        b"dua" * 1000,
        None,
    ]


@pytest.mark.parametrize("sent", [b"", b"\0\0", b"\0" * 7 + b"\5abc", b"\xff" * 8 + b"abc"])
def test_a_message_that_is_cut_or_too_long_is_none(sent):
    assert receive(BytesIO(sent), 100) is None
