"""What SOPAN draws is read back as it was: exactly, without glue, shaken, and without repeated heads."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopan.api import read
from sopan.domain import Edge
from sopan.drawn import drawn
from sopan.flowchart import lay_out
from sopan.flowchart.measures import SHEETS
from sopan.readers.assembly import assemble
from sopan.readers.assembly.head import heads
from tests import corpus as real
from tests.drawings import shaken, unglued, without_repeated_heads
from tests.strategies import a_random_procedure, procedures
from tests.visible import _bare, visible

PAPERS = st.sampled_from(list(SHEETS.values()))


def the_only(pages):
    (reading,) = assemble(pages)
    return reading


def as_read(procedure):
    """The reading in the spelling of `visible`, with the ends of its edges as they were read."""
    shown = visible(procedure)
    return replace(shown, edges=tuple(Edge(e.source, e.target, _bare(e.answer)) for e in procedure.edges))


def examples():
    from importlib.resources import files

    return sorted((f for f in files("sopan.examples").iterdir() if f.name.endswith(".sop.yaml")), key=lambda f: f.name)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name.split(".")[0])
@pytest.mark.parametrize("paper", SHEETS)
def test_an_example_comes_back_word_for_word(example, paper):
    procedure = read(str(example)).procedure
    reading = the_only(drawn(lay_out(procedure, SHEETS[paper])))
    found, by = reading.procedure.identity, procedure.identity.disahkan_oleh
    assert reading.notes == ()
    assert as_read(reading.procedure) == visible(procedure, lay_out(procedure, SHEETS[paper]))
    for step, original in zip(reading.procedure.steps, procedure.steps, strict=True):
        kinds = {name: original.kind_of(name) for name in original.daftar_pelaksana}
        assert {name: step.kind_of(name) for name in step.daftar_pelaksana} == kinds
        assert (step.kegiatan, step.mutu_baku) == (original.kegiatan, original.mutu_baku)
    assert found.disahkan_oleh.jabatan == by.jabatan
    for field in ("judul", "nomor", "unit_kerja", "dasar_hukum", "keterkaitan", "peringatan", "peralatan"):
        assert getattr(found, field) == getattr(procedure.identity, field)


@pytest.mark.parametrize("name", real.names())
@pytest.mark.parametrize("paper", ["f4", "letter"])
def test_a_real_procedure_comes_back(corpus, name, paper):
    procedure = real.procedure(real.source(name))
    diagram = lay_out(procedure, SHEETS[paper])
    for pages in (drawn(diagram), unglued(drawn(diagram))):
        assert as_read(the_only(pages).procedure) == visible(procedure, diagram)


@settings(max_examples=60)
@given(procedures(min_steps=1, max_steps=25, max_executors=9), PAPERS, st.integers(0, 99))
def test_any_procedure_comes_back_also_unglued_and_shaken(procedure, paper, seed):
    diagram = lay_out(procedure, paper)
    pages = drawn(diagram)
    expected = visible(procedure, diagram)
    assert as_read(the_only(pages).procedure) == expected
    assert as_read(the_only(shaken(unglued(pages), by=0.2, random=Random(seed))).procedure) == expected


@pytest.mark.parametrize("seed", range(8))
def test_pages_without_a_head_of_their_own_go_on_with_the_table(seed):
    procedure = a_random_procedure(seed, 30, 4)
    diagram = lay_out(procedure)
    pages = drawn(diagram)
    (head,) = {(round(h.top, 2), round(h.bottom, 2)) for page in pages for h in heads(page)}
    pages = without_repeated_heads(pages, head[1] + 6)
    assert sum(len(heads(page)) for page in pages) == 1
    assert as_read(the_only(pages).procedure) == visible(procedure, diagram)


def test_an_appendix_on_one_sheet_is_put_together_as_on_its_pages():
    text = "Mengumpulkan bahan dan menyusun konsep lalu membahasnya bersama tim. " * 250
    procedure = replace(a_random_procedure(1, 3, 2), edges=())
    first = replace(procedure.steps[0], kegiatan=text)
    procedure = replace(procedure, steps=(first, *procedure.steps[1:]))
    identity, flow, *rest = drawn(lay_out(procedure))
    moved = [
        replace(cell, box=replace(cell.box, top=cell.box.top + down, bottom=cell.box.bottom + down))
        for down, page in zip(range(0, 9000, 300), rest, strict=False)
        for cell in page.cells
    ]
    assert len(rest) > 1
    reading = the_only((identity, flow, replace(rest[0], cells=tuple(moved))))
    assert _bare(reading.procedure.steps[0].kegiatan) == _bare(text)


def test_nothing_is_made_of_nothing():
    assert assemble(()) == ()
