"""Lines of text in SVG: real text, each line as wide as it was measured, whatever font the reader has."""

from __future__ import annotations

from collections.abc import Iterable
from operator import add

from sopan.writers.advances import MM_PER_POINT
from sopan.writers.fonts import Typeface
from sopan.writers.svg.elements import element, words
from sopan.writers.text_blocks import TextBlock


def text(block: TextBlock, typeface: Typeface) -> str:
    """One `<text>` with a `<tspan>` for each line. A space between lines keeps the words apart for the ear."""
    turn = f"rotate(-90 {block.x:.6g} {block.y:.6g})" if block.turned else None
    return element(
        "text",
        *map(add, _lines(block, typeface), block.spaces),
        font_size=block.size * MM_PER_POINT,
        font_weight="bold" if block.bold else None,
        transform=turn,
    )


def _lines(block: TextBlock, typeface: Typeface) -> Iterable[str]:
    for place, line in enumerate(block.lines):
        width = typeface.width(line, block.size, block.bold)
        shown = typeface.displayable(line) == line
        yield element(
            "tspan",
            words(line),
            x=block.x + ((block.width - width) / 2 if block.centred else block.offset(place)),
            y=block.y + block.above + place * block.leading,
            textLength=width if shown and width > 0 else None,
            lengthAdjust="spacingAndGlyphs" if shown and width > 0 else None,
        )
