"""Whatever procedure the domain allows goes all the way: read, checked, drawn on every paper, and printed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopan import api
from sopan.checker.rule import Gate
from sopan.domain import Procedure
from sopan.domain.codec import encode_json, encode_text
from sopan.flowchart.diagram import WORD_JOINER, Diagram, ShapeKind
from tests.strategies import a_random_procedure, procedures

SHEETS = ("f4", "a4", "legal", "letter")
EXAMPLES = int(os.environ.get("SOPAN_EXAMPLES", "25"))
"""Procedures tried by each law; more of them for a long search."""

tried = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
sheets = st.sampled_from(SHEETS)


@tried
@given(procedures(), sheets)
def test_is_drawn_without_a_fault(judge, procedure, sheet):
    (document,) = api.render(procedure, "json", sheet=sheet)
    faults, _ = judge(json.loads(document))
    assert not faults


@tried
@given(procedures(), sheets)
def test_is_drawn_whole(procedure, sheet):
    diagram = api.lay_out(procedure, sheet)
    assert diagram.edges == procedure.edges
    rows = [row.step for page in diagram.pages for row in page.rows if row.step]
    assert [id for place, id in enumerate(rows) if id not in rows[:place]] == [step.id for step in procedure.steps]
    symbols = [shape for page in diagram.pages for shape in page.shapes if shape.kind is not ShapeKind.CONNECTOR]
    assert len(symbols) == sum(max(1, len(step.symbols)) for step in procedure.steps)


@tried
@given(procedures(), sheets)
def test_no_word_of_it_is_lost(procedure, sheet):
    shown = _squeezed(_cells(api.lay_out(procedure, sheet)))
    assert not [text for text in _words(procedure) if _squeezed([text]) not in shown]


@tried
@given(procedures(max_steps=30), st.sampled_from(Gate))
def test_is_checked_and_every_finding_can_be_placed(procedure, gate):
    report = api.check(procedure, gate=gate)
    assert not report.failures
    assert all(not finding.step_id or finding.step_id in procedure for finding in report.findings)
    assert all(finding.say() for finding in report.findings)
    assert api.check(procedure, gate=gate) == report


@tried
@given(procedures(max_steps=40))
def test_a_file_of_either_kind_holds_the_whole_of_it(procedure):
    assert api.read(encode_text(procedure).encode()).procedure == procedure
    assert api.read(encode_json(procedure).encode()).procedure == procedure


@settings(tried, max_examples=max(3, EXAMPLES // 5))
@given(procedures(max_steps=25), sheets, st.sampled_from(["pdf", "svg", "json"]))
def test_the_same_procedure_gives_the_same_bytes(procedure, sheet, to):
    assert api.render(procedure, to, sheet=sheet) == api.render(procedure, to, sheet=sheet)


@pytest.mark.parametrize(("steps", "executors"), [(1, 2), (120, 20), (120, 1), (12, 20), (80, 15)])
def test_the_largest_documents_are_drawn_without_a_fault(judge, steps, executors):
    for seed in range(2):
        (document,) = api.render(a_random_procedure(seed, steps, executors), "json", sheet=SHEETS[seed])
        faults, _ = judge(json.loads(document))
        assert not faults, seed


def _cells(diagram: Diagram) -> Iterable[str]:
    return (line for page in diagram.pages for cell in page.cells for line in cell.lines)


def _words(procedure: Procedure) -> Iterable[str]:
    """Words of the cells of all steps, and of the identity page where it is not rearranged."""
    identity = procedure.identity
    texts = [identity.judul, identity.nomor, *identity.dasar_hukum, *identity.keterkaitan, *identity.peringatan]
    for step in procedure.steps:
        texts += [
            step.kegiatan,
            *step.mutu_baku.kelengkapan,
            step.mutu_baku.waktu,
            step.mutu_baku.output,
            step.keterangan,
        ]
    return {word for text in texts for word in text.split()}


def _squeezed(texts: Iterable[str]) -> str:
    """Without the spaces and joiners that breaking lines may add or take."""
    return "".join("".join(text.replace(WORD_JOINER, "").split()) for text in texts)
