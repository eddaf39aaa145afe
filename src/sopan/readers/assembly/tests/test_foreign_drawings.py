"""Lines and symbols as other people draw them."""

import pytest

from sopan.domain import Kind
from sopan.drawn import Box, Form, Line, Symbol
from sopan.readers.assembly import assemble
from sopan.readers.reading import Certainty

from .sheets import HEAD, ROW, a_head, a_page, a_row, a_symbol, a_text, cells, centre, down

BODY = 2 * HEAD
CAPSULE, BOX, ASK, PENTAGON = Form.CAPSULE, Form.BOX, Form.DIAMOND, Form.PENTAGON


def rows(count, first=1):
    return cells([a_row(str(first + n), f"Kegiatan {first + n}", ["", ""]) for n in range(count)], top=BODY)


def read(*pages):
    (reading,) = assemble(pages)
    return reading


def a_flow(symbols, lines, texts=(), count=3):
    return read(a_page(a_head("Staf", "Kepala"), rows(count), symbols=symbols, lines=lines, texts=texts))


def ways(reading):
    return {(str(e.source), str(e.target), e.answer) for e in reading.procedure.edges}


def line(*points, **more):
    return Line(points=points, arrow_at_end=more.pop("arrow_at_end", True), **more)


def three(*forms):
    return [a_symbol(key, form, row, 0) for row, (key, form) in enumerate(zip("abc", forms, strict=True))]


def test_lines_that_touch_their_symbols_lead_from_one_to_the_next():
    reading = a_flow(three(CAPSULE, BOX, CAPSULE), [down(0, 0), down(1, 0)])
    assert ways(reading) == {("1", "2", ""), ("2", "3", "")}
    assert [step.kind for step in reading.procedure.steps] == [Kind.START, Kind.PROCESS, Kind.END]
    assert {v.certainty for v in reading.values if v.field == "ke"} == {Certainty.LIKELY}


def test_a_glued_line_is_certain_wherever_it_ends():
    reading = a_flow(three(CAPSULE, BOX, CAPSULE), [line((0, 0), (1, 1), start="a", end="c")])
    assert ways(reading) == {("1", "3", "")}
    assert [v.certainty for v in reading.values if v.field == "ke"] == [Certainty.CERTAIN]


@pytest.mark.parametrize("gap", [0.5, 1.5, 2.4])
def test_a_line_that_nearly_arrives_has_arrived(gap):
    (x, above), (_, below) = centre(0, 0), centre(1, 0)
    reading = a_flow(three(CAPSULE, BOX, CAPSULE), [line((x, above + 4 + gap), (x, below - 4 - gap))])
    assert ways(reading) == {("1", "2", "")}


def test_a_head_at_the_beginning_turns_the_way_around():
    back = line((75, 46), (75, 34), arrow_at_start=True, arrow_at_end=False)
    assert ways(a_flow(three(CAPSULE, BOX, CAPSULE), [back])) == {("1", "2", "")}


def test_a_head_at_either_end_leads_both_ways():
    reading = a_flow(three(CAPSULE, BOX, CAPSULE), [down(1, 0, arrow_at_start=True)])
    assert ways(reading) == {("2", "3", ""), ("3", "2", "")}


def test_pieces_that_meet_are_one_line():
    (x, a), (y, b) = centre(0, 0), centre(1, 1)
    symbols = [a_symbol("a", CAPSULE, 0, 0), a_symbol("b", BOX, 1, 1)]
    pieces = [line((x + 7, a), (y, a), arrow_at_end=False), line((y, a + 0.2), (y, b - 4))]
    assert ways(a_flow(symbols, pieces)) == {("1", "2", "")}


def test_a_line_that_ends_on_another_goes_on_with_it():
    (x, a), (y, _), (_, c) = centre(0, 0), centre(0, 1), centre(2, 0)
    symbols = [a_symbol("a", BOX, 0, 0), a_symbol("b", BOX, 0, 1), a_symbol("c", CAPSULE, 2, 0)]
    joining = line((y, a + 4), (y, 50), (x, 50), arrow_at_end=False)
    reading = a_flow(symbols, [line((x, a + 4), (x, c - 4)), joining])
    assert ways(reading) == {("1/Staf", "3", ""), ("1/Kepala", "3", "")}


