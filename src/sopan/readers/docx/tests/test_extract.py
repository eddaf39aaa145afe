"""Documents as drawn pages: tables, lists and drawings of small documents made here, and of SOPAN's own."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.shared import Mm, Pt

from sopan.domain.errors import UnreadableSource
from sopan.drawn import Form
from sopan.readers.docx.extract import pages

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
MM = 36_000
BORDER = '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'


def a_document():
    """An empty document on A4 with margins of 20 mm."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = Mm(20)
    return document


def seen(document):
    packed = BytesIO()
    document.save(packed)
    return pages(packed.getvalue())


def the_page(document):
    (page,) = seen(document)
    return page


def a_table(document, *rows: tuple[str, ...], widths=(), height=0.0):
    """With rows of exactly `height` millimetres, where one is given."""
    table = document.add_table(len(rows), len(rows[0]))
    for n, texts in enumerate(rows):
        for cell, text in zip(table.rows[n].cells, texts, strict=True):
            cell.text = text
        if height:
            table.rows[n].height, table.rows[n].height_rule = Mm(height), 2
    for column, width in zip(table.columns, widths, strict=False):
        column.width = Mm(width)
    return table


def run(content: str):
    return parse_xml(f"<w:r {NAMESPACES}>{content}</w:r>")


def anchored(content: str, *, x=0, y=0, width=10, height=10, across="column", down="paragraph", uri="Shape") -> str:
    return (
        f'<w:drawing><wp:anchor layoutInCell="1"><wp:positionH relativeFrom="{across}"><wp:posOffset>{round(x * MM)}'
        f'</wp:posOffset></wp:positionH><wp:positionV relativeFrom="{down}"><wp:posOffset>{round(y * MM)}'
        f'</wp:posOffset></wp:positionV><wp:extent cx="{width * MM}" cy="{height * MM}"/><wp:docPr id="1" name="x"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:anchor></w:drawing>'
    )


