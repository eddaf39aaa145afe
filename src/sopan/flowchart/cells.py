"""Makers of cells: text set into a rectangle."""

from __future__ import annotations

from sopan.flowchart.diagram import Cell, CellRole
from sopan.flowchart.measures import CELL_PADDING, SIZE_STEP, SMALLEST_SIZE
from sopan.flowchart.text import TextBlock, Typesetter


def filled(
    block: TextBlock,
    column: str,
    x: float,
    y: float,
    width: float,
    height: float,
    *,
    role: CellRole = CellRole.BODY,
    step: str | None = None,
    bold: bool = False,
    align: str = "left",
    valign: str = "middle",
    border: bool = True,
    rotated: bool = False,
    columns: int = 1,
    padding: float = CELL_PADDING,
) -> Cell:
    """A cell with a block of text in it."""
    return Cell(
        role=role,
        column=column,
        x=x,
        y=y,
        width=width,
        height=height,
        lines=block.lines,
        size=block.size,
        leading=block.leading,
        step=step,
        bold=bold,
        align=align,
        valign=valign,
        rotated=rotated,
        border=border,
        padding=padding,
        text_width=block.width,
        text_height=block.height,
        columns=columns,
        offsets=block.offsets,
    )


def empty(column: str, x: float, y: float, width: float, height: float, *, step: str | None = None) -> Cell:
    """A bordered cell that symbols and lines are drawn over."""
    return Cell(role=CellRole.LANE, column=column, x=x, y=y, width=width, height=height, step=step)


def fitted(
    typesetter: Typesetter, text: str, width: float, height: float, size: float, *, bold: bool = False
) -> TextBlock | None:
    """`text` in a cell of this size with the largest type that fits, not under the smallest; None when none does."""
    inner = width - 2 * CELL_PADDING
    while size >= SMALLEST_SIZE:
        block = typesetter.block(text, inner, size, bold=bold)
        if block.height <= height - 2 * CELL_PADDING + 1e-6:
            return block
        size -= SIZE_STEP
    return None