def test_a_line_that_begins_on_another_leaves_the_same_symbol():
    (x, a), (y, c) = centre(0, 0), centre(2, 1)
    symbols = [a_symbol("a", BOX, 0, 0), a_symbol("b", BOX, 2, 0), a_symbol("c", BOX, 2, 1)]
    fork = line((x, 50), (y, 50), (y, c - 4))
    reading = a_flow(symbols, [line((x, a + 4), (x, c - 4)), fork])
    assert ways(reading) == {("1", "3/Staf", ""), ("1", "3/Kepala", "")}


def test_lines_that_cross_do_not_meet():
    symbols = [a_symbol("a", BOX, 0, 0), a_symbol("b", BOX, 2, 0), a_symbol("c", BOX, 1, 1), a_symbol("d", BOX, 2, 1)]
    (x, a), (y, b), (_, c) = centre(0, 0), centre(1, 1), centre(2, 1)
    crossing = line((y - 7, b), (x - 10, b), (x - 10, c + 7), (y, c + 7), (y, c + 4))
    assert ways(a_flow(symbols, [line((x, a + 4), (x, c - 4)), crossing])) == {
        ("1", "3/Staf", ""),
        ("2", "3/Kepala", ""),
    }


def test_answers_stand_beside_the_ways_they_belong_to():
    symbols = [a_symbol("a", CAPSULE, 0, 0), a_symbol("b", ASK, 1, 0), a_symbol("c", CAPSULE, 2, 0)]
    (x, _), (_, b) = centre(0, 0), centre(1, 0)
    back = line((x + 7, b), (x + 13, b), (x + 13, 30), (x + 7, 30))
    texts = [a_text("T", x + 10, b - 2.5), a_text("Ya", x + 4, b + 7)]
    reading = a_flow(symbols, [down(0, 0), down(1, 0), back], texts)
    assert ways(reading) == {("1", "2", ""), ("2", "3", "Ya"), ("2", "1", "Tidak")}


def test_an_answer_on_a_shared_trunk_is_that_of_each_branch():
    symbols = [a_symbol("a", ASK, 0, 0), a_symbol("b", BOX, 2, 0), a_symbol("c", BOX, 2, 1)]
    (x, a), (y, c) = centre(0, 0), centre(2, 1)
    trunk = [line((x, a + 4), (x, c - 4)), line((x, 55), (y, 55), (y, c - 4))]
    assert ways(a_flow(symbols, trunk, [a_text("Ya", x + 4, a + 7)])) == {
        ("1", "3/Staf", "Ya"),
        ("1", "3/Kepala", "Ya"),
    }


def test_an_answer_that_the_line_carries_is_taken():
    assert ways(a_flow(three(ASK, BOX, CAPSULE), [down(0, 0, text="Lengkap")])) == {("1", "2", "Lengkap")}


def test_a_plain_line_in_a_row_joins_and_is_no_way():
    symbols = [a_symbol("a", BOX, 0, 0), a_symbol("b", BOX, 0, 1)]
    (x, a), (y, _) = centre(0, 0), centre(0, 1)
    assert ways(a_flow(symbols, [line((x + 7, a), (y - 7, a), arrow_at_end=False)])) == set()


def test_an_arrow_in_a_row_is_a_way_between_its_symbols():
    symbols = [a_symbol("a", BOX, 0, 0), a_symbol("b", ASK, 0, 1)]
    (x, a), (y, _) = centre(0, 0), centre(0, 1)
    reading = a_flow(symbols, [line((x + 7, a), (y - 7, a))])
    assert ways(reading) == {("1/Staf", "1/Kepala", "")}
    assert reading.procedure.steps[0].kind_of("Kepala") is Kind.DECISION


