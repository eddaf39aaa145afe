"""How long a check with every rule takes, and whether memory stays flat.

    python benchmarks/check_speed.py

Budget: one procedure in 3 ms; memory flat over 10,000. `fresh` procedures have texts that were never checked before in
the process, `known` ones are checked again. `calibration` is a fixed loop timed in the same run, to compare machines.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Iterable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "src")]

from specimens import a_procedure

from sopan.checker import check
from sopan.domain import Procedure

STEPS = 12
MANY = 10_000
FIRST = 100


def main() -> None:
    """Print the figures."""
    known = [a_procedure(STEPS, number=number) for number in range(FIRST)]
    print(f"calibration          {statistics.median(_calibrations()):6.2f} ms")
    print(f"first of the process {_timed([known[0]])[0]:6.2f} ms")
    print(f"known, median        {statistics.median(_repeated(known)):6.2f} ms")
    fresh = (a_procedure(STEPS, number=number) for number in range(FIRST, 10 * FIRST))
    print(f"fresh, median        {statistics.median(_timed(fresh)):6.2f} ms")
    for done in range(0, MANY, MANY // 10):
        _timed(a_procedure(STEPS, number=number) for number in range(done, done + MANY // 10))
        print(f"memory after {done + MANY // 10:6} checks: at most {_peak():6.1f} MB")


def _repeated(procedures: list[Procedure]) -> list[float]:
    _timed(procedures)
    return _timed(procedures)


def _timed(procedures: Iterable[Procedure]) -> list[float]:
    """Milliseconds for each."""
    times = []
    for procedure in procedures:
        start = time.perf_counter()
        check(procedure)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _calibrations() -> Iterable[float]:
    for _ in range(15):
        start = time.perf_counter()
        counts: dict[int, int] = {}
        for number in range(20_000):
            counts[number % 97] = counts.get(number % 97, 0) + number
        yield (time.perf_counter() - start) * 1000


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