def inline(content: str, *, width=10, height=10) -> str:
    return (
        f'<w:drawing><wp:inline><wp:extent cx="{width * MM}" cy="{height * MM}"/><wp:docPr id="1" name="x"/>'
        f'<a:graphic><a:graphicData uri="x">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def a_shape(preset="flowChartProcess", *, id=1, x=0, y=0, width=10, height=10, text="", connects=(), turn=0) -> str:
    glue = "".join(
        f'<a:{name} id="{other}" idx="0"/>' for name, other in zip(("stCxn", "endCxn"), connects, strict=False)
    )
    kind = f"<wps:cNvCnPr>{glue}</wps:cNvCnPr>" if connects else "<wps:cNvSpPr/>"
    words = (
        f"<wps:txbx><w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></wps:txbx>" if text else ""
    )
    return (
        f'<wps:wsp><wps:cNvPr id="{id}" name="n{id}"/>{kind}<wps:spPr><a:xfrm rot="{turn * 60_000}">'
        f'<a:off x="{x * MM}" y="{y * MM}"/><a:ext cx="{width * MM}" cy="{height * MM}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"/>{BORDER}'
        f"</wps:spPr>{words}<wps:bodyPr/></wps:wsp>"
    )


# --------------------------------------------------------------------------------------------------------- tables


def test_cells_stand_where_grid_and_heights_put_them():
    document = a_document()
    a_table(document, ("No", "Kegiatan"), ("1", "Memeriksa"), widths=(20, 60), height=10)
    page = the_page(document)
    assert page.is_measured
    assert [(cell.text, cell.place) for cell in page.cells] == [
        ("No", "tabel 1, baris 1, kolom 1"),
        ("Kegiatan", "tabel 1, baris 1, kolom 2"),
        ("1", "tabel 1, baris 2, kolom 1"),
        ("Memeriksa", "tabel 1, baris 2, kolom 2"),
    ]
    box = page.cells[3].box
    assert (box.left, box.top, box.right, box.bottom) == pytest.approx((40, 30, 100, 40), abs=0.05)


def test_rows_without_a_height_are_as_high_as_their_text():
    document = a_document()
    a_table(document, ("pendek", "kata " * 60), ("x", "y"), widths=(20, 60))
    page = the_page(document)
    assert not page.is_measured
    assert page.cells[0].box.height > 20 > page.cells[2].box.height > 3
    assert page.cells[0].box.bottom == page.cells[2].box.top


def test_merged_cells_are_one():
    document = a_document()
    table = a_table(document, ("No", "Pelaksana", "", "Ket"), ("", "A", "B", ""), widths=(10, 30, 30, 30), height=10)
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    cells = {cell.text: cell.box for cell in the_page(document).cells}
    assert cells["No"].height == pytest.approx(20, abs=0.05)
    assert cells["Pelaksana"].width == pytest.approx(60, abs=0.05)
    assert cells["B"].left == pytest.approx(60, abs=0.05)
    assert list(cells) == ["No", "Pelaksana", "Ket", "A", "B", ""]


def test_a_table_inside_a_cell_is_a_table_of_its_own():
    document = a_document()
    outer = a_table(document, ("luar", ""))
    inner = outer.cell(0, 1).add_table(1, 1)
    inner.cell(0, 0).text = "dalam"
    cells = the_page(document).cells
    assert [(cell.text, cell.table) for cell in cells] == [("luar", 0), ("", 0), ("dalam", 1)]
    assert cells[1].box.left <= cells[2].box.left


def test_tables_are_counted_through_and_text_between_them_is_text():
    document = a_document()
    a_table(document, ("satu",))
    document.add_paragraph("di antara")
    a_table(document, ("dua",))
    page = the_page(document)
    assert [(cell.table, cell.place) for cell in page.cells] == [
        (0, "tabel 1, baris 1, kolom 1"), (1, "tabel 2, baris 1, kolom 1"),
    ]  # fmt: skip
    (text,) = page.texts
    assert text.text == "di antara"
    assert page.cells[0].box.bottom <= text.box.top < text.box.bottom <= page.cells[1].box.top


def test_bold_cells_are_bold():
    document = a_document()
    table = a_table(document, ("", "biasa"))
    table.cell(0, 0).paragraphs[0].add_run("tebal").bold = True
    assert [cell.bold for cell in the_page(document).cells] == [True, False]


# ----------------------------------------------------------------------------------------------------------- text


def test_paragraphs_and_breaks_are_lines():
    document = a_document()
    cell = a_table(document, ("satu",)).cell(0, 0)
    cell.add_paragraph("dua").add_run().add_break()
    cell.paragraphs[1].add_run("tiga\tempat")
    assert the_page(document).cells[0].text == "satu\ndua\ntiga empat"


def test_lists_get_their_numbers_back():
    document = a_document()
    cell = a_table(document, ("",)).cell(0, 0)
    for text in ("Undang-Undang", "Peraturan"):
        cell.add_paragraph(text, style="List Number")
    cell.add_paragraph("Komputer", style="List Bullet")
    assert the_page(document).cells[0].text == "1. Undang-Undang\n2. Peraturan\n• Komputer"


def test_what_was_inserted_counts_and_what_was_deleted_does_not():
    document = a_document()
    paragraph = document.add_paragraph("Memeriksa ")
    deleted = '<w:del w:id="1" w:author="x"><w:r><w:delText>surat</w:delText></w:r></w:del>'
    inserted = '<w:ins w:id="2" w:author="x"><w:r><w:t>berkas</w:t></w:r></w:ins>'
    for change in (deleted, inserted):
        paragraph._p.append(parse_xml(change.replace(" ", f" {NAMESPACES} ", 1)))
    assert [text.text for text in the_page(document).texts] == ["Memeriksa berkas"]


def test_deleted_and_hidden_rows_are_not_seen():
    document = a_document()
    table = a_table(document, ("satu",), ("dua",), ("tiga",))
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {NAMESPACES}/>"))
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f"<w:hidden {NAMESPACES}/>"))
    assert [cell.text for cell in the_page(document).cells] == ["tiga"]


def test_hidden_text_and_codes_of_fields_are_not_seen_and_controls_are():
    document = a_document()
    paragraph = document.add_paragraph()
    paragraph.add_run("tersembunyi").font.hidden = True
    field = '<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="end"/>'
    paragraph._p.append(run(field))
    control = "<w:sdt><w:sdtContent><w:p><w:r><w:t>isian</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    paragraph._p.addnext(parse_xml(control.replace("<w:sdt>", f"<w:sdt {NAMESPACES}>", 1)))
    assert [text.text for text in the_page(document).texts] == ["isian"]


def test_ticks_of_symbol_fonts_are_ticks():
    document = a_document()
    cell = a_table(document, ("",)).cell(0, 0)
    cell.paragraphs[0]._p.append(run('<w:sym w:font="Wingdings" w:char="F0FC"/>'))
    assert the_page(document).cells[0].text == "√"


# ---------------------------------------------------------------------------------------------------------- pages


