"""Which fields can be set one by one, and what each of them may hold."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields, replace
from types import MappingProxyType, NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from sopan.domain.errors import InvalidOperation
from sopan.domain.identity import Identity, PejabatPengesah
from sopan.domain.procedure import Kind, MutuBaku, Step, Symbol

Value = str | tuple[str, ...] | tuple[Symbol, ...] | None
"""What a field can hold; choices are enums of text, and None is a choice not made."""

_SIGNER = "disahkan_oleh"


def _identity_fields() -> dict[str, Hashable]:
    own = {name: hint for name, hint in get_type_hints(Identity).items() if name != _SIGNER}
    return own | {f"{_SIGNER}.{name}": hint for name, hint in get_type_hints(PejabatPengesah).items()}


IDENTITY_FIELDS: Mapping[str, Hashable] = MappingProxyType(_identity_fields())
"""Every field of the identity page with the type of what it holds; the signer's are dotted (`disahkan_oleh.nama`)."""

CELLS: Mapping[str, Hashable] = MappingProxyType(
    {
        "nomor": str,
        "kegiatan": str,
        "symbols": tuple[Symbol, ...],
        "kelengkapan": tuple[str, ...],
        "waktu": str,
        "output": str,
        "keterangan": str,
        "kind": Kind,
    }
)
"""Every cell of a row from left to right, and the kind of the step, with the type of what it holds."""

_MUTU_BAKU = frozenset(field.name for field in fields(MutuBaku))


def require(known: Mapping[str, Hashable], field: str, *values: object) -> None:
    """Refuse a field that does not exist and a value it cannot hold."""
    if field not in known:
        raise InvalidOperation(f"there is no field {field!r}; known are {', '.join(known)}")
    for value in values:
        if not _holds(known[field], value):
            raise InvalidOperation(f"{field} cannot hold {value!r}")


def _holds(hint: object, value: object) -> bool:
    if get_origin(hint) is tuple:
        return isinstance(value, tuple) and all(_holds(get_args(hint)[0], item) for item in value)
    if isinstance(hint, UnionType):
        return any(_holds(choice, value) for choice in get_args(hint))
    if hint is NoneType:
        return value is None
    return type(value) is hint


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
