"""Which fields can be set one by one, and what each of them may hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sopan.domain.errors import InvalidOperation
from sopan.domain.identity import (
    Besaran,
    CiriKegiatan,
    Identity,
    Jenis,
    KelengkapanJenis,
    PejabatPengesah,
    Sifat,
)
from sopan.domain.procedure import Kind, MutuBaku, Step, Symbol

Value = str | tuple[str, ...] | tuple[Symbol, ...] | None
"""What a field can hold; choices are enums of text, and None is a choice not made."""

Holds = Callable[[object], bool]

AXES: Mapping[str, type[StrEnum]] = MappingProxyType(
    {
        "sifat": Sifat,
        "besaran": Besaran,
        "kelengkapan_jenis": KelengkapanJenis,
        "jenis": Jenis,
        "ciri_kegiatan": CiriKegiatan,
    }
)
"""Fields of the identity page that hold a choice or None."""


def _text(value: object) -> bool:
    return type(value) is str


def _texts(value: object) -> bool:
    return isinstance(value, tuple) and all(map(_text, value))


def _symbols(value: object) -> bool:
    return isinstance(value, tuple) and all(isinstance(item, Symbol) for item in value)


def _kind(value: object) -> bool:
    return isinstance(value, Kind)


def _choice(axis: type[StrEnum]) -> Holds:
    return lambda value: value is None or isinstance(value, axis)


def _identity_fields() -> dict[str, Holds]:
    found: dict[str, Holds] = {}
    for field in fields(Identity):
        if field.name in AXES:
            found[field.name] = _choice(AXES[field.name])
        elif field.name == _SIGNER:
            found |= {f"{_SIGNER}.{part.name}": _text for part in fields(PejabatPengesah)}
        else:
            found[field.name] = _texts if field.default == () else _text
    return found


_SIGNER = "disahkan_oleh"

IDENTITY_FIELDS: Mapping[str, Holds] = MappingProxyType(_identity_fields())
"""Every field of the identity page; those of the signer are dotted (`disahkan_oleh.nama`)."""

CELLS: Mapping[str, Holds] = MappingProxyType(
    {
        "nomor": _text,
        "kegiatan": _text,
        "symbols": _symbols,
        "kelengkapan": _texts,
        "waktu": _text,
        "output": _text,
        "keterangan": _text,
        "kind": _kind,
    }
)
"""Every cell of a row, from left to right, and the kind of the step."""

_MUTU_BAKU = frozenset(field.name for field in fields(MutuBaku))


def require(known: Mapping[str, Holds], field: str, *values: object) -> None:
    """Refuse a field that does not exist and a value it cannot hold."""
    if field not in known:
        raise InvalidOperation(f"there is no field {field!r}; known are {', '.join(known)}")
    for value in values:
        if not known[field](value):
            raise InvalidOperation(f"{field} cannot hold {value!r}")


def read_cell(step: Step, field: str) -> Value:
    """What stands in a cell."""
    require(CELLS, field)
    value: Value = getattr(step.mutu_baku if field in _MUTU_BAKU else step, field)
    return value


def with_cell(step: Step, field: str, value: Value) -> Step:
    """The step with another value in this cell."""
    require(CELLS, field, value)
    change: dict[str, Any] = {field: value}
    if field in _MUTU_BAKU:
        return replace(step, mutu_baku=replace(step.mutu_baku, **change))
    return replace(step, **change)


def read_identity(identity: Identity, field: str) -> Value:
    """What stands in a field of the identity page."""
    require(IDENTITY_FIELDS, field)
    owner, _, part = field.rpartition(".")
    value: Value = getattr(identity.disahkan_oleh if owner else identity, part)
    return value


def with_identity(identity: Identity, field: str, value: Value) -> Identity:
    """The identity page with another value in this field."""
    require(IDENTITY_FIELDS, field, value)
    owner, _, part = field.rpartition(".")
    change: dict[str, Any] = {part: value}
    if owner:
        return replace(identity, disahkan_oleh=replace(identity.disahkan_oleh, **change))
    return replace(identity, **change)
