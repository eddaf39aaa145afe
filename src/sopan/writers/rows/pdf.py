"""A form as PDF: accessible, with its headings repeated on every page. Every word arrives as data and stays text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from threading import local

import typst

from sopan.writers.fonts import Typeface, measurer
from sopan.writers.rows.form import Form

FOLDER = Path(__file__).parent
STANDARDS: list[typst.PDFStandard] = ["ua-1"]
_BREAKABLE = 28
"""Letters after which a word without spaces may be broken."""


def write_pdf(form: Form) -> bytes:
    """The form on landscape A4. The same form gives the same bytes."""
    typeface = measurer()
    data = json.dumps(_content(form, typeface), ensure_ascii=False)
    pdf = _WORKSHOP.compiler(typeface).compile(
        _template(), sys_inputs={"form": data}, format="pdf", pdf_standards=STANDARDS
    )
    assert isinstance(pdf, bytes), "without an output path Typst returns the file"
    return pdf


def _content(form: Form, typeface: Typeface) -> dict[str, object]:
    def shown(text: str) -> str:
        return "\n".join(" ".join(map(_broken, typeface.displayable(line).split(" "))) for line in text.split("\n"))

    return {
        "font": typeface.family,
        "title": shown(form.title),
        "subtitle": shown(form.subtitle),
        "about": [[shown(name), shown(value)] for name, value in form.about],
        "columns": [{"heading": shown(c.heading), "width": c.width, "centred": c.centred} for c in form.columns],
        "cells": [{**cell, "text": shown(str(cell["text"]))} for cell in _cells(form)],
        "height": len(form.rows),
        "notes": [shown(note) for note in form.notes],
        "notice": shown(form.notice),
        "signature": [shown(line) for line in form.signature],
        "date": {"year": form.made_on.year, "month": form.made_on.month, "day": form.made_on.day}
        if form.made_on
        else None,
    }


def _cells(form: Form) -> Iterator[dict[str, object]]:
    for y, row in enumerate(form.rows):
        for x, cell in enumerate(row):
            if cell is not None:
                yield {
                    "x": x,
                    "y": y,
                    "rows": cell.rows,
                    "columns": cell.columns,
                    "bold": cell.bold,
                    "text": cell.shown,
                }


def _broken(word: str) -> str:
    """A monstrous word gets places at which it may be broken."""
    if len(word) <= _BREAKABLE:
        return word
    return "\N{ZERO WIDTH SPACE}".join(word[at : at + _BREAKABLE] for at in range(0, len(word), _BREAKABLE))


@cache
def _template() -> bytes:
    return (FOLDER / "form.typ").read_bytes()


class _Workshop(local):
    """One compiler for each thread: it serves one caller at a time, and sees this folder alone."""

    def __init__(self) -> None:
        self._compilers: dict[Typeface, typst.Compiler] = {}

    def compiler(self, typeface: Typeface) -> typst.Compiler:
        """The compiler of this thread."""
        if typeface not in self._compilers:
            folders = sorted({str(file.path.parent) for file in typeface.files})
            fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[*folders])
            self._compilers[typeface] = typst.Compiler(root=FOLDER, font_paths=fonts)
        return self._compilers[typeface]


_WORKSHOP = _Workshop()
