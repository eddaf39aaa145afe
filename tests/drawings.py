"""Drawings as other programs and other hands would leave them: without glue, not quite straight, without heads."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TypeVar

from sopan.drawn import Box, Cell, Page, Symbol, Text

Boxed = TypeVar("Boxed", Cell, Symbol, Text)


def unglued(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The same pages with lines that do not say what they are glued to."""
    return tuple(
        replace(page, lines=tuple(replace(line, start=None, end=None) for line in page.lines)) for page in pages
    )


def shaken(pages: tuple[Page, ...], *, by: float, random: Random) -> tuple[Page, ...]:
    """The same pages with every edge and every corner up to `by` millimetres beside its place."""

    def near(length: float) -> float:
        return length + random.uniform(-by, by)

    def boxed(thing: Boxed) -> Boxed:
        box = thing.box
        return replace(thing, box=Box(near(box.left), near(box.top), near(box.right), near(box.bottom)))

    return tuple(
        replace(
            page,
            cells=tuple(map(boxed, page.cells)),
            symbols=tuple(map(boxed, page.symbols)),
            texts=tuple(map(boxed, page.texts)),
            lines=tuple(replace(line, points=tuple((near(x), near(y)) for x, y in line.points)) for line in page.lines),
        )
        for page in pages
    )


def without_repeated_heads(pages: tuple[Page, ...], bottom_of_head: float) -> tuple[Page, ...]:
    """The same pages with the head of the table on the first page of the table only."""
    first = next((page.number for page in pages if page.symbols), 0)
    return tuple(
        replace(page, cells=tuple(c for c in page.cells if c.box.bottom > bottom_of_head + 0.1))
        if page.number > first and page.symbols
        else page
        for page in pages
    )
