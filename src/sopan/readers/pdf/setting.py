"""Which words stand where: in a symbol, in a cell, beside a line, or on their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from sopan.drawn import Box, Cell, Form, Symbol, Text
from sopan.readers.pdf.drawing import Drawing
from sopan.readers.pdf.geometry import grown
from sopan.readers.pdf.ink import box_of
from sopan.readers.pdf.letters import Word
from sopan.readers.pdf.text import joining_of, lines_of

SAME_COLUMN = 1.5
"""Millimetres between the sides of two cells of one column."""
BOTTOMLESS = 1e6
APART, APART_BESIDE_LINES = 1.5, 0.55
"""Of the height of a word: from this distance on two words of one line stand on their own."""
LEADING = 0.4
"""Of the height of a word: the most that two lines of one text leave between them."""


class Setting:
    """The text of one page, each word once."""

    def __init__(self, tables: Sequence[Sequence[Box]], drawing: Drawing, words: Sequence[Word]) -> None:
        self._drawing = drawing
        self._places = [(number, box) for number, table in enumerate(tables) for box in table]
        self._in_symbols: dict[int, list[Word]] = {}
        self._in_cells: dict[int, list[Word]] = {}
        self._outside: list[Word] = []
        for word in words:
            self._put(word)
        self._joining = joining_of((self._places[place][1], found) for place, found in self._in_cells.items())

    def _put(self, word: Word) -> None:
        centre = word.box.centre
        for place, symbol in enumerate(self._drawing.symbols):
            if symbol.box.holds(centre) and _is_inside(symbol, word):
                self._in_symbols.setdefault(place, []).append(word)
                return
        fitting = [place for place, (_, box) in enumerate(self._places) if box.holds(centre)]
        if fitting:
            smallest = min(fitting, key=lambda place: self._places[place][1].width * self._places[place][1].height)
            self._in_cells.setdefault(smallest, []).append(word)
        else:
            self._outside.append(word)

    @cached_property
    def symbols(self) -> tuple[Symbol, ...]:
        """The symbols with the text inside them."""
        return tuple(
            _with_text(symbol, self._joining.text_in(symbol.box, self._in_symbols.get(place, ())))
            for place, symbol in enumerate(self._drawing.symbols)
        )

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell with its text; where symbols and lines are drawn, text is theirs and not the cell's."""
        return tuple(
            self._cell(place, table, box, [] if place in self._lanes else self._in_cells.get(place, []))
            for place, (table, box) in enumerate(self._places)
        )

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Text outside of cells, and beside the lines within."""
        beside_lines = [word for place in sorted(self._lanes) for word in self._in_cells.get(place, [])]
        blocks = [*_blocks(self._outside, APART), *_blocks(beside_lines, APART_BESIDE_LINES)]
        return tuple(
            Text(box=box, text=self._joining.text_in(box, words)) for words in blocks for box in [_around(words)]
        )

    def _cell(self, place: int, table: int, box: Box, words: Sequence[Word]) -> Cell:
        bold = sum(word.bold for word in words)
        return Cell(box=box, text=self._joining.text_in(box, words), table=table, bold=2 * bold > len(words))

    @cached_property
    def _lanes(self) -> set[int]:
        """Cells in which flow is drawn: between the outer columns with symbols, from the first row with one on."""
        areas: dict[int, Box] = {}
        for table, box in self._places:
            if any(box.holds(symbol.box.centre) for symbol in self._drawing.symbols):
                known = areas.get(table, box)
                areas[table] = Box(
                    min(known.left, box.left), min(known.top, box.top), max(known.right, box.right), BOTTOMLESS
                )
        return {
            place
            for place, (table, box) in enumerate(self._places)
            if table in areas and _lies_in(box, grown(areas[table], SAME_COLUMN))
        }


def _lies_in(box: Box, area: Box) -> bool:
    return area.holds((box.left, box.top)) and area.holds((box.right, box.bottom))


def _with_text(symbol: Symbol, text: str) -> Symbol:
    """The symbol with what it says. A circle that says nothing leads nowhere: it is a capsule in a narrow column."""
    is_connector = symbol.form is not Form.CIRCLE or bool(text)
    return replace(symbol, text=text, form=symbol.form if is_connector else Form.CAPSULE)


def _is_inside(symbol: Symbol, word: Word) -> bool:
    """Whether a word stands in a symbol, and not in the corner that a diamond leaves free."""
    if symbol.form is not Form.DIAMOND:
        return True
    (x, y), (u, v) = word.box.centre, symbol.box.centre
    return abs(x - u) / symbol.box.width + abs(y - v) / symbol.box.height <= 0.5


def _blocks(words: Sequence[Word], apart: float) -> Iterator[list[Word]]:
    """Words that stand together: beside each other in a line, and lines right below each other."""
    blocks: list[list[Word]] = []
    for turns in sorted({word.turns for word in words}):
        for line in lines_of([word for word in words if word.turns == turns]):
            for run in _runs(line, apart):
                above = next((block for block in blocks if _goes_on_below(block, run)), None)
                if above is None:
                    blocks.append(run)
                else:
                    above += run
    yield from sorted(blocks, key=lambda block: (_around(block).top, _around(block).left))


def _runs(line: Sequence[Word], apart: float) -> Iterator[list[Word]]:
    run: list[Word] = []
    for word in line:
        if run and word.along[0] - run[-1].along[1] > apart * word.height:
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _goes_on_below(block: Sequence[Word], run: Sequence[Word]) -> bool:
    """Whether a line of upright text stands right below a block, and more or less under it."""
    if block[0].turns or run[0].turns:
        return False
    above, below = _around(block), _around(run)
    gap, shared = below.top - above.bottom, min(above.right, below.right) - max(above.left, below.left)
    return -run[0].height < gap < LEADING * run[0].height and shared > 0.5 * min(above.width, below.width)


def _around(words: Sequence[Word]) -> Box:
    boxes = [word.box for word in words]
    return box_of([(box.left, box.top) for box in boxes] + [(box.right, box.bottom) for box in boxes])
