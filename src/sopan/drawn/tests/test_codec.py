"""Drawn pages survive being written down, and a damaged record is refused with a sentence."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain.errors import NewerFormat, UnreadableSource
from sopan.drawn import Box, Cell, Form, Line, Page, Picture, Symbol, Text, decode, encode

MILLIMETRES = st.floats(-1e6, 1e6).map(lambda length: round(length, 3))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
POINTS = st.tuples(MILLIMETRES, MILLIMETRES)
BOXES = st.builds(Box, MILLIMETRES, MILLIMETRES, MILLIMETRES, MILLIMETRES)
PAGES = st.builds(
    Page,
    number=st.integers(1, 99),
    name=TEXTS,
    width=MILLIMETRES,
    height=MILLIMETRES,
    cells=st.lists(
        st.builds(Cell, box=BOXES, text=TEXTS, place=TEXTS, table=st.integers(0, 9), bold=st.booleans()), max_size=3
    ).map(tuple),
    symbols=st.lists(
        st.builds(Symbol, key=TEXTS, form=st.sampled_from(Form), box=BOXES, text=TEXTS, said=TEXTS, place=TEXTS),
        max_size=3,
    ).map(tuple),
    lines=st.lists(
        st.builds(
            Line,
            points=st.lists(POINTS, max_size=4).map(tuple),
            arrow_at_start=st.booleans(),
            arrow_at_end=st.booleans(),
            start=st.none() | TEXTS,
            end=st.none() | TEXTS,
            text=TEXTS,
            said=TEXTS,
            place=TEXTS,
        ),
        max_size=3,
    ).map(tuple),
    texts=st.lists(st.builds(Text, box=BOXES, text=TEXTS, place=TEXTS), max_size=2).map(tuple),
    pictures=st.lists(st.builds(Picture, box=BOXES, place=TEXTS), max_size=2).map(tuple),
    is_measured=st.booleans(),
)


@given(st.lists(PAGES, max_size=3).map(tuple))
def test_pages_come_back_as_they_were_written(pages):
    assert decode(encode(pages)) == pages


def test_lengths_are_kept_to_a_thousandth_of_a_millimetre():
    page = Page(number=1, width=210.00049)
    assert decode(encode((page,)))[0].width == 210.0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 100_000,
        "[]",
        '{"drawn":1}',
        '{"drawn":1,"pages":[1]}',
        '{"drawn":1,"pages":[[]]}',
        '{"drawn":1,"pages":[["1"]]}',
        '{"drawn":1,"pages":[[1,"",1e400]]}',
        '{"drawn":1,"pages":[[1,"",0,0,[[[0,0,1]]]]]}',
        '{"drawn":1,"pages":[[1,"",0,0,[],[["a","star",[0,0,1,1]]]]]}',
        '{"drawn":1,"pages":[[1,"",0,0,[],[],[[[[0]]]]]]}',
        '{"drawn":1,"pages":[[true]]}',
        '{"drawn":1,"pages":[[1,"",NaN]]}',
        '{"drawn":1,"pages":[[1,"",1' + "0" * 400 + "]]}",
    ],
)
def test_a_damaged_record_is_refused_with_a_sentence(text):
    with pytest.raises(UnreadableSource) as refusal:
        decode(text)
    assert refusal.value.sentence


def test_a_record_of_a_later_version_is_named_as_such():
    with pytest.raises(NewerFormat):
        decode(json.dumps({"drawn": 2, "pages": []}))
