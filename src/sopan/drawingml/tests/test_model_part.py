"""The part of an Office file that carries the procedure."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sopan.drawingml.model_part import Model, item, parts, properties, read_item

WITH_AN_ENTITY = (
    b"<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
    b"<sopan xmlns='urn:sopan:procedure:1'><procedure>&e;</procedure><seen>[]</seen></sopan>"
)


@given(st.text(), st.text())
def test_whatever_is_said_comes_back(procedure, seen):
    model = Model(json.dumps([procedure], ensure_ascii=False), json.dumps([seen], ensure_ascii=False))
    found = read_item(item(model))
    assert found is not None
    assert json.loads(found.procedure) == [procedure]
    assert json.loads(found.seen) == [seen]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<sopan/>",
        b"<sopan xmlns='urn:sopan:procedure:1'/>",
        b"<sopan xmlns='urn:sopan:procedure:1'><procedure>{}</procedure></sopan>",
        b"<sopan xmlns='urn:sopan:procedure:2'><procedure>{}</procedure><seen>[]</seen></sopan>",
        WITH_AN_ENTITY,
    ],
)
def test_another_part_or_a_damaged_one_holds_nothing(data):
    assert read_item(data) is None


def test_the_properties_name_the_item_they_belong_to():
    assert etree.fromstring(properties())[0][0].attrib.values() == ["urn:sopan:procedure:1"]


def test_the_item_refers_to_its_properties():
    first, second = parts(Model("{}", "[]"))
    assert [reference.target for reference in first.references.values()] == [second.path]
