"""What stands in a field, as text, and the heading it has on the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sopan.domain.codec.names import IDENTITY, KIND, STATUS
from sopan.domain.comparison.sentence import Sentence
from sopan.domain.comparison.words import Mark, Piece, Pieces, list_diff, word_diff
from sopan.domain.identity import Identity
from sopan.domain.operations import CELLS, IDENTITY_FIELDS, read_cell, read_identity
from sopan.domain.procedure import Kind, Procedure, Step, Symbol

HEADINGS: Mapping[str, str] = {
    "judul": "Judul SOP",
    "nomor": "Nomor SOP",
    "pemerintah_daerah": "Pemerintah daerah",
    "opd": "Organisasi perangkat daerah",
    "logo": "Lambang",
    "revisi_ke": "Revisi ke",
    "unit_kerja": "Unit kerja",
    "tanggal_pembuatan": "Tanggal pembuatan",
    "tanggal_revisi": "Tanggal revisi",
    "tanggal_efektif": "Tanggal efektif",
    "disahkan_oleh.jabatan": "Disahkan oleh: jabatan",
    "disahkan_oleh.selaku": "Disahkan oleh: selaku",
    "disahkan_oleh.nama": "Disahkan oleh: nama",
    "disahkan_oleh.pangkat": "Disahkan oleh: pangkat",
    "disahkan_oleh.nip": "Disahkan oleh: NIP",
    "sifat": "Sifat kegiatan",
    "besaran": "Besaran",
    "kelengkapan_jenis": "Kelengkapan",
    "jenis": "Jenis",
    "ciri_kegiatan": "Ciri kegiatan",
    "dasar_hukum": "Dasar hukum",
    "keterkaitan": "Keterkaitan",
    "peringatan": "Peringatan",
    "kualifikasi_pelaksana": "Kualifikasi pelaksana",
    "peralatan": "Peralatan dan perlengkapan",
    "pencatatan": "Pencatatan dan pendataan",
    "status": "Status",
}
"""Headings of the identity page, and of the status."""

CELL_HEADINGS: Mapping[str, str] = {
    "nomor": "Nomor langkah",
    "kegiatan": "Kegiatan",
    "symbols": "Pelaksana",
    "kelengkapan": "Kelengkapan",
    "waktu": "Waktu",
    "output": "Output",
    "keterangan": "Keterangan",
    "kind": "Simbol",
}
"""Headings of a row."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field or cell that reads otherwise now."""

    field: str
    """Its name in the code: `dasar_hukum`, `disahkan_oleh.nama`, `waktu`, `symbols`."""
    heading: Sentence
    lines: tuple[Pieces, ...]
    """One line for each item of a list, the unchanged ones too; one for anything else."""

    @property
    def pieces(self) -> Pieces:
        """All lines as one text, each item on a line of its own."""
        broken = (Piece(Mark.SAME, "\n"),)
        return tuple(piece for at, line in enumerate(self.lines) for piece in ((broken if at else ()) + line))


Words = str | tuple[str, ...]
"""What stands in a field: one text, or the items of a list."""


def page_changes(old: Procedure, new: Procedure) -> tuple[FieldChange, ...]:
    """Fields of the identity page that differ, and the status, in the order of the form."""
    return tuple(_changes(_page(old), _page(new), HEADINGS))


def cell_changes(old: Step, new: Step) -> tuple[FieldChange, ...]:
    """Cells that differ, from left to right."""
    return tuple(_changes(_cells(old), _cells(new), CELL_HEADINGS))


def cells_of_new(step: Step) -> tuple[FieldChange, ...]:
    """Every filled cell of a step that was not there before; that it is a box goes without saying."""
    return tuple(_changes({}, _filled(step), CELL_HEADINGS))


def cells_of_removed(step: Step) -> tuple[FieldChange, ...]:
    """Every filled cell of a step that is gone."""
    return tuple(_changes(_filled(step), {}, CELL_HEADINGS))


def _changes(old: Mapping[str, Words], new: Mapping[str, Words], headings: Mapping[str, str]) -> Iterator[FieldChange]:
    for field, heading in headings.items():
        before, after = old.get(field) or "", new.get(field) or ""
        if before != after:
            yield FieldChange(field, Sentence(heading), _lines(before, after))


def _lines(old: Words, new: Words) -> tuple[Pieces, ...]:
    if isinstance(old, str) and isinstance(new, str):
        return (word_diff(old, new),)
    return list_diff(old or (), new or ())


def _page(procedure: Procedure) -> dict[str, Words]:
    identity = {field: _identity_words(procedure.identity, field) for field in IDENTITY_FIELDS}
    return {**identity, "status": STATUS.word(procedure.status).replace("_", " ")}


def _identity_words(identity: Identity, field: str) -> Words:
    value = read_identity(identity, field)
    if isinstance(value, tuple):
        return tuple(map(str, value))
    vocabulary = IDENTITY[field].vocabulary if field in IDENTITY else None
    return vocabulary.word(value) if vocabulary and isinstance(value, StrEnum) else value or ""


def _cells(step: Step) -> dict[str, Words]:
    return {field: _cell_words(step, field) for field in CELLS}


def _filled(step: Step) -> dict[str, Words]:
    cells = {field: words for field, words in _cells(step).items() if words}
    if step.kind is Kind.PROCESS:
        del cells["kind"]
    return cells


def _cell_words(step: Step, field: str) -> Words:
    value = read_cell(step, field)
    if isinstance(value, Kind):
        return KIND.word(value)
    if isinstance(value, tuple):
        return tuple(_symbol_words(item) if isinstance(item, Symbol) else item for item in value)
    return value or ""


def _symbol_words(symbol: Symbol) -> str:
    return f"{symbol.pelaksana} ({KIND.word(symbol.kind)})" if symbol.kind else symbol.pelaksana
