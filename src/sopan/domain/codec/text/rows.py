"""`langkah` becomes rows: the steps with their ids, and the nodes that say where each goes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sopan.domain.codec.limits import MAX_STEPS
from sopan.domain.codec.names import STEP, SYMBOL
from sopan.domain.codec.refusals import excerpt, listed
from sopan.domain.codec.text.values import Entries, entries_of, fields_of, not_text, tables_of, text_of
from sopan.domain.codec.tree import Items, Node, Table, Text, place, refusal
from sopan.domain.errors import SourceTooLarge, UnreadableSource
from sopan.domain.procedure import MutuBaku, Step, Symbol


@dataclass(slots=True)
class Row:
    """A step, and what is written about the way onward from it."""

    step: Step
    ways: Node | None
    """`ke` of the step; None: left out."""
    symbol_ways: Sequence[tuple[str, Node]]
    """`ke` of single symbols, by their executors."""
    arrows: Node | None
    """`antar`."""


def read_rows(node: Node) -> list[Row]:
    """The rows in order, each step with its id: the written one, or its place when none is written anywhere."""
    items = list(tables_of(node))
    _refuse_too_many(items)
    entries = [entries_of(item, STEP, place="langkah") for item in items]
    return [_row(id, found) for id, found in zip(_ids(items, entries), entries, strict=True)]


def _row(id: str, entries: Entries) -> Row:
    fields = fields_of(entries, STEP)
    fields["id"] = id
    mutu_baku = {name: fields.pop(name) for name in _MUTU_BAKU if name in fields}
    if mutu_baku:
        fields["mutu_baku"] = MutuBaku(**mutu_baku)
    symbol_ways: list[tuple[str, Node]] = []
    if "pelaksana" in entries:
        fields["symbols"] = _symbols(entries["pelaksana"][1], symbol_ways)
    return Row(
        step=Step(**fields),
        ways=_written(entries["ke"][1]) if "ke" in entries else None,
        symbol_ways=symbol_ways,
        arrows=entries["antar"][1] if "antar" in entries else None,
    )


_MUTU_BAKU = ("kelengkapan", "waktu", "output")


def _written(node: Node) -> Node | None:
    """An empty `ke` is a missing one; `[]` is not empty, it says none."""
    return None if isinstance(node, Text) and not node.value else node


def refuse_repeated(names: Iterable[tuple[str, Node]]) -> None:
    """Stop at an executor without a name, or named twice."""
    seen: dict[str, Node] = {}
    for name, node in names:
        if not name:
            raise refusal(node, "Nama pelaksana di sini kosong. Tulis jabatannya, atau hapus butir ini.")
        if name in seen:
            raise refusal(
                node,
                "Pelaksana “{name}” sudah ditulis di baris {first}. Hapus salah satu.",
                name=excerpt(name),
                first=place(seen[name])[0],
            )
        seen[name] = node


def _refuse_too_many(items: Sequence[Node]) -> None:
    if len(items) > MAX_STEPS:
        line, column = place(items[MAX_STEPS])
        raise SourceTooLarge(
            "Satu prosedur paling banyak {limit} langkah. Bagi prosedur ini menjadi beberapa SOP mikro.",
            line=line,
            column=column,
            limit=MAX_STEPS,
        )


def _symbols(node: Node, ways: list[tuple[str, Node]]) -> tuple[Symbol, ...]:
    """The symbols of a row; what is written about the way onward from one of them is added to `ways`."""
    if isinstance(node, Text):
        return (Symbol(node.value),) if node.value else ()
    found = [
        (Symbol(item.value) if isinstance(item, Text) else _own_symbol(item, ways), item) for item in tables_of(node)
    ]
    refuse_repeated([(symbol.pelaksana, item) for symbol, item in found])
    return tuple([symbol for symbol, _ in found])


def _own_symbol(item: Node, ways: list[tuple[str, Node]]) -> Symbol:
    """A symbol written as `{nama, jenis, ke}`."""
    if isinstance(item, Items):
        raise not_text(item, "pelaksana")
    if isinstance(item, Table) and len(item.entries) == 1 and not item.entries.keys() & SYMBOL.keys():
        raise _group_in_row(item)
    entries = entries_of(item, SYMBOL, place="pelaksana")
    fields = fields_of(entries, SYMBOL)
    name = fields.get("pelaksana", "")
    if "ke" in entries and _written(entries["ke"][1]) is not None:
        ways.append((name, entries["ke"][1]))
    return Symbol(name, fields.get("kind"))


def _group_in_row(item: Table) -> UnreadableSource:
    """Two-level heads are for the columns; a row names each executor whole."""
    ((group, (_, members)),) = item.entries.items()
    member = members.items[0] if isinstance(members, Items) and members.items else members
    return refusal(
        item,
        "Tulis pelaksana langkah dengan nama lengkapnya, misalnya “{name}”, atau sebagai nama, jenis, dan ke.",
        name=excerpt(f"{group} / {member.value}" if isinstance(member, Text) else group),
    )


def _ids(items: Sequence[Node], rows: Sequence[Entries]) -> list[str]:
    """The id of every row: all written, or none and then their places."""
    written = [text_of(entries["id"][1], place="id") if "id" in entries else "" for entries in rows]
    if not any(written):
        return [str(number) for number in range(1, len(rows) + 1)]
    if not all(written):
        lacking = [number for number, id in enumerate(written) if not id]
        raise refusal(
            items[lacking[0]],
            "Langkah ke-{lacking} belum punya id, padahal langkah lain punya. "
            "Beri id pada semua langkah, atau hapus id dari semua langkah.",
            lacking=listed(str(number + 1) for number in lacking),
        )
    seen: dict[str, Node] = {}
    for id, entries in zip(written, rows, strict=True):
        node = entries["id"][1]
        _refuse_bad_id(id, node, seen)
        seen[id] = node
    return written


def _refuse_bad_id(id: str, node: Node, seen: Mapping[str, Node]) -> None:
    if id in seen:
        raise refusal(
            node,
            "Id “{id}” sudah dipakai langkah di baris {first}. Beri langkah ini id lain.",
            id=excerpt(id),
            first=place(seen[id])[0],
        )
    if "/" in id or id != id.strip():
        raise refusal(
            node,
            "Id “{id}” tidak boleh memuat garis miring atau spasi di pinggir. Pakai misalnya 3 atau 3a.",
            id=excerpt(id),
        )
