"""Cells are found however a program draws its lines, and text finds its cell."""

import pytest

from sopan.readers.pdf import pages

XS, YS = (20, 60, 120), (20, 40, 60, 80)


def cells(data):
    (page,) = pages(data)
    return sorted(
        (round(c.box.left), round(c.box.top), round(c.box.right), round(c.box.bottom), c.text) for c in page.cells
    )


def boxes(data):
    return [cell[:4] for cell in cells(data)]


GRID = [
    (20, 20, 60, 40), (20, 40, 60, 60), (20, 60, 60, 80),
    (60, 20, 120, 40), (60, 40, 120, 60), (60, 60, 120, 80),
]  # fmt: skip


def test_lines_from_side_to_side_make_cells(a_sheet, pdf_of):
    assert boxes(pdf_of(a_sheet().table(XS, YS))) == GRID


def test_thin_rectangles_in_pieces_make_cells(a_sheet, pdf_of):
    sheet = a_sheet()
    for y in YS:
        for left, right in ((20, 60), (60, 120)):
            sheet.bar(left, y - 0.1, left + 0.2, y + 0.1).bar(left + 0.2, y - 0.1, right - 0.1, y + 0.1)
    for x in XS:
        for top, bottom in ((20, 40), (40, 60), (60, 80)):
            sheet.bar(x - 0.1, top + 0.1, x + 0.1, bottom - 0.1)
    assert boxes(pdf_of(sheet)) == GRID


def test_cells_drawn_as_boxes_are_cells_and_no_symbols(a_sheet, pdf_of):
    sheet = a_sheet()
    for left, top, right, bottom in GRID:
        sheet.box(left, top, right, bottom)
    data = pdf_of(sheet)
    assert boxes(data) == GRID
    assert not pages(data)[0].symbols


def test_a_border_drawn_twice_is_one(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS)
    for y in YS:
        sheet.stroke((20, y + 0.7), (120, y + 0.7))
    assert len(boxes(pdf_of(sheet))) == 6


def test_cells_without_a_line_between_them_are_one(a_sheet, pdf_of):
    sheet = a_sheet()
    for y in (20, 60, 80):
        sheet.stroke((20, y), (120, y))
    sheet.stroke((60, 40), (120, 40))
    for x in XS:
        sheet.stroke((x, 20), (x, 80))
    assert (20, 20, 60, 60) in boxes(pdf_of(sheet))
    assert len(boxes(pdf_of(sheet))) == 5


def test_a_table_may_be_open_at_its_sides(a_sheet, pdf_of):
    sheet = a_sheet()
    for y in YS:
        sheet.stroke((20, y), (120, y))
    sheet.stroke((60, 20), (60, 80)).stroke((80, 20), (80, 80))
    assert (20, 20, 60, 40) in boxes(pdf_of(sheet))
    assert (80, 60, 120, 80) in boxes(pdf_of(sheet))


def test_an_underline_is_no_border(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).text(62, 30, "https://contoh.go.id").stroke((60.5, 30.5), (90, 30.5))
    assert boxes(pdf_of(sheet)) == GRID


def test_the_background_of_a_head_is_no_symbol(a_sheet, pdf_of):
    sheet = a_sheet().area([(20, 20), (60, 20), (60, 40), (20, 40)], colour="0.3 0.5 0.8 rg").table(XS, YS)
    assert not pages(pdf_of(sheet))[0].symbols


def test_tables_of_a_page_are_numbered_from_above(a_sheet, pdf_of):
    sheet = a_sheet().table((20, 60), (100, 120, 140)).table((20, 60), (10, 30, 50))
    (page,) = pages(pdf_of(sheet))
    assert [(cell.table, round(cell.box.top)) for cell in page.cells] == [(0, 10), (0, 30), (1, 100), (1, 120)]


