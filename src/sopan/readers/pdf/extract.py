"""What is drawn on the pages of a PDF: cells, symbols, lines, text and pictures."""

from __future__ import annotations

import pypdfium2 as pdfium

from sopan.drawn import Page
from sopan.readers.pdf.document import damaged, opened, paper_of
from sopan.readers.pdf.drawing import drawing_of
from sopan.readers.pdf.ink import Allowance, ink_of
from sopan.readers.pdf.letters import words_of
from sopan.readers.pdf.rulings import rulings_of
from sopan.readers.pdf.setting import Setting
from sopan.readers.pdf.strokes import sort
from sopan.readers.pdf.tables import tables_of


def pages(data: bytes) -> tuple[Page, ...]:
    """Every page as it was drawn. Raises UnreadableSource for what is no PDF, is locked, damaged or too large."""
    with opened(data) as document:
        return pages_of(document)


def pages_of(document: pdfium.PdfDocument) -> tuple[Page, ...]:
    """Every page of a document that is open already."""
    allowance = Allowance()
    return tuple(_page(document, index, allowance) for index in range(len(document)))


def _page(document: pdfium.PdfDocument, index: int, allowance: Allowance) -> Page:
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


def _drawn(page: pdfium.PdfPage, number: int, allowance: Allowance) -> Page:
    paper = paper_of(page)
    width, height = paper.size
    ink = ink_of(page, paper, allowance)
    drawing = drawing_of(sort(ink.outlines))
    tables = tables_of(rulings_of(drawing.strokes, drawing.cells))
    setting = Setting(tables, drawing, words_of(page, paper, allowance))
    return Page(
        number=number,
        width=width,
        height=height,
        cells=setting.cells,
        symbols=setting.symbols,
        lines=drawing.lines,
        texts=setting.texts,
        pictures=(),
    )
