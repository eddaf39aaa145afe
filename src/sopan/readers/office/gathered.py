"""Shapes and lines as they are gathered from a drawing, and what they are once all of them are known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from math import floor

from sopan.domain.errors import SourceTooLarge
from sopan.drawn import Box, Form, Line, Picture, Symbol, Text
from sopan.drawn.page import Point

MAX_OBJECTS = 10_000
_SAME = 0.05
"""Shapes that lie closer together than this were copied onto each other; millimetres."""
_TOGETHER = 0.3
"""Lines whose corners lie closer together than this are one line, drawn twice; millimetres."""
_ALIKE = 50
"""Lines from one place among which a twin is looked for."""
_JOINT = 0.6
"""A box smaller than this only holds two lines together; millimetres."""
_WORDS = 20
"""A text box with no more letters than this stands beside a line."""
_ANSWER = re.compile(r"\W*(ya|tidak|y|t|yes|no|tdk|ada|tidak ada)\W*", re.IGNORECASE)


class Look(Enum):
    """What a shape is to the eye."""

    SYMBOL = "symbol"
    WORDS = "words"
    PICTURE = "picture"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A closed form with its box in millimetres."""

    key: str
    box: Box
    look: Look
    form: Form = Form.BOX
    text: str = ""
    said: str = ""
    image: str = ""
    """Name of the part with the picture."""


@dataclass(slots=True)
class Gathered:
    """What was found so far. Keys may repeat until `settled`."""

    shapes: list[Shape] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def make_room(self) -> None:
        """Raises SourceTooLarge when there are more objects than a flowchart can have."""
        if len(self.shapes) + len(self.lines) >= MAX_OBJECTS:
            raise SourceTooLarge(
                "Gambar berkas ini berisi lebih dari {batas} bentuk, jadi tidak dibaca. Simpan bagian SOP-nya saja.",
                batas=MAX_OBJECTS,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawing as a page takes it."""

    symbols: tuple[Symbol, ...] = ()
    lines: tuple[Line, ...] = ()
    texts: tuple[Text, ...] = ()
    pictures: tuple[Picture, ...] = ()


def look_of(*, text: str, is_textbox: bool, outlined: bool, filled: bool, form: Form) -> Look:
    """What a shape is to the eye: text without a border is words, and so is an answer in a small box."""
    if not outlined and not filled:
        return Look.WORDS if text else Look.NOTHING
    if text and form is Form.BOX and (_ANSWER.fullmatch(text) or (is_textbox and len(text) <= _WORDS)):
        return Look.WORDS
    return Look.SYMBOL


def settled(gathered: Gathered, place_of: Callable[[Point], str]) -> Drawing:
    """The drawing: doubles are one, joints are gone, and what a line is glued to is a symbol whatever it looks like."""
    shapes, renamed = _once(gathered.shapes)
    known = {shape.key for shape in shapes}
    lines = [
        replace(line, start=_known(line.start, renamed, known), end=_known(line.end, renamed, known))
        for line in gathered.lines
    ]
    joints = {s.key for s in shapes if s.look is Look.SYMBOL and max(s.box.width, s.box.height) < _JOINT}
    lines = _distinct(_joined(lines, joints))
    symbols = _symbols([shape for shape in shapes if shape.key not in joints], lines)
    kept = {shape.key for shape in symbols}
    return Drawing(
        symbols=tuple(
            Symbol(key=s.key, form=s.form, box=s.box, text=s.text, said=s.said, place=place_of(s.box.centre))
            for s in symbols
        ),
        lines=tuple(replace(line, place=line.place or place_of(line.points[0])) for line in lines),
        texts=tuple(
            Text(box=s.box, text=s.text, place=place_of(s.box.centre))
            for s in shapes
            if s.look is Look.WORDS and s.key not in kept
        ),
        pictures=tuple(
            Picture(box=s.box, place=place_of(s.box.centre))
            for s in shapes
            if s.look is Look.PICTURE and s.key not in kept
        ),
    )


def _once(shapes: Iterable[Shape]) -> tuple[list[Shape], dict[str, str]]:
    """Shapes under keys of their own, without those that lie exactly on their like; and the new names of these."""
    kept: dict[str, Shape] = {}
    alike: dict[tuple[object, ...], str] = {}
    renamed: dict[str, str] = {}
    times: Counter[str] = Counter()
    for shape in shapes:
        if shape.look is Look.NOTHING:
            continue
        box = shape.box
        corner = tuple(round(edge / _SAME) for edge in (box.left, box.top, box.right, box.bottom))
        same = (shape.look, shape.form, shape.text, corner)
        if same in alike:
            renamed.setdefault(shape.key, alike[same])
            continue
        times[shape.key] += 1
        key = shape.key if times[shape.key] == 1 else f"{shape.key}#{times[shape.key]}"
        kept[key] = replace(shape, key=key)
        alike[same] = key
    return list(kept.values()), {old: new for old, new in renamed.items() if old not in kept}


def _known(key: str | None, renamed: dict[str, str], known: set[str]) -> str | None:
    key = renamed.get(key, key) if key else None
    return key if key in known else None


def _joined(lines: Sequence[Line], joints: set[str]) -> list[Line]:
    """Two lines that meet at a joint are one."""
    if not joints:
        return list(lines)
    leaving = {line.start: line for line in lines if line.start in joints}
    whole: list[Line] = []
    for line in lines:
        if line.start in joints:
            continue
        seen: set[str] = set()
        while line.end in joints and line.end in leaving and line.end not in seen:
            seen.add(line.end)
            following = leaving[line.end]
            line = replace(
                line,
                points=(*line.points, *following.points[1:]),
                end=following.end,
                arrow_at_end=following.arrow_at_end,
            )
        whole.append(line)
    return whole


def _distinct(lines: Iterable[Line]) -> list[Line]:
    """Without lines that were copied onto another, or nearly so; the one that is glued stays."""
    kept: list[Line] = []
    near: dict[tuple[object, ...], list[int]] = {}
    for line in lines:
        around, here = _neighbourhood(line)
        twin = next((i for key in around for i in near.get(key, [])[-_ALIKE:] if _lie_together(kept[i], line)), None)
        if twin is None:
            near.setdefault(here, []).append(len(kept))
            kept.append(line)
        elif kept[twin].start is None and kept[twin].end is None:
            kept[twin] = line
    return kept


def _neighbourhood(line: Line) -> tuple[list[tuple[object, ...]], tuple[object, ...]]:
    """Where the like of a line may be found, and where it is put itself."""
    x, y = (floor(value / _TOGETHER) for value in line.points[0])
    alike = (len(line.points), line.arrow_at_start, line.arrow_at_end)
    return [(x + dx, y + dy, alike) for dx in (-1, 0, 1) for dy in (-1, 0, 1)], (x, y, alike)


def _lie_together(one: Line, other: Line) -> bool:
    return all(
        abs(a - b) <= _TOGETHER
        for p, q in zip(one.points, other.points, strict=True)
        for a, b in zip(p, q, strict=True)
    )


def _symbols(shapes: Sequence[Shape], lines: Iterable[Line]) -> list[Shape]:
    """Symbols, and what lines are glued to; a picture with lines stands for a symbol wherever it is used again."""
    glued = {key for line in lines for key in (line.start, line.end) if key}
    images = {s.image for s in shapes if s.look is Look.PICTURE and s.image and s.key in glued}
    return [s for s in shapes if s.look is Look.SYMBOL or s.key in glued or (s.image and s.image in images)]
