"""Sheets as drawn pages: of small workbooks made here, and of a real one."""

from __future__ import annotations

import time
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from sopan.domain.errors import SourceTooLarge, UnreadableSource
from sopan.drawn import Box, Form
from sopan.readers.office_zip import open_package
from sopan.readers.xlsx.extract import extract, pages
from sopan.readers.xlsx.read import read
from tests import corpus as real

PIXEL = 25.4 / 96
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def a_workbook(fill=None) -> bytes:
    """One sheet with columns of 64 and rows of 20 pixels, as `fill` fills it."""
    workbook = openpyxl.Workbook()
    if fill:
        fill(workbook.active)
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    packed = BytesIO()
    workbook.save(packed)
    return packed.getvalue()


def changed(data: bytes, parts: dict[str, bytes | None], **texts: tuple[str, str]) -> bytes:
    """The package with other parts, and with one text of the first sheet for another."""
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            for before, after in texts.values() if name == "xl/worksheets/sheet1.xml" else ():
                assert before in content.decode(), before
                content = content.decode().replace(before, after).encode()
            if name not in parts:
                new.writestr(name, content)
        for name, content in parts.items():
            new.writestr(name, content)
    return packed.getvalue()


def with_drawing(data: bytes, anchors: str, kind: str = "drawing") -> bytes:
    """The workbook with a drawing over its first sheet."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{RELATIONS}/{kind}" Target="../drawings/one.xml"/></Relationships>'
    )
    root = f'<xdr:wsDr xmlns:xdr="{DRAWING}" xmlns:a="urn:a" xmlns:r="urn:r">{anchors}</xdr:wsDr>'
    element = "drawing" if kind == "drawing" else "legacyDrawing"
    return changed(
        data,
        {
            "xl/worksheets/_rels/sheet1.xml.rels": relations.encode(),
            "xl/drawings/one.xml": (root if kind == "drawing" else anchors).encode(),
        },
        sheet=("</worksheet>", f'<{element} xmlns:r="{RELATIONS}" r:id="rId9"/></worksheet>'),
    )


def an_anchor(start: tuple[int, int, int, int], end: tuple[int, int, int, int], *, preset="rect", turn=0, id=2) -> str:
    """From and to: column, EMU, row, EMU. What the shape itself says of its place is stale, as Excel leaves it."""
    marks = "".join(
        f"<xdr:{name}><xdr:col>{c}</xdr:col><xdr:colOff>{dx}</xdr:colOff><xdr:row>{r}</xdr:row>"
        f"<xdr:rowOff>{dy}</xdr:rowOff></xdr:{name}>"
        for name, (c, dx, r, dy) in (("from", start), ("to", end))
    )
    return (
        f'<xdr:twoCellAnchor>{marks}<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{id}" name="x"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f'<xdr:spPr><a:xfrm rot="{turn * 60_000}"><a:off x="1" y="1"/><a:ext cx="5" cy="5"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"/>'
        '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></xdr:spPr></xdr:sp><xdr:clientData/>'
        "</xdr:twoCellAnchor>"
    )


def the_page(data: bytes):
    (page,) = pages(data)
    return page


def test_cells_have_text_place_and_box():
    def fill(sheet):
        sheet["B2"], sheet["D3"] = "Kegiatan", "  Memeriksa\nberkas  "
        sheet["B2"].font = Font(bold=True)

    page = the_page(a_workbook(fill))
    first, second = page.cells
    assert (first.text, first.place, first.bold, page.name) == ("Kegiatan", "B2", True, "Sheet")
    assert (second.text, second.bold) == ("Memeriksa\nberkas", False)
    assert first.box == Box(*(round(pixels * PIXEL, 4) for pixels in (64, 20, 128, 40)))


def test_merged_cells_are_one_and_what_they_cover_is_not_seen():
    def fill(sheet):
        sheet["A1"], sheet["F9"] = "Pelaksana", "x"
        sheet.merge_cells("A1:C2")
        sheet.merge_cells("A5:B5")

    data = changed(
        a_workbook(fill), {}, cell=('<row r="5">', '<row r="5"><c r="A5"/><c r="B5" t="str"><v>tertutup</v></c>')
    )
    cells = the_page(data).cells
    assert [(cell.place, cell.text) for cell in cells] == [("A1", "Pelaksana"), ("A5", ""), ("F9", "x")]
    assert cells[0].box == Box(0, 0, round(192 * PIXEL, 4), round(40 * PIXEL, 4))


def test_numbers_and_dates_are_as_they_are_shown():
    def fill(sheet):
        sheet["A1"], sheet["A2"], sheet["A3"], sheet["A4"] = 7, 15, date(2026, 3, 2), True
        sheet["A2"].number_format, sheet["A3"].number_format = '0" menit"', "d mmmm yyyy"

    assert [cell.text for cell in the_page(a_workbook(fill)).cells] == ["7", "15 menit", "2 Maret 2026", "TRUE"]


def test_runs_of_a_text_are_joined_and_escaped_signs_are_signs():
    def fill(sheet):
        sheet["A1"] = CellRichText("Meme", TextBlock(InlineFont(b=True), "riksa"))
        sheet["A2"] = "a_x000D_\nb"

    assert [cell.text for cell in the_page(a_workbook(fill)).cells] == ["Memeriksa", "a\nb"]


def test_what_a_formula_gave_last_is_its_text():
    data = a_workbook(lambda sheet: sheet.__setitem__("A1", "x"))
    cell = '<c r="B1" t="str"><f>A1&amp;1</f><v>x1</v></c><c r="C1"><f>1+1</f><v>2</v></c></row>'
    assert [cell.text for cell in the_page(changed(data, {}, cell=("</row>", cell))).cells] == ["x", "x1", "2"]


def test_hidden_sheets_are_named_and_not_read():
    workbook = openpyxl.Workbook()
    workbook.create_sheet("Data").sheet_state = "hidden"
    workbook.create_sheet("SOP 2")["A1"] = "x"
    found = extract(open_package(saved(workbook)))
    assert [(page.number, page.name) for page in found.pages] == [(1, "Sheet"), (3, "SOP 2")]
    assert [note.parameters for note in found.notes] == [{"nama": "Data"}]


def test_hidden_rows_and_columns_have_no_room_and_no_text():
    def fill(sheet):
        sheet["A1"], sheet["B2"], sheet["C3"] = "satu", "dua", "tiga"
        sheet.row_dimensions[1].hidden = True
        sheet.column_dimensions["B"].hidden = True

    (cell,) = the_page(a_workbook(fill)).cells
    assert (cell.text, cell.box.left, cell.box.top) == ("tiga", round(64 * PIXEL, 4), round(20 * PIXEL, 4))


def test_a_shape_stands_in_the_cells_its_anchor_covers_whatever_it_says_itself():
    data = with_drawing(a_workbook(), an_anchor((1, 95_250, 2, 0), (2, 0, 3, 0), preset="flowChartTerminator"))
    (symbol,) = the_page(data).symbols
    assert (symbol.form, symbol.place, symbol.key) == (Form.CAPSULE, "B3", "2")
    assert symbol.box == Box(*(round(pixels * PIXEL, 4) for pixels in (74, 40, 128, 60)))


def test_the_anchor_of_a_line_that_lies_on_its_side_is_what_is_seen_of_it():
    data = with_drawing(a_workbook(), an_anchor((0, 0, 0, 0), (1, 0, 5, 0), preset="bentConnector2", turn=90))
    (line,) = the_page(data).lines
    right, bottom = 64 * PIXEL, 100 * PIXEL
    expected = ((right, 0), (right, bottom), (0, bottom))
    assert [pytest.approx(point, abs=0.001) for point in expected] == list(line.points)


def test_anchors_of_one_cell_and_of_none_are_known_too():
    inside = an_anchor((0, 0, 0, 0), (0, 0, 0, 0)).partition("</xdr:to>")[2].replace("</xdr:twoCellAnchor>", "")
    mark = an_anchor((1, 0, 1, 0), (0, 0, 0, 0)).partition("<xdr:to>")[0].replace("<xdr:twoCellAnchor>", "")
    one = f'<xdr:oneCellAnchor>{mark}<xdr:ext cx="95250" cy="95250"/>{inside}</xdr:oneCellAnchor>'
    free = f'<xdr:absoluteAnchor><xdr:pos x="9525" y="0"/><xdr:ext cx="95250" cy="95250"/>{inside}</xdr:absoluteAnchor>'
    boxes = {symbol.box for symbol in the_page(with_drawing(a_workbook(), one + free)).symbols}
    assert boxes == {
        Box(*(round(pixels * PIXEL, 4) for pixels in (64, 20, 74, 30))),
        Box(*(round(pixels * PIXEL, 4) for pixels in (1, 0, 11, 10))),
    }


def test_old_drawings_are_read_and_comments_are_not():
    vml = (
        '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:x">'
        '<v:rect><x:ClientData ObjectType="Rect"><x:Anchor>1,0,2,0,2,0,3,0</x:Anchor></x:ClientData></v:rect>'
        '<v:rect><x:ClientData ObjectType="Note"><x:Anchor>5,0,5,0,6,0,6,0</x:Anchor></x:ClientData></v:rect>'
        "<br></xml>"
    )
    (symbol,) = the_page(with_drawing(a_workbook(), vml, "vmlDrawing")).symbols
    assert symbol.place == "B3"


def test_a_million_formatted_rows_cost_little():
    rows = "".join(f'<row r="{row}" s="4" customFormat="1"><c r="A{row}" s="0"/></row>' for row in range(2, 300_000))
    data = changed(
        a_workbook(lambda sheet: sheet.__setitem__("A1", "x")), {}, rows=("</sheetData>", rows + "</sheetData>")
    )
    begin = time.process_time()
    assert [cell.text for cell in the_page(data).cells] == ["x"]
    assert time.process_time() - begin < 3


def test_more_cells_than_an_sop_has_are_too_many():
    row = "".join(f'<c r="{letter}{{0}}"><v>1</v></c>' for letter in "ABCDEFGHIJ")
    rows = "".join(f'<row r="{n}">{row.format(n)}</row>' for n in range(2, 6_100))
    data = changed(
        a_workbook(lambda sheet: sheet.__setitem__("A1", "x")), {}, rows=("</sheetData>", rows + "</sheetData>")
    )
    with pytest.raises(SourceTooLarge):
        pages(data)


def test_merged_ranges_without_end_are_too_many():
    def fill(sheet):
        for row in range(1, 3_000):
            sheet.cell(row, 1, "x")

    merges = "".join(f'<mergeCell ref="B{n}:C1048576"/>' for n in range(1, 3_000))
    data = changed(a_workbook(fill), {}, merges=("</sheetData>", f"</sheetData><mergeCells>{merges}</mergeCells>"))
    with pytest.raises(SourceTooLarge):
        pages(data)


@pytest.mark.parametrize(
    "odd",
    [
        '<c r="ZZZZ1"><v>1</v></c>',
        '<c r="XFE1"><v>1</v></c>',
        "<c><v>1</v></c>",
        '<c r="B1" t="s"><v>99999999</v></c>',
        '<c r="B1" t="s"><v>x</v></c>',
        '<c r="B1"><v>1e999</v></c>',
        '<c r="B1" s="99999"><v>1</v></c>',
        '<c r="B1" t="d"><v>2026-03-02</v></c>',
        '<c r="B1" t="e"><v>#REF!</v></c>',
    ],
)
def test_odd_cells_stop_nothing(odd):
    data = changed(a_workbook(lambda sheet: sheet.__setitem__("A1", "x")), {}, cell=("</row>", odd + "</row>"))
    assert the_page(data).cells[0].text == "x"


def test_a_workbook_without_its_sheet_is_damaged():
    data = changed(a_workbook(), {"xl/worksheets/sheet1.xml": b"<worksheet"})
    with pytest.raises(UnreadableSource):
        pages(data)


# ------------------------------------------------------------------------------------------------ a real workbook


def the_original(corpus: Path) -> bytes:
    path = corpus / "originals" / "basarnas_potensi_bencana_bcc.xlsx"
    if not path.is_file():
        pytest.skip("the corpus has no original workbook")
    return path.read_bytes()


def test_a_real_workbook_gives_every_symbol_and_connector(corpus):
    found = pages(the_original(corpus))
    assert [(len(page.symbols), len(page.lines)) for page in found] == [(12, 11), (19, 18)], (
        "one of the twelve lies on another"
    )
    assert [sum(symbol.form is Form.CAPSULE for symbol in page.symbols) for page in found] == [2, 2]
    ends = [end for page in found for line in page.lines for end in (line.start, line.end)]
    assert (len(ends), ends.count(None)) == (58, 0)


def test_connectors_of_a_real_workbook_end_where_they_are_glued(corpus):
    for page in pages(the_original(corpus)):
        boxes = {symbol.key: symbol.box for symbol in page.symbols}
        for line in page.lines:
            for key, (x, y) in ((line.start, line.points[0]), (line.end, line.points[-1])):
                box = boxes[key] if key else None
                sides = [(box.centre[0], box.top), (box.centre[0], box.bottom)] if box else []
                sides += [(box.left, box.centre[1]), (box.right, box.centre[1])] if box else []
                assert not sides or min(abs(x - a) + abs(y - b) for a, b in sides) < 0.1


SHEETS = ["basarnas_potensi_bencana_bcc", "basarnas_laporan_bencana_nasional_bcc"]


@pytest.mark.parametrize("name", SHEETS)
def test_a_real_workbook_is_read_as_people_read_it(corpus, name):
    expected = real.procedure(real.source(name))
    procedure = read(the_original(corpus))[SHEETS.index(name)].procedure
    assert procedure.identity.judul.casefold() in expected.identity.judul.casefold()
    assert procedure.daftar_pelaksana == expected.daftar_pelaksana
    texts = [
        [(s.kegiatan, s.daftar_pelaksana, s.mutu_baku, s.keterangan, s.nomor) for s in each.steps]
        for each in (procedure, expected)
    ]
    assert [[_words(text) for text in step] for step in texts[0]] == [
        [_words(text) for text in step] for step in texts[1]
    ]
    ways = [
        {(each.nomor(edge.source.step), each.nomor(edge.target.step)) for edge in each.edges if not edge.is_inner}
        for each in (procedure, expected)
    ]
    slip = {("6", "14"), ("6", "9")}  # the connector's own id leads to 14; who transcribed it followed its neighbour
    assert ways[0] ^ ways[1] <= slip


def _words(thing: object) -> str:
    return " ".join(str(thing).split())
