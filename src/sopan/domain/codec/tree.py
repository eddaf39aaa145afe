"""What a source of the text format holds before anyone asks for its meaning: texts, lists and mappings in place."""

from __future__ import annotations

from typing import Protocol, TypeAlias

from sopan.domain.errors import UnreadableSource


class Mark(Protocol):
    """A place between two characters of the source, counted from 0."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


class Text:
    """A scalar. `plain` when it was written without quotes."""

    __slots__ = ("end", "plain", "start", "value")

    def __init__(self, value: str, start: Mark, end: Mark, plain: bool) -> None:
        self.value = value
        self.plain = plain
        self.start = start
        self.end = end


class Items:
    """A list; `flow` when it was written in brackets."""

    __slots__ = ("end", "flow", "items", "start")

    def __init__(self, items: list[Node], start: Mark, end: Mark, flow: bool) -> None:
        self.items = items
        self.flow = flow
        self.start = start
        self.end = end


class Table:
    """A mapping: key → (the key where it stands, its value); `flow` when it was written in braces."""

    __slots__ = ("end", "entries", "flow", "start")

    def __init__(self, entries: dict[str, tuple[Text, Node]], start: Mark, end: Mark, flow: bool) -> None:
        self.entries = entries
        self.flow = flow
        self.start = start
        self.end = end


Node: TypeAlias = Text | Items | Table


def place(node: Node) -> tuple[int, int]:
    """Line and column of a node, counted from 1."""
    return node.start.line + 1, node.start.column + 1


def refusal(node: Node, sentence: str, **parameters: object) -> UnreadableSource:
    """The exception to raise about this node."""
    line, column = place(node)
    return UnreadableSource(sentence, line=line, column=column, **parameters)


def is_bare(node: Node) -> bool:
    """Whether nothing at all is written here: `waktu:` without a value, a dash without an item."""
    return isinstance(node, Text) and node.plain and not node.value
