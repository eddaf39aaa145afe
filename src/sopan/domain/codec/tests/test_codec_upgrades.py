"""Old documents climb to the present version one stair at a time."""

from __future__ import annotations

import pytest

from sopan.domain.codec import json_document
from sopan.domain.codec.text import version
from sopan.domain.codec.text.parse import parse
from sopan.domain.codec.tree import Table
from sopan.domain.codec.upgrades import JSON_UPGRADES, TEXT_UPGRADES, upgraded

STAIRS = {stair: lambda document, stair=stair: [*document, f"{stair} to {stair + 1}"] for stair in (1, 2, 3)}


@pytest.mark.parametrize(
    ("old", "climbed"),
    [(1, ["1 to 2", "2 to 3", "3 to 4"]), (3, ["3 to 4"]), (4, [])],
)
def test_each_upgrade_lands_on_the_next_number(old, climbed):
    assert upgraded([], version=old, present=4, upgrades=STAIRS) == climbed


def test_no_stair_is_missing_below_the_present_versions():
    assert set(JSON_UPGRADES) == set(range(1, json_document.VERSION))
    assert set(TEXT_UPGRADES) == set(range(1, int(version.VERSION)))


def test_an_older_text_is_upgraded_on_reading(monkeypatch):
    def rename(table: Table) -> Table:
        entries = {("judul" if key == "nama" else key): value for key, value in table.entries.items()}
        return Table(entries, table.start, table.end, table.flow)

    monkeypatch.setattr(version, "VERSION", "2")
    monkeypatch.setattr(version, "TEXT_UPGRADES", {1: rename})
    assert set(version.current(parse("sopan: 1\nnama: Akta\n")).entries) == {"sopan", "judul"}
    assert set(version.current(parse("sopan: 2\nnama: Akta\n")).entries) == {"sopan", "nama"}


def test_older_json_is_upgraded_on_reading(monkeypatch):
    monkeypatch.setattr(json_document, "VERSION", 2)
    monkeypatch.setattr(json_document, "JSON_UPGRADES", {1: lambda old: {"status": old["state"]}})
    assert json_document.decode_json('{"format":"sopan-procedure/1","state":"effective"}').status == "effective"
