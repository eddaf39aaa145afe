"""Typst, kept warm: one compiler for each typeface in a thread, and no way from a document to a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from threading import local

import typst

from sopan.writers.fonts import Typeface

FOLDER = Path(__file__).parent
ARCHIVAL: list[typst.PDFStandard] = ["a-3a", "ua-1"]
UNDATED: list[typst.PDFStandard] = ["ua-1"]
"""PDF/A asks for the date of the document; without one the document stays accessible, but is not archival."""


def press_pdf(content: Mapping[str, object], attachment: str, typeface: Typeface) -> bytes:
    """The document as PDF with `attachment` inside: archival and accessible where it has a date, else accessible."""
    pdf = _compiler(typeface).compile(
        _template(),
        sys_inputs={"document": _data(content), "procedure": attachment},
        format="pdf",
        pdf_standards=ARCHIVAL if content["date"] else UNDATED,
    )
    assert isinstance(pdf, bytes), "without an output path Typst returns the file"
    return pdf


def press_png(content: Mapping[str, object], typeface: Typeface, ppi: float) -> tuple[bytes, ...]:
    """The pages of the document as pictures."""
    pages = _compiler(typeface).compile(
        _template(), sys_inputs={"document": _data(content), "procedure": ""}, format="png", ppi=ppi
    )
    assert pages is not None, "without an output path Typst returns the pictures"
    return (pages,) if isinstance(pages, bytes) else tuple(pages)


def _data(content: Mapping[str, object]) -> str:
    return json.dumps(content, ensure_ascii=False)


@cache
def _template() -> bytes:
    return (FOLDER / "document.typ").read_bytes()


class _Workshop(local):
    """The compilers of one thread, by typeface: a compiler serves one caller at a time."""

    def __init__(self) -> None:
        self.compilers: dict[Typeface, typst.Compiler] = {}


_WORKSHOP = _Workshop()


def _compiler(typeface: Typeface) -> typst.Compiler:
    if typeface not in _WORKSHOP.compilers:
        _WORKSHOP.compilers[typeface] = _new_compiler(typeface)
    return _WORKSHOP.compilers[typeface]


def _new_compiler(typeface: Typeface) -> typst.Compiler:
    """Its root is this folder, which holds the template alone, so that nothing else can be read."""
    folders = sorted({str(file.path.parent) for file in typeface.files})
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*folders])
    return typst.Compiler(root=FOLDER, font_paths=fonts)
