"""How wide and how high the fonts of offices are, next to Arial, whose widths are known letter by letter."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from sopan.readers.office.alternates import child, value

_USUAL = (1.0, 1.17)
_FONTS: Mapping[str, tuple[float, float]] = {
    "arial": (1.0, 1.15),
    "arial narrow": (0.82, 1.15),
    "bookman old style": (1.08, 1.17),
    "calibri": (0.9, 1.22),
    "cambria": (0.96, 1.17),
    "garamond": (0.82, 1.13),
    "tahoma": (0.99, 1.21),
    "times new roman": (0.89, 1.15),
    "trebuchet ms": (0.97, 1.16),
    "verdana": (1.15, 1.22),
}
"""Width of running text as a share of Arial's, and leading as a share of the type size."""


def width_of(font: str) -> float:
    """Width of running text, as a share of Arial's."""
    return _FONTS.get(font.lower(), _USUAL)[0]


def leading_of(font: str) -> float:
    """Distance between lines, as a share of the type size."""
    return _FONTS.get(font.lower(), _USUAL)[1]


def font_of(properties: etree._Element | None, theme: Mapping[str, str]) -> str:
    """The font that an `rPr` names, by itself or by its place in the theme; empty where it names none."""
    fonts = child(properties, "rFonts")
    named = value(fonts, key="asciiTheme") or value(fonts, key="hAnsiTheme")
    return theme.get(named[:5], "") or value(fonts, key="ascii") or value(fonts, key="hAnsi")


def theme_fonts(root: etree._Element | None) -> dict[str, str]:
    """The fonts of a theme, by the first five letters of what `rFonts` calls them: `major`, `minor`."""
    scheme = child(root, "themeElements", "fontScheme")
    return {kind: value(scheme, f"{kind}Font", "latin", key="typeface") for kind in ("major", "minor")}
