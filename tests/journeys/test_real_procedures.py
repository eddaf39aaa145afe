"""Real procedures, mess included, are read, written and checked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sopan import api
from sopan.checker.rule import Gate
from sopan.domain import Procedure
from sopan.domain.codec import decode_json, decode_text, encode_json, encode_text
from tests import corpus as real

every_procedure = pytest.mark.parametrize("name", real.names() or ["none"], scope="module")


@pytest.fixture
def procedure(corpus: Path, name: str) -> Procedure:
    return real.procedure(real.source(name))


def test_there_are_real_procedures_of_every_size(corpus):
    steps = [len(real.source(name)["steps"]) for name in real.names()]
    assert len(steps) >= 45
    assert max(steps) >= 15
    assert 0 in steps, "some are known by their identity page only"


@every_procedure
def test_keeps_every_word_of_its_source(corpus, name, procedure):
    kept = "\n".join(_texts(procedure))
    assert not [text for text in real.words(real.source(name)) if text not in kept]


@every_procedure
def test_survives_the_text_format_and_json(procedure):
    assert decode_text(encode_text(procedure)) == procedure
    assert decode_json(encode_json(procedure)) == procedure


@every_procedure
def test_is_checked_at_every_gate(procedure):
    for gate in Gate:
        assert api.check(procedure, gate=gate).findings, "no real procedure is beyond improvement"


def _texts(value: Any) -> list[str]:
    """Every string anywhere in the procedure's JSON."""
    if isinstance(value, Procedure):
        return _texts(json.loads(encode_json(value)))
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for item in inner for text in _texts(item)]
