"""What every test may ask for: the corpus of real procedures, and parts of the system.

A test that runs a program of the system says so with `@pytest.mark.needs("pdftotext")`. Where the program is absent the
test is skipped and says which package brings it; under SOPAN_REQUIRE_ALL=1, as in `.ci/run`, every skip is a failure
except those for want of something no package brings: the corpus, a permission, a second core.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import settings

settings.register_profile("sopan", deadline=None, print_blob=True)  # speed is measured in benchmarks/
settings.load_profile("sopan")

PACKAGES = {
    "chromium": "chromium",
    "npm": "npm",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "soffice": "libreoffice-calc",
}
"""Programs that tests run, and the Debian packages that bring them. `.ci/run` installs these packages."""

EXCUSES = ("corpus", "not permitted", "one core")
"""A skip whose reason says one of these is never a failure."""

ROOT = Path(__file__).parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of real procedures: SOPAN_CORPUS, else `../shared/corpus` beside the checkout."""
    folder = Path(os.environ.get("SOPAN_CORPUS") or ROOT.parent / "shared" / "corpus")
    if not folder.is_dir():
        pytest.skip(f"the corpus of real procedures is not at {folder}; SOPAN_CORPUS may name another place")
    return folder


@pytest.fixture
def obeying_permissions() -> Iterator[None]:
    """Modes of files bind this process while the test runs, even when root runs it."""
    if os.geteuid():
        yield
        return
    held = _effective_capabilities()
    _set_effective_capabilities(held & ~_OVERRIDES)
    yield
    _set_effective_capabilities(held)


_OVERRIDES = 0b111  # CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH of linux/capability.h
_VERSION_3 = 0x20080522


def _effective_capabilities() -> int:
    return int(re.findall(r"^CapEff:\s*(\w+)", Path("/proc/self/status").read_text(), re.MULTILINE)[0], 16)


def _set_effective_capabilities(wanted: int) -> None:
    """Change what is in effect for this thread; what is permitted stays, so that it can be taken back."""
    header = (ctypes.c_uint32 * 2)(_VERSION_3, 0)
    data = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; the lower 32 and then the upper ones
    libc = ctypes.CDLL(None, use_errno=True)
    done = libc.capget(header, data)
    data[0], data[3] = wanted & 0xFFFFFFFF, wanted >> 32
    if done or libc.capset(header, data):
        pytest.skip("not permitted here: laying down the privileges of root")


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
