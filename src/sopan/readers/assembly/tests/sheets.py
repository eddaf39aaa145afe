"""Small makers of drawn pages as foreign programs leave them: tables by rows of text, symbols and lines by place."""

from __future__ import annotations

from sopan.drawn import Box, Cell, Line, Page, Symbol, Text

ROW = 20.0
"""Height of a row of the body."""
HEAD = 10.0
LANE = 30.0
"""Width of every column."""


def cells(rows, *, top=0.0, left=0.0, height=ROW, widths=None, table=0):
    """One cell for each text, from the left; None leaves a place empty, `->` widens the cell before it."""
    found = []
    for number, row in enumerate(rows):
        x, y = left, top + number * height
        for place, text in enumerate(row):
            width = widths[place] if widths else LANE
            if text == "->":
                last = found.pop()
                box = Box(last.box.left, last.box.top, x + width, last.box.bottom)
                found.append(Cell(box=box, text=last.text, table=table))
            elif text is not None:
                found.append(Cell(box=Box(x, y, x + width, y + height), text=text, table=table))
            x += width
    return found


def a_head(*executors, top=0.0, left=0.0):
    """`No`, `Kegiatan`, executors under `Pelaksana`, times and output under `Mutu Baku`; two rows."""
    count = len(executors)
    upper = cells(
        [[None, None, "Pelaksana", *["->"] * (count - 1), "Mutu Baku", "->", "->", None]],
        top=top,
        left=left,
        height=HEAD,
    )
    lower = cells(
        [[None, None, *executors, "Kelengkapan", "Waktu", "Output", None]], top=top + HEAD, left=left, height=HEAD
    )
    tall = cells([["No", "Kegiatan"]], top=top, left=left, height=2 * HEAD)
    last = cells([["Ket."]], top=top, left=left + (5 + count) * LANE, height=2 * HEAD)
    return [*upper, *lower, *tall, *last]


def a_row(number, activity, lanes, needs="", time="", output="", remark=""):
    """Texts of a row of such a table; `lanes` is what stands in the executors' cells."""
    return [number, activity, *lanes, needs, time, output, remark]


def a_page(*parts, symbols=(), lines=(), texts=(), number=1, pictures=()):
    """A page of the cells of all parts."""
    return Page(
        number=number,
        width=330.0,
        height=215.0,
        cells=tuple(cell for part in parts for cell in part),
        symbols=tuple(symbols),
        lines=tuple(lines),
        texts=tuple(texts),
        pictures=tuple(pictures),
    )


def centre(row, lane, *, top=2 * HEAD):
    """The middle of an executor's cell; both counted from 0."""
    return (2 + lane) * LANE + LANE / 2, top + row * ROW + ROW / 2


def a_symbol(key, form, row, lane, *, text="", top=2 * HEAD, shift=(0.0, 0.0)):
    """A symbol of 14 × 8 mm in the middle of its cell."""
    x, y = centre(row, lane, top=top)
    x, y = x + shift[0], y + shift[1]
    return Symbol(key=key, form=form, box=Box(x - 7, y - 4, x + 7, y + 4), text=text)


def down(row, lane, *, to=None, top=2 * HEAD, **more):
    """A line from the lower side of a symbol to the upper side of the one in row `to` below it."""
    (x, start), (_, end) = centre(row, lane, top=top), centre(row + 1 if to is None else to, lane, top=top)
    return Line(points=((x, start + 4), (x, end - 4)), arrow_at_end=more.pop("arrow_at_end", True), **more)


def a_text(text, x, y):
    """A short text with its middle at a place."""
    return Text(box=Box(x - 3, y - 1.5, x + 3, y + 1.5), text=text)
