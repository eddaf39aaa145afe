"""Drawings do not get worse: no more pages, crossings or bends than the baseline, and no longer lines."""

from __future__ import annotations

import pytest
from hypothesis import given

from sopan.domain import Procedure
from sopan.flowchart import SHEETS, lay_out
from sopan.flowchart.quality import faults
from tests import corpus as real
from tests.strategies import procedures
from tests.test_any_procedure import tried
from tools import quality_baseline

TOLERANCE = 1.005
"""Lines may grow by this without anybody having to look."""
SPECIMENS = dict(quality_baseline.specimens())


@pytest.mark.parametrize("name", SPECIMENS)
def test_no_drawing_gets_worse(name):
    known, found = quality_baseline.baseline()[name], quality_baseline.numbers(SPECIMENS[name])
    assert found["pages"] <= known["pages"]
    assert found["crossings"] <= known["crossings"]
    assert found["bends"] <= known["bends"]
    assert found["length"] <= known["length"] * TOLERANCE


def test_every_real_procedure_has_its_numbers(corpus):
    assert {f"nyata/{name}" for name in real.names()} <= set(quality_baseline.baseline())


@tried
@given(procedures())
def test_the_engine_finds_no_fault_with_its_own_work(procedure: Procedure):
    """Beyond the independent checker: bends, lengths of legs and arrow heads that Word and Excel can repeat."""
    for sheet in SHEETS.values():
        for page in lay_out(procedure, sheet).pages:
            assert not faults(page)
