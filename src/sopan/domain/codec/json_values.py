"""Values of the domain as what JSON holds, and back: procedures, and the operations on them.

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
from sopan.domain.errors import InvalidProcedure, SourceTooLarge, UnreadableSource

T = TypeVar("T")

_LARGEST = 2**53
"""Beyond this a whole number is not exact in JSON."""

_WHOLE = "dokumen"
"""What the outermost object is called in a sentence."""


def members(value: object) -> dict[str, object]:
    """One member for each field of a value of the domain."""
    kind: type = type(value)
    return {name: plain(getattr(value, name)) for name in _fields(kind)}


def plain(value: object) -> object:
    """A choice, a text, a number, a value of the domain or a tuple of them as texts, numbers, objects and lists.

    InvalidProcedure for a text with a character that `read` would refuse.
    """
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return _fit(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return members(value) if dataclasses.is_dataclass(value) else value


def _fit(text: str) -> str:
    unfit = UNFIT.search(text)
    if unfit:
        raise InvalidProcedure(f"no document can carry the character {code_point(unfit.group())}")
    return text


def value_of(kind: type[T], found: object, way: str = "") -> T:
    """The value of the domain that an object holds. UnreadableSource names the member that cannot be read."""
    return _value(kind, found, way)


def read(hint: Hashable, found: object, way: str) -> object:
    """What a member holds whose type is written as `hint` (`str`, `tuple[Symbol, ...]`, `Sifat | None`)."""
    return _reader(hint)(found, way)


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
    if hint is int:
        return _place
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
        raise UnreadableSource("Di “{way}” belum ada {names}.", way=way or _WHOLE, names=", ".join(missing))
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
    if isinstance(found, int) and not isinstance(found, bool) and abs(found) <= _LARGEST:
        return float(found)
    if not isinstance(found, float) or not math.isfinite(found):
        raise _unexpected("“{way}” seharusnya angka, bukan {found}.", way, found)
    return found


def _place(found: object, way: str) -> int:
    number = _number(found, way)
    if number < 0 or not number.is_integer():
        raise _unexpected("“{way}” seharusnya bilangan bulat mulai dari nol, bukan {found}.", way, found)
    return int(number)


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
    return UnreadableSource(sentence, way=way or _WHOLE, found=shown)


def _unknown(way: str, name: str, known: Iterable[str]) -> UnreadableSource:
    meant = nearest(name, known)
    if meant:
        return UnreadableSource(
            "Anggota “{name}” tidak dikenal di “{way}”. Mungkin maksudnya “{meant}”.",
            name=excerpt(name),
            way=way or _WHOLE,
            meant=meant,
        )
    return UnreadableSource(
        "Anggota “{name}” tidak dikenal di “{way}”. Anggota yang dikenal: {names}.",
        name=excerpt(name),
        way=way or _WHOLE,
        names=listed(known),
    )
