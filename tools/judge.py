"""The test command: everything that has to be true of a change, in one go. `./sopan test [words for pytest]`.

Without words the tests of the web run a second time, on a PostgreSQL of their own.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tools.postgresql import NoPostgresql, cluster
from tools.sizes import measure

ROOT = Path(__file__).resolve().parent.parent
WEB = "src/sopan/web"

Verdict = tuple[bool, str]
"""Whether it holds, and what there is to read when it does not."""


def main(words: Sequence[str]) -> int:
    """Run every check, then the tests; 0 when all of it holds."""
    failed = [name for name, check in CHECKS.items() if not _report(name, check)]
    tests = subprocess.run([sys.executable, "-m", "pytest", "-n", "2", *words], cwd=ROOT, check=False).returncode
    if tests:
        failed.append("tests")
    if not words and not _report("web on PostgreSQL", _web_on_postgresql):
        failed.append("web on PostgreSQL")
    if failed:
        print(f"\nNot good yet: {', '.join(failed)}.", file=sys.stderr)
    return tests or bool(failed)


def _report(name: str, check: Callable[[], Verdict]) -> bool:
    begun = time.perf_counter()
    holds, text = check()
    print(f"{'ok  ' if holds else 'FAIL'}  {name:<22} {time.perf_counter() - begun:6.1f} s", flush=True)
    if not holds:
        print(text, flush=True)
    return holds


def python(*words: str) -> Callable[[], Verdict]:
    """A check by another run of this Python."""

    def check() -> Verdict:
        command = [sys.executable, *words]
        done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, encoding="utf-8", errors="replace")
        return done.returncode == 0, done.stdout + done.stderr

    return check


def _web_on_postgresql() -> Verdict:
    """The tests of the web, on PostgreSQL; where it is not installed this holds, unless nothing may be skipped."""
    try:
        with cluster() as url:
            environment = {**os.environ, "SOPAN_DATABASE": url}
            command = [sys.executable, "-m", "pytest", "-n", "2", "-q", WEB]
            done = subprocess.run(command, cwd=ROOT, env=environment, check=False)
            return done.returncode == 0, ""
    except NoPostgresql as missing:
        print(f"skipped: {missing}")
        return os.environ.get("SOPAN_REQUIRE_ALL") != "1", str(missing)


def _sizes() -> Verdict:
    faults = measure(ROOT).faults()
    return not faults, "\n".join(faults)


_LINT_IMPORTS = "from importlinter.cli import lint_imports as lint; raise SystemExit(lint(no_logo=True))"

CHECKS: dict[str, Callable[[], Verdict]] = {
    "ruff check": python("-m", "ruff", "check", "--quiet", "."),
    "ruff format": python("-m", "ruff", "format", "--check", "--quiet", "."),
    "mypy --strict": python("-m", "mypy", f"--cache-dir={os.devnull}"),  # its cache misses a new module now and then
    "import contracts": python("-c", _LINT_IMPORTS),
    "sizes": _sizes,
}

if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
