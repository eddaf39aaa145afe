"""Which answer stands beside which way out of a symbol."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sopan.drawn import Box
from sopan.drawn.page import Point
from sopan.readers.assembly.geometry import box_to_line
from sopan.readers.assembly.text import one_line

_WORDS = re.compile(
    r"(?i)\W*(?:ya|tidak|tdk|y|t|n|yes|no|ada|belum|sudah|setuju|lengkap|sesuai|ditolak|disetujui|benar|salah)\b.*"
)
_SHORT = {"y": "Ya", "t": "Tidak", "tdk": "Tidak"}
_LONGEST = 40
"""Letters of an answer."""
_REACH = {(True, True): 10.0, (True, False): 6.0, (False, True): 6.0, (False, False): 1.5}
"""Whether a diamond asks, and whether a text can be nothing but an answer → millimetres between text and line."""
_TRAVELLED = 0.12
"""An answer stands near where its line begins: what a millimetre along the line weighs."""
_SAME = 0.05


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a symbol, as far as answers are concerned."""

    source: str
    points: tuple[Point, ...]
    asks: bool
    """Whether a diamond is at its beginning."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that may be an answer."""

    text: str
    box: Box


def answers(exits: Sequence[Exit], texts: Sequence[Beside]) -> dict[int, str]:
    """Number of the exit → its answer. Each text is used once, but speaks for all ways that share their beginning."""
    costs = sorted(
        (cost, place, number)
        for place, beside in enumerate(texts)
        if 0 < len(one_line(beside.text)) <= _LONGEST
        for number, exit in enumerate(exits)
        if (cost := _cost(exit, beside)) is not None
    )
    found: dict[int, str] = {}
    used: dict[int, tuple[float, str]] = {}
    for cost, place, number in costs:
        source = exits[number].source
        shared = place in used and used[place][1] == source and cost - used[place][0] < _SAME
        if number not in found and (place not in used or shared):
            found[number] = in_full(one_line(texts[place].text))
            used.setdefault(place, (cost, source))
    return found


def in_full(text: str) -> str:
    """`Y`, `T` and `tdk` written out; other answers as they are."""
    return _SHORT.get(text.strip(" .:").casefold(), text)


def _cost(exit: Exit, beside: Beside) -> float | None:
    """How badly a text fits as the answer of an exit; None where it cannot be."""
    distance, along = box_to_line(beside.box, exit.points)
    is_word = _WORDS.fullmatch(beside.text.strip()) is not None
    reach = _REACH[exit.asks, is_word]
    return None if distance > reach else distance + _TRAVELLED * along + (0.0 if exit.asks else 1.0)
