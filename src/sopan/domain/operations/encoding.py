"""Operations as plain dicts and lists, as JSON holds them: for the history of a draft, the editor and the wire."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields
from functools import cache
from types import MappingProxyType
from typing import get_type_hints

from sopan.domain.codec.json_values import plain, read
from sopan.domain.codec.refusals import excerpt, listed
from sopan.domain.errors import InvalidOperation, InvalidProcedure, NewerFormat, SourceTooLarge, UnreadableSource
from sopan.domain.operations.fields import CELLS, IDENTITY_FIELDS
from sopan.domain.operations.operation import Operation, Together
from sopan.domain.operations.page import (
    RenamePelaksana,
    SetIdentity,
    SetLayout,
    SetPelaksana,
    SetStatus,
    Suppress,
    Unsuppress,
)
from sopan.domain.operations.rows import Connect, Disconnect, InsertStep, MoveStep, RemoveStep, SetCell

FORMAT = "sopan-operation"
VERSION = 1

MAX_DEPTH = 8
"""How deep operations may lie within operations."""

KINDS: Mapping[str, type[Operation]] = MappingProxyType(
    {
        "set_identity": SetIdentity,
        "set_status": SetStatus,
        "set_cell": SetCell,
        "insert_step": InsertStep,
        "remove_step": RemoveStep,
        "move_step": MoveStep,
        "connect": Connect,
        "disconnect": Disconnect,
        "set_pelaksana": SetPelaksana,
        "rename_pelaksana": RenamePelaksana,
        "set_layout": SetLayout,
        "suppress": Suppress,
        "unsuppress": Unsuppress,
    }
)
"""Every operation but `Together`, by the name it is written under."""

_NAMES = {kind: name for name, kind in KINDS.items()}
_TOGETHER = "together"
_KIND = "operation"


def to_json(operation: Operation) -> dict[str, object]:
    """The operation as a dict of dicts, lists, texts and numbers, with the version of its form."""
    return {"format": f"{FORMAT}/{VERSION}", **_written(operation)}


def from_json(found: object) -> Operation:
    """The operation that `to_json` wrote; a member too many, too few or of another type is refused.

    Raises UnreadableSource and nothing else. What the operation is about is not looked at: that is up to `apply`.
    """
    if not isinstance(found, dict):
        raise UnreadableSource("Ini bukan perubahan SOPAN: perubahan disimpan sebagai satu objek.")
    _require_version(found.get("format"))
    try:
        return _read({name: value for name, value in found.items() if name != "format"}, "", 0)
    except (InvalidOperation, InvalidProcedure) as error:
        raise UnreadableSource(
            "Perubahan ini bertentangan dengan dirinya sendiri dan tidak dapat dibaca ({reason}).", reason=error
        ) from None


def _written(operation: Operation) -> dict[str, object]:
    if isinstance(operation, Together):
        return {_KIND: _TOGETHER, "operations": [_written(each) for each in operation.operations]}
    members = {name: plain(getattr(operation, name)) for name in _hints(type(operation))}
    return {_KIND: _NAMES[type(operation)], **members}


def _require_version(written: object) -> None:
    name, _, number = written.partition("/") if isinstance(written, str) else ("", "", "")
    if name != FORMAT or not (number.isascii() and number.isdigit() and 0 < len(number) < 10):
        raise UnreadableSource(
            "Ini bukan perubahan SOPAN: anggota “format” seharusnya {expected}.", expected=f"{FORMAT}/{VERSION}"
        )
    if int(number) > VERSION:
        raise NewerFormat("Perubahan ini ditulis oleh SOPAN yang lebih baru. Perbarui SOPAN untuk membacanya.")


def _read(found: object, way: str, depth: int) -> Operation:
    if not isinstance(found, dict):
        raise UnreadableSource("“{way}” seharusnya sebuah perubahan.", way=way.rstrip("."))
    if depth > MAX_DEPTH:
        raise SourceTooLarge("Perubahan ini bertingkat terlalu dalam.")
    members = {name: value for name, value in found.items() if name != _KIND}
    written = found.get(_KIND)
    if written == _TOGETHER:
        return _read_together(members, way, depth)
    kind = KINDS.get(written) if isinstance(written, str) else None
    if kind is None:
        raise UnreadableSource(
            "Perubahan “{found}” tidak dikenal. Pilihannya: {words}.",
            found=excerpt(str(written)),
            words=listed([*KINDS, _TOGETHER], most=len(KINDS) + 1),
        )
    return _read_one(kind, members, way)


def _read_together(members: Mapping[str, object], way: str, depth: int) -> Together:
    _require_members(members, {"operations": object}, way)
    operations = members["operations"]
    if not isinstance(operations, list):
        raise UnreadableSource("“{way}” seharusnya daftar perubahan.", way=f"{way}operations")
    return Together(tuple(_read(each, f"{way}operations[{at}].", depth + 1) for at, each in enumerate(operations)))


def _read_one(kind: type[Operation], members: Mapping[str, object], way: str) -> Operation:
    hints = _hints(kind)
    _require_members(members, hints, way)
    if kind in (SetCell, SetIdentity):
        hints = {**hints, **dict.fromkeys(("old", "new"), _hint_of_field(kind, members["field"], f"{way}field"))}
    return kind(**{name: read(hint, members[name], f"{way}{name}") for name, hint in hints.items()})


def _hint_of_field(kind: type[Operation], field: object, way: str) -> Hashable:
    known = CELLS if kind is SetCell else IDENTITY_FIELDS
    if not isinstance(field, str) or field not in known:
        raise UnreadableSource(
            "“{way}” tidak mengenal “{found}”. Pilihannya: {words}.",
            way=way,
            found=excerpt(str(field)),
            words=listed(known, most=len(known)),
        )
    return known[field]


def _require_members(members: Mapping[str, object], known: Mapping[str, object], way: str) -> None:
    """Every member of the operation is there and no other."""
    if members.keys() != known.keys():
        raise UnreadableSource(
            "“{way}” seharusnya memuat {names}, bukan {found}.",
            way=way.rstrip(".") or _KIND,
            names=listed(known),
            found=listed([excerpt(str(name)) for name in members]) or "–",
        )


@cache
def _hints(kind: type[Operation]) -> Mapping[str, Hashable]:
    """Types of the members of an operation, in their order."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}  # type: ignore[arg-type]  # all are dataclasses
