"""Parts that every Word document has: styles, settings, fonts and theme."""

from __future__ import annotations

from pathlib import Path

from sopan.drawingml.package import Part
from sopan.writers.office import filled, theme
from sopan.writers.office.parts import named

FOLDER = Path(__file__).parent / "parts"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STANDING = ("styles", "settings", "fontTable")
"""The kinds of their relationships, which are also the names of the files they are made of."""


def standing(family: str) -> dict[str, Part]:
    """The parts a document refers to, by the kind of the reference; `family` is the typeface of all text."""
    parts = {
        kind: Part(f"word/{kind}.xml", filled(FOLDER / f"{kind}.xml", family=named(family)), f"{WORD}.{kind}+xml")
        for kind in STANDING
    }
    return parts | {"theme": theme("word/theme/theme1.xml", family)}
