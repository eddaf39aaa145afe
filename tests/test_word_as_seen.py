"""What a Word file says it showed when it was written is what a reader sees in it, to a thousandth of a millimetre."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sopan import api
from sopan.drawn import Page, decode, encode
from sopan.readers.docx.extract import pages
from sopan.writers.docx import write
from sopan.writers.docx.seen import seen
from tests.strategies import a_random_procedure

SEEDS = (1, 2, 3)


def both(seed: int) -> Iterator[tuple[Page, Page]]:
    """Each page as it was meant and as it is read."""
    procedure = a_random_procedure(seed, steps=20, executors=8)
    diagram = api.lay_out(procedure)
    read = pages(write(procedure, diagram))
    return zip(*(decode(encode(each)) for each in (seen(procedure, diagram), read)), strict=True)


@pytest.mark.parametrize("seed", SEEDS)
def test_lines_symbols_and_answers_stand_where_they_were_seen(seed):
    for meant, read in both(seed):
        assert [line.points for line in read.lines] == [line.points for line in meant.lines]
        assert [symbol.box for symbol in read.symbols] == [symbol.box for symbol in meant.symbols]
        assert [(text.text, text.box) for text in read.texts] == [(text.text, text.box) for text in meant.texts]


@pytest.mark.parametrize("seed", SEEDS)
def test_cells_of_the_flow_say_what_was_seen(seed):
    for meant, read in both(seed):
        if meant.symbols:
            assert sorted(cell.text for cell in read.cells) == sorted(cell.text for cell in meant.cells)
