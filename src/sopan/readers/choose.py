"""Which reader for which kind of file, one line each; and what is said about files SOPAN does not read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from sopan.domain.errors import UnreadableSource
from sopan.readers.kinds import Kind, kind_of
from sopan.readers.reading import Reading

Read = Callable[..., tuple[Reading, ...]]

READERS: Mapping[Kind, str] = {
    Kind.TEXT: "sopan.readers.own:read_text",
    Kind.JSON: "sopan.readers.own:read_json",
    Kind.PDF: "sopan.readers.pdf.read:read",
    Kind.DOCX: "sopan.readers.docx.read:read",
    Kind.XLSX: "sopan.readers.xlsx.read:read",
    Kind.BPMN: "sopan.readers.bpmn.read:read",
    Kind.ROWS: "sopan.readers.rows.read:read",
    Kind.DOC: "sopan.readers.legacy:read_doc",
    Kind.XLS: "sopan.readers.legacy:read_xls",
    Kind.ODT: "sopan.readers.legacy:read_odt",
    Kind.ODS: "sopan.readers.legacy:read_ods",
    Kind.RTF: "sopan.readers.legacy:read_rtf",
}
"""Module and function that read a kind; loaded when a file of that kind comes."""

REFUSALS: Mapping[Kind, str] = {
    Kind.EMPTY: "Berkas ini kosong. Periksa apakah penyalinannya selesai.",
    Kind.LOCKED: "Berkas ini dikunci dengan kata sandi. Buka di Word atau Excel, hapus kata sandinya, lalu "
    "simpan ulang.",
    Kind.XLSB: "Berkas ini buku kerja Excel biner (.xlsb). Buka di Excel dan simpan ulang sebagai .xlsx.",
    Kind.SLIDES: "Berkas ini presentasi. Simpan SOP sebagai dokumen Word, buku kerja Excel, atau PDF.",
    Kind.PICTURE: "Berkas ini gambar, bukan tulisan, jadi isinya tidak dapat dibaca. Cari berkas Word, Excel, atau PDF "
    "asalnya, atau ketik ulang sebagai berkas .sop.yaml.",
    Kind.WEB_PAGE: "Berkas ini halaman web. Simpan SOP sebagai dokumen Word, buku kerja Excel, atau PDF.",
    Kind.XML: "Berkas XML ini bukan BPMN 2.0. Ekspor alurnya sebagai BPMN 2.0, atau simpan SOP sebagai dokumen Word, "
    "buku kerja Excel, atau PDF.",
    Kind.ARCHIVE: "Berkas ini arsip. Buka arsipnya dahulu, atau impor arsip ZIP dengan “sopan import”.",
    Kind.UNKNOWN: "Jenis berkas ini tidak dikenal. Yang dapat dibaca: Word, Excel, PDF, BPMN, CSV, dan .sop.yaml.",
}
"""Untranslated, for people."""


def read(data: bytes, *, name: str = "") -> tuple[Reading, ...]:
    """Every SOP in the file these bytes are; at least one. Raises UnreadableSource when it holds none.

    `name` helps where bytes say nothing of their kind. Parsers of other programs' files may be slow or break off on
    hostile ones: whoever reads files of strangers does it in a `Sandbox`.
    """
    kind = kind_of(data, name)
    refuse_unread(kind)
    readings = reader(READERS[kind])(data)
    if not readings:
        raise UnreadableSource(
            "Dalam berkas ini tidak ditemukan SOP: tidak ada halaman identitas atau tabel langkah yang dikenali. "
            "Periksa apakah tabelnya berupa tulisan dan memiliki kepala kolom."
        )
    return readings


def refuse_unread(kind: Kind) -> None:
    """Raises UnreadableSource, with what to do next, for a kind SOPAN does not read."""
    if kind not in READERS:
        raise UnreadableSource(REFUSALS[kind])


def reader(named: str) -> Read:
    """The function that `module:function` names."""
    module, _, function = named.partition(":")
    found: Read = getattr(import_module(module), function)
    return found
