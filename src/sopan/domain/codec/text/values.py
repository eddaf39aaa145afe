"""Nodes become the values a key asks for: text, list of texts, one word of a vocabulary, number, mapping."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

from sopan.domain.codec.names import Key, Record, Shape, Vocabulary
from sopan.domain.codec.refusals import excerpt, listed, nearest
from sopan.domain.codec.tree import Items, Node, Table, Text, is_bare, refusal
from sopan.domain.errors import UnreadableSource

Fields = dict[str, Any]
"""Values by the names of the code, ready for a constructor."""

Entries = Mapping[str, tuple[Text, Node]]
"""Key → (the key where it stands, its value), the keys known to be allowed."""

_TEXT, _TEXTS, _WORD, _NUMBER = Shape.TEXT, Shape.TEXTS, Shape.WORD, Shape.NUMBER
_NOTHING: Entries = {}


def entries_of(node: Node, record: Record, *, place: str) -> Entries:
    """What a mapping holds, its keys checked against the table of names; `place` is the key it stands under."""
    if not isinstance(node, Table):
        if isinstance(node, Text) and not node.value:
            return _NOTHING
        raise refusal(
            node, "“{place}” berisi pasangan “kunci: nilai”. Kuncinya: {keys}.", place=place, keys=listed(record, 40)
        )
    if not node.entries.keys() <= record.keys():
        raise _unknown_key(next(where for key, (where, _) in node.entries.items() if key not in record), record)
    return node.entries


def fields_of(entries: Entries, record: Record) -> Fields:
    """The plain values (texts, lists, words, numbers) of a mapping; what is empty is left to the default."""
    fields: Fields = {}
    for key, (_, node) in entries.items():
        named = record.get(key)
        if named is None:
            continue
        shape = named.shape
        value: object
        if shape is _TEXT:
            value = node.value if isinstance(node, Text) else text_of(node, place=key)
        elif shape is _TEXTS:
            value = texts_of(node, place=key)
        elif shape is _WORD:
            value = word_of(node, named)
        elif shape is _NUMBER:
            value = number_of(node, place=key)
        else:
            continue
        if value:
            fields[named.field] = value
    return fields


def text_of(node: Node, *, place: str) -> str:
    """A text, as it was written."""
    if isinstance(node, Text):
        return node.value
    raise not_text(node, place)


def texts_of(node: Node, *, place: str) -> tuple[str, ...]:
    """A list of texts; one text is a list of one. A bare dash holds nothing."""
    return tuple([text.value for text in text_nodes(node, place=place)])


def text_nodes(node: Node, *, place: str) -> list[Text]:
    """The texts of a list where they stand, or the one text that stands for it; none when it is empty."""
    if isinstance(node, Text):
        return [node] if node.value else []
    if not isinstance(node, Items):
        raise not_text(node, place)
    texts = []
    for item in node.items:
        if not isinstance(item, Text):
            raise not_text(item, place)
        if not is_bare(item):
            texts.append(item)
    return texts


def word_of(node: Node, key: Key) -> StrEnum | None:
    """The value a word stands for; None when nothing is written."""
    assert key.vocabulary is not None, "only keys with a vocabulary hold words"
    word = text_of(node, place=key.key)
    if not word:
        return None
    value = key.vocabulary.value(word)
    if value is None:
        raise _unknown_word(node, word, key.vocabulary, key.key)
    return value


def number_of(node: Node, *, place: str) -> float:
    """Millimetres, with a decimal point or comma; 0 when nothing is written."""
    written = text_of(node, place=place)
    if not written:
        return 0.0
    try:
        number = float(written.replace(",", ".")) if written.isascii() and "_" not in written else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise refusal(
            node,
            "“{place}” berisi angka dalam milimeter, misalnya 2.5, bukan “{found}”.",
            place=place,
            found=excerpt(written),
        )
    return number


def tables_of(node: Node) -> Iterator[Node]:
    """The mappings of a list; a single mapping is a list of one. A bare dash holds nothing."""
    if isinstance(node, Items):
        yield from (item for item in node.items if not is_bare(item))
    elif node.value if isinstance(node, Text) else node.entries:
        yield node


def not_text(node: Node, place: str) -> UnreadableSource:
    """Why a list or a mapping cannot stand where text is due, with what to write instead."""
    if isinstance(node, Items):
        return refusal(
            node,
            "“{place}” berisi teks, tetapi di sini ada daftar. Bila tanda [ ] memang bagian teks, apit dengan tanda "
            "kutip.",
            place=place,
        )
    if isinstance(node, Table) and len(node.entries) == 1:
        ((key, (_, value)),) = node.entries.items()
        if isinstance(value, Text):
            return refusal(
                node,
                "“{place}” berisi teks, tetapi titik dua membuatnya terbaca sebagai kunci. "
                "Tulis dengan tanda kutip: {quoted}",
                place=place,
                quoted=f'"{excerpt(f"{key}: {value.value}")}"',
            )
    return refusal(
        node,
        "“{place}” berisi teks, tetapi di sini ada pasangan “kunci: nilai”. Apit teks yang memuat titik dua "
        "atau kurung kurawal dengan tanda kutip.",
        place=place,
    )


def _unknown_key(where: Text, record: Record) -> UnreadableSource:
    found = excerpt(where.value)
    meant = nearest(where.value, record)
    if meant:
        return refusal(
            where,
            "Kunci “{found}” tidak dikenal di sini. Mungkin maksudnya “{meant}”.",
            found=found,
            meant=meant,
        )
    return refusal(
        where,
        "Kunci “{found}” tidak dikenal di sini. Kunci yang dikenal: {keys}.",
        found=found,
        keys=listed(record, 40),
    )


def _unknown_word(node: Node, word: str, vocabulary: Vocabulary, place: str) -> UnreadableSource:
    words = listed(vocabulary.words)
    meant = nearest(word, vocabulary.words)
    if meant:
        return refusal(
            node,
            "“{place}” tidak mengenal “{found}”. Mungkin maksudnya “{meant}”. Pilihannya: {words}.",
            place=place,
            found=excerpt(word),
            meant=meant,
            words=words,
        )
    return refusal(
        node, "“{place}” tidak mengenal “{found}”. Pilihannya: {words}.", place=place, found=excerpt(word), words=words
    )