def test_a_page_ends_where_its_author_ended_it():
    document = a_document()
    a_table(document, ("satu",))
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    a_table(document, ("dua",))
    document.add_paragraph("sebelum").add_run().add_break(WD_BREAK.PAGE)
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("tiga")
    document.add_section(WD_SECTION.CONTINUOUS)
    document.add_paragraph("juga tiga")
    document.add_paragraph("empat").paragraph_format.page_break_before = True
    found = seen(document)
    assert [[cell.text for cell in page.cells] + [text.text for text in page.texts] for page in found] == [
        ["satu"], ["dua", "sebelum"], ["tiga", "juga tiga"], ["empat"],
    ]  # fmt: skip
    assert [page.number for page in found] == [1, 2, 3, 4]
    assert found[0].cells[0].box.top == pytest.approx(20, abs=0.05)
    assert found[1].cells[0].box.top == pytest.approx(20, abs=0.05)


def test_a_header_is_seen_once_and_the_page_begins_below_it():
    document = a_document()
    header = document.sections[0].header
    header.add_table(1, 1, Mm(100)).cell(0, 0).text = "kepala\n" * 12
    a_table(document, ("isi",))
    document.add_page_break()
    document.add_paragraph("dua")
    first, second = seen(document)
    assert [cell.table for cell in first.cells] == [0, 1]
    assert first.cells[1].box.top >= first.cells[0].box.bottom > 20
    assert not second.cells


# ------------------------------------------------------------------------------------------------------- drawings


def test_a_canvas_over_a_table_is_exact_and_glued():
    document = a_document()
    carrier = document.add_paragraph()
    carrier.paragraph_format.line_spacing = Pt(1)
    carrier.paragraph_format.space_after = Pt(0)
    canvas = (
        f"<wpc:wpc>{a_shape('flowChartTerminator', id=10, x=5, y=2)}{a_shape(id=11, x=5, y=20)}"
        f"{a_shape('straightConnector1', id=12, x=10, y=12, width=0, height=8, connects=(10, 11))}</wpc:wpc>"
    )
    carrier._p.append(run(anchored(canvas, x=30, y=3, width=50, height=50)))
    page = the_page(document)
    assert [symbol.form for symbol in page.symbols] == [Form.CAPSULE, Form.BOX]
    assert [symbol.box.top for symbol in page.symbols] == pytest.approx([25, 43], abs=0.01)
    (line,) = page.lines
    assert line.points[0] == pytest.approx((60, 35), abs=0.01)
    assert line.points[1] == pytest.approx((60, 43), abs=0.01)
    assert (line.start, line.end) == tuple(symbol.key for symbol in page.symbols)


def test_of_choice_and_fallback_only_the_choice_is_seen():
    document = a_document()
    twice = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{anchored(a_shape())}</mc:Choice>'
        f'<mc:Fallback><w:pict><v:rect style="position:absolute;width:10pt;height:10pt"/></w:pict></mc:Fallback>'
        "</mc:AlternateContent>"
    )
    document.add_paragraph()._p.append(run(twice))
    assert len(the_page(document).symbols) == 1


def test_a_group_is_where_its_anchor_is_and_ids_of_two_drawings_are_apart():
    document = a_document()
    group = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{0}"/><a:chOff x="0" y="0"/>'
        '<a:chExt cx="{1}" cy="{1}"/></a:xfrm></wpg:grpSpPr>{2}</wpg:wgp>'
    ).format(20 * MM, 10 * MM, a_shape(id=5) + a_shape("line", id=6, connects=(5,)))
    for x in (0, 100):
        document.add_paragraph()._p.append(run(anchored(group, x=x, width=20, height=20)))
    page = the_page(document)
    assert [symbol.box.width for symbol in page.symbols] == pytest.approx([20, 20])
    assert len({symbol.key for symbol in page.symbols}) == 2
    assert [line.start for line in page.lines] == [symbol.key for symbol in page.symbols]


def test_shapes_anchored_in_cells_stand_in_their_row_and_column():
    document = a_document()
    table = a_table(document, ("", ""), ("", ""), widths=(40, 40), height=20)
    table.cell(1, 1).paragraphs[0]._p.append(run(anchored(a_shape("flowChartDecision"), x=5, y=4)))
    page = the_page(document)
    cell = page.cells[3].box
    (symbol,) = page.symbols
    assert cell.holds(symbol.box.centre)
    assert symbol.place == "tabel 1, baris 2, kolom 2"
    assert symbol.box.left == pytest.approx(cell.left + 1.9 + 5, abs=0.05)