def test_a_full_line_goes_on_and_a_short_one_ends_a_paragraph(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS)
    for place, line in enumerate(("Memeriksa kelengkapan berkas", "pemohon", "dan mencatat")):
        sheet.text(21, 25 + 4 * place, line)
    (text,) = [cell[4] for cell in cells(pdf_of(sheet)) if cell[4]]
    assert text == "Memeriksa kelengkapan berkas pemohon\ndan mencatat"


def test_items_of_a_list_begin_lines(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS)
    for place, line in enumerate(("1. Surat permohonan lengkap", "2. Kartu")):
        sheet.text(21, 25 + 4 * place, line)
    assert [cell[4] for cell in cells(pdf_of(sheet)) if cell[4]] == ["1. Surat permohonan lengkap\n2. Kartu"]


def test_a_word_broken_at_a_hyphen_is_one_word(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).text(21, 25, "berdasarkan Undang-").text(21, 29, "Undang")
    assert [cell[4] for cell in cells(pdf_of(sheet)) if cell[4]] == ["berdasarkan Undang-Undang"]


def test_letters_set_one_by_one_are_words(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS)
    x = 21.0
    for letter, width in (("S", 2.0), ("O", 2.33), ("P", 2.0)):
        sheet.text(x, 25, letter)
        x += width
    sheet.text(x + 0.9, 25, "Baru")
    assert [cell[4] for cell in cells(pdf_of(sheet)) if cell[4]] == ["SOP Baru"]


def test_text_that_runs_upwards_is_read_upwards(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).text(30, 38, "Kepala", up=True).text(34, 38, "Dinas", up=True)
    assert [cell[4].split() for cell in cells(pdf_of(sheet)) if cell[4]] == [["Kepala", "Dinas"]]


def test_two_lines_printed_over_each_other_are_read_one_after_the_other(a_sheet, pdf_of):
    sheet = a_sheet().table(XS, YS).text(62, 30, "Peraturan pertama").text(62, 30.6, "Undang-Undang kedua")
    (text,) = [cell[4] for cell in cells(pdf_of(sheet)) if cell[4]]
    assert text.split() == ["Peraturan", "pertama", "Undang-Undang", "kedua"]


def test_a_column_whose_border_is_not_drawn_is_known_by_its_number(a_sheet, pdf_of):
    sheet = a_sheet().table((10, 30, 90, 120, 150, 180), (20, 30, 40, 60))
    for number, x in enumerate((20, 45, 75, 105, 135, 165), 1):
        sheet.text(x - 1, 36, f"({number})")
    sheet.text(36, 26, "Sekretaris").text(68, 26, "Kepala")
    by_text = {text: (left, right) for left, _, right, _, text in cells(pdf_of(sheet))}
    assert by_text["Sekretaris"] == (30, by_text["Kepala"][0])
    assert by_text["Kepala"] == pytest.approx((60, 90), abs=2)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_a_person_sees_it(a_sheet, pdf_of, turn):
    sheet = a_sheet().table(XS, YS).text(21, 25, "Memeriksa").text(21, 29, "berkas")
    (page,) = pages(pdf_of(sheet, Rotate=turn))
    (cell,) = [cell for cell in page.cells if cell.text]
    assert cell.text.split() == ["Memeriksa", "berkas"]
    assert (round(page.width), round(page.height)) == ((150, 200) if turn in (90, 270) else (200, 150))
    box = cell.box
    corner = {0: (20, 20), 90: (110, 20), 180: (140, 110), 270: (20, 140)}[turn]
    assert (round(box.left), round(box.top)) == corner


def test_places_count_from_the_corner_of_what_is_printed(a_sheet, pdf_of):
    mm = 72 / 25.4
    (page,) = pages(pdf_of(a_sheet().table(XS, YS), CropBox=[10 * mm, 0, 200 * mm, 145 * mm]))
    assert (round(page.width), round(page.height)) == (190, 145)
    assert round(page.cells[0].box.left) == 10
    assert round(page.cells[0].box.top) == 15
