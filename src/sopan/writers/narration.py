"""What the symbols of a page say in words, for those who hear a diagram instead of seeing it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from sopan.domain.procedure import End, Kind, Procedure
from sopan.flowchart.diagram import Arrow, ArrowKind, Page, Shape, ShapeKind


def narrate(procedure: Procedure, page: Page) -> Mapping[str, str]:
    """One sentence for each symbol of the page, by its id: which step, what kind, who, and where the flow goes on.

    “Langkah 2, keputusan oleh Petugas Loket; Ya ke langkah 3; Tidak ke langkah 1.”
    """
    shapes = {shape.id: shape for shape in page.shapes}
    ways: defaultdict[str, list[str]] = defaultdict(list)
    for arrow in page.arrows:
        if arrow.source in shapes and arrow.target in shapes:
            ways[arrow.source].append(_way(procedure, arrow, shapes[arrow.target]))
    return {id: "; ".join([_subject(procedure, shape), *ways[id]]) + "." for id, shape in shapes.items()}


def _subject(procedure: Procedure, shape: Shape) -> str:
    if shape.step is None:
        return f"Penghubung halaman {shape.text}".strip()
    who = f" oleh {shape.pelaksana}" if shape.pelaksana else ""
    return f"Langkah {procedure.nomor(shape.step)}, {_kind(procedure, shape)}{who}"


def _kind(procedure: Procedure, shape: Shape) -> str:
    if shape.kind is ShapeKind.DECISION:
        return "keputusan"
    if shape.kind is ShapeKind.PROCESS or shape.step is None:
        return "proses"
    ends = procedure.step(shape.step).kind_of(shape.pelaksana) is Kind.END or procedure.row(shape.step) > 0
    return "kegiatan akhir" if ends else "kegiatan awal"


def _way(procedure: Procedure, arrow: Arrow, target: Shape) -> str:
    if arrow.kind is ArrowKind.JOINT or arrow.edge is None:
        return f"bersama {target.pelaksana}"
    answer = f"{arrow.edge.answer} " if arrow.edge.answer else ""
    through = f" lewat penghubung {target.text}" if target.kind is ShapeKind.CONNECTOR else ""
    return f"{answer}ke {_place(procedure, arrow.edge.target, inner=arrow.edge.is_inner)}{through}"


def _place(procedure: Procedure, end: End, *, inner: bool) -> str:
    if inner:
        return f"{end.pelaksana} pada langkah yang sama"
    who = f" ({end.pelaksana})" if end.pelaksana else ""
    return f"langkah {procedure.nomor(end.step)}{who}"
