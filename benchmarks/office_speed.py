"""How long it takes to write one laid-out procedure as a Word document and as a workbook, by its number of steps.

    python benchmarks/office_speed.py

Each figure is the least and the median of several runs in one process, in processor time; `pdf` is printed beside them
to compare machines.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent / "src")]

from specimens import a_procedure

from sopan.domain.procedure import Procedure
from sopan.flowchart import lay_out
from sopan.flowchart.diagram import Diagram
from sopan.writers.choose import write
from sopan.writers.fonts import measurer

RUNS = 15
SIZES = ((12, 5), (30, 6), (120, 7))
FORMATS = ("docx", "xlsx", "pdf")


def main() -> None:
    """Print one line for each size and format."""
    for steps, executors in SIZES:
        procedure = a_procedure(steps, executors)
        diagram = lay_out(procedure, measure=measurer())
        for format in FORMATS:
            (file,) = write(procedure, diagram, format)
            times = [_timed(procedure, diagram, format) for _ in range(RUNS)]
            print(
                f"{steps:4} langkah, {executors} pelaksana, {len(diagram.pages)} halaman, {format:4}: "
                f"least {min(times):6.1f} ms, median {statistics.median(times):6.1f} ms, {len(file) / 1000:6.1f} KB"
            )


def _timed(procedure: Procedure, diagram: Diagram, format: str) -> float:
    start = time.process_time()
    write(procedure, diagram, format)
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
