"""The fields of an identity page, read off its labels, its signature block and the names beside its emblem."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sopan.domain import Identity, PejabatPengesah
from sopan.drawn import Box, Cell, Text
from sopan.readers.assembly.findings import Findings, place_of
from sopan.readers.assembly.items import items
from sopan.readers.assembly.labels import LISTS, Block, Labelled, region
from sopan.readers.assembly.region import Written, in_rows, written
from sopan.readers.assembly.signature import maker, official
from sopan.readers.assembly.text import clean, one_line
from sopan.readers.reading import Place

_NOTHING = re.compile(r"^[\s:;._–—-]*$")
_EMPTY = re.compile(r"^[\s:;._]*$")
_REVISION = re.compile(r"(?i)^(.*?)\s*\(?revisi\s+ke\s*[-–]?\s*(\d+)\)?$")
_FORM = re.compile(
    r"(?i)^(?:standar operasional prosedur|sop\b)(?: administrasi pemerintahan| ap\b)?"
    r"(?:\s*\(sop(?: ap)?\))?\s*[:–-]?\s*"
)
_FOOT = re.compile(
    r"(?i)^(?:halaman \d+ dari \d+|konsep – belum berlaku|tidak berlaku)$"
    r"|^\W*(?:dokumen ini telah ditandatangani|pindai kode)"
)
"""What stands around a page."""


@dataclass(slots=True)
class IdentityDraft:
    """An identity on its way; lists may go on in a further block."""

    fields: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    """Lines of each list field, page after page."""
    places: dict[str, Place] = field(default_factory=dict)

    def identity(self, findings: Findings) -> Identity:
        """The finished identity; its values are noted down."""
        lists: dict[str, Any] = {name: items("\n".join(lines)) for name, lines in self.lists.items()}
        for name, value in self.fields.items():
            for key, text in _texts(name, value):
                findings.value(key, text, self.places.get(name))
        for name, lines in self.lists.items():
            findings.value(name, "\n".join(lines), self.places.get(name))
        return Identity(**self.fields, **lists)


def read_block(block: Block, draft: IdentityDraft) -> None:
    """Add what a block says to a draft; what is known already stays."""
    left_out = [found.thing for found in block.labels]
    for found in block.labels:
        lines = _value(block, found, left_out)
        if found.field in LISTS:
            _add_list(draft, found.field, lines)
        elif found.field == "disahkan_oleh":
            by = official(lines, found.box.top)
            if by != PejabatPengesah():
                draft.fields.setdefault(found.field, by)
        else:
            text = " ".join(line.text for line in lines).strip(" :=")
            if not _EMPTY.match(text):
                _add_plain(draft, found.field, text)
        if lines:
            draft.places.setdefault(found.field, place_of(block.page, lines[0].box, lines[0].place))
    _add_maker(block, draft)


def title_above(lines: Sequence[Written]) -> str:
    """A title that stands above a step table without an identity page: `SOP …`, or below the name of the form."""
    for number, line in enumerate(lines):
        form = _FORM.match(line.text)
        if form:
            below = lines[number + 1].text if number + 1 < len(lines) else ""
            return line.text if form.end() < len(line.text) else below
    return ""


def _value(block: Block, found: Labelled, left_out: Sequence[Cell | Text]) -> list[Written]:
    """The lines of a value: behind the label in its cell, else beside or below it."""
    if found.rest:
        return [Written(line, found.box, found.thing.place) for line in clean(found.rest).split("\n") if line]
    lines = in_rows(
        [line for line in written(block.page, region(block, found), left_out) if not _FOOT.search(line.text)]
    )
    bare = (replace(line, text=line.text.lstrip(":= ").strip()) for line in lines)
    return [line for line in bare if line.text and (found.field not in LISTS or not _NOTHING.match(line.text))]


def _add_list(draft: IdentityDraft, name: str, lines: Sequence[Written]) -> None:
    draft.lists.setdefault(name, []).extend(line.text for line in lines)


def _add_plain(draft: IdentityDraft, name: str, text: str) -> None:
    revision = _REVISION.match(text) if name == "tanggal_revisi" else None
    if revision:
        text = revision[1]
        draft.fields.setdefault("revisi_ke", revision[2])
    if text:
        draft.fields.setdefault(name, one_line(text))


def _add_maker(block: Block, draft: IdentityDraft) -> None:
    """The names left of the labels of number and dates, else above all labels."""
    first = [found for found in block.labels if found.field not in LISTS]
    if not first:
        return
    edge = min(found.box.left for found in first)
    below = min((found.box.top for found in block.labels if found.field in LISTS), default=block.bottom)
    top = min(found.box.top for found in first)
    box = Box(float("-inf"), top - 25.0, edge, below)
    values = [found.thing for found in block.labels]
    title = one_line(draft.fields.get("judul", ""))
    lines = [line for line in written(block.page, box, values) if not _repeats(line.text, title)]
    names = maker(lines)
    for name, text in zip(("pemerintah_daerah", "opd", "unit_kerja"), names, strict=True):
        if text and name not in draft.fields:
            draft.fields[name] = one_line(text)
            draft.places.setdefault(name, place_of(block.page, lines[0].box, lines[0].place))


def _repeats(text: str, title: str) -> bool:
    """Whether a line is the foot of the page; ours has the title there, cut where it is long."""
    return bool(_FOOT.search(text)) or (text.endswith("…") and title.startswith(text.rstrip("… ")))


def _texts(name: str, value: object) -> list[tuple[str, str]]:
    if isinstance(value, PejabatPengesah):
        parts = ("jabatan", "selaku", "nama", "pangkat", "nip")
        return [(f"{name}.{part}", getattr(value, part)) for part in parts if getattr(value, part)]
    return [(name, str(value))]
