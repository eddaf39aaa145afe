"""Pages with the full text of cells that were too long for their row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopan.domain.procedure import Procedure
from sopan.flowchart.cells import filled
from sopan.flowchart.columns import TITLES, cell_texts
from sopan.flowchart.diagram import Cell, CellRole, Page, PageKind
from sopan.flowchart.frame import Frame
from sopan.flowchart.lanes import RowTexts
from sopan.flowchart.measures import BODY_SIZE, CELL_PADDING
from sopan.flowchart.text import TextBlock, Typesetter

_TITLE = 6.4
_SPACE = 2.0
_FEWEST_LINES = 3


def appendix_pages(procedure: Procedure, frame: Frame, texts: Sequence[RowTexts], typesetter: Typesetter) -> list[Page]:
    """One entry for each cell that says *lihat lampiran*; none where no cell does."""
    pages: list[list[Cell]] = []
    y = frame.y + frame.height
    for title, step, column, block in _entries(procedure, frame, texts, typesetter):
        while block.lines:
            least = _TITLE + 2 * CELL_PADDING + min(len(block.lines), _FEWEST_LINES) * block.leading
            if y + least > frame.y + frame.height:
                pages.append([])
                y = frame.y
            room = frame.y + frame.height - y - _TITLE - 2 * CELL_PADDING
            fitting = max(int(room / block.leading + 1e-6), 1)
            part = TextBlock(block.lines[:fitting], block.size, block.leading, block.width)
            block = TextBlock(block.lines[fitting:], block.size, block.leading, block.width)
            height = part.height + 2 * CELL_PADDING
            head = typesetter.block(title, frame.width - 2 * CELL_PADDING, BODY_SIZE, bold=True)
            pages[-1].append(
                filled(head, column, frame.x, y, frame.width, _TITLE, role=CellRole.LABEL, bold=True, step=step)
            )
            pages[-1].append(filled(part, column, frame.x, y + _TITLE, frame.width, height, step=step, valign="top"))
            y += _TITLE + height + _SPACE
    return [frame.page(PageKind.APPENDIX, cells=tuple(cells)) for cells in pages]


def _entries(
    procedure: Procedure, frame: Frame, texts: Sequence[RowTexts], typesetter: Typesetter
) -> Iterator[tuple[str, str, str, TextBlock]]:
    for step, row in zip(procedure.steps, texts, strict=True):
        full = cell_texts(step)
        for column in row.elsewhere:
            title = f"Lampiran: langkah {procedure.nomor(step.id)}, {TITLES[column]}"
            yield title, step.id, column, typesetter.block(full[column], frame.width - 2 * CELL_PADDING, BODY_SIZE)
