"""What every test may ask for: the corpus of real procedures, and parts of the system.

A test that runs a program of the system says so with `@pytest.mark.needs("pdftotext")`. Where the program is absent the
test is skipped and says which package brings it; under SOPAN_REQUIRE_ALL=1, as in `.ci/run`, every skip is a failure
except those for want of the corpus, which is never part of a checkout, and of a permission.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

settings.register_profile("sopan", deadline=None, print_blob=True)  # speed is measured in benchmarks/
settings.load_profile("sopan")

PACKAGES = {
    "chromium": "chromium",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "pdfinfo": "poppler-utils",
}
"""Programs that tests run, and the Debian packages that bring them. `.ci/run` installs these packages."""

EXCUSES = ("corpus", "not permitted")
"""A skip whose reason says one of these is never a failure."""

ROOT = Path(__file__).parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of real procedures: SOPAN_CORPUS, else `../shared/corpus` beside the checkout."""
    folder = Path(os.environ.get("SOPAN_CORPUS") or ROOT.parent / "shared" / "corpus")
    if not folder.is_dir():
        pytest.skip(f"the corpus of real procedures is not at {folder}; SOPAN_CORPUS may name another place")
    return folder


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark in item.iter_markers("needs"):
        for program in mark.args:
            package = PACKAGES[program]
            if shutil.which(program) is None:
                pytest.skip(f"needs {program} (Debian package {package})")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    return _judged((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    return _judged((yield))


Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def _judged(report: Report) -> Report:
    """The report itself; a failure where it is a skip that SOPAN_REQUIRE_ALL=1 does not excuse."""
    if os.environ.get("SOPAN_REQUIRE_ALL") == "1" and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not any(excuse in reason for excuse in EXCUSES):
            report.outcome = "failed"
            report.longrepr = f"{reason}\n(SOPAN_REQUIRE_ALL=1: nothing may be skipped here)"
    return report
