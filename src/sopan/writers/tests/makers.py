"""Small diagrams laid out by hand, so that writers are tested without an engine."""

from __future__ import annotations

from sopan.domain.identity import Identity
from sopan.domain.procedure import Edge, End, Kind, Procedure, Step, Symbol
from sopan.flowchart.diagram import (
    Arrow,
    Cell,
    CellRole,
    Diagram,
    Label,
    Lane,
    Page,
    PageKind,
    Picture,
    PictureKind,
    Row,
    Shape,
    ShapeKind,
    Sheet,
)
from sopan.writers.fonts import measurer

F4 = Sheet(name="f4", width=330, height=215, top=14, right=12, bottom=14, left=18)
COLUMNS = (("nomor", 14.0), ("kegiatan", 56.0), ("Pemohon", 35.0), ("Petugas Loket", 35.0), ("keterangan", 40.0))
LANES = ("Pemohon", "Petugas Loket")
KINDS = {"a": ShapeKind.TERMINATOR, "b": ShapeKind.DECISION, "c": ShapeKind.TERMINATOR}
TOP, HEAD, ROW = 30.0, 10.0, 30.0


def a_procedure(**identity: object) -> Procedure:
    """Three steps: hand in, check (back when incomplete), receive."""
    steps = (
        a_step("1", "Mengajukan permohonan", "Pemohon", Kind.START),
        a_step("2", "Memeriksa kelengkapan berkas", "Petugas Loket", Kind.DECISION),
        a_step("3", "Menerima kutipan akta", "Pemohon", Kind.END),
    )
    edges = (an_edge("1", "2"), an_edge("2", "3", "Ya"), an_edge("2", "1", "Tidak"))
    fields = {"judul": "Penerbitan Kutipan Akta", "opd": "Dinas Contoh", "tanggal_pembuatan": "2 Maret 2026"}
    return Procedure(identity=Identity(**{**fields, **identity}), steps=steps, edges=edges)  # type: ignore[arg-type]


def a_step(id: str, kegiatan: str, pelaksana: str, kind: Kind = Kind.PROCESS) -> Step:
    """One row with one symbol."""
    return Step(id=id, kegiatan=kegiatan, symbols=(Symbol(pelaksana),), kind=kind)


def an_edge(source: str, target: str, answer: str = "") -> Edge:
    """From one step to another."""
    return Edge(End(source), End(target), answer)


def a_cell(column: str, *lines: str, **changes: object) -> Cell:
    """A body cell with a border, with lines measured as an engine measures them."""
    values: dict[str, object] = {"role": CellRole.BODY, "x": 20.0, "y": 30.0, "width": 60.0, "height": 20.0}
    values |= {"size": 9.0, "leading": 3.81, "padding": 1.0} | changes
    size, bold = float(str(values["size"])), bool(values.get("bold"))
    width = max((measurer().width(line, size, bold) for line in lines), default=0.0)
    height = float(str(values["leading"])) * len(lines)
    return Cell(column=column, lines=lines, text_width=width, text_height=height, **values)  # type: ignore[arg-type]


def a_page(*cells: Cell, **changes: object) -> Page:
    """A page inside the margins of F4."""
    values: dict[str, object] = {"number": 1, "kind": PageKind.FLOW}
    values |= {"area_x": 18.0, "area_y": 14.0, "area_width": 300.0, "area_height": 187.0} | changes
    return Page(cells=cells, **values)  # type: ignore[arg-type]


def a_diagram(*pages: Page, edges: tuple[Edge, ...] = ()) -> Diagram:
    """Pages on F4."""
    return Diagram(sheet=F4, pages=pages, edges=edges)


def a_document(procedure: Procedure | None = None) -> Diagram:
    """An identity page and a flow page of `a_procedure()`, with every kind of thing a page can hold."""
    procedure = procedure or a_procedure()
    return a_diagram(an_identity_page(procedure), a_flow_page(procedure), edges=procedure.edges)


