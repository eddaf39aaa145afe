"""What tests across packages share."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Judge = Callable[[dict[str, Any]], tuple[list[str], dict[str, Any]]]
"""Takes the geometry of a drawing; gives its faults, and its totals by name."""


@pytest.fixture(scope="session")
def judge(corpus: Path) -> Judge:
    """The independent checker of drawings that lies beside the corpus."""
    tool = corpus.parent / "tools" / "check_diagram.py"
    if not tool.is_file():
        pytest.skip("the checker of drawings is not beside the corpus of real procedures (tools/check_diagram.py)")
    spec = importlib.util.spec_from_file_location("check_diagram", tool)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    check: Judge = module.check
    return check
