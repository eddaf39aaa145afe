"""Illustrations as PNG, for formats that do not show SVG everywhere."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from threading import local

import typst

from sopan.writers.pictures import Illustration

SHARPNESS = 450.0
"""Pixels per inch: an emblem as fine as a good printer shows it, and the corners of a code stay corners."""
_TEMPLATE = b"""
#let width = float(sys.inputs.width) * 1mm
#set page(width: width, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.svg), format: "svg", width: width)
"""


class _Workshop(local):
    """One compiler for each thread, without fonts and without a way to a document."""

    def __init__(self) -> None:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
        self.compiler = typst.Compiler(root=Path(__file__).parent / "logo", font_paths=fonts)


_WORKSHOP = _Workshop()


@lru_cache(maxsize=16)
def as_png(illustration: Illustration, width: float) -> bytes:
    """The picture, `width` millimetres wide, on nothing. The same input gives the same bytes."""
    inputs = {"svg": illustration.svg, "width": f"{width:.6g}"}
    png = _WORKSHOP.compiler.compile(_TEMPLATE, sys_inputs=inputs, format="png", ppi=SHARPNESS)
    assert isinstance(png, bytes), "a picture is one page"
    return png
