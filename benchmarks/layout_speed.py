"""How long the layout of one procedure takes, by its number of steps.

    python benchmarks/layout_speed.py

Budget: 12 steps in 5 ms, 60 steps in 40 ms. Each figure is the least and the median of several runs in one
process, after one run that fills the table of word widths; `calibration` is a fixed loop timed in between, to compare
machines.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "src")]

from specimens import a_procedure

from sopan.flowchart import lay_out
from sopan.writers.fonts import measurer

RUNS = 31
SIZES = ((12, 5), (60, 5), (60, 7), (120, 7))


def main() -> None:
    """Print one line for each size."""
    measure = measurer()
    for steps, executors in SIZES:
        procedure = a_procedure(steps, executors)
        pages = len(lay_out(procedure, measure=measure).pages)
        times, fixed = [], []
        for _ in range(RUNS):
            fixed.append(_timed(_calibration))
            times.append(_timed(lambda procedure=procedure: lay_out(procedure, measure=measure)))
        print(
            f"{steps:4} langkah, {executors} pelaksana, {pages} halaman: least {min(times):6.2f} ms, "
            f"median {statistics.median(times):6.2f} ms, calibration {statistics.median(fixed):.2f} ms"
        )


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _calibration() -> None:
    counts: dict[int, int] = {}
    for number in range(20_000):
        counts[number % 97] = counts.get(number % 97, 0) + number


if __name__ == "__main__":
    main()
