"""A source becomes nodes: texts, lists and mappings that know their place. Nothing here knows what a procedure is.

Every scalar is text: `no`, `ya`, `1:30` and `~` stay the words they are. What a procedure never needs (anchors,
aliases, tags, several documents) is refused with a sentence, and so is a source that is too deep or too large.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from sopan.domain.codec.limits import MAX_DEPTH, MAX_TEXT, MAX_VALUES
from sopan.domain.codec.refusals import UNFIT, code_point, excerpt
from sopan.domain.codec.text.syntax import refuse_syntax
from sopan.domain.errors import SourceTooLarge, UnreadableSource

if yaml.__with_libyaml__:
    from yaml.cyaml import CParser as Parser
else:
    from yaml import SafeLoader as Parser  # type: ignore[assignment]  # slower, with the same events


class Text:
    """A scalar. `plain` when it was written without quotes."""

    __slots__ = ("end", "plain", "start", "value")

    def __init__(self, value: str, plain: bool, start: Any, end: Any) -> None:
        self.value = value
        self.plain = plain
        self.start = start
        self.end = end


class Items:
    """A list."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, items: list[Node], flow: bool, start: Any, end: Any) -> None:
        self.items = items
        self.flow = flow
        self.start = start
        self.end = end


class Table:
    """A mapping: key → (the key where it stands, its value)."""

    __slots__ = ("end", "entries", "flow", "start")

    def __init__(self, entries: dict[str, tuple[Text, Node]], flow: bool, start: Any, end: Any) -> None:
        self.entries = entries
        self.flow = flow
        self.start = start
        self.end = end


Node = Text | Items | Table


def place(node: Node) -> tuple[int, int]:
    """Line and column of a node, counted from 1."""
    return node.start.line + 1, node.start.column + 1


def refusal(node: Node, sentence: str, **parameters: object) -> UnreadableSource:
    """The exception to raise about this node."""
    line, column = place(node)
    return UnreadableSource(sentence, line=line, column=column, **parameters)


def parse(source: str) -> Node | None:
    """The one document of a source; None when it holds nothing but comments."""
    try:
        parser = Parser(source)
        try:
            return _Builder(parser.get_event).document()
        finally:
            parser.dispose()
    except yaml.YAMLError as error:
        raise refuse_syntax(error, source) from None


class _Builder:
    """Pulls events from the parser, one by one, so that a hostile source is left where it becomes one."""

    def __init__(self, pull: Callable[[], Any]) -> None:
        self._pull = pull
        self._values = 0

    def document(self) -> Node | None:
        self._pull()  # the start of the stream
        if isinstance(self._pull(), yaml.StreamEndEvent):
            return None
        root = self._node(self._pull(), 0)
        self._pull()  # the end of the document
        following = self._pull()
        if isinstance(following, yaml.DocumentStartEvent):
            raise _at(
                following,
                "Satu berkas memuat satu prosedur, tetapi dokumen kedua dimulai di sini (“---”). "
                "Pindahkan ke berkas tersendiri.",
            )
        return root

    def _node(self, event: Any, depth: int) -> Node:
        self._values += 1
        if self._values > MAX_VALUES:
            raise _at(
                event,
                "Berkas ini memuat lebih dari {limit} nilai; satu prosedur tidak pernah sebanyak itu.",
                SourceTooLarge,
                limit=MAX_VALUES,
            )
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self._text(event)
        if kind is yaml.AliasEvent:
            raise _at(
                event,
                "Tanda “*” di awal teks berarti acuan dalam YAML, dan acuan tidak dipakai di sini. "
                "Bila memang teks, apit dengan tanda kutip.",
            )
        _refuse_decoration(event)
        if depth >= MAX_DEPTH:
            raise _at(
                event,
                "Daftar di dalam daftar di sini lebih dari {limit} tingkat; satu prosedur tidak pernah sedalam itu.",
                SourceTooLarge,
                limit=MAX_DEPTH,
            )
        return self._items(event, depth + 1) if kind is yaml.SequenceStartEvent else self._table(event, depth + 1)

    def _text(self, event: Any) -> Text:
        value = event.value
        if event.anchor is not None or event.tag is not None:
            _refuse_decoration(event)
        plain = not event.style
        if not plain and event.style == '"':
            unfit = UNFIT.search(value)
            if unfit:
                raise _at(
                    event,
                    "Teks ini memuat karakter yang bukan teks ({character}). Hapus karakter itu.",
                    character=code_point(unfit.group()),
                )
        if len(value) > MAX_TEXT:
            raise _at(
                event,
                "Teks ini {size} huruf, padahal paling banyak {limit}. Periksa apakah ada tanda kutip yang belum ditutup.",
                SourceTooLarge,
                size=len(value),
                limit=MAX_TEXT,
            )
        return Text(value, plain, event.start_mark, event.end_mark)

    def _items(self, start: Any, depth: int) -> Items:
        items: list[Node] = []
        pull, node = self._pull, self._node
        while (event := pull()).__class__ is not yaml.SequenceEndEvent:
            items.append(node(event, depth))
        return Items(items, bool(start.flow_style), start.start_mark, event.end_mark)

    def _table(self, start: Any, depth: int) -> Table:
        entries: dict[str, tuple[Text, Node]] = {}
        pull, node = self._pull, self._node
        while (event := pull()).__class__ is not yaml.MappingEndEvent:
            key = node(event, depth)
            if key.__class__ is not Text:
                raise refusal(
                    key, "Nama kunci harus berupa teks, bukan daftar. Apit teks yang memuat [ ] dengan tanda kutip."
                )
            if key.value in entries:
                raise _repeated(key, entries[key.value][0])
            entries[key.value] = (key, node(pull(), depth))
        return Table(entries, bool(start.flow_style), start.start_mark, event.end_mark)


def _repeated(key: Text, first: Text) -> UnreadableSource:
    return refusal(
        key,
        "Kunci “{key}” sudah ditulis di baris {first}. Gabungkan isinya atau hapus salah satu.",
        key=excerpt(key.value),
        first=place(first)[0],
    )


def _refuse_decoration(event: Any) -> None:
    if event.anchor is not None:
        raise _at(
            event,
            "Tanda “&” di awal teks berarti jangkar dalam YAML, dan jangkar tidak dipakai di sini. "
            "Bila memang teks, apit dengan tanda kutip.",
        )
    if event.tag is not None:
        raise _at(
            event,
            "Tanda “!” di awal teks berarti penanda jenis dalam YAML, dan penanda itu tidak dipakai di sini. "
            "Bila memang teks, apit dengan tanda kutip.",
        )


def _at(
    event: Any, sentence: str, kind: type[UnreadableSource] = UnreadableSource, **parameters: object
) -> UnreadableSource:
    mark = event.start_mark
    return kind(sentence, line=mark.line + 1, column=mark.column + 1, **parameters)