def test_a_plain_line_between_rows_leads_down_but_is_doubted():
    reading = a_flow(three(CAPSULE, BOX, CAPSULE), [down(0, 0, arrow_at_end=False)])
    assert ways(reading) == {("1", "2", "")}
    assert [v.certainty for v in reading.values if v.field == "ke"] == [Certainty.DOUBTFUL]


def test_an_arrow_from_nowhere_is_told():
    reading = a_flow(three(CAPSULE, BOX, CAPSULE), [down(0, 0), down(1, 0), line((110, 45), (125, 58))])
    assert [note.field for note in reading.notes] == ["ke"]


def test_two_symbols_in_one_cell_are_one_step():
    symbols = [
        a_symbol("a", CAPSULE, 0, 0, shift=(-7.5, 0)),
        a_symbol("b", BOX, 0, 0, shift=(7.5, 0)),
        a_symbol("c", BOX, 1, 0),
    ]
    (x, a), (_, b) = centre(0, 0), centre(1, 0)
    reading = a_flow(symbols, [line((x + 7.5, a + 4), (x + 7.5, 45), (x, 45), (x, b - 4))])
    assert [len(step.symbols) for step in reading.procedure.steps] == [1, 1, 0]
    assert ways(reading) == {("1", "2", "")}


def test_a_form_nobody_knows_is_a_process_and_doubted():
    symbol = Symbol(key="a", form=Form.OTHER, box=Box(68, 26, 82, 34), said="flowChartDocument")
    reading = a_flow([symbol], [], count=1)
    assert reading.procedure.steps[0].kind is Kind.PROCESS
    assert [(note.step, note.field, note.parameters["bentuk"]) for note in reading.notes] == [
        ("1", "jenis", "flowChartDocument")
    ]


# ---- pages -----------------------------------------------------------------------------------------------------


def two_pages(mark="A", upper=(), lower=(), more=()):
    first = a_page(
        a_head("Staf", "Kepala"), rows(2), symbols=[*three(CAPSULE, BOX, BOX)[:2], *upper], lines=more[0], number=1
    )
    second = a_page(
        a_head("Staf", "Kepala"),
        rows(2, first=3),
        symbols=[*three(BOX, CAPSULE, BOX)[:2], *lower],
        lines=more[1],
        number=2,
    )
    return read(first, second)


def a_pentagon(key, x, y, text):
    return Symbol(key=key, form=PENTAGON, box=Box(x - 4, y - 4, x + 4, y + 4), text=text)


@pytest.mark.parametrize("mark", ["A", "1", ""])
def test_a_pair_of_connectors_is_one_way(mark):
    x, foot = 75, BODY + 2 * ROW
    reading = two_pages(
        upper=[a_pentagon("out", x, foot + 6, mark)],
        lower=[a_pentagon("in", x, BODY - 6, mark)],
        more=([down(0, 0), line((x, foot - 6), (x, foot + 2))], [down(0, 0), line((x, BODY - 2), (x, BODY + 6))]),
    )
    assert ways(reading) == {("1", "2", ""), ("2", "3", ""), ("3", "4", "")}


def test_a_line_that_the_page_cuts_through_goes_on_at_the_same_place():
    x, foot = 75, BODY + 2 * ROW
    reading = two_pages(
        more=(
            [down(0, 0), line((x, foot - 6), (x, foot), arrow_at_end=False)],
            [down(0, 0), line((x, BODY), (x, BODY + 6))],
        )
    )
    assert ways(reading) == {("1", "2", ""), ("2", "3", ""), ("3", "4", "")}


def test_a_connector_without_its_twin_leads_nowhere():
    x, foot = 75, BODY + 2 * ROW
    reading = two_pages(
        upper=[a_pentagon("out", x, foot + 6, "B")],
        more=([down(0, 0), line((x, foot - 6), (x, foot + 2))], [down(0, 0)]),
    )
    assert ways(reading) == {("1", "2", ""), ("3", "4", "")}
