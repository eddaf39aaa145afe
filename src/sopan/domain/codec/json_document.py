"""Procedures as versioned JSON: the names of the code, English values, exact both ways.

The shape follows the dataclasses of the domain: one object per value with one member per field, in their order. A
member that is left out takes the default of its field; a member that is not known, or of another type, is refused.
"""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable, Hashable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, get_args, get_origin, get_type_hints

from sopan.domain.codec.limits import MAX_STEPS
from sopan.domain.codec.refusals import UNFIT, code_point, excerpt, listed, nearest
from sopan.domain.codec.source import text_of
from sopan.domain.codec.upgrades import JSON_UPGRADES, upgraded
from sopan.domain.errors import InvalidProcedure, NewerFormat, SourceTooLarge, UnreadableSource
from sopan.domain.procedure import Procedure

T = TypeVar("T")

FORMAT = "sopan-procedure"
VERSION = 1


def encode_json(procedure: Procedure) -> str:
    """One line of JSON; the same text for the same procedure.

    InvalidProcedure when it holds a character or a number that no document can carry.
    """
    document = {"format": f"{FORMAT}/{VERSION}", **_members(procedure)}
    try:
        encoded = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except ValueError as error:
        raise InvalidProcedure(f"not a number of millimetres: {error}") from None
    refuse_unfit(encoded)
    return encoded


def decode_json(data: bytes | str) -> Procedure:
    """The procedure of a JSON document. Only UnreadableSource is raised; it names the member that cannot be read."""
    document = _parsed(text_of(data))
    if not isinstance(document, dict):
        raise UnreadableSource("Dokumen JSON ini bukan objek, padahal prosedur disimpan sebagai satu objek.")
    version = _version(document.pop("format", None))
    document = upgraded(document, version=version, present=VERSION, upgrades=JSON_UPGRADES)
    try:
        return _value(Procedure, document, "")
    except InvalidProcedure as error:
        raise UnreadableSource(
            "Isi dokumen JSON ini bertentangan, sehingga tidak dapat menjadi satu prosedur ({reason}).", reason=error
        ) from None


def refuse_unfit(encoded: str) -> None:
    """Stop before a document is written that nobody could read again."""
    unfit = UNFIT.search(encoded)
    if unfit:
        raise InvalidProcedure(f"no document can carry the character {code_point(unfit.group())}")


def _members(value: object) -> dict[str, object]:
    kind: type = type(value)
    return {name: _plain(getattr(value, name)) for name in _fields(kind)}


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return _members(value) if dataclasses.is_dataclass(value) else value


def _parsed(text: str) -> object:
    try:
        found: object = json.loads(text, object_pairs_hook=_object, parse_int=float, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise UnreadableSource(
            "Dokumen JSON ini terputus atau salah tulis di baris {at}, kolom {column_at}.",
            line=error.lineno,
            column=error.colno,
            at=error.lineno,
            column_at=error.colno,
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


Reader = Callable[[object, str], object]
"""Makes a value of what JSON holds; the second argument is the way to it, for the sentence."""


@cache
def _fields(kind: type) -> Mapping[str, tuple[Reader, bool]]:
    """Name → (how it is read, whether it must be there), for every member of the values of `kind`."""
    hints = get_type_hints(kind)
    return {
        field.name: (
            _reader(hints[field.name]),
            field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING,
        )
        for field in dataclasses.fields(kind)
        if field.init
    }


@cache
def _reader(hint: Hashable) -> Reader:
    if get_origin(hint) is tuple:
        return _list_reader(_reader(get_args(hint)[0]))
    if isinstance(hint, UnionType):
        (known,) = (choice for choice in get_args(hint) if choice is not NoneType)
        read = _reader(known)
        return lambda found, way: None if found is None else read(found, way)
    if hint is str:
        return _text
    if hint is float:
        return _number
    assert isinstance(hint, type), "the domain holds texts, numbers, choices, values and lists of them"
    return _choice_reader(hint) if issubclass(hint, StrEnum) else _value_reader(hint)


def _value_reader(kind: type) -> Reader:
    return lambda found, way: _value(kind, found, way)


def _value(kind: type[T], found: object, way: str) -> T:
    if not isinstance(found, dict):
        raise _unexpected("“{way}” seharusnya objek, bukan {found}.", way, found)
    known: type = kind
    fields = _fields(known)
    for name in found:
        if name not in fields:
            raise _unknown(way, name, fields)
    missing = [name for name, (_, required) in fields.items() if required and name not in found]
    if missing:
        raise UnreadableSource("Di “{way}” belum ada {names}.", way=way or FORMAT, names=", ".join(missing))
    return kind(**{name: fields[name][0](value, f"{way}.{name}" if way else name) for name, value in found.items()})


def _list_reader(read: Reader) -> Reader:
    def read_list(found: object, way: str) -> tuple[object, ...]:
        if not isinstance(found, list):
            raise _unexpected("“{way}” seharusnya daftar, bukan {found}.", way, found)
        if way == "steps" and len(found) > MAX_STEPS:
            raise SourceTooLarge(
                "Satu prosedur paling banyak {limit} langkah. Bagi prosedur ini menjadi beberapa SOP mikro.",
                limit=MAX_STEPS,
            )
        return tuple([read(item, f"{way}[{place}]") for place, item in enumerate(found)])

    return read_list


def _text(found: object, way: str) -> str:
    if not isinstance(found, str):
        raise _unexpected("“{way}” seharusnya teks, bukan {found}.", way, found)
    unfit = UNFIT.search(found)
    if unfit:
        raise UnreadableSource(
            "Teks di “{way}” memuat karakter yang bukan teks ({character}).",
            way=way,
            character=code_point(unfit.group()),
        )
    return found


def _number(found: object, way: str) -> float:
    if not isinstance(found, float) or not math.isfinite(found):
        raise _unexpected("“{way}” seharusnya angka, bukan {found}.", way, found)
    return found


def _choice_reader(kind: type[StrEnum]) -> Reader:
    choices = {choice.value: choice for choice in kind}

    def read_choice(found: object, way: str) -> StrEnum:
        if not isinstance(found, str) or found not in choices:
            raise UnreadableSource(
                "“{way}” tidak mengenal “{found}”. Pilihannya: {words}.",
                way=way,
                found=excerpt(str(found)),
                words=listed(choices),
            )
        return choices[found]

    return read_choice


def _unexpected(sentence: str, way: str, found: object) -> UnreadableSource:
    opened = "{…}" if isinstance(found, dict) else "[…]" if isinstance(found, list) else ""
    shown = opened or excerpt(json.dumps(found, ensure_ascii=False))
    return UnreadableSource(sentence, way=way or FORMAT, found=shown)


def _unknown(way: str, name: str, known: Iterable[str]) -> UnreadableSource:
    meant = nearest(name, known)
    if meant:
        return UnreadableSource(
            "Anggota “{name}” tidak dikenal di “{way}”. Mungkin maksudnya “{meant}”.",
            name=excerpt(name),
            way=way or FORMAT,
            meant=meant,
        )
    return UnreadableSource(
        "Anggota “{name}” tidak dikenal di “{way}”. Anggota yang dikenal: {names}.",
        name=excerpt(name),
        way=way or FORMAT,
        names=listed(known),
    )
