"""The procedure that rides along in SOPAN's own Word and Excel files, and what a person has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sopan.domain.codec import decode_json
from sopan.domain.errors import UnreadableSource
from sopan.drawingml.model_part import Model, read_item
from sopan.drawn import Page, decode, encode
from sopan.readers.amended import amend
from sopan.readers.assembly import assemble
from sopan.readers.office_zip import MAX_TREE, Package, without_entities
from sopan.readers.reading import Note, Reading

_MANY = 50
"""Parts of this kind that are looked at; other programs keep a few of their own there."""


def readings(package: Package, pages: Sequence[Page], notes: Sequence[Note] = ()) -> tuple[Reading, ...]:
    """What the pages hold, or the procedure of the file itself where it is one of SOPAN's own.

    `notes` is what had to be left out of the file; every reading tells it.
    """
    model = carried(package)
    found: tuple[Reading, ...]
    try:
        found = _of_model(model, pages) if model else assemble(pages)
    except UnreadableSource:  # of a later SOPAN, or damaged; what is to be seen can still be read
        found = assemble(pages)
        notes = (*notes, Note(sentence=_UNREAD))
    return tuple(replace(reading, notes=(*reading.notes, *notes)) for reading in found)


_UNREAD = (
    "Data SOPAN yang tersimpan dalam berkas ini rusak atau dari versi yang lebih baru, jadi isinya dibaca dari "
    "gambar dan tabelnya."
)


def carried(package: Package) -> Model | None:
    """The part of SOPAN's own in a package, by its path: LibreOffice keeps it and loses what refers to it."""
    for name in [name for name in package.names if name.startswith("customxml/item")][:_MANY]:
        model = read_item(without_entities(package.part(name, MAX_TREE)))
        if model is not None:
            return model
    return None


def _of_model(model: Model, pages: Sequence[Page]) -> tuple[Reading, ...]:
    """Both are held at the same fineness: where two lines are as near to an answer, a hair decides."""
    return amend(decode_json(model.procedure), decode(model.seen), decode(encode(pages)))
