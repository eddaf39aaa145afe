"""assemble(): the stages from drawn pages to readings, in order."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from sopan.domain import Procedure
from sopan.domain.codec.limits import MAX_STEPS
from sopan.drawn import Page
from sopan.flowchart.grid import UNASSIGNED
from sopan.readers.assembly.documents import Document, documents
from sopan.readers.assembly.drafts import drafts
from sopan.readers.assembly.findings import Findings, place_of
from sopan.readers.assembly.flow import flow
from sopan.readers.assembly.steps import Steps
from sopan.readers.reading import Reading

_MOST_OF_PAGE = 0.2
"""Share of the page that pictures cover which may be a table; emblems and codes are smaller."""


def assemble(pages: Sequence[Page]) -> tuple[Reading, ...]:
    """What the pages hold, one reading for each SOP; none where they hold nothing of an SOP."""
    found = [document for document in documents(pages) if not document.is_empty or _pictured(document)]
    return tuple(_read(document) for document in found)


def _read(document: Document) -> Reading:
    findings = Findings()
    identity = document.identity.identity(findings)
    columns = tuple(dict.fromkeys(column.name for body in document.bodies for column in body.executors))
    rows = drafts(document.bodies)
    if len(rows) > MAX_STEPS:
        findings.note("Tabel ini lebih dari {limit} baris; sisanya tidak dibaca.", limit=MAX_STEPS)
        rows = rows[:MAX_STEPS]
    unit = next((column.unit for body in document.bodies for column in body.columns if column.unit), "")
    drawing = flow(document.bodies, rows, findings)
    maker = Steps(rows, drawing, columns, unit, document.pages, findings)
    steps = maker.steps()
    _note_what_is_missing(document, findings)
    named = tuple(name for name in columns if name != UNASSIGNED)
    procedure = Procedure(
        identity=identity,
        daftar_pelaksana=named or tuple(dict.fromkeys(name for step in steps for name in step.daftar_pelaksana)),
        steps=steps,
        edges=maker.edges(steps),
    )
    return Reading(procedure=procedure, values=tuple(findings.values), notes=tuple(findings.notes))


def _note_what_is_missing(document: Document, findings: Findings) -> None:
    """Say where pictures stand in the place of a table, whose content cannot be read, and that there is no table."""
    for page in _pictured(document):
        largest = max(page.pictures, key=lambda picture: picture.box.width * picture.box.height)
        findings.note(
            "Halaman {page} memuat gambar, bukan teks, sehingga isinya tidak dapat dibaca. Bila itu tabel langkah, "
            "ketik ulang atau pakai berkas asalnya.",
            place=place_of(page, largest.box, largest.place),
            page=page.number,
        )
    if not document.bodies and not findings.notes:
        findings.note(
            "Tabel langkah tidak ditemukan. Yang dicari ialah tabel dengan judul kolom Kegiatan, Pelaksana, dan Mutu "
            "Baku."
        )


def _pictured(document: Document) -> list[Page]:
    """Pages without a table that pictures cover in large part."""
    with_table = {id(body.page) for body in document.bodies}
    return [page for page in document.pages if id(page) not in with_table and _covered(page) > _MOST_OF_PAGE]


def _covered(page: Page) -> float:
    area = page.width * page.height or inf
    return sum(picture.box.width * picture.box.height for picture in page.pictures) / area
