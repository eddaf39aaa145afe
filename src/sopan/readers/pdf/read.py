"""The SOPs of a PDF: the model that rides along in a document of SOPAN's own, else what is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sopan.domain import NewerFormat, UnreadableSource
from sopan.domain.codec import decode_json
from sopan.drawn import Cell, Page, Symbol, Text
from sopan.readers.assembly import assemble
from sopan.readers.pdf.document import attachment, opened
from sopan.readers.pdf.extract import pages_of
from sopan.readers.reading import Reading

MODEL = "prosedur.sop.json"
"""Name of the attachment that holds the procedure."""


def read(data: bytes) -> tuple[Reading, ...]:
    """Every SOP in the PDF; none where it draws no SOP.

    Raises UnreadableSource for what is no PDF, is locked or damaged, SourceTooLarge for more than an SOP can be, and
    NewerFormat for a model of a later SOPAN.
    """
    with opened(data) as document:
        model = _model(attachment(document, MODEL))
        return (model,) if model is not None else assemble(_readable(pages_of(document)))


def _readable(pages: Sequence[Page]) -> Sequence[Page]:
    """The same pages. Raises UnreadableSource where they hold pictures without a single word."""
    has_words = any(text for page in pages for part in (page.cells, page.texts, page.symbols) for text in _texts(part))
    if not has_words and any(page.pictures for page in pages):
        sentence = (
            "PDF ini hanya berisi gambar hasil pindai, tanpa tulisan, jadi isinya tidak dapat dibaca. Cari berkas "
            "Word, Excel, atau PDF asalnya, atau ketik ulang."
        )
        raise UnreadableSource(sentence)
    return pages


def _texts(part: Iterable[Cell | Text | Symbol]) -> Iterator[str]:
    return (thing.text for thing in part)


def _model(attached: bytes | None) -> Reading | None:
    """The procedure that rides along; None where there is none, or it was damaged on the way."""
    if attached is None:
        return None
    try:
        return Reading(procedure=decode_json(attached), is_model=True)
    except NewerFormat:
        raise
    except UnreadableSource:
        return None