def an_identity_page(procedure: Procedure) -> Page:
    """A title, a field with several lines, the mark of a draft, and boxes for the logo and the code."""
    label = a_cell("judul", "Judul SOP", role=CellRole.LABEL, x=100.0, bold=True)
    title = a_cell("judul", procedure.identity.judul, x=160.0, bold=True)
    law = a_cell("dasar_hukum", "1. UU 24/2013 tentang", "Administrasi Kependudukan", y=60.0, height=40.0)
    mark = a_cell(
        "mark", "KONSEP – BELUM BERLAKU", role=CellRole.NOTE, y=16.0, height=7.0, border=False, align="center"
    )
    logo = Picture(kind=PictureKind.LOGO, x=20, y=30, width=60, height=20)
    code = Picture(kind=PictureKind.VERIFICATION, x=200, y=120, width=25, height=25)
    return a_page(mark, label, title, law, kind=PageKind.IDENTITY, pictures=(logo, code))


def a_flow_page(procedure: Procedure) -> Page:
    """The table with three rows and the flow between their symbols."""
    cells = [*_head(), *(cell for row, step in enumerate(procedure.steps) for cell in _row(row, step))]
    cells.append(a_cell("footer", "Halaman 2 dari 2", role=CellRole.NOTE, y=195.0, height=5.0, border=False))
    shapes = [_shape(id, row) for row, id in enumerate("abc")]
    lanes = tuple(Lane(pelaksana=name, x=_left(name), width=35.0) for name in LANES)
    rows = tuple(Row(step=step.id, y=_top(row), height=ROW) for row, step in enumerate(procedure.steps))
    return a_page(*cells, number=2, shapes=tuple(shapes), arrows=_arrows(procedure), lanes=lanes, rows=rows)


def _head() -> list[Cell]:
    return [
        a_cell(
            name, name.capitalize(), role=CellRole.HEADING, x=_left(name), y=TOP, width=width, height=HEAD, bold=True
        )
        for name, width in COLUMNS
    ]


def _row(row: int, step: Step) -> list[Cell]:
    words = {"nomor": (step.id,), "kegiatan": tuple(step.kegiatan.rsplit(" ", 1)), "keterangan": ()}
    return [
        a_cell(
            name,
            *words.get(name, ()),
            role=CellRole.LANE if name in LANES else CellRole.BODY,
            x=_left(name),
            y=_top(row),
            width=width,
            height=ROW,
            step=step.id,
        )
        for name, width in COLUMNS
    ]


def _left(name: str) -> float:
    names = [column for column, _ in COLUMNS]
    return 20.0 + sum(width for _, width in COLUMNS[: names.index(name)])


def _top(row: int) -> float:
    return TOP + HEAD + row * ROW


def _shape(id: str, row: int) -> Shape:
    lane = LANES[row % 2]
    box = {"x": _left(lane) + 7.5, "y": _top(row) + 8, "width": 20.0, "height": 14.0}
    return Shape(id=id, kind=KINDS[id], step=str(row + 1), pelaksana=lane, **box)


def _arrows(procedure: Procedure) -> tuple[Arrow, ...]:
    edges = {(edge.source.step, edge.target.step): edge for edge in procedure.edges}
    yes = Label(text="Ya", lines=("Ya",), x=126, y=81, width=5, height=3.5, size=8, leading=3.3)
    no = Label(text="Tidak", lines=("Tidak",), x=158, y=81, width=8, height=3.5, size=8, leading=3.3)
    return (
        Arrow(source="a", target="b", points=((117.5, 55), (142.5, 55), (142.5, 78)), edge=edges["1", "2"]),
        Arrow(source="b", target="c", points=((132.5, 85), (107.5, 85), (107.5, 108)), edge=edges["2", "3"], label=yes),
        Arrow(
            source="b",
            target="a",
            points=((152.5, 85), (157, 85), (157, 44), (107.5, 44), (107.5, 48)),
            edge=edges["2", "1"],
            label=no,
        ),
    )
