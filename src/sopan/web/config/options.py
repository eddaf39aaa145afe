"""What a site may set: environment variables, or the lines of one `sopan.toml`. Checked at the start, all at once.

Every option is documented here and in the manual, once; `Options.read` refuses unknown and unfit ones with a sentence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sopan.domain.errors import SopanError

PREFIX = "SOPAN_"
FILE = "sopan.toml"


class UnfitOptions(SopanError):
    """Options that cannot be; `sentences` are Indonesian, one for each, with what to do."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__("; ".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options of one site."""

    data: Path
    """Folder of the embedded database, uploads and the site's own secret."""
    host: str = "127.0.0.1"
    """Address the server listens at."""
    port: int = 8000
    url: str = ""
    """Address people type, e.g. `https://sop.contohkab.go.id`; empty while the site is used on this machine only."""
    database: str = ""
    """`postgresql://user:password@host/name`; empty: SQLite in `data`."""
    timezone: str = "Asia/Makassar"
    """WITA; Asia/Jakarta for WIB, Asia/Jayapura for WIT."""
    email: str = ""
    """`smtp://user:password@host:port`, `smtps://…`; empty: no mail is sent, and nothing asks for it."""
    sender: str = ""
    """The address mail comes from."""
    workers: int = 2
    """Processes that answer requests."""

    @classmethod
    def read(cls, environment: Mapping[str, str], folder: Path) -> Options:
        """Options of `sopan.toml` in `folder`, overruled by the environment. Raises UnfitOptions with every reason."""
        faults: list[str] = []
        said = _of_file(folder / FILE, faults) | _of_environment(environment, faults)
        values = {name: _value(name, text, faults) for name, text in said.items()}
        if faults:
            raise UnfitOptions(tuple(faults))
        return cls(**{"data": folder / "data", **values})


def _of_file(path: Path, faults: list[str]) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        faults.append(f"{FILE} tidak dapat dibaca: {error}. Periksa tanda kutip dan tanda sama dengannya.")
        return {}
    faults += [f"{FILE}: “{name}” bukan pilihan SOPAN. Yang ada: {', '.join(NAMES)}." for name in table.keys() - NAMES]
    return {name: str(value) for name, value in table.items() if name in NAMES}


def _of_environment(environment: Mapping[str, str], faults: list[str]) -> dict[str, str]:
    """Variables of other parts of SOPAN (SOPAN_LANG, SOPAN_CORPUS) are not ours to judge."""
    names = {PREFIX + name.upper(): name for name in NAMES}
    return {names[key]: value for key, value in environment.items() if key in names}


def _value(name: str, text: str, faults: list[str]) -> Any:  # noqa: ANN401  of the type of that field
    try:
        return _READERS.get(name, str)(text.strip())
    except ValueError as refusal:
        faults.append(f"Pilihan “{name}” ({PREFIX}{name.upper()}): {refusal}")
        return None


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65_536:
        raise ValueError(f"“{text}” bukan nomor port. Tulis angka 1 sampai 65535, misalnya 8000.")
    return int(text)


def _workers(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= 64:
        raise ValueError(f"“{text}” bukan jumlah proses. Tulis angka 1 sampai 64.")
    return int(text)


def _url(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("http", "https") or not parts.hostname or parts.path not in ("", "/")):
        raise ValueError(f"“{text}” bukan alamat situs. Tulis misalnya https://sop.contohkab.go.id tanpa garis miring.")
    return text.rstrip("/")


def _database(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("postgresql", "postgres") or len(parts.path) < 2):
        raise ValueError("hanya PostgreSQL yang dapat disebut di sini: postgresql://pengguna:sandi@server/nama.")
    return text


def _timezone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError(f"“{text}” bukan zona waktu. Tulis Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.") from None
    return text


def _email(text: str) -> str:
    parts = urlsplit(text)
    if text and (parts.scheme not in ("smtp", "smtps") or not parts.hostname):
        raise ValueError("tulis server surel sebagai smtp://server:587 atau smtps://pengguna:sandi@server:465.")
    return text


_READERS: Mapping[str, Callable[[str], object]] = {
    "data": Path,
    "port": _port,
    "workers": _workers,
    "url": _url,
    "database": _database,
    "timezone": _timezone,
    "email": _email,
}
NAMES = tuple(field.name for field in fields(Options))
