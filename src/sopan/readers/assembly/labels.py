"""Where the labels of identity pages stand: a block of them for each SOP, and the part of the page each is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopan.drawn import Box, Cell, Page, Text
from sopan.readers.assembly.head import TOUCHING, Head
from sopan.readers.headings import label

LISTS = ("dasar_hukum", "keterkaitan", "peringatan", "kualifikasi_pelaksana", "peralatan", "pencatatan")
_FEWEST = 3
"""Different labels that make an identity page; of its lists, two may have a page of their own."""
_CARRIED_ON = re.compile(r"(?i)\W*\blanjutan\b\W*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label on a page."""

    field: str
    rest: str
    """What stands behind it in the same cell."""
    thing: Cell | Text
    box: Box
    """Where it stands: the cell, or its lines of a cell with several labels."""
    is_carried_on: bool = False
    """Whether it says that its list began on an earlier page."""


@dataclass(frozen=True, slots=True)
class Block:
    """The labels of one identity page."""

    page: Page
    labels: tuple[Labelled, ...]
    top: float
    bottom: float


def blocks(page: Page, heads: Sequence[Head]) -> tuple[Block, ...]:
    """The identity pages on this page from above; step tables end them."""
    edges = [head.top for head in heads] + [float("inf")]
    labels = sorted(_labels(page, heads), key=lambda found: (found.box.top, found.box.left))
    found: list[Block] = []
    above = float("-inf")
    for edge in edges:
        inside = [each for each in labels if above <= each.box.top < edge]
        groups = _groups(inside)
        limits = [*(group[0].box.top for group in groups[1:]), edge]
        for group, limit in zip(groups, limits, strict=False):
            if _is_identity(group):
                found.append(Block(page, tuple(group), group[0].box.top, _bottom(page, group, limit - TOUCHING)))
        above = edge
    return tuple(found)


def region(block: Block, wanted: Labelled) -> Box:
    """The part of the page that holds the value of a label: beside it, else below."""
    beside = _beside(block, wanted)
    return beside if beside is not None else _below(block, wanted)


def _labels(page: Page, heads: Sequence[Head]) -> Iterator[Labelled]:
    things: tuple[Cell | Text, ...] = (*page.cells, *page.texts)
    for thing in things:
        in_head = any(h.top - TOUCHING <= thing.box.top < h.bottom - TOUCHING for h in heads)
        if not in_head and thing.text.strip():
            yield from _in_one_cell(thing)


def _in_one_cell(thing: Cell | Text) -> Iterator[Labelled]:
    """The label a cell begins with; where whole lines of it are labels with their values, each of them."""
    lines = thing.text.split("\n")
    starts = [number for number, line in enumerate(lines) if number == 0 or (_has_value(line) and label(line))]
    height = thing.box.height / len(lines)
    for start, stop in pairwise([*starts, len(lines)]):
        text = "\n".join(lines[start:stop])
        is_carried_on = "anjut" in text[:80].casefold() and _CARRIED_ON.search(text) is not None
        found = label(_CARRIED_ON.sub("", text) if is_carried_on else text)
        if found is None:
            continue
        box = thing.box
        if len(starts) > 1:
            box = Box(box.left, box.top + start * height, box.right, box.top + stop * height)
        yield Labelled(found.field, found.rest, thing, box, is_carried_on)


def _has_value(line: str) -> bool:
    return bool(re.search(r":\s*\S", line))


def _groups(labels: Sequence[Labelled]) -> list[list[Labelled]]:
    """Labels of one SOP each: a second number or title begins another."""
    groups: list[list[Labelled]] = [[]]
    for found in labels:
        known = {each.field for each in groups[-1]}
        if found.field in ("nomor", "judul") and found.field in known and known & set(LISTS):
            groups.append([])
        if found.field not in {each.field for each in groups[-1]}:
            groups[-1].append(found)
    return [group for group in groups if group]


def _bottom(page: Page, group: Sequence[Labelled], limit: float) -> float:
    """Lower edge of the lowest cell above the limit; where labels stand in no cells, the end of the page."""
    if all(isinstance(found.thing, Text) for found in group):
        return min(limit, max(page.height, *(text.box.bottom for text in page.texts)))
    top = group[0].box.top
    return min(limit, max(cell.box.bottom for cell in page.cells if top - TOUCHING <= cell.box.top < limit))


def _is_identity(group: Sequence[Labelled]) -> bool:
    fields = {found.field for found in group}
    if len(fields) >= _FEWEST or all(found.is_carried_on for found in group):
        return True
    return len(fields) > 1 and fields <= set(LISTS) and not any(found.rest for found in group)


def _beside(block: Block, wanted: Labelled) -> Box | None:
    """Right of the label, up to the next label in its row; None where nothing is written there."""
    box = wanted.box
    right = _next_on_right(block, wanted)
    bottom = _next_below(block, wanted, box.left, right)
    if bottom == block.bottom and wanted.field not in LISTS:
        bottom = box.bottom + TOUCHING
    found = Box(box.right - TOUCHING, box.top - TOUCHING, right, max(bottom, box.bottom))
    in_row = Box(found.left, box.top - TOUCHING, right, box.bottom + TOUCHING)
    return found if _is_written(block, found if wanted.field == "disahkan_oleh" else in_row) else None


def _below(block: Block, wanted: Labelled) -> Box:
    box = wanted.box
    right = _next_on_right(block, wanted)
    return Box(box.left - TOUCHING, box.bottom - TOUCHING, right, _next_below(block, wanted, box.left, right))


def _next_on_right(block: Block, wanted: Labelled) -> float:
    """Left edge of the next label in the same row, else of the column of labels that begins there, else no limit."""
    box = wanted.box
    in_row = [
        other.box.left
        for other in block.labels
        if other.box.left >= box.right - TOUCHING
        and min(other.box.bottom, box.bottom) - max(other.box.top, box.top) > TOUCHING
    ]
    return min(in_row, default=float("inf")) - TOUCHING


def _next_below(block: Block, wanted: Labelled, left: float, right: float) -> float:
    """Upper edge of the next label below, in the columns between two places."""
    below = [
        other.box.top
        for other in block.labels
        if other.box.top >= wanted.box.bottom - TOUCHING
        and min(other.box.right, right) - max(other.box.left, left) > TOUCHING
    ]
    return min(below, default=block.bottom)


def _is_written(block: Block, box: Box) -> bool:
    things: tuple[Cell | Text, ...] = (*block.page.cells, *block.page.texts)
    return any(
        thing.text.strip(" :=\n\t")
        and box.holds(thing.box.centre)
        and all(thing is not each.thing for each in block.labels)
        for thing in things
    )
