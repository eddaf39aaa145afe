"""A tree of nodes becomes a procedure."""

from __future__ import annotations

from collections.abc import Iterator

from sopan.domain.codec.names import DOCUMENT, IDENTITY, LAYOUT, LINE_NUDGE, PEJABAT, SUPPRESSION, SYMBOL_NUDGE
from sopan.domain.codec.text.flow import Ends, read_edges
from sopan.domain.codec.text.rows import read_rows, refuse_repeated
from sopan.domain.codec.text.values import Entries, entries_of, fields_of, not_text, tables_of, text_nodes, text_of
from sopan.domain.codec.tree import Node, Table, Text, refusal
from sopan.domain.identity import Identity, PejabatPengesah
from sopan.domain.lifecycle import Status
from sopan.domain.procedure import Edge, Layout, LineNudge, Procedure, Suppression, SymbolNudge


def read_procedure(root: Table) -> Procedure:
    """The procedure a document describes; UnreadableSource names the place where it describes none."""
    entries = entries_of(root, DOCUMENT, place="sopan")
    rows = read_rows(entries["langkah"][1]) if "langkah" in entries else []
    ends = Ends(rows)
    return Procedure(
        identity=_identity(entries),
        daftar_pelaksana=_columns(entries["pelaksana"][1]) if "pelaksana" in entries else (),
        steps=tuple([row.step for row in rows]),
        edges=tuple(read_edges(rows, ends)),
        status=fields_of(entries, _STATUS).get("status", Status.DRAFT),
        layout=_layout(entries["tata_letak"][1], ends) if "tata_letak" in entries else Layout(),
        suppressions=tuple(_suppressions(entries["abaikan"][1])) if "abaikan" in entries else (),
    )


_STATUS = {"status": DOCUMENT["status"]}


def _identity(entries: Entries) -> Identity:
    fields = fields_of(entries, IDENTITY)
    if "logo" in fields:
        _refuse_outside(entries["logo"][1], fields["logo"])
    if "disahkan_oleh" in entries:
        official = entries_of(entries["disahkan_oleh"][1], PEJABAT, place="disahkan_oleh")
        fields["disahkan_oleh"] = PejabatPengesah(**fields_of(official, PEJABAT))
    return Identity(**fields)


def _refuse_outside(node: Node, name: str) -> None:
    """A logo lies in the folder of the file: a source from a stranger must not name other files of this machine."""
    if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
        raise refusal(
            node,
            "“logo” adalah nama berkas gambar di folder yang sama dengan berkas ini, misalnya lambang.svg. Pindahkan "
            "gambarnya ke folder ini, lalu tulis namanya saja.",
        )


def _columns(node: Node) -> tuple[str, ...]:
    names = list(_column_names(node))
    refuse_repeated(names)
    return tuple([name for name, _ in names])


def _column_names(node: Node) -> Iterator[tuple[str, Node]]:
    """Names of the columns where they stand; `{Bidang A: [Kepala, Staf]}` is `Bidang A / Kepala`, `Bidang A / Staf`."""
    for item in tables_of(node):
        if isinstance(item, Text):
            yield item.value, item
        elif isinstance(item, Table):
            for group, (_, members) in item.entries.items():
                yield from ((f"{group} / {member.value}", member) for member in text_nodes(members, place="pelaksana"))
        else:
            raise not_text(item, "pelaksana")


def _layout(node: Node, ends: Ends) -> Layout:
    entries = entries_of(node, LAYOUT, place="tata_letak")
    return Layout(
        **fields_of(entries, LAYOUT),
        symbols=tuple(_symbol_nudges(entries["simbol"][1], ends)) if "simbol" in entries else (),
        lines=tuple(_line_nudges(entries["garis"][1], ends)) if "garis" in entries else (),
    )


def _symbol_nudges(node: Node, ends: Ends) -> Iterator[SymbolNudge]:
    for item in tables_of(node):
        fields = fields_of(entries_of(item, SYMBOL_NUDGE, place="simbol"), SYMBOL_NUDGE)
        yield SymbolNudge(ends.loosely(fields.pop("symbol", "")), **fields)


def _line_nudges(node: Node, ends: Ends) -> Iterator[LineNudge]:
    for item in tables_of(node):
        fields = fields_of(entries_of(item, LINE_NUDGE, place="garis"), LINE_NUDGE)
        source, target = ends.loosely(fields.pop("source", "")), ends.loosely(fields.pop("target", ""))
        yield LineNudge(Edge(source, target, fields.pop("answer", "")), **fields)


def _suppressions(node: Node) -> Iterator[Suppression]:
    if isinstance(node, Table) and not set(node.entries) & set(SUPPRESSION):
        yield from (_reasoned(key, Suppression(code=code, reason=text_of(reason, place=code)))
                    for code, (key, reason) in node.entries.items())  # fmt: skip
        return
    for item in tables_of(node):
        fields = {"code": "", "reason": "", **fields_of(entries_of(item, SUPPRESSION, place="abaikan"), SUPPRESSION)}
        yield _reasoned(item, Suppression(**fields))


def _reasoned(node: Node, suppression: Suppression) -> Suppression:
    if not suppression.code.strip():
        raise refusal(node, "Tulis kode aturan yang diabaikan di “aturan”, misalnya FL-06.")
    if not suppression.reason.strip():
        raise refusal(
            node,
            "Aturan {code} hanya dapat diabaikan dengan alasan. Tulis mengapa aturan itu tidak dipakai di sini.",
            code=suppression.code,
        )
    return suppression
