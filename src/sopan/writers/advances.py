"""How wide each character of a font is: read from the font, or for Arimo from a table that was made of it.

Reading takes a tenth of a second, which a command that prints one page should not wait for.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

MM_PER_POINT = 25.4 / 72
REGULAR = 400
BOLD = 700
TABLE = Path(__file__).with_name("arimo.json")
"""Written by `python -m tools.font_widths`."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face in a file."""

    path: Path
    weight: int
    """Place on the weight axis, where the font has one."""
    index: int = 0


class Metrics(TypedDict):
    """Measures of one face in units of the font."""

    bytes: int
    """Size of the file; another size is another version of the font."""
    units: int
    """In one em."""
    ascent: int
    descent: int
    widths: dict[str, str]
    """All characters by their width."""


class Advances(dict[str, float]):
    """Width of every character of one face, in millimetres at one point of type size."""

    def __init__(self, metrics: Metrics) -> None:
        scale = MM_PER_POINT / metrics["units"]
        widths = ((float(width) * scale, characters) for width, characters in metrics["widths"].items())
        super().__init__({char: width for width, characters in widths for char in characters})
        self.ascent = metrics["ascent"] / metrics["units"]
        """Height of the tallest letters above the baseline, as a share of the type size."""
        self.descent = metrics["descent"] / metrics["units"]
        """Depth of the lowest letters below the baseline, as a share of the type size."""


def read_advances(file: FontFile) -> Advances:
    """The widths of that face, by the shortest way to the truth."""
    prepared = _tables().get(f"{file.path.name} {file.weight}")
    fresh = prepared is not None and prepared["bytes"] == file.path.stat().st_size
    return Advances(prepared if prepared and fresh else measured(file))


@cache
def _tables() -> dict[str, Metrics]:
    found: dict[str, Metrics] = json.loads(TABLE.read_text(encoding="utf-8"))
    return found


def measured(file: FontFile) -> Metrics:
    """What the font itself says."""
    from fontTools.ttLib import TTFont  # slow to load, and seldom needed

    with TTFont(file.path, fontNumber=file.index, lazy=True) as font:
        head, hhea = font["head"], font["hhea"]
        return {
            "bytes": file.path.stat().st_size,
            "units": head.unitsPerEm,
            "ascent": hhea.ascent,
            "descent": -hhea.descent,
            "widths": _by_width(font, file.weight),
        }


def _by_width(font: TTFont, weight: int) -> dict[str, str]:
    glyphs = font.getGlyphSet(location={"wght": weight} if "fvar" in font and weight != REGULAR else None)
    found: defaultdict[str, str] = defaultdict(str)
    for code, name in sorted(font.getBestCmap().items()):
        found[f"{glyphs[name].width:g}"] += chr(code)
    return dict(found)
