"""Which words stand where: in a symbol, in a cell, beside a line, or on their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from sopan.drawn import Box, Cell, Form, Page, Symbol, Text
from sopan.readers.pdf.blocks import APART, APART_BESIDE_LINES, blocks_of
from sopan.readers.pdf.drawing import Drawing
from sopan.readers.pdf.geometry import Squares, grown, lies_in
from sopan.readers.pdf.letters import Word
from sopan.readers.pdf.text import Joining

SAME_COLUMN = 1.5
"""Millimetres between the sides of two cells of one column."""
BOTTOMLESS = 1e6


class Setting:
    """The words of one page, each where it belongs."""

    def __init__(self, page: Page, tables: Sequence[Sequence[Box]], drawing: Drawing, words: Sequence[Word]) -> None:
        self._page = page
        self._drawing = drawing
        self._places = [(number, box) for number, table in enumerate(tables) for box in table]
        self._symbol_at = Squares([symbol.box for symbol in drawing.symbols])
        self._cell_at = Squares([box for _, box in self._places])
        self._in_symbols: dict[int, list[Word]] = {}
        self._in_cells: dict[int, list[Word]] = {}
        self._outside: list[Word] = []
        for word in words:
            self._put(word)

    def texts_in_cells(self) -> Iterator[tuple[Box, Sequence[Word]]]:
        """The words of every cell that holds some."""
        return ((self._places[place][1], words) for place, words in self._in_cells.items())

    def page(self, joining: Joining) -> Page:
        """The page with all of its text."""
        return replace(
            self._page,
            cells=tuple(self._cell(place, joining) for place in range(len(self._places))),
            symbols=tuple(
                _with_text(symbol, joining.text_in(symbol.box, self._in_symbols.get(place, ())))
                for place, symbol in enumerate(self._drawing.symbols)
            ),
            lines=self._drawing.lines,
            texts=tuple(Text(box=box, text=joining.text_in(box, words)) for box, words in self._blocks()),
        )

    def _put(self, word: Word) -> None:
        centre = word.box.centre
        for place in self._symbol_at.holding(centre):
            if _is_inside(self._drawing.symbols[place], word):
                self._in_symbols.setdefault(place, []).append(word)
                return
        fitting = self._cell_at.holding(centre)
        if fitting:
            smallest = min(fitting, key=lambda place: self._places[place][1].width * self._places[place][1].height)
            self._in_cells.setdefault(smallest, []).append(word)
        else:
            self._outside.append(word)

    def _cell(self, place: int, joining: Joining) -> Cell:
        """A cell with its text; where symbols and lines are drawn, text is theirs and not the cell's."""
        table, box = self._places[place]
        words = [] if place in self._lanes else self._in_cells.get(place, [])
        bold = sum(word.bold for word in words)
        return Cell(box=box, text=joining.text_in(box, words), table=table, bold=2 * bold > len(words))

    def _blocks(self) -> Iterator[tuple[Box, list[Word]]]:
        """Text outside of cells, and beside the lines within."""
        yield from blocks_of(self._outside, APART)
        beside_lines = [word for place in sorted(self._lanes) for word in self._in_cells.get(place, [])]
        yield from blocks_of(beside_lines, APART_BESIDE_LINES, self._drawing.lines)

    @cached_property
    def _lanes(self) -> set[int]:
        """Cells in which flow is drawn: between the outer columns with symbols, from the first row with one on."""
        areas: dict[int, Box] = {}
        for symbol in self._drawing.symbols:
            for place in self._cell_at.holding(symbol.box.centre):
                table, box = self._places[place]
                known = areas.get(table, box)
                left, right = min(known.left, box.left), max(known.right, box.right)
                areas[table] = Box(left, min(known.top, box.top), right, BOTTOMLESS)
        return {
            place
            for place, (table, box) in enumerate(self._places)
            if table in areas and lies_in(box, grown(areas[table], SAME_COLUMN))
        }


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
