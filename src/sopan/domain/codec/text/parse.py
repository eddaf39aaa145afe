"""Characters become a tree, by libyaml's events. Nothing here knows what a procedure is.

Every scalar is text: `no`, `ya`, `1:30` and `~` stay the words they are. What a procedure never needs (anchors,
aliases, tags, several documents) is refused with a sentence, and so is a source that is too deep or too large.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast

import yaml

from sopan.domain.codec.limits import MAX_DEPTH, MAX_TEXT, MAX_VALUES
from sopan.domain.codec.refusals import UNFIT, code_point, excerpt
from sopan.domain.codec.text.syntax import refuse_syntax
from sopan.domain.codec.tree import Items, Mark, Node, Table, Text, place, refusal
from sopan.domain.errors import SourceTooLarge, UnreadableSource

if yaml.__with_libyaml__:
    from yaml._yaml import CParser

_DOCUMENT: type[object] = yaml.DocumentStartEvent
_SCALAR: type[object] = yaml.ScalarEvent
_ALIAS: type[object] = yaml.AliasEvent
_LIST: type[object] = yaml.SequenceStartEvent
_LIST_END: type[object] = yaml.SequenceEndEvent
_TABLE: type[object] = yaml.MappingStartEvent
_TABLE_END: type[object] = yaml.MappingEndEvent


class _Event(Protocol):
    """What libyaml hands over, one piece at a time; the events of one kind have only some of these."""

    anchor: str | None
    tag: str | None
    value: str
    style: str | None
    flow_style: bool
    start_mark: Mark
    end_mark: Mark


def parse(source: str) -> Node | None:
    """The one document of a source; None when it holds nothing but comments."""
    if not yaml.__with_libyaml__:  # its own parser accepts other sources and is twenty times slower
        raise UnreadableSource(_WITHOUT_LIBYAML)
    parser = CParser(source)
    try:
        pull = cast("Callable[[], _Event]", parser.get_event)
        return _Builder(pull if len(source) <= _HARMLESS else _watched(pull)).document()
    except yaml.MarkedYAMLError as error:
        said = f"{error.problem} {error.context}"
        raise refuse_syntax(said, source, mark=error.problem_mark, opened=error.context_mark) from None
    finally:
        parser.dispose()


_WITHOUT_LIBYAML = (
    "Berkas SOP belum dapat dibaca karena PyYAML terpasang tanpa libyaml. Pasang ulang PyYAML dari paket jadi (wheel), "
    "atau jalankan ./sopan dari salinan kode sumber, yang memasangnya sendiri."
)

_HARMLESS = min(MAX_TEXT, MAX_VALUES)
"""A source of so few characters holds neither a text that is too long nor too many values."""


def _watched(pull: Callable[[], _Event]) -> Callable[[], _Event]:
    """The same events, until they are more or longer than those of any procedure."""
    room = MAX_VALUES

    def watched() -> _Event:
        nonlocal room
        event = pull()
        if event.__class__ in (_SCALAR, _LIST, _TABLE):
            room -= 1
            if room < 0:
                raise _at(event, _TOO_MANY, SourceTooLarge, limit=MAX_VALUES)
            if event.__class__ is _SCALAR and len(event.value) > MAX_TEXT:
                raise _at(event, _TOO_LONG, SourceTooLarge, size=len(event.value), limit=MAX_TEXT)
        return event

    return watched


_TOO_MANY = "Berkas ini memuat lebih dari {limit} nilai; satu prosedur tidak pernah sebanyak itu."
_TOO_LONG = "Teks ini {size} huruf, padahal paling banyak {limit}. Periksa apakah ada tanda kutip yang belum ditutup."


class _Builder:
    """Pulls events from the parser one by one, so that a hostile source is left where it becomes one."""

    def __init__(self, pull: Callable[[], _Event]) -> None:
        self._pull = pull

    def document(self) -> Node | None:
        self._pull()  # the start of the stream
        if self._pull().__class__ is not _DOCUMENT:
            return None
        root = self._node(self._pull(), MAX_DEPTH)
        self._pull()  # the end of the document
        following = self._pull()
        if following.__class__ is _DOCUMENT:
            raise _at(
                following,
                "Satu berkas memuat satu prosedur, tetapi dokumen kedua dimulai di sini (“---”). "
                "Pindahkan ke berkas tersendiri.",
            )
        return root

    def _node(self, event: _Event, depth: int) -> Node:
        if event.__class__ is _SCALAR:
            return _text(event)
        _refuse_decoration(event)
        if not depth:
            raise _at(
                event,
                "Daftar di dalam daftar di sini lebih dari {limit} tingkat; satu prosedur tidak pernah sedalam itu.",
                SourceTooLarge,
                limit=MAX_DEPTH,
            )
        return (self._items if event.__class__ is _LIST else self._table)(event, depth - 1)

    def _items(self, start: _Event, depth: int) -> Items:
        items: list[Node] = []
        pull = self._pull
        while (event := pull()).__class__ is not _LIST_END:
            items.append(_text(event) if event.__class__ is _SCALAR else self._node(event, depth))
        return Items(items, start.start_mark, event.end_mark, start.flow_style)

    def _table(self, start: _Event, depth: int) -> Table:
        entries: dict[str, tuple[Text, Node]] = {}
        pull = self._pull
        while (event := pull()).__class__ is not _TABLE_END:
            if event.__class__ is not _SCALAR:
                raise _no_key(event)
            key = _text(event)
            if key.value in entries:
                raise _repeated(key, entries[key.value][0])
            event = pull()
            entries[key.value] = key, _text(event) if event.__class__ is _SCALAR else self._node(event, depth)
        return Table(entries, start.start_mark, event.end_mark, start.flow_style)


def _text(event: _Event) -> Text:
    if event.anchor is not None or event.tag is not None:
        _refuse_decoration(event)
    if event.style == '"':
        _refuse_unfit(event)
    return Text(event.value, event.start_mark, event.end_mark, not event.style)


def _repeated(key: Text, first: Text) -> UnreadableSource:
    return refusal(
        key,
        "Kunci “{key}” sudah ditulis di baris {first}. Gabungkan isinya atau hapus salah satu.",
        key=excerpt(key.value),
        first=place(first)[0],
    )


def _no_key(event: _Event) -> UnreadableSource:
    return _at(event, "Nama kunci harus berupa teks, bukan daftar. Apit teks yang memuat [ ] dengan tanda kutip.")


def _refuse_unfit(event: _Event) -> None:
    """Escapes can spell what the characters of the source themselves were already refused for."""
    unfit = UNFIT.search(event.value)
    if unfit:
        raise _at(
            event,
            "Teks ini memuat karakter yang bukan teks ({character}). Hapus karakter itu.",
            character=code_point(unfit.group()),
        )


def _refuse_decoration(event: _Event) -> None:
    if event.__class__ is _ALIAS:
        raise _at(
            event,
            "Tanda “*” di awal teks berarti acuan dalam YAML, dan acuan tidak dipakai di sini. "
            "Bila memang teks, apit dengan tanda kutip.",
        )
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
    event: _Event, sentence: str, kind: type[UnreadableSource] = UnreadableSource, **parameters: object
) -> UnreadableSource:
    mark = event.start_mark
    return kind(sentence, line=mark.line + 1, column=mark.column + 1, **parameters)
