"""How wide text is in the fonts that writers print with, and which characters those fonts can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, cached_property
from pathlib import Path

import fontpkg_arimo
import typst

from sopan.domain.errors import SopanError
from sopan.writers.advances import BOLD, REGULAR, Advances, FontFile, read_advances

ARIMO = "Arimo"
"""The metric twin of Arial that comes with SOPAN, so that a document is the same on every machine."""
ARIMO_FILE = fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf"
NORMAL_STRETCH = 1.0
"""A narrow face may carry the name of its family."""
REMEMBERED_TEXTS = 20_000
SUBSTITUTES = "\N{WHITE SQUARE}\N{REPLACEMENT CHARACTER}"
"""What stands for a character that the font lacks; the first one the font has."""


class FontNotInstalled(SopanError):
    """This system does not have the font that was asked for; `sentence` is for people, as in `UnreadableSource`."""

    sentence = "Huruf {family} tidak terpasang di komputer ini. Pasanglah, atau pakai Arimo yang selalu tersedia."

    def __init__(self, family: str) -> None:
        super().__init__(family)
        self.parameters: dict[str, object] = {"family": family}


class Typeface:
    """A family in regular and bold: a `TextMeasurer` that agrees with what the writers set.

    Writers set text without kerning and ligatures, so a line is as wide as its characters together.
    """

    def __init__(self, family: str, regular: FontFile, bold: FontFile) -> None:
        self.family = family
        self.files = (regular, bold)
        self._widths = (_Widths(self, bold=False), _Widths(self, bold=True))

    def __reduce__(self) -> tuple[Callable[[str], Typeface], tuple[str]]:
        return measurer, (self.family,)

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Width in millimetres of `text` on one line at `size` points."""
        return self._widths[bold][text] * size

    @cached_property
    def faces(self) -> tuple[Advances, Advances]:
        """Regular and bold; read from the files when first needed."""
        regular, bold = self.files
        return read_advances(regular), read_advances(bold)

    def displayable(self, text: str) -> str:
        """`text` with only what this family can show: composed, without invisible characters, and with a
        substitute for each character that has no glyph."""
        if text.isascii() and text.isprintable():
            return text
        return "".join(map(self._shown, unicodedata.normalize("NFC", text)))

    def _shown(self, char: str) -> str:
        category = unicodedata.category(char)
        if char.isspace() and char != "\N{NO-BREAK SPACE}":
            return " "
        if category in ("Cc", "Cf"):
            return ""
        return char if self._has(char) else next(filter(self._has, SUBSTITUTES), "?")

    def _has(self, char: str) -> bool:
        return all(char in face for face in self.faces)


class _Widths(dict[str, float]):
    """Width of each text at one point, measured once; forgets everything before it grows too large."""

    def __init__(self, typeface: Typeface, bold: bool) -> None:
        self._typeface = typeface
        self._bold = bold

    def __missing__(self, text: str) -> float:
        if len(self) >= REMEMBERED_TEXTS:
            self.clear()
        advances = self._typeface.faces[self._bold]
        self[text] = width = sum(map(advances.__getitem__, self._typeface.displayable(text)))
        return width


def measurer(family: str = ARIMO) -> Typeface:
    """The typeface of that name, for the engine to measure with and for a writer to set in.

    Arimo is always at hand; any other family must be installed on this system, else `FontNotInstalled`.
    """
    typeface = _typeface(family.casefold())
    if typeface is None:
        raise FontNotInstalled(family)
    return typeface


@cache
def _typeface(family: str) -> Typeface | None:
    if family == ARIMO.casefold():
        return Typeface(ARIMO, FontFile(ARIMO_FILE, REGULAR), FontFile(ARIMO_FILE, BOLD))
    faces = [font for font in typst.Fonts(include_embedded_fonts=False).fonts() if _belongs(font, family)]
    if not faces:
        return None
    regular, bold = (_nearest(faces, weight) for weight in (REGULAR, BOLD))
    return Typeface(faces[0].family, regular, bold)


def _belongs(font: typst.FontInfo, family: str) -> bool:
    return font.family.casefold() == family and font.style == "normal" and font.path is not None


def _nearest(faces: list[typst.FontInfo], weight: int) -> FontFile:
    face = min(faces, key=lambda font: (abs(font.stretch - NORMAL_STRETCH), abs(font.weight - weight)))
    return FontFile(Path(face.path or ""), weight, face.index)


def printable(text: str) -> str:
    """`text` as every program can take it, for places that no font is needed for: without invisible characters,
    and with a sign for what is no character."""
    if text.isprintable():
        return text
    return "".join(map(_harmless, text))


def _harmless(char: str) -> str:
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    if category in ("Cc", "Cf"):
        return ""
    return "\N{REPLACEMENT CHARACTER}" if category in ("Cs", "Cn", "Co") else char
