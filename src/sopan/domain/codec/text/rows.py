"""`langkah` becomes rows: the steps with their ids, and the nodes that say where each goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sopan.domain.codec.limits import MAX_STEPS
from sopan.domain.codec.names import STEP, SYMBOL
from sopan.domain.codec.refusals import excerpt, listed
from sopan.domain.codec.text.nodes import Items, Node, Table, Text, place, refusal
from sopan.domain.codec.text.values import Entries, Fields, entries_of, fields_of, not_text, tables_of
from sopan.domain.errors import SourceTooLarge
from sopan.domain.procedure import MutuBaku, Step, Symbol


@dataclass(slots=True)
class Row:
    """A step, and what is written about the way onward from it."""

    step: Step
    node: Node
    ways: Node | None
    """`ke` of the step; None: left out."""
    symbol_ways: list[tuple[str, Node]]
    """`ke` of single symbols."""
    arrows: Node | None
    """`antar`."""


@dataclass(slots=True)
class _Draft:
    """A row whose id is not settled yet."""

    node: Node
    entries: Entries
    fields: Fields
    symbols: list[Symbol] = field(default_factory=list)
    symbol_ways: list[tuple[str, Node]] = field(default_factory=list)


def read_rows(node: Node) -> list[Row]:
    """The rows in order, each step with its id: the written one, or its place when none is written anywhere."""
    drafts = [_draft(item) for item in _few(node)]
    _settle_ids(drafts)
    return [_row(draft) for draft in drafts]


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


def _few(node: Node) -> list[Node]:
    items = list(tables_of(node))
    if len(items) > MAX_STEPS:
        line, column = place(items[MAX_STEPS])
        raise SourceTooLarge(
            "Satu prosedur paling banyak {limit} langkah. Bagi prosedur ini menjadi beberapa SOP mikro.",
            line=line,
            column=column,
            limit=MAX_STEPS,
        )
    return items


def _draft(item: Node) -> _Draft:
    entries = entries_of(item, STEP, place="langkah")
    draft = _Draft(item, entries, fields_of(entries, STEP))
    if "pelaksana" in entries:
        _read_symbols(entries["pelaksana"], draft)
    return draft


def _read_symbols(node: Node, draft: _Draft) -> None:
    named: list[tuple[str, Node]] = []
    for item in tables_of(node):
        if item.__class__ is Text:
            if not item.value and item.plain:
                continue
            symbol = Symbol(item.value)
        else:
            symbol = _own_symbol(item, draft)
        named.append((symbol.pelaksana, item))
        draft.symbols.append(symbol)
    if named:
        refuse_repeated(named)


def _own_symbol(item: Node, draft: _Draft) -> Symbol:
    """A symbol written as `{nama, jenis, ke}`."""
    if isinstance(item, Items):
        raise not_text(item, "pelaksana")
    if isinstance(item, Table) and len(item.entries) == 1 and not set(item.entries) & set(SYMBOL):
        ((group, (_, members)),) = item.entries.items()
        member = members.items[0] if isinstance(members, Items) and members.items else members
        raise refusal(
            item,
            "Tulis pelaksana langkah dengan nama lengkapnya, misalnya “{name}”, atau sebagai nama, jenis, dan ke.",
            name=excerpt(f"{group} / {member.value}" if isinstance(member, Text) else group),
        )
    entries = entries_of(item, SYMBOL, place="pelaksana")
    fields = fields_of(entries, SYMBOL)
    name = fields.get("pelaksana", "")
    if "ke" in entries:
        draft.symbol_ways.append((name, entries["ke"]))
    return Symbol(name, fields.get("kind"))


def _settle_ids(drafts: list[_Draft]) -> None:
    lacking = [number for number, draft in enumerate(drafts, 1) if "id" not in draft.fields]
    if len(lacking) == len(drafts):
        for number, draft in enumerate(drafts, 1):
            draft.fields["id"] = str(number)
        return
    if lacking:
        raise refusal(
            drafts[lacking[0] - 1].node,
            "Langkah ke-{lacking} belum punya id, padahal langkah lain punya. "
            "Beri id pada semua langkah, atau hapus id dari semua langkah.",
            lacking=listed(map(str, lacking)),
        )
    seen: dict[str, _Draft] = {}
    for draft in drafts:
        _refuse_bad_id(draft, seen)
        seen[draft.fields["id"]] = draft


def _refuse_bad_id(draft: _Draft, seen: dict[str, _Draft]) -> None:
    id, node = draft.fields["id"], draft.entries["id"]
    if id in seen:
        raise refusal(
            node,
            "Id “{id}” sudah dipakai langkah di baris {first}. Beri langkah ini id lain.",
            id=excerpt(id),
            first=place(seen[id].node)[0],
        )
    if "/" in id or id != id.strip():
        raise refusal(
            node,
            "Id “{id}” tidak boleh memuat garis miring atau spasi di pinggir. Pakai misalnya 3 atau 3a.",
            id=excerpt(id),
        )


def _row(draft: _Draft) -> Row:
    fields = draft.fields
    mutu_baku = MutuBaku(
        kelengkapan=fields.pop("kelengkapan", ()), waktu=fields.pop("waktu", ""), output=fields.pop("output", "")
    )
    return Row(
        step=Step(symbols=tuple(draft.symbols), mutu_baku=mutu_baku, **fields),
        node=draft.node,
        ways=_written(draft.entries.get("ke")),
        symbol_ways=[(name, node) for name, node in draft.symbol_ways if _written(node) is not None],
        arrows=draft.entries.get("antar"),
    )


def _written(node: Node | None) -> Node | None:
    """An empty `ke` is a missing one; `[]` is not empty, it says none."""
    return None if node.__class__ is Text and not node.value else node
