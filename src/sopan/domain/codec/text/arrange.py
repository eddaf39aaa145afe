"""A tree becomes entries in the order of the table of names, each still knowing where it stood in the source."""

from __future__ import annotations

from dataclasses import dataclass

from sopan.domain.codec.names import DOCUMENT, Key, Record, Shape
from sopan.domain.codec.text.emit import Block, Entry
from sopan.domain.codec.text.write import VERSION
from sopan.domain.codec.tree import Items, Node, Table, Text, is_bare


@dataclass(slots=True)
class Spot:
    """Where an entry stood: its first character, its value, and the block it was part of."""

    entry: Entry
    node: Text | Items | Table
    """The key, or the item."""
    value: Node
    home: Home

    @property
    def start(self) -> int:
        """Index of its first character."""
        return self.node.start.index


@dataclass(slots=True)
class Home:
    """A block, where it stood, and the entry whose value it was; None: the document."""

    block: Block
    node: Items | Table
    owner: Spot | None

    def takes(self, column: int) -> bool:
        """Whether a comment in `column` (from 0) below its last entry still belongs to it.

        A list may stand as far left as its key; then a comment there belongs to what follows.
        """
        own = self.node.start.column
        beside_key = self.block.is_list and self.owner is not None and own == self.owner.home.node.start.column
        return column > own if beside_key else column >= own


def arrange(root: Table) -> tuple[Home, list[Spot]]:
    """The entries of a document, and their spots in the order of the source. Nothing is reordered yet."""
    arranger = _Arranger()
    home = Home(Block(False, []), root, None)
    arranger.table(root, DOCUMENT, home)
    return home, arranger.spots


class _Arranger:
    def __init__(self) -> None:
        self.spots: list[Spot] = []

    def table(self, node: Table, record: Record | None, home: Home) -> None:
        for key, (where, value) in node.entries.items():
            named = record.get(key) if record else None
            spot = self._spot(Entry(_text(value, named), key), where, value, home)
            self._value(value, named.part if named else None, spot)

    def _items(self, node: Items, record: Record | None, home: Home) -> None:
        for item in node.items:
            if not is_bare(item):
                self._value(item, record, self._spot(Entry(_text(item, None)), item, item, home))

    def _spot(self, entry: Entry, node: Node, value: Node, home: Home) -> Spot:
        spot = Spot(entry, node, value, home)
        home.block.entries.append(entry)
        self.spots.append(spot)
        return spot

    def _value(self, value: Node, record: Record | None, spot: Spot) -> None:
        if isinstance(value, Text):
            return
        block = Block(isinstance(value, Items), [])
        spot.entry.value = block
        home = Home(block, value, spot)
        if isinstance(value, Items):
            self._items(value, record, home)
        else:
            self.table(value, record, home)


def _text(value: Node, named: Key | None) -> str:
    """A text as it will be written: words of a vocabulary in their first spelling."""
    if not isinstance(value, Text):
        return ""
    if named is DOCUMENT["sopan"]:
        return VERSION
    if named and named.vocabulary and named.shape is Shape.WORD:
        meant = named.vocabulary.value(value.value)
        return named.vocabulary.word(meant) if meant else value.value
    return value.value


def put_in_order(block: Block, record: Record) -> None:
    """Sort the keys of a mapping as the table of names has them, and those of its parts; others stay as they are."""
    places = {key: place for place, key in enumerate(record)}
    if not block.is_list and all(entry.key in places for entry in block.entries):
        block.entries.sort(key=lambda entry: places[entry.key or ""])
    for entry in block.entries:
        named = record.get(entry.key) if entry.key is not None and not block.is_list else None
        part = record if block.is_list else named.part if named else None
        if part and isinstance(entry.value, Block):
            put_in_order(entry.value, part)
