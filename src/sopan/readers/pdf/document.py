"""A PDF opened and bounded: its pages as they lie on paper, and what is attached."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sopan.domain import SourceTooLarge, UnreadableSource
from sopan.drawn import Point

MAX_BYTES = 60_000_000
MAX_PAGES = 200
MAX_ATTACHMENT_BYTES = 5_000_000
MAX_ATTACHMENTS = 100
MAX_SIDE = 2_500.0
"""Millimetres; a page is paper."""

MM = 25.4 / 72
Matrix = tuple[float, float, float, float, float, float]


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """The document in `data`. Raises UnreadableSource where there is none that can be opened, SourceTooLarge."""
    if len(data) > MAX_BYTES:
        sentence = "PDF ini lebih besar dari {batas} MB. Ambil halaman SOP-nya saja, lalu coba lagi."
        raise SourceTooLarge(sentence, batas=MAX_BYTES // 1_000_000)
    document = _open(data)
    try:
        if len(document) > MAX_PAGES:
            sentence = "PDF ini mempunyai {halaman} halaman, lebih dari {batas}. Ambil halaman SOP-nya saja."
            raise SourceTooLarge(sentence, halaman=len(document), batas=MAX_PAGES)
        yield document
    finally:
        document.close()


def attachment(document: pdfium.PdfDocument, name: str) -> bytes | None:
    """What is attached under this name; None where nothing is."""
    for index in range(min(document.count_attachments(), MAX_ATTACHMENTS)):
        try:
            found = document.get_attachment(index)
            if found.get_name() == name:
                return _content(found.raw)
        except pdfium.PdfiumError:
            continue
    return None


@dataclass(frozen=True, slots=True)
class Paper:
    """How points of a page's own space lie on the paper a person sees: cropped, turned, in millimetres from the top."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int
    """Quarter turns with the clock."""

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        width, height = (self.right - self.left) * MM, (self.top - self.bottom) * MM
        return (height, width) if self.turns % 2 else (width, height)

    @property
    def place(self) -> Callable[[float, float], Point]:
        """From points of the page to millimetres on the paper."""
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        ways: tuple[Callable[[float, float], Point], ...] = (
            lambda x, y: ((x - left) * MM, (top - y) * MM),
            lambda x, y: ((y - bottom) * MM, (x - left) * MM),
            lambda x, y: ((right - x) * MM, (y - bottom) * MM),
            lambda x, y: ((top - y) * MM, (right - x) * MM),
        )
        return ways[self.turns]


def paper_of(page: pdfium.PdfPage) -> Paper:
    """How this page lies on paper. Raises UnreadableSource where its measures are not those of paper."""
    left, bottom, right, top = page.get_bbox()
    paper = Paper(left, bottom, right, top, page.get_rotation() // 90 % 4)
    if not all(0 < side <= MAX_SIDE for side in paper.size):
        raise damaged()
    return paper


def damaged() -> UnreadableSource:
    """What to say of a PDF that cannot be followed."""
    return UnreadableSource(
        "PDF ini rusak dan tidak dapat dibaca. Minta berkasnya sekali lagi, atau cetak ulang ke PDF."
    )


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(data)
        pages = len(document)
    except pdfium.PdfiumError as trouble:
        if getattr(trouble, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            sentence = "PDF ini dikunci dengan kata sandi. Simpan salinan tanpa kata sandi, lalu coba lagi."
            raise UnreadableSource(sentence) from trouble
        raise damaged() from trouble
    if pages < 1:
        raise damaged()
    return document


def _content(found: raw.FPDF_ATTACHMENT) -> bytes | None:
    """The bytes of an attachment, unless there are more than a procedure can have."""
    length = ctypes.c_ulong()
    if not raw.FPDFAttachment_GetFile(found, None, 0, length) or not 0 < length.value <= MAX_ATTACHMENT_BYTES:
        return None
    buffer = ctypes.create_string_buffer(length.value)
    if not raw.FPDFAttachment_GetFile(found, buffer, length.value, length):
        return None
    return buffer.raw[: length.value]
