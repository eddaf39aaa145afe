"""lay_out(): a procedure becomes pages of cells, symbols and lines. The stages, in order.

`docs/flowchart.md` states what holds for every result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sopan.domain.lifecycle import Status
from sopan.domain.procedure import Edge, Procedure
from sopan.flowchart.appendix import appendix_pages
from sopan.flowchart.cells import empty, filled, fitted
from sopan.flowchart.diagram import Cell, Diagram, Lane, Page, PageKind, Row, Sheet, Warning
from sopan.flowchart.frame import Frame
from sopan.flowchart.grid import lane_names
from sopan.flowchart.heading import Heading
from sopan.flowchart.identity_page import identity_pages
from sopan.flowchart.lanes import FlowPlan, FlowPlanner, PagePlan, RowTexts
from sopan.flowchart.measures import BODY_SIZE, CELL_PADDING, SHEETS, SMALLEST_SIZE
from sopan.flowchart.nudges import with_nudges
from sopan.flowchart.paging import needs
from sopan.flowchart.placement import Axis, Placement, axis
from sopan.flowchart.text import HelveticaMeasurer, TextBlock, TextMeasurer, Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """House settings of the printed form."""

    title_label: str = "Nama SOP"
    """`Nama SOP` or `Judul SOP`; both are in use."""
    verification: bool = False
    """Whether room is kept for the QR code of a verification address."""


def lay_out(
    procedure: Procedure,
    sheet: Sheet | None = None,
    measure: TextMeasurer | None = None,
    *,
    style: Style | None = None,
) -> Diagram:
    """The whole document on `sheet` (default: the paper of the procedure's own layout, else F4), text set by `measure`.

    Total and deterministic: every procedure is drawn, the same way each time. What had to be given up is a warning.
    Raises LayoutError only for a sheet too small for one lane.
    """
    sheet = sheet or SHEETS.get(procedure.layout.paper.lower()) or SHEETS["f4"]
    style = style or Style()
    typesetter = Typesetter(measure or HelveticaMeasurer())
    frame = Frame(procedure, sheet, typesetter, mark_of(procedure.status))
    names = lane_names(procedure)
    plan = FlowPlanner(procedure, names, typesetter, frame.x, frame.width, frame.height).plan()
    pages = [
        *identity_pages(procedure, frame, typesetter, style.title_label, has_code=style.verification),
        *_flow_pages(procedure, frame, names, plan, typesetter),
        *appendix_pages(procedure, frame, plan.texts, typesetter),
    ]
    pages, refused = with_nudges(procedure, pages)
    return Diagram(
        sheet=sheet,
        pages=tuple(frame.finish(pages)),
        edges=procedure.edges,
        warnings=(*_warnings(plan), *refused),
        mark=frame.mark,
    )


def mark_of(status: Status) -> str:
    """What stands on every page of a document that binds nobody; empty for one in force."""
    if status is Status.EFFECTIVE:
        return ""
    return "TIDAK BERLAKU" if status is Status.REVOKED else "KONSEP – BELUM BERLAKU"


def _flow_pages(
    procedure: Procedure, frame: Frame, names: Sequence[str], plan: FlowPlan, typesetter: Typesetter
) -> list[Page]:
    marks = _marks(plan)
    return [_flow_page(procedure, frame, names, plan, page, typesetter, marks) for page in plan.pages]


def _marks(plan: FlowPlan) -> dict[Edge, str]:
    """A, B, C, … for the flows that cross pages, in the order in which they leave."""
    marks: dict[Edge, str] = {}
    for page in plan.pages:
        for node in page.planned.page.grid.nodes:
            if node.edge is not None and node.edge not in marks:
                marks[node.edge] = _letters(len(marks))
    return marks


def _letters(number: int) -> str:
    """A … Z, AA, AB, …"""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _flow_page(
    procedure: Procedure,
    frame: Frame,
    names: Sequence[str],
    plan: FlowPlan,
    page: PagePlan,
    typesetter: Typesetter,
    marks: dict[Edge, str],
) -> Page:
    planned, columns = page.planned, page.columns
    heading = Heading(columns, names, typesetter)
    lanes = axis(columns.lanes_x, columns.lanes, page.left, page.right)
    up, down = needs(planned.extents.up, plan.density), needs(planned.extents.down, plan.density)
    rows = axis(frame.y + heading.height, planned.heights, up, down)
    placement = Placement(planned.page, planned.extents, plan.density, lanes, rows)
    shapes = placement.shapes(names, marks)
    return frame.page(
        PageKind.FLOW,
        cells=(*heading.cells(frame.y), *_row_cells(procedure, page, plan.texts, names, rows, typesetter)),
        lanes=tuple(
            Lane(pelaksana=name, x=x, width=width)
            for name, x, width in zip(names, lanes.starts, lanes.sizes, strict=True)
        ),
        rows=_rows(procedure, page, rows),
        shapes=shapes,
        arrows=placement.arrows(shapes),
    )


def _rows(procedure: Procedure, page: PagePlan, rows: Axis) -> tuple[Row, ...]:
    first, planned = page.planned.page.grid.first_row, page.planned
    return tuple(
        Row(step=procedure.steps[index].id, y=rows.starts[first + place], height=rows.sizes[first + place])
        for place, index in enumerate(range(planned.start, planned.stop))
    )


def _row_cells(
    procedure: Procedure,
    page: PagePlan,
    texts: Sequence[RowTexts],
    names: Sequence[str],
    rows: Axis,
    typesetter: Typesetter,
) -> list[Cell]:
    """Cells of the steps, and the empty ones of the strips that hold connectors."""
    cells: list[Cell] = []
    first, planned = page.planned.page.grid.first_row, page.planned
    for row, (y, height) in enumerate(zip(rows.starts, rows.sizes, strict=True)):
        index = planned.start + row - first
        if first <= row < first + planned.page.grid.step_rows:
            cells += _step_cells(procedure, index, page, texts[index], y, height, typesetter)
            step: str | None = procedure.steps[index].id
        else:
            step = None
            cells += [empty(column, x, y, width, height) for column, (x, width) in page.columns.edges().items()]
        x = page.columns.lanes_x
        for name, width in zip(names, page.columns.lanes, strict=True):
            cells.append(empty(name, x, y, width, height, step=step))
            x += width
    return cells


def _step_cells(
    procedure: Procedure,
    index: int,
    page: PagePlan,
    texts: RowTexts,
    y: float,
    height: float,
    typesetter: Typesetter,
) -> list[Cell]:
    step = procedure.steps[index]
    cells = []
    for column, (x, width) in page.columns.edges().items():
        if column == "nomor":
            block = _number_block(procedure.nomor(step.id), width, height, typesetter)
        else:
            block = texts.blocks[column]
        align = "center" if column in ("nomor", "waktu") else "left"
        cells.append(filled(block, column, x, y, width, height, step=step.id, align=align))
    return cells


def _number_block(nomor: str, width: float, height: float, typesetter: Typesetter) -> TextBlock:
    """The number as large as its row allows; mostly one digit or two, but `XXXVIII.a` is a number too."""
    block = fitted(typesetter, nomor, width, height, BODY_SIZE)
    return block or typesetter.block(nomor, width - 2 * CELL_PADDING, SMALLEST_SIZE)


def _warnings(plan: FlowPlan) -> list[Warning]:
    found: list[Warning] = []
    if plan.is_uneven:
        found.append(
            Warning(
                code="LT-02",
                sentence="Kolom pelaksana tidak muat dengan lebar yang sama di semua halaman; lebarnya berbeda tiap "
                "halaman. Pakailah kertas yang lebih lebar atau pecah prosedur ini.",
            )
        )
    elif plan.is_dense:
        found.append(
            Warning(
                code="LT-01",
                sentence="Kolom pelaksana banyak, sehingga simbol dan jarak garis diperkecil. Pakailah kertas yang "
                "lebih lebar bila cetakan kurang terbaca.",
            )
        )
    elsewhere = sum(1 for row in plan.texts if row.elsewhere)
    if elsewhere:
        found.append(
            Warning(
                code="LT-03",
                sentence="Teks di {n} langkah terlalu panjang untuk barisnya; sel itu berisi “lihat lampiran” dan teks "
                "lengkapnya ada di halaman lampiran. Ringkaskan bila bisa.",
                parameters={"n": elsewhere},
            )
        )
    smallest = min((b.size for row in plan.texts for b in row.blocks.values()), default=9.0)
    if smallest < 8:
        found.append(
            Warning(
                code="LT-04",
                sentence="Sebagian teks dicetak kecil ({size} pt) agar barisnya muat di satu halaman.",
                parameters={"size": f"{smallest:g}"},
            )
        )
    return found
