"""Names of the objects in a drawing, by which a person finds them in the selection pane of Word and Excel.

LibreOffice keeps names where it forgets glue, so a reader that compares them with these finds the ends of a line again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import Diagram, Shape

STEP = "Langkah"
CONNECTOR = "Rujukan"
FLOW = "Alur"
LABEL = "Label"


def flow_name(source: str, target: str) -> str:
    """Name of the line between two named symbols: `Alur 7-8`, `Alur 7 / Kepala-8`, `Alur 7-A keluar`."""
    return f"{FLOW} {_short(source)}-{_short(target)}"


def label_name(answer: str, source: str) -> str:
    """Name of the answer beside a line that leaves a named symbol: `Label Tidak 7`."""
    return f"{LABEL} {answer} {_short(source)}"


def symbol_names(procedure: Procedure, diagram: Diagram) -> Mapping[tuple[int, str], str]:
    """Name of each symbol by its page's number and its id, none twice.

    `Langkah 7`, with several symbols in the row `Langkah 7 / Kepala`; off-page connectors `Rujukan A keluar` and
    `Rujukan A masuk`.
    """
    taken: set[str] = set()
    names = {}
    for page in diagram.pages:
        leaving = {arrow.source for arrow in page.arrows}
        for shape in page.shapes:
            name = _only(_symbol_name(procedure, shape, is_source=shape.id in leaving), taken)
            taken.add(name)
            names[page.number, shape.id] = name
    return names


def _symbol_name(procedure: Procedure, shape: Shape, *, is_source: bool) -> str:
    if shape.step is None:
        return f"{CONNECTOR} {shape.text} {'masuk' if is_source else 'keluar'}"
    several = len(procedure.step(shape.step).symbols) > 1
    return f"{STEP} {procedure.nomor(shape.step)}" + (f" / {shape.pelaksana}" if several else "")


def _only(name: str, taken: set[str]) -> str:
    """The name, or the first free one made of it: rows may carry one number twice."""
    return next(each for each in _variants(name) if each not in taken)


def _variants(name: str) -> Iterator[str]:
    yield name
    for number in count(2):
        yield f"{name} ({number})"


def _short(name: str) -> str:
    return name.removeprefix(f"{STEP} ").removeprefix(f"{CONNECTOR} ")
