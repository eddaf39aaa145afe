"""The comments of a source find the entries they speak about.

A comment behind something belongs to it; a comment on a line of its own belongs to what follows, unless it is
indented like the block above it, of which it is the end. One empty line is kept where there were some.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopan.domain.codec.text.arrange import Home, Spot
from sopan.domain.codec.text.emit import Block
from sopan.domain.codec.tree import Text

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT = re.compile("#[^\n\r\x85\u2028\u2029]*")
_OPENING = re.compile(r"[\s\-?]*")
"""What may stand before the first word of a line without being one."""


@dataclass(slots=True)
class _Line:
    start: int
    text: str

    @property
    def is_empty(self) -> bool:
        return not self.text.strip()


def attach_comments(source: str, document: Home, spots: Sequence[Spot]) -> None:
    """Hand every comment, and every empty line, of `source` to an entry or to the end of a block."""
    _Attacher(source, document, spots).attach()


class _Attacher:
    def __init__(self, source: str, document: Home, spots: Sequence[Spot]) -> None:
        self._source = source
        self._document = document
        self._spots = spots
        self._starts = [spot.start for spot in spots]
        self._lines = list(_lines(source))
        self._line_starts = [line.start for line in self._lines]

    def attach(self) -> None:
        """In the order of the source, so that what stands above one entry keeps its order."""
        marked = -1
        things: list[tuple[int, Spot | str]] = [*self._comments(), *((spot.start, spot) for spot in self._spots)]
        for index, thing in sorted(things, key=lambda found: found[0]):
            number = bisect_right(self._line_starts, index) - 1
            line = self._lines[number]
            begins = _OPENING.fullmatch(line.text, 0, index - line.start) is not None
            gap = [""] if begins and number not in (marked, 0) and self._lines[number - 1].is_empty else []
            if isinstance(thing, Spot):
                thing.entry.before.extend(gap)
            elif begins:
                self._own_line(index, index - line.start, [*gap, thing])
            else:
                self._beside(index, thing)
            marked = number if begins else marked

    def _comments(self) -> Iterator[tuple[int, str]]:
        """Every comment and its index: what begins with a hash outside of texts."""
        position = 0
        for text in self._texts():
            yield from self._between(position, text.start.index)
            if self._source[text.start.index : text.start.index + 1] in ("|", ">"):
                header = self._lines[bisect_right(self._line_starts, text.start.index) - 1]
                yield from self._between(text.start.index, header.start + len(header.text))
            position = text.end.index
        yield from self._between(position, len(self._source))

    def _texts(self) -> Iterator[Text]:
        for spot in self._spots:
            if isinstance(spot.node, Text):
                yield spot.node
            if isinstance(spot.value, Text) and spot.value is not spot.node:
                yield spot.value

    def _between(self, start: int, end: int) -> Iterator[tuple[int, str]]:
        for found in _COMMENT.finditer(self._source, start, end):
            yield found.start(), found.group().rstrip()

    def _own_line(self, index: int, column: int, comment: list[str]) -> None:
        place = bisect_right(self._starts, index)
        following = self._spots[place] if place < len(self._spots) else None
        previous = self._spots[place - 1] if place else None
        if previous and index < previous.value.end.index and not (following and following.home.node is previous.value):
            previous.entry.before.extend(comment)
            return
        staying = set(map(id, _homes(following)))
        for home in _homes(previous):
            if id(home) in staying:
                break
            if index < home.node.end.index if home.node.flow else home.takes(column):
                home.block.after.extend(comment)
                return
        (following.entry.before if following else self._document.block.after).extend(comment)

    def _beside(self, index: int, comment: str) -> None:
        place = bisect_right(self._starts, index)
        spot = self._spots[place - 1] if place else None
        while spot and spot.home.node.flow and spot.home.node.end.index <= index:
            spot = spot.home.owner
        if spot is None:
            first = self._spots[0].entry.before if not place and self._spots else self._document.block.after
            first.append(comment)
        elif spot.entry.key is None and isinstance(spot.entry.value, Block) and spot.entry.value.entries:
            spot.entry.before.append(comment)
        else:
            spot.entry.beside = f"{spot.entry.beside}  {comment}".strip()


def _lines(source: str) -> Iterator[_Line]:
    start = 0
    for found in _BREAK.finditer(source):
        yield _Line(start, source[start : found.start()])
        start = found.end()
    yield _Line(start, source[start:])


def _homes(spot: Spot | None) -> Iterator[Home]:
    """The blocks a spot stands in, from the innermost outwards."""
    home = spot.home if spot else None
    while home:
        yield home
        home = home.owner.home if home.owner else None
