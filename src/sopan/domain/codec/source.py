"""Bytes become text: size, encoding and characters are checked before anything is parsed."""

from __future__ import annotations

import codecs

from sopan.domain.codec.limits import MAX_BYTES
from sopan.domain.codec.refusals import UNFIT, code_point
from sopan.domain.errors import SourceTooLarge, UnreadableSource

_FOREIGN_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(data: bytes | str) -> str:
    """The characters of a source without its byte order mark; UnreadableSource says where it is no text."""
    if len(data) > MAX_BYTES:
        raise SourceTooLarge(
            "Berkas ini {size} byte, padahal satu prosedur paling banyak {limit} byte. "
            "Periksa apakah berkas yang dibuka memang berkas prosedur.",
            size=len(data),
            limit=MAX_BYTES,
        )
    text = data.removeprefix("\ufeff") if isinstance(data, str) else _decoded(data)
    unfit = UNFIT.search(text)
    if unfit:
        line, column = _place(text[: unfit.start()])
        raise UnreadableSource(
            "Ada karakter yang bukan teks ({character}) di sini. Hapus karakter itu, lalu simpan lagi.",
            line=line,
            column=column,
            character=code_point(unfit.group()),
        )
    return text


def _decoded(data: bytes) -> str:
    if data.startswith(_FOREIGN_MARKS):
        raise UnreadableSource(
            "Berkas ini disimpan dengan penyandian UTF-16 atau UTF-32. Simpan ulang sebagai UTF-8, lalu coba lagi.",
            line=1,
            column=1,
        )
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = data.removeprefix(codecs.BOM_UTF8)[: error.start].decode("utf-8")
        line, column = _place(before)
        raise UnreadableSource(
            "Baris ini memuat byte yang bukan UTF-8. Simpan ulang berkas ini sebagai UTF-8, lalu coba lagi.",
            line=line,
            column=column,
        ) from None


def _place(before: str) -> tuple[int, int]:
    """Line and column, from 1, of the character that follows `before`."""
    return before.count("\n") + 1, len(before) - before.rfind("\n")
