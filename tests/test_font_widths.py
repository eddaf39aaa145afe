"""The table of Arimo's widths says what the font says."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sopan.writers import advances
from sopan.writers.advances import TABLE, Advances, measured, read_advances
from sopan.writers.fonts import measurer
from tools.font_widths import table


def test_the_table_is_up_to_date():
    assert TABLE.read_text(encoding="utf-8") == table(), "run: python -m tools.font_widths"


@pytest.mark.parametrize("place", [0, 1], ids=["regular", "bold"])
def test_the_short_way_and_the_font_agree(place):
    file = measurer().files[place]
    assert read_advances(file) == Advances(measured(file))


def test_another_version_of_the_font_is_read_itself(monkeypatch):
    (name, face), *_ = json.loads(TABLE.read_text(encoding="utf-8")).items()
    stale = {name: face | {"bytes": 1, "widths": {"1": "A"}}}
    monkeypatch.setattr(advances, "_tables", lambda: stale)
    assert len(read_advances(measurer().files[0])) > 3000


def test_a_font_without_a_table_is_read_itself(monkeypatch):
    monkeypatch.setattr(advances, "_tables", dict)
    file = replace(measurer().files[0], weight=550)
    regular, bold = (read_advances(each)["A"] for each in measurer().files)
    assert regular < read_advances(file)["A"] < bold