def test_shapes_in_the_line_of_text_stand_there():
    document = a_document()
    cell = a_table(document, ("", ""), widths=(40, 40)).cell(0, 1)
    cell.paragraphs[0].alignment = 1
    cell.paragraphs[0]._p.append(run(inline(a_shape(width=20, height=12), width=20, height=12)))
    page = the_page(document)
    (symbol,) = page.symbols
    assert page.cells[1].box.height >= 12
    assert symbol.box.centre[0] == pytest.approx(page.cells[1].box.centre[0], abs=0.05)


def test_places_are_counted_from_the_page_or_its_margin():
    document = a_document()
    paragraph = document.add_paragraph()
    paragraph._p.append(run(anchored(a_shape(), x=50, y=60, across="page", down="page")))
    paragraph._p.append(run(anchored(a_shape(), x=50, y=60, across="margin", down="margin")))
    found = [edge for symbol in the_page(document).symbols for edge in (symbol.box.left, symbol.box.top)]
    assert found == pytest.approx([50, 60, 70, 80], abs=0.01)


def test_a_turned_shape_turns_about_the_middle_of_what_it_was():
    document = a_document()
    turned = anchored(
        a_shape(width=40, height=20, turn=90), x=80, y=20, width=40, height=20, across="page", down="page"
    )
    document.add_paragraph()._p.append(run(turned))
    (symbol,) = the_page(document).symbols
    assert (symbol.box.left, symbol.box.top, symbol.box.right, symbol.box.bottom) == (90, 10, 110, 50)


def test_old_shapes_are_seen_too():
    document = a_document()
    old = (
        '<w:pict><v:shapetype id="_x0000_t110" o:spt="110"/><v:shape id="s" type="#_x0000_t110" '
        'style="position:absolute;margin-left:72pt;margin-top:0;width:72pt;height:36pt"><v:textbox><w:txbxContent><w:p><w:r>'
        "<w:t>Sah?</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    document.add_paragraph()._p.append(run(old))
    page = the_page(document)
    (symbol,) = page.symbols
    assert (symbol.form, symbol.text, symbol.box.left) == (Form.DIAMOND, "Sah?", pytest.approx(45.4, abs=0.01))
    assert page.texts == ()


def test_charts_and_pictures_are_there_even_if_they_cannot_be_read():
    document = a_document()
    document.add_paragraph()._p.append(run(anchored("<a:chart/>", width=100, height=50)))
    (picture,) = the_page(document).pictures
    assert (picture.box.width, picture.box.height) == (100, 50)


# -------------------------------------------------------------------------------------------------------- hostile


def test_tables_in_tables_without_end_are_not_followed_forever():
    deep = "<w:tbl><w:tr><w:tc>" * 40 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 40
    document = a_document()
    document.element.body.insert(0, parse_xml(deep.replace("<w:tbl>", f"<w:tbl {NAMESPACES}>", 1)))
    assert len(seen(document)[0].cells) == 8


@pytest.mark.parametrize(
    "odd",
    [
        "<w:tbl/>",
        "<w:tbl><w:tr/></w:tbl>",
        "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>",
        '<w:tbl><w:tblGrid><w:gridCol w:w="-5"/></w:tblGrid><w:tr><w:tc/></w:tr></w:tbl>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999"/></w:tcPr></w:tc></w:tr></w:tbl>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
        '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="50"/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>',
        '<w:p><w:pPr><w:spacing w:line="nan" w:before="1e99"/><w:ind w:left="99999999"/></w:pPr></w:p>',
        '<w:p><w:pPr><w:pStyle w:val="nirwana"/></w:pPr></w:p>',
        "<w:p><w:r><w:drawing><wp:anchor/></w:drawing></w:r></w:p>",
        "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='x'/></wp:inline></w:drawing></w:r></w:p>",
        "<w:p><w:r><w:pict><v:shape/><v:line/><v:polyline points=''/><v:group/></w:pict></w:r></w:p>",
    ],
)  # fmt: skip
def test_odd_content_stops_nothing(odd):
    document = a_document()
    document.add_paragraph("tetap terbaca")
    element, _, rest = odd.partition(">")
    name, slash = element.rstrip("/"), "/" * element.endswith("/")
    document.element.body.insert(0, parse_xml(f"{name} {NAMESPACES}{slash}>{rest}"))
    assert "tetap terbaca" in [text.text for page in seen(document) for text in page.texts]


def test_a_workbook_is_no_document():
    from openpyxl import Workbook

    packed = BytesIO()
    Workbook().save(packed)
    with pytest.raises(UnreadableSource, match="buku kerja Excel"):
        pages(packed.getvalue())
