"""Entries become lines: the one place that knows how a `.sop.yaml` looks.

Block style throughout: every item of a list has a line of its own, so that a comma in a law's title stays a comma.
Lists stand under their key without further indentation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from sopan.domain.codec.text.scalars import inline, scalar

Plain: TypeAlias = "str | Sequence[Plain] | Mapping[str, Plain]"
"""What is written, without comments."""

_LONGEST_KEY = 900
"""YAML wants a longer key announced with a question mark."""


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list, with the comments that belong to it."""

    value: str | Block
    key: str | None = None
    """None: an item of a list."""
    before: list[str] = field(default_factory=list)
    """Comments on lines of their own above it; an empty one is an empty line."""
    beside: str = ""
    """The comment behind it on its line."""


@dataclass(slots=True)
class Block:
    """A list or a mapping."""

    is_list: bool
    entries: list[Entry]
    after: list[str] = field(default_factory=list)
    """Comments below the last entry that still belong to this block."""


def block(plain: Sequence[Plain] | Mapping[str, Plain]) -> Block:
    """The entries of values without comments."""
    if isinstance(plain, Mapping):
        return Block(False, [Entry(_value(value), key) for key, value in plain.items()])
    return Block(True, [Entry(_value(value)) for value in plain])


def _value(plain: Plain) -> str | Block:
    return plain if isinstance(plain, str) else block(plain)


def emit(root: Block) -> str:
    """The whole document, ending in a line break."""
    return "\n".join(_lines(root, 0)) + "\n"


def _lines(block: Block, indent: int) -> Iterator[str]:
    for entry in block.entries:
        yield from _comments(entry.before, indent)
        if entry.key is not None:
            yield from _pair(entry, entry.key, indent)
        elif block.after and entry is block.entries[-1] and isinstance(entry.value, str):
            yield _beside(f"{' ' * indent}- {inline(entry.value)}", entry.beside)  # lines would swallow the comments
        else:
            yield from _item(entry, indent)
    yield from _comments(block.after, indent + 2 if block.is_list else indent)


def _pair(entry: Entry, key: str, indent: int) -> Iterator[str]:
    """`key: value`, or the key and its block below it."""
    pad = " " * indent
    head = f"{pad}{inline(key)}:"
    if len(head) > _LONGEST_KEY:
        yield f"{pad}? {inline(key)}"
        head = f"{pad}:"
    if isinstance(entry.value, str):
        yield from _scalar(head, entry.value, entry.beside, indent + 2)
    elif not entry.value.entries:
        yield _beside(f"{head} {_empty(entry.value)}", entry.beside)
    else:
        yield _beside(head, entry.beside)
        yield from _lines(entry.value, indent if entry.value.is_list else indent + 2)


def _item(entry: Entry, indent: int) -> Iterator[str]:
    """`- value`; the first line of a block stands behind its dash."""
    pad = " " * indent
    if isinstance(entry.value, str):
        yield from _scalar(f"{pad}-", entry.value, entry.beside, indent + 2)
    elif not entry.value.entries:
        yield _beside(f"{pad}- {_empty(entry.value)}", entry.beside)
    else:
        first, *others = _lines(entry.value, indent + 2)
        yield f"{pad}- {first[indent + 2 :]}"
        yield from others


def _scalar(head: str, text: str, beside: str, indent: int) -> Iterator[str]:
    """A comment behind a literal block stands behind its header."""
    header, *body = f"{head} {scalar(text, indent=indent)}".split("\n")
    yield _beside(header, beside)
    yield from body


def _empty(block: Block) -> str:
    return "[]" if block.is_list else "{}"


def _beside(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _comments(comments: Sequence[str], indent: int) -> Iterator[str]:
    pad = " " * indent
    yield from (pad + comment if comment else "" for comment in comments)
