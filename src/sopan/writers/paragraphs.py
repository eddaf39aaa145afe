"""The text of a cell as its author parted it: the engine breaks lines for paper, an Office program breaks its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from sopan.domain.procedure import Procedure
from sopan.flowchart.diagram import WORD_JOINER, Cell
from sopan.writers.fonts import printable

LISTS = frozenset({"dasar_hukum", "keterkaitan", "peringatan", "kualifikasi_pelaksana", "peralatan", "pencatatan"})


def paragraphs(cell: Cell, procedure: Procedure) -> tuple[str, ...]:
    """The lines of the cell with those joined that only a border parted; items and paragraphs stay apart.

    A cell whose text is nowhere in the procedure (a heading, a reference to the appendix) is one paragraph.
    """
    said = _squeezed(cell.lines)
    for parts in _sources(cell, procedure):
        start = _squeezed(parts).find(said)
        if start >= 0:
            ends = set(accumulate((len(_squeezed([part])) for part in parts), initial=-start))
            return tuple(_parted(cell.lines, ends))
    return (_joined(cell.lines),) if said else ()


def _sources(cell: Cell, procedure: Procedure) -> Iterator[list[str]]:
    """Paragraphs of which the cell may show a part, plain and with what the form puts before items."""
    for items in _originals(cell, procedure):
        yield "\n".join(items).splitlines()
        yield "\n".join(f"- {item}" for item in items).splitlines()
        yield "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)).splitlines()


def _originals(cell: Cell, procedure: Procedure) -> Iterator[Sequence[str]]:
    if cell.step is not None:
        step = procedure.step(cell.step)
        if cell.column == "kelengkapan":
            yield step.mutu_baku.kelengkapan
        elif cell.column in ("kegiatan", "keterangan"):
            yield (getattr(step, cell.column),)
        elif cell.column in ("waktu", "output"):
            yield (getattr(step.mutu_baku, cell.column),)
    elif cell.column in LISTS:
        yield getattr(procedure.identity, cell.column)


def _parted(lines: Sequence[str], ends: set[int]) -> Iterator[str]:
    """Lines up to each end, counted in letters; an empty line is a paragraph of its own."""
    waiting: list[str] = []
    place = 0
    for line in lines:
        waiting.append(line)
        place += len(_squeezed([line]))
        if place in ends:
            yield _joined(waiting)
            waiting = []
    if waiting:
        yield _joined(waiting)


def _joined(lines: Sequence[str]) -> str:
    return printable(" ".join(lines).replace(WORD_JOINER + " ", "").replace(WORD_JOINER, ""))


def _squeezed(lines: Sequence[str]) -> str:
    """Letters alone: breaking lines moves spaces only."""
    return "".join("".join(lines).split()).replace(WORD_JOINER, "")
