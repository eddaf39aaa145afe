"""The numbers that drawings may not get worse than: pages, crossings, bends and length of lines.

    python -m tools.quality_baseline            show where the drawings differ from the baseline
    python -m tools.quality_baseline --renew    write today's numbers, after somebody has looked at the pictures

Run with `src` on the path. The procedures are the shipped examples and, where it is there, the corpus of real ones.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from sopan import api
from sopan.domain import Procedure
from sopan.flowchart.quality import measure
from tests import corpus

ROOT = Path(__file__).parent.parent
BASELINE = ROOT / "src" / "sopan" / "flowchart" / "quality_baseline.json"
SHEET = "f4"

Numbers = dict[str, float]


def specimens() -> Iterator[tuple[str, Procedure]]:
    """Name and procedure of everything that is measured."""
    for path in sorted((ROOT / "src" / "sopan" / "examples").glob("*.sop.yaml")):
        yield f"contoh/{path.name.removesuffix('.sop.yaml')}", api.read(path).procedure
    for name in corpus.names():
        yield f"nyata/{name}", corpus.procedure(corpus.source(name))


def numbers(procedure: Procedure) -> Numbers:
    """Pages, crossings, bends and length in millimetres of one drawing."""
    diagram = api.lay_out(procedure, SHEET)
    quality = measure(diagram)
    return {
        "pages": len(diagram.pages),
        "crossings": quality.crossings,
        "bends": quality.bends,
        "length": quality.length,
    }


def baseline() -> dict[str, Numbers]:
    """What was measured when somebody last looked."""
    known: dict[str, Numbers] = json.loads(BASELINE.read_text(encoding="utf-8"))
    return known


def main() -> int:
    """Show the differences, or renew the baseline."""
    found = {name: numbers(procedure) for name, procedure in specimens()}
    if "--renew" in sys.argv:
        lines = (f"  {json.dumps(name)}: {json.dumps(found[name])}" for name in sorted(found))
        BASELINE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
        return 0
    known = baseline()
    for name, values in found.items():
        if values != known.get(name):
            print(name, known.get(name), "→", values)
    return 0


if __name__ == "__main__":
    sys.exit(main())
