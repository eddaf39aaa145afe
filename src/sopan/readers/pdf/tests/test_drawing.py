"""Symbols are known by their form, and lines by where they lead, however a program draws them."""

from itertools import pairwise

import pytest

from sopan.drawn import Form
from sopan.readers.pdf import pages

XS, YS = (10, 40, 80, 120, 190), (10, 40, 70, 100, 140)


def the_page(data):
    (page,) = pages(data)
    return page


def rounded(line):
    return [(round(x), round(y)) for x, y in line.points]


def ring(left, top, right, bottom, thickness=0.3):
    """The line around a box as an area between two boxes."""
    inside = (left + thickness, top + thickness, right - thickness, bottom - thickness)
    return [[(a, b), (c, b), (c, d), (a, d)] for a, b, c, d in ((left, top, right, bottom), inside)]


def test_each_form_is_known(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).capsule(50, 15, 70, 22).box(50, 45, 70, 53).diamond(50, 75, 70, 88)
    sheet.stroke((55, 110), (65, 110), (65, 118), (60, 122), (55, 118), close=True)
    page = the_page(pdf_of(sheet))
    assert [symbol.form for symbol in page.symbols] == [Form.CAPSULE, Form.BOX, Form.DIAMOND, Form.PENTAGON]
    assert len(page.cells) == 16


@pytest.mark.parametrize("tip", range(4))
def test_a_pentagon_may_point_anywhere(a_sheet, pdf_of, tip):
    corners = [(-5, -5), (5, -5), (5, 2), (0, 6), (-5, 2)]
    for _ in range(tip):
        corners = [(-y, x) for x, y in corners]
    sheet = a_sheet().table(XS, YS).stroke(*((60 + x, 55 + y) for x, y in corners), close=True)
    assert [symbol.form for symbol in the_page(pdf_of(sheet)).symbols] == [Form.PENTAGON]


def test_a_slanted_box_has_a_name_of_its_own(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).stroke((55, 45), (75, 45), (65, 53), (45, 53), close=True)
    assert [(s.form, s.said) for s in the_page(pdf_of(sheet)).symbols] == [(Form.OTHER, "parallelogram")]


def test_a_circle_with_a_mark_is_a_connector_and_without_one_a_capsule(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).capsule(55, 15, 65, 25).text(59.3, 21, "A").capsule(55, 45, 65, 55)
    assert [symbol.form for symbol in the_page(pdf_of(sheet)).symbols] == [Form.CIRCLE, Form.CAPSULE]


def test_filling_outline_and_ring_of_a_symbol_are_one(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS)
    sheet.area([(50, 45), (70, 45), (70, 53), (50, 53)], colour="0.4 0.6 0.9 rg").box(50, 45, 70, 53)
    sheet.area(*ring(50, 75, 70, 83))
    assert [symbol.form for symbol in the_page(pdf_of(sheet)).symbols] == [Form.BOX, Form.BOX]


def test_a_symbol_may_touch_a_border_and_another_symbol(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).box(50, 40, 70, 48).box(50, 48, 70, 56)
    page = the_page(pdf_of(sheet))
    assert len(page.symbols) == 2
    assert len(page.cells) == 16


def test_text_inside_belongs_to_the_symbol_and_text_beside_to_nobody(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).diamond(50, 45, 70, 60).text(55.5, 53.5, "Sesuai?").text(72, 50, "Ya")
    sheet.text(12, 50, "Memeriksa").stroke((70, 52.5), (100, 52.5), (100, 80))
    page = the_page(pdf_of(sheet))
    assert [symbol.text for symbol in page.symbols] == ["Sesuai?"]
    assert [text.text for text in page.texts] == ["Ya"]
    assert [cell.text for cell in page.cells if cell.text] == ["Memeriksa"]


def test_answers_on_both_sides_of_a_line_are_two(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).diamond(50, 45, 70, 60).stroke((60, 60), (60, 80)).box(50, 80, 70, 88)
    sheet.text(56, 66, "Ya").text(61, 66, "Tidak")
    assert sorted(text.text for text in the_page(pdf_of(sheet)).texts) == ["Tidak", "Ya"]


def test_answers_above_and_below_a_line_are_two(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).diamond(50, 45, 70, 55).diamond(50, 75, 70, 88)
    sheet.stroke((60, 55), (60, 63), (100, 63), (100, 75)).text(61, 62, "Ya").text(60.5, 66.5, "Tidak")
    assert sorted(text.text for text in the_page(pdf_of(sheet)).texts) == ["Tidak", "Ya"]


def test_a_stroke_with_a_triangle_is_an_arrow_to_its_tip(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).box(50, 15, 70, 23).box(90, 45, 110, 53)
    sheet.stroke((70, 19), (100, 19), (100, 43)).area([(100, 45), (98.8, 42.5), (101.2, 42.5)])
    (line,) = the_page(pdf_of(sheet)).lines
    assert rounded(line) == [(70, 19), (100, 19), (100, 45)]
    assert (line.arrow_at_start, line.arrow_at_end) == (False, True)


def test_an_arrow_drawn_as_one_area_has_a_middle_and_a_tip(a_sheet, pdf_of):
    shaft = [(70, 18.9), (100.1, 18.9), (100.1, 42.5), (99.9, 42.5), (99.9, 19.1), (70, 19.1)]
    head = [(100, 45), (98.8, 42.5), (101.2, 42.5)]
    sheet = a_sheet().table(XS, YS).box(50, 15, 70, 23).box(90, 45, 110, 53).area(shaft, head)
    (line,) = the_page(pdf_of(sheet)).lines
    assert rounded(line)[:: -1 if line.arrow_at_start else 1] == [(70, 19), (100, 19), (100, 45)]
    assert line.arrow_at_start != line.arrow_at_end


