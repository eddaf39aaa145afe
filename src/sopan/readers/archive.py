"""A ZIP of files to read, opened so that a hostile one costs neither time nor memory and writes nothing anywhere."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Self

from sopan.domain.errors import SourceTooLarge, UnreadableSource

MAX_MEMBERS = 10_000
MAX_MEMBER = 100_000_000
"""Bytes of one file of the archive; as large as a document may be."""
MAX_UNPACKED = 4_000_000_000
"""Bytes of all its files together."""
MAX_LIST = 8_000_000
"""Bytes of its list of contents, and of what is read from it at a time."""

_DAMAGED = "Arsip ini terpotong atau rusak, jadi tidak dapat dibuka. Ambil salinan lain, lalu coba lagi."
_LARGE = "Arsip ini memuat terlalu banyak. Bagi menjadi beberapa arsip yang lebih kecil."


class Archive:
    """The files of a ZIP by the names it gives them; folders are left out.

    Raises UnreadableSource for one that is damaged or too large, OSError when it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._file = _Bounded(io.FileIO(path))
        try:
            self._zip = zipfile.ZipFile(self._file)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as trouble:
            self._file.close()
            raise UnreadableSource(_DAMAGED) from trouble
        except UnreadableSource:
            self._file.close()
            raise
        self._infos = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()
        self._file.close()

    @property
    def is_document(self) -> bool:
        """Whether it is not an archive for people at all, but the way Word, Excel and their like keep a document."""
        return "[Content_Types].xml" in self._infos or "mimetype" in self._infos

    @property
    def names(self) -> tuple[str, ...]:
        """In the order of the archive. Raises SourceTooLarge when it holds more than an archive may."""
        infos = self._infos.values()
        if len(infos) > MAX_MEMBERS or sum(info.file_size for info in infos) > MAX_UNPACKED:
            raise SourceTooLarge(_LARGE)
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """The content of a file. Raises UnreadableSource for one that is not to be trusted, locked, or damaged."""
        info = self._infos[name]
        _refuse_untrustworthy(info)
        try:
            with self._zip.open(info) as member:
                return b"".join(iter(lambda: member.read(1_000_000), b""))
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as trouble:
            raise UnreadableSource(
                "Berkas ini terpotong atau rusak di dalam arsipnya. Ambil salinan lain, lalu coba lagi."
            ) from trouble


def _refuse_untrustworthy(info: zipfile.ZipInfo) -> None:
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or re.match("[A-Za-z]:", name):
        raise UnreadableSource("Nama berkas ini menunjuk ke luar arsipnya, jadi demi keamanan tidak dibuka.")
    if info.file_size > MAX_MEMBER:
        raise SourceTooLarge(
            "Berkas ini lebih besar dari {batas} MB, jadi tidak dibaca. Simpan ulang dengan gambar yang lebih kecil, "
            "atau bagi menjadi beberapa berkas.",
            batas=MAX_MEMBER // 1_000_000,
        )
    if info.flag_bits & 1:
        raise UnreadableSource("Berkas ini dikunci dengan kata sandi di dalam arsipnya. Keluarkan dari arsip dahulu.")
    if stat.S_ISLNK(info.external_attr >> 16) or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise UnreadableSource("Berkas ini disimpan dengan cara yang tidak biasa. Keluarkan dari arsip dahulu.")


class _Bounded(io.BufferedReader):
    """A file that does not give more at a time than a list of contents may have."""

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = MAX_LIST + 1 if size is None or size < 0 else size
        if wanted > MAX_LIST + 1:
            raise SourceTooLarge(_LARGE)
        return super().read(wanted)
