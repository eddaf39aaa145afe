"""What is drawn on the pages of a PDF: cells, symbols, lines, text and pictures."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2 as pdfium

from sopan.drawn import Page, Picture
from sopan.readers.pdf.columns import with_every_column
from sopan.readers.pdf.document import damaged, opened, paper_of
from sopan.readers.pdf.drawing import drawing_of
from sopan.readers.pdf.ink import Allowance, Image, ink_of
from sopan.readers.pdf.letters import words_of
from sopan.readers.pdf.rulings import rulings_of
from sopan.readers.pdf.setting import Setting
from sopan.readers.pdf.strokes import Sorted, sort
from sopan.readers.pdf.tables import tables_of
from sopan.readers.pdf.text import joining_of
from sopan.readers.pdf.tracing import trace

SMALLEST_PICTURE = 4.0
"""Millimetres: a smaller picture is a mark or a piece of a line."""


def pages(data: bytes) -> tuple[Page, ...]:
    """Every page as it was drawn. Raises UnreadableSource for what is no PDF, is locked, damaged or too large."""
    with opened(data) as document:
        return pages_of(document)


def pages_of(document: pdfium.PdfDocument) -> tuple[Page, ...]:
    """Every page of a document that is open already."""
    allowance = Allowance()
    settings = [_setting(document, index, allowance) for index in range(len(document))]
    joining = joining_of(cell for setting in settings for cell in setting.texts_in_cells())
    return tuple(setting.page(joining) for setting in settings)


def _setting(document: pdfium.PdfDocument, index: int, allowance: Allowance) -> Setting:
    try:
        page = document[index]
    except pdfium.PdfiumError as trouble:
        raise damaged() from trouble
    try:
        return _drawn(page, index + 1, allowance)
    except pdfium.PdfiumError as trouble:
        raise damaged() from trouble
    finally:
        page.close()


def _drawn(page: pdfium.PdfPage, number: int, allowance: Allowance) -> Setting:
    paper = paper_of(page)
    width, height = paper.size
    ink = ink_of(page, paper, allowance)
    found = sort(ink.outlines)
    pictures = _traced(ink.images, width, found, allowance)
    drawing = drawing_of(found)
    words = words_of(page, paper, allowance)
    tables = with_every_column(tables_of(rulings_of(drawing.strokes, drawing.cells)), words)
    return Setting(Page(number=number, width=width, height=height, pictures=pictures), tables, drawing, words)


def _traced(images: Sequence[Image], width: float, found: Sorted, allowance: Allowance) -> tuple[Picture, ...]:
    """Find again what is drawn in pictures; the pictures that are none of ours remain."""
    remaining = []
    for number, image in enumerate(images, 1):
        traced = trace(image, width, -number) if allowance.may_trace() else Sorted()
        found.add(traced)
        if traced.is_empty and min(image.box.width, image.box.height) >= SMALLEST_PICTURE:
            remaining.append(Picture(box=image.box))
    return tuple(remaining)
