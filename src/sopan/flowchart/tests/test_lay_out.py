"""What a clerk would draw: examples of the layout engine, one behaviour each."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sopan.domain import (
    Edge,
    End,
    Identity,
    Kind,
    Layout,
    LayoutError,
    LineNudge,
    MutuBaku,
    Procedure,
    Status,
    Step,
    Symbol,
    SymbolNudge,
)
from sopan.flowchart import SHEETS, Sheet, lay_out
from sopan.flowchart.diagram import (
    WORD_JOINER,
    Arrow,
    ArrowKind,
    CellRole,
    Diagram,
    Page,
    PageKind,
    Shape,
    ShapeKind,
)
from sopan.flowchart.quality import faults, measure


def a_step(id: str, *names: str, kind: Kind = Kind.PROCESS, kegiatan: str = "Memeriksa berkas") -> Step:
    return Step(id=id, kegiatan=kegiatan, symbols=tuple(Symbol(name) for name in names), kind=kind)


def an_edge(source: str, target: str, answer: str = "") -> Edge:
    return Edge(End.read(source), End.read(target), answer)


def a_procedure(*steps: Step, edges: tuple[Edge, ...] = (), **fields: object) -> Procedure:
    return Procedure(steps=steps, edges=edges, **fields)


def in_a_row(count: int, *names: str) -> Procedure:
    """Steps one after the other, by the executors in turn."""
    steps = [a_step(str(n + 1), names[n % len(names)]) for n in range(count)]
    return a_procedure(*steps, edges=tuple(an_edge(a.id, b.id) for a, b in pairwise(steps)))


def flow_pages(diagram: Diagram) -> list[Page]:
    return [page for page in diagram.pages if page.kind is PageKind.FLOW]


def the_arrow(diagram: Diagram, source: str, target: str) -> Arrow:
    (found,) = [
        arrow
        for page in flow_pages(diagram)
        for arrow in page.arrows
        if arrow.edge and (str(arrow.edge.source), str(arrow.edge.target)) == (source, target)
    ]
    return found


def symbols(page: Page) -> list[Shape]:
    return [shape for shape in page.shapes if shape.kind is not ShapeKind.CONNECTOR]


def all_faults(diagram: Diagram) -> list[str]:
    return [fault for page in diagram.pages for fault in faults(page)]


def test_the_main_flow_goes_straight_down():
    diagram = lay_out(in_a_row(4, "Staf"))
    for arrow in flow_pages(diagram)[0].arrows:
        (x0, y0), (x1, y1) = arrow.points
        assert x0 == x1
        assert y0 < y1


def test_a_change_of_executor_takes_one_bend():
    diagram = lay_out(in_a_row(2, "Staf", "Kepala"))
    (x0, y0), corner, (x1, y1) = the_arrow(diagram, "1", "2").points
    assert corner == (x1, y0)
    assert x0 < x1
    assert y0 < y1


def test_a_refusal_goes_back_beside_the_flow_and_says_so():
    procedure = a_procedure(
        a_step("1", "Pemohon", kind=Kind.START),
        a_step("2", "Loket", kind=Kind.DECISION),
        a_step("3", "Loket", kind=Kind.END),
        edges=(an_edge("1", "2"), an_edge("2", "3", "Ya"), an_edge("2", "1", "Tidak")),
    )
    diagram = lay_out(procedure)
    assert measure(diagram).crossings == 0
    assert the_arrow(diagram, "2", "1").label.text == "Tidak"
    assert the_arrow(diagram, "2", "3").label.text == "Ya"
    assert len(the_arrow(diagram, "2", "3").points) == 2, "the way onward is the straight one"
    assert not all_faults(diagram)


def test_kinds_have_the_five_symbols_only():
    procedure = a_procedure(
        a_step("1", "A", kind=Kind.START),
        a_step("2", "A"),
        a_step("3", "A", kind=Kind.DECISION),
        a_step("4", "A", kind=Kind.END),
    )
    kinds = [shape.kind.value for shape in symbols(flow_pages(lay_out(procedure))[0])]
    assert kinds == ["terminator", "process", "decision", "terminator"]


def test_several_executors_of_a_step_are_joined_by_a_plain_line():
    page = flow_pages(lay_out(a_procedure(a_step("1", "A", "B", "C"))))[0]
    joints = [arrow for arrow in page.arrows if arrow.kind is ArrowKind.JOINT]
    assert len(symbols(page)) == 3
    assert len(joints) == 2
    assert all(len({y for _, y in joint.points}) == 1 for joint in joints)


def test_arrows_inside_a_row_take_the_place_of_the_joint():
    step = Step(id="1", symbols=(Symbol("Staf", Kind.PROCESS), Symbol("Kepala", Kind.DECISION)))
    diagram = lay_out(a_procedure(step, edges=(an_edge("1/Staf", "1/Kepala"),)))
    page = flow_pages(diagram)[0]
    assert [arrow.kind for arrow in page.arrows] == [ArrowKind.FLOW]
    assert [shape.kind for shape in symbols(page)] == [ShapeKind.PROCESS, ShapeKind.DECISION]


def test_answers_leave_the_diamond_of_a_mixed_row():
    row = Step(id="1", symbols=(Symbol("Staf"), Symbol("Kepala", Kind.DECISION)))
    procedure = a_procedure(
        row,
        a_step("2", "Staf"),
        edges=(an_edge("1/Staf", "1/Kepala"), an_edge("1", "2", "Ya")),
    )
    page = flow_pages(lay_out(procedure))[0]
    shapes = {shape.id: shape for shape in page.shapes}
    arrow = next(arrow for arrow in page.arrows if arrow.label)
    assert shapes[arrow.source].kind is ShapeKind.DECISION


def test_an_edge_that_names_a_symbol_ends_there():
    procedure = a_procedure(a_step("1", "A"), a_step("2", "A", "B"), edges=(an_edge("1", "2/B"),))
    page = flow_pages(lay_out(procedure))[0]
    shapes = {shape.id: shape for shape in page.shapes}
    assert shapes[next(a for a in page.arrows if a.edge).target].pelaksana == "B"


def test_a_step_that_returns_to_itself_is_drawn():
    diagram = lay_out(a_procedure(a_step("1", "A"), edges=(an_edge("1", "1", "Ulang"),)))
    assert the_arrow(diagram, "1", "1").points[0] != the_arrow(diagram, "1", "1").points[-1]
    assert not all_faults(diagram)


def test_a_step_without_executor_stands_in_a_last_column():
    page = flow_pages(lay_out(a_procedure(a_step("1", "Staf"), a_step("2"))))[0]
    assert [lane.pelaksana for lane in page.lanes] == ["Staf", "(belum ditentukan)"]
    assert symbols(page)[1].pelaksana == "(belum ditentukan)"


def test_columns_keep_the_order_that_was_given():
    procedure = a_procedure(a_step("1", "B"), daftar_pelaksana=("C", "A", "B"))
    assert [lane.pelaksana for lane in flow_pages(lay_out(procedure))[0].lanes] == ["C", "A", "B"]


def test_without_an_order_columns_follow_the_first_involvement():
    assert [lane.pelaksana for lane in flow_pages(lay_out(in_a_row(3, "Z", "M", "A")))[0].lanes] == ["Z", "M", "A"]


def test_neighbours_of_one_group_share_a_head():
    procedure = a_procedure(a_step("1", "Bidang A / Kepala", "Bidang A / Staf", "Camat"))
    heads = [c for c in flow_pages(lay_out(procedure))[0].cells if c.role is CellRole.HEADING]
    (group,) = [cell for cell in heads if cell.lines == ("Bidang A",)]
    assert group.columns == 2
    names = [" ".join(cell.lines) for cell in heads]
    assert {"Kepala", "Staf", "Camat"} <= set(names)


def test_a_line_that_leaves_the_page_goes_on_from_a_connector_with_the_same_mark():
    diagram = lay_out(in_a_row(40, "Staf", "Kepala"))
    pages = flow_pages(diagram)
    assert len(pages) > 1
    for before, after in pairwise(pages):
        leaving = [s for s in before.shapes if s.kind is ShapeKind.CONNECTOR and s.y > before.rows[-1].y]
        arriving = [s for s in after.shapes if s.kind is ShapeKind.CONNECTOR and s.y < after.rows[0].y]
        assert [shape.text for shape in leaving] == [shape.text for shape in arriving] != []
    assert not all_faults(diagram)


def test_a_return_over_pages_leaves_upwards():
    steps = in_a_row(40, "Staf")
    edges = (*steps.edges, an_edge("40", "1"))
    pages = flow_pages(lay_out(a_procedure(*steps.steps, edges=edges)))
    assert any(s.kind is ShapeKind.CONNECTOR and s.y < pages[-1].rows[0].y and s.text == pages[-1].shapes[-1].text
               for s in pages[-1].shapes)  # fmt: skip


def test_the_head_is_repeated_on_every_page():
    pages = flow_pages(lay_out(in_a_row(40, "Staf")))
    for page in pages:
        heads = {line for cell in page.cells if cell.role is CellRole.HEADING for line in cell.lines}
        assert {"No.", "Kegiatan", "Pelaksana", "Staf", "Mutu Baku", "Waktu", "Output", "Keterangan"} <= heads


def test_pages_are_as_full_as_their_height_allows():
    pages = flow_pages(lay_out(in_a_row(40, "Staf")))
    for page, after in pairwise(pages):
        floor = page.area_y + page.area_height - 4
        lowest = max(cell.y + cell.height for cell in page.cells if cell.role is CellRole.LANE)
        assert lowest + after.rows[0].height > floor - 2


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("executors", [2, 8, 20])
def test_every_paper_holds_two_to_twenty_executors(name, executors):
    procedure = in_a_row(executors * 2, *(f"Pejabat Fungsional {n}" for n in range(executors)))
    diagram = lay_out(procedure, SHEETS[name])
    assert not all_faults(diagram)
    assert (diagram.sheet.width, diagram.sheet.height) == (SHEETS[name].width, SHEETS[name].height)


def test_the_paper_of_the_procedure_counts_where_none_is_asked_for():
    assert lay_out(a_procedure(layout=Layout(paper="A4"))).sheet.name == "a4"
    assert lay_out(a_procedure()).sheet.name == "f4"


def test_long_text_gets_smaller_type_before_it_moves_away():
    text = "Meneliti kelengkapan berkas permohonan dan mencocokkannya dengan data kependudukan. " * 40
    page = flow_pages(lay_out(a_procedure(a_step("1", "Staf", kegiatan=text.strip()))))[0]
    (cell,) = [cell for cell in page.cells if cell.column == "kegiatan" and cell.role is CellRole.BODY]
    assert 6 <= cell.size < 9
    assert " ".join(cell.lines).split() == text.split()


def test_text_beyond_that_stands_whole_in_the_appendix():
    text = "Meneliti kelengkapan berkas permohonan dan mencocokkannya dengan data kependudukan. " * 300
    diagram = lay_out(a_procedure(a_step("1", "Staf", kegiatan=text.strip())))
    (cell,) = [c for c in flow_pages(diagram)[0].cells if c.column == "kegiatan" and c.role is CellRole.BODY]
    assert " ".join(cell.lines) == "lihat lampiran"
    appendix = [page for page in diagram.pages if page.kind is PageKind.APPENDIX]
    lines = [line for page in appendix for c in page.cells if c.role is CellRole.BODY for line in c.lines]
    assert " ".join(lines).split() == text.split()
    assert [warning.code for warning in diagram.warnings if warning.code == "LT-03"]


def test_a_word_longer_than_its_column_is_cut_but_not_lost():
    word = "kependudukanpencatatansipil" * 4
    page = flow_pages(lay_out(a_procedure(a_step("1", "Staf", kegiatan=word))))[0]
    (cell,) = [cell for cell in page.cells if cell.column == "kegiatan" and cell.role is CellRole.BODY]
    assert "".join(cell.lines).replace(WORD_JOINER, "") == word
    assert all(line.endswith(WORD_JOINER) for line in cell.lines[:-1])
    assert cell.text_width <= cell.width


@pytest.mark.parametrize("status", Status)
def test_only_a_procedure_in_force_carries_no_mark(status):
    diagram = lay_out(a_procedure(a_step("1", "Staf"), status=status))
    marks = [[c.lines for c in page.cells if c.column == "tanda"] for page in diagram.pages]
    if status is Status.EFFECTIVE:
        assert marks == [[] for _ in diagram.pages]
    else:
        expected = "TIDAK BERLAKU" if status is Status.REVOKED else "KONSEP – BELUM BERLAKU"
        assert marks == [[(expected,)] for _ in diagram.pages]


def test_a_long_identity_flows_over_and_says_so():
    laws = tuple(f"Peraturan Bupati Nomor {n} Tahun 2020 tentang Tata Kerja Perangkat Daerah" for n in range(90))
    diagram = lay_out(a_procedure(identity=Identity(judul="Penerbitan Akta", dasar_hukum=laws)))
    pages = [page for page in diagram.pages if page.kind is PageKind.IDENTITY]
    assert len(pages) > 1
    lines = [line for page in pages for cell in page.cells if cell.column == "dasar_hukum" for line in cell.lines]
    assert "DASAR HUKUM (lanjutan)" in lines
    assert all(f"Nomor {n} Tahun" in " ".join(lines) for n in range(90))


def test_a_title_as_long_as_a_page_stays_inside_the_frame():
    judul = "Penerbitan Rekomendasi Teknis " * 60
    diagram = lay_out(a_procedure(identity=Identity(judul=judul)), SHEETS["letter"])
    first = diagram.pages[0]
    foot = next(cell.y for cell in first.cells if cell.column == "halaman")
    assert max(cell.y + cell.height for cell in first.cells if cell.border) <= foot
    assert " ".join(line for cell in first.cells if cell.column == "judul" for line in cell.lines).count("Teknis") >= 60


def test_a_usual_identity_stands_on_one_page():
    laws = tuple(f"Undang-Undang Nomor {n} Tahun 2014 tentang Pemerintahan Daerah" for n in range(14))
    diagram = lay_out(a_procedure(identity=Identity(judul="Penerbitan Akta", dasar_hukum=laws)))
    assert [page.kind for page in diagram.pages] == [PageKind.IDENTITY, PageKind.FLOW]


def test_a_procedure_without_steps_has_its_columns_all_the_same():
    pages = flow_pages(lay_out(a_procedure(daftar_pelaksana=("Camat", "Staf"))))
    assert [lane.pelaksana for lane in pages[0].lanes] == ["Camat", "Staf"]
    assert pages[0].rows == ()


def test_many_exits_stand_beside_each_other():
    steps = [a_step("1", "A", kind=Kind.DECISION), *(a_step(str(n), "A") for n in range(2, 9))]
    edges = tuple(an_edge("1", str(n), f"Jawaban {n}") for n in range(2, 9))
    diagram = lay_out(a_procedure(*steps, edges=edges))
    starts = [arrow.points[0] for page in diagram.pages for arrow in page.arrows if arrow.edge and arrow.label]
    assert len(set(starts)) == 7
    assert not all_faults(diagram)


def test_a_fork_into_one_row_runs_over_the_symbols_and_drops_into_each():
    procedure = a_procedure(
        a_step("1", "Kepala"),
        a_step("2", "Sekretaris", "Kabid A", "Kabid B"),
        edges=tuple(an_edge("1", f"2/{name}") for name in ("Sekretaris", "Kabid A", "Kabid B")),
        daftar_pelaksana=("Kepala", "Sekretaris", "Kabid A", "Kabid B"),
    )
    diagram = lay_out(procedure)
    assert all_faults(diagram) == []
    assert measure(diagram).crossings == 0
    assert measure(diagram).bends == 1 + 2 + 2


def test_a_moved_symbol_stays_moved():
    procedure = in_a_row(3, "Staf")
    still = flow_pages(lay_out(procedure))[0].shapes[1]
    moved = Procedure(
        steps=procedure.steps,
        edges=procedure.edges,
        layout=Layout(symbols=(SymbolNudge(End("2"), 3.0, 0.0),)),
    )
    diagram = lay_out(moved)
    assert flow_pages(diagram)[0].shapes[1].x == pytest.approx(still.x + 3.0)
    assert not all_faults(diagram)
    assert not diagram.warnings


def test_a_move_that_would_leave_the_cell_is_refused_and_reported():
    procedure = in_a_row(3, "Staf")
    moved = Procedure(
        steps=procedure.steps,
        edges=procedure.edges,
        layout=Layout(symbols=(SymbolNudge(End("2"), 900.0, 0.0),)),
    )
    diagram = lay_out(moved)
    assert [warning.code for warning in diagram.warnings] == ["LT-05"]
    page = flow_pages(diagram)[0]
    assert page.shapes[1].x == page.shapes[0].x
    assert not all_faults(diagram)


def test_a_moved_line_stays_moved():
    procedure = a_procedure(
        a_step("1", "A"),
        a_step("2", "A"),
        a_step("3", "A"),
        edges=(an_edge("1", "2"), an_edge("2", "3"), an_edge("3", "1")),
    )
    edge = an_edge("3", "1")
    still = the_arrow(lay_out(procedure), "3", "1").points
    nudged = Procedure(steps=procedure.steps, edges=procedure.edges, layout=Layout(lines=(LineNudge(edge, 1.0),)))
    moved = the_arrow(lay_out(nudged), "3", "1").points
    assert moved != still
    assert moved[1][0] == pytest.approx(still[1][0] + 1.0)
    assert not all_faults(lay_out(nudged))


def test_the_same_procedure_is_drawn_the_same_way():
    procedure = in_a_row(30, "A", "B", "C")
    assert lay_out(procedure) == lay_out(procedure)


def test_what_a_reader_of_the_page_needs_is_in_the_cells():
    mutu_baku = MutuBaku(kelengkapan=("KTP", "KK"), waktu="15 menit", output="Berkas")
    step = Step(id="1", kegiatan="Memeriksa", symbols=(Symbol("Staf"),), mutu_baku=mutu_baku, keterangan="Loket 1")
    cells = {c.column: c.lines for c in flow_pages(lay_out(a_procedure(step)))[0].cells if c.role is CellRole.BODY}
    assert cells == {
        "nomor": ("1",),
        "kegiatan": ("Memeriksa",),
        "kelengkapan": ("- KTP", "- KK"),
        "waktu": ("15 menit",),
        "output": ("Berkas",),
        "keterangan": ("Loket 1",),
    }


def test_a_sheet_too_small_for_one_lane_is_refused():
    postcard = Sheet(name="kartu pos", width=105, height=74, top=5, right=5, bottom=5, left=5)
    with pytest.raises(LayoutError, match="cannot hold one lane"):
        lay_out(in_a_row(2, "Staf"), postcard)
