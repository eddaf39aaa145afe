"""Procedures as versioned JSON: the names of the code, English values, exact both ways.

The shape follows the dataclasses of the domain (`json_values`).
"""

from __future__ import annotations

import json

from sopan.domain.codec.json_values import members, value_of
from sopan.domain.codec.refusals import excerpt
from sopan.domain.codec.source import text_of
from sopan.domain.codec.upgrades import JSON_UPGRADES, upgraded
from sopan.domain.errors import InvalidProcedure, NewerFormat, SourceTooLarge, UnreadableSource
from sopan.domain.procedure import Procedure

FORMAT = "sopan-procedure"
VERSION = 1


def encode_json(procedure: Procedure) -> str:
    """One line of JSON; the same text for the same procedure.

    InvalidProcedure when it holds a character or a number that no document can carry.
    """
    document = {"format": f"{FORMAT}/{VERSION}", **members(procedure)}
    try:
        return json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError as error:
        raise InvalidProcedure(f"not a number of millimetres: {error}") from None


def decode_json(data: bytes | str) -> Procedure:
    """The procedure of a JSON document. Only UnreadableSource is raised; it names the member that cannot be read."""
    document = _parsed(text_of(data))
    if not isinstance(document, dict):
        raise UnreadableSource("Dokumen JSON ini bukan objek, padahal prosedur disimpan sebagai satu objek.")
    version = _version(document.pop("format", None))
    document = upgraded(document, version=version, present=VERSION, upgrades=JSON_UPGRADES)
    try:
        return value_of(Procedure, document)
    except InvalidProcedure as error:
        raise UnreadableSource(
            "Isi dokumen JSON ini bertentangan, sehingga tidak dapat menjadi satu prosedur ({reason}).", reason=error
        ) from None


def _parsed(text: str) -> object:
    try:
        found: object = json.loads(text, object_pairs_hook=_object, parse_int=float, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise UnreadableSource(
            "Dokumen JSON ini terputus atau salah tulis di sini. Simpan ulang dari SOPAN, atau periksa tanda bacanya.",
            line=error.lineno,
            column=error.colno,
        ) from None
    except RecursionError:
        raise SourceTooLarge(
            "Dokumen JSON ini bertingkat terlalu dalam; satu prosedur tidak pernah sedalam itu."
        ) from None
    return found


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise UnreadableSource("Anggota “{name}” tertulis dua kali dalam satu objek JSON.", name=excerpt(repeated))
    return found


def _refuse_constant(constant: str) -> float:
    raise UnreadableSource("“{constant}” bukan angka yang dapat disimpan dalam prosedur.", constant=constant)


def _version(written: object) -> int:
    name, _, number = written.partition("/") if isinstance(written, str) else ("", "", "")
    if name != FORMAT or not (number.isascii() and number.isdigit() and len(number) <= 9 and int(number) > 0):
        raise UnreadableSource(
            "Dokumen JSON ini bukan prosedur SOPAN: anggota “format” seharusnya {expected}.",
            expected=f"{FORMAT}/{VERSION}",
        )
    if int(number) > VERSION:
        raise NewerFormat(
            "Dokumen ini ditulis untuk SOPAN yang lebih baru (versi {found}, sedangkan yang terpasang membaca sampai "
            "versi {present}). Perbarui SOPAN untuk membukanya.",
            found=number,
            present=VERSION,
        )
    return int(number)