def test_a_short_slanted_shaft_is_no_head(a_sheet, pdf_of):
    shaft, head = [(60, 23), (59.8, 25.6), (60.2, 25.6), (60.4, 23)], [(59.3, 25.3), (60, 27), (60.7, 25.4)]
    sheet = a_sheet().table(XS, YS).box(50, 15, 70, 23).box(50, 27, 70, 35).area(shaft, head)
    (line,) = the_page(pdf_of(sheet)).lines
    assert rounded(line)[:: -1 if line.arrow_at_start else 1] == [(60, 23), (60, 27)]


def test_an_open_head_is_a_head(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).box(50, 15, 70, 23).box(50, 45, 70, 53)
    sheet.stroke((60, 23), (60, 45)).stroke((58.8, 43), (60, 45), (61.2, 43))
    (line,) = the_page(pdf_of(sheet)).lines
    assert rounded(line) == [(60, 23), (60, 45)]
    assert line.arrow_at_end


def test_an_arrow_may_have_a_head_at_each_end(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).box(50, 15, 70, 23).box(50, 45, 70, 53).stroke((60, 25), (60, 43))
    sheet.area([(60, 45), (58.8, 42.5), (61.2, 42.5)]).area([(60, 23), (58.8, 25.5), (61.2, 25.5)])
    (line,) = the_page(pdf_of(sheet)).lines
    assert (line.arrow_at_start, line.arrow_at_end) == (True, True)


def test_a_straight_line_between_symbols_is_no_border(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).box(50, 45, 70, 53).box(90, 45, 110, 53).stroke((70, 49), (90, 49))
    page = the_page(pdf_of(sheet))
    assert [rounded(line) for line in page.lines] == [[(70, 49), (90, 49)]]
    assert len(page.cells) == 16


def test_a_line_from_connector_to_connector_is_one_too(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).box(50, 15, 70, 23).box(50, 45, 70, 53).box(50, 110, 70, 118)
    sheet.stroke((70, 19), (110, 19)).stroke((70, 49), (110, 49)).stroke((110, 19), (110, 114))
    sheet.stroke((110, 114), (71, 114)).area([(70, 114), (72.5, 112.8), (72.5, 115.2)])
    page = the_page(pdf_of(sheet))
    assert len(page.lines) == 4
    assert len(page.cells) == 16


def test_a_border_in_pieces_stays_a_border_where_a_symbol_hangs_over_it(a_sheet, pdf_of):
    sheet = a_sheet()
    for y in YS:
        for left, right in pairwise(XS):
            sheet.stroke((left, y), (right, y))
    for x in XS:
        for top, bottom in pairwise(YS):
            sheet.stroke((x, top), (x, bottom))
    sheet.capsule(30, 36, 50, 44).diamond(70, 64, 90, 76).box(110, 136, 130, 144)
    page = the_page(pdf_of(sheet))
    assert not page.lines
    assert (len(page.symbols), len(page.cells)) == (3, 16)


def test_lines_inside_of_a_symbol_are_its_own(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).box(50, 45, 70, 58).stroke((52, 47), (68, 47)).stroke((52, 50), (68, 50))
    page = the_page(pdf_of(sheet))
    assert not page.lines
    assert len(page.symbols) == 1


def raster(width, height, *boxes):
    """White, with boxes of ink: left, top, right, bottom."""
    rows = [[255] * width for _ in range(height)]
    for left, top, right, bottom in boxes:
        for row in range(top, bottom):
            rows[row][left:right] = [0] * (right - left)
    return rows


def test_an_arrow_painted_as_a_picture_is_an_arrow(a_sheet, pdf_of):
    head = [(20 - depth, 100 - 2 * depth, 21 + depth, 102 - 2 * depth) for depth in range(8)]
    rows = raster(40, 110, (19, 0, 22, 100), *head)
    sheet = a_sheet().table(XS, YS).box(50, 15, 70, 23).box(50, 45, 70, 53).image(57, 23, 63, 46, rows)
    page = the_page(pdf_of(sheet))
    (line,) = page.lines
    assert line.arrow_at_end
    assert not line.arrow_at_start
    assert abs(line.points[0][1] - 23) < 1
    assert abs(line.points[-1][1] - 44.5) < 1.5
    assert not page.pictures


def test_symbols_painted_as_a_picture_are_symbols(a_sheet, pdf_of):
    frame = [(20, 20, 100, 22), (20, 58, 100, 60), (20, 20, 22, 60), (98, 20, 100, 60)]
    rows = raster(160, 160, *frame, (59, 60, 61, 120))
    page = the_page(pdf_of(a_sheet().table(XS, YS).image(50, 42, 70, 62, rows)))
    (symbol,) = page.symbols
    assert symbol.form is Form.BOX
    assert (symbol.box.width, symbol.box.height) == pytest.approx((10, 5), abs=0.6)
    assert len(page.lines) == 1


def test_a_picture_that_is_no_drawing_stays_a_picture(a_sheet, pdf_of):
    rows = [[(x * y * 37) % 256 for x in range(60)] for y in range(60)]
    page = the_page(pdf_of(a_sheet().table(XS, YS).image(50, 42, 70, 62, rows)))
    assert [round(picture.box.width) for picture in page.pictures] == [20]
    assert not page.lines
