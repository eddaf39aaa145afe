"""Drawn pages as compact JSON, and back: what our own Word and Excel files say they showed when they were written.

A value is a list of its fields in the order of its class, without the trailing ones that are at their default; so a
new field goes to the end of its class and has a default. Lengths are kept to a thousandth of a millimetre.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Sequence
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, get_args, get_origin, get_type_hints

from sopan.domain.errors import NewerFormat, SourceTooLarge, UnreadableSource
from sopan.drawn.page import Page

T = TypeVar("T")
VERSION = 1
MAX_LENGTH = 64_000_000
"""Characters; a procedure of five hundred steps needs less than a million."""

_BROKEN = "Bagian berkas yang mencatat gambar aslinya rusak ({reason}). Simpan ulang berkas itu dari SOPAN."


def encode(pages: Sequence[Page]) -> str:
    """One line of JSON; the same text for the same pages."""
    document = {"drawn": VERSION, "pages": [_plain(page) for page in pages]}
    return json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def decode(text: str) -> tuple[Page, ...]:
    """The pages that were encoded. Only UnreadableSource is raised."""
    if len(text) > MAX_LENGTH:
        raise SourceTooLarge("Bagian berkas yang mencatat gambar aslinya terlalu besar untuk satu prosedur.")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableSource(_BROKEN, reason="bukan JSON") from None
    if not isinstance(document, dict) or not isinstance(document.get("pages"), list):
        raise UnreadableSource(_BROKEN, reason="tanpa halaman")
    if document.get("drawn") != VERSION:
        raise NewerFormat("Berkas ini ditulis oleh SOPAN yang lebih baru. Perbarui SOPAN untuk membukanya.")
    return tuple([_value(Page, page) for page in document["pages"]])


def _plain(value: object) -> object:
    if isinstance(value, bool | str) or value is None:
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, int | float):
        rounded = round(value, 3)
        return int(rounded) if rounded == int(rounded) else rounded
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    assert is_dataclass(value)
    return _without_defaults(value)


def _without_defaults(value: object) -> list[object]:
    kind: type = type(value)
    own: tuple[Field[object], ...] = fields(kind)
    kept = len(own)
    while kept and own[kept - 1].default == getattr(value, own[kept - 1].name):
        kept -= 1
    return [_plain(getattr(value, field.name)) for field in own[:kept]]


Reader = Callable[[object], object]


def _value(kind: type[T], found: object) -> T:
    known: type = kind
    readers, needed = _fields(known)
    if not isinstance(found, list) or not needed <= len(found) <= len(readers):
        raise _unexpected(found)
    return kind(**{name: read(item) for (name, read), item in zip(readers, found, strict=False)})


@cache
def _fields(kind: type) -> tuple[tuple[tuple[str, Reader], ...], int]:
    """Name and reader of each field, and how many of them have no default."""
    hints = get_type_hints(kind)
    own: tuple[Field[object], ...] = fields(kind)
    return tuple((field.name, _reader(hints[field.name])) for field in own), sum(f.default is MISSING for f in own)


@cache
def _reader(hint: Hashable) -> Reader:
    if get_origin(hint) is tuple:
        return _tuple_reader(get_args(hint))
    if isinstance(hint, UnionType):
        (known,) = (choice for choice in get_args(hint) if choice is not NoneType)
        read = _reader(known)
        return lambda found: None if found is None else read(found)
    if hint is float:
        return _number
    assert isinstance(hint, type)
    if is_dataclass(hint):
        return lambda found: _value(hint, found)
    return _choice_reader(hint) if issubclass(hint, StrEnum) else _plain_reader(hint)


def _tuple_reader(of: tuple[Hashable, ...]) -> Reader:
    """Readers of `tuple[Cell, ...]` and of `tuple[float, float]`."""
    readers = tuple(_reader(hint) for hint in of if hint is not Ellipsis)

    def read(found: object) -> tuple[object, ...]:
        if not isinstance(found, list) or (Ellipsis not in of and len(found) != len(readers)):
            raise _unexpected(found)
        if Ellipsis in of:
            return tuple([readers[0](item) for item in found])
        return tuple([read_one(item) for read_one, item in zip(readers, found, strict=True)])

    return read


def _plain_reader(kind: type) -> Reader:
    def read(found: object) -> object:
        if type(found) is not kind:
            raise _unexpected(found)
        return found

    return read


def _choice_reader(kind: type[StrEnum]) -> Reader:
    def read(found: object) -> StrEnum:
        if not isinstance(found, str) or found not in kind.__members__.values():
            raise _unexpected(found)
        return kind(found)

    return read


def _number(found: object) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float) or not abs(found) <= 1e9:
        raise _unexpected(found)
    return float(found)


def _unexpected(found: object) -> UnreadableSource:
    return UnreadableSource(_BROKEN, reason=json.dumps(found, ensure_ascii=False)[:40])
