"""Writes a document the way people do: any legal style, keys in any order, comments and empty lines everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from sopan.domain.codec.text.emit import Plain
from sopan.domain.codec.text.scalars import inline, is_plain, quoted

T = TypeVar("T")


class Random(Protocol):
    """Where the choices come from."""

    def random(self) -> float: ...
    def randrange(self, stop: int, /) -> int: ...
    def choice(self, among: Sequence[T], /) -> T: ...
    def shuffle(self, values: list[T], /) -> None: ...


def messy(document: Mapping[str, Plain], random: Random) -> tuple[str, list[str]]:
    """The source, and the comments in it in the order in which they stand there."""
    writer = _Writer(random)
    lines = list(writer.table(document, 0))
    lines.extend(writer.own_lines(0))
    return "\n".join(lines) + random.choice(("", "\n", "\n\n")), writer.comments


class _Writer:
    def __init__(self, random: Random) -> None:
        self._random = random
        self.comments: list[str] = []

    def table(self, values: Mapping[str, Plain], indent: int) -> Iterator[str]:
        pairs = list(values.items())
        self._random.shuffle(pairs)
        for key, value in pairs:
            yield from self.own_lines(indent)
            yield from self._value(f"{' ' * indent}{inline(key)}:", value, indent, in_list=False)

    def _items(self, values: Sequence[Plain], indent: int) -> Iterator[str]:
        for value in values:
            yield from self.own_lines(indent)
            yield from self._value(f"{' ' * indent}-", value, indent, in_list=True)

    def _value(self, head: str, value: Plain, indent: int, *, in_list: bool) -> Iterator[str]:
        if isinstance(value, str):
            yield f"{head} {self._scalar(value)}{self._beside()}"
        elif not value or self._chance(25):
            yield f"{head} {self._flow(value)}{self._beside()}"
        elif isinstance(value, Mapping):
            yield from self._nested(head, self.table, value, indent + self._random.choice((2, 3, 4)), in_list=in_list)
        else:
            further = self._random.choice((0, 2)) if not in_list else 2
            yield from self._nested(head, self._items, value, indent + further, in_list=False)

    def _nested(
        self, head: str, write: Callable[..., Iterator[str]], value: Plain, indent: int, *, in_list: bool
    ) -> Iterator[str]:
        beside = self._beside()
        if in_list and not beside and self._chance(80):
            before = len(self.comments)
            first, *others = write(value, indent)
            if len(self.comments) == before or (not first.strip().startswith("#") and first.strip()):
                yield head + " " * (indent - len(head)) + first[indent:]
                yield from others
                return
            yield head
            yield from (first, *others)
            return
        yield head + beside
        yield from write(value, indent)

    def _flow(self, value: Plain) -> str:
        if isinstance(value, str):
            return self._scalar(value) if is_plain(value) and not set(value) & set(",[]{}:?") else quoted(value)
        space = self._random.choice(("", " "))
        if isinstance(value, Mapping):
            inner = ", ".join(f"{quoted(key)}: {self._flow(one)}" for key, one in value.items())
            return f"{{{space}{inner}{space}}}"
        return f"[{space}{', '.join(map(self._flow, value))}{space}]"

    def _scalar(self, text: str) -> str:
        choice = self._random.randrange(4)
        if choice == 0 and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        return quoted(text) if choice == 1 or not is_plain(text) else text

    def own_lines(self, indent: int) -> Iterator[str]:
        while self._chance(15):
            yield "" if self._chance(40) else " " * self._random.choice((0, indent, indent + 2)) + self._comment()

    def _beside(self) -> str:
        return f"{self._random.choice((' ', '   '))}{self._comment()}" if self._chance(15) else ""

    def _comment(self) -> str:
        comment = self._random.choice(("#", "# ", "##")) + f"c{len(self.comments)} “{{x}}: [a, #b]”"
        self.comments.append(comment)
        return comment

    def _chance(self, percent: int) -> bool:
        return self._random.random() * 100 < percent
