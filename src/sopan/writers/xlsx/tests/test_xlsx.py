"""The workbook: what its cells say, what lies over them, and how it is printed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from sopan import api
from sopan.domain import Edge, End, Kind, MutuBaku, Procedure, Step, Symbol
from sopan.domain.codec import encode_json
from sopan.domain.identity import Identity
from sopan.drawingml import EMU_PER_PIXEL
from sopan.drawingml.markup import NAMESPACES
from sopan.drawingml.model_part import ITEM_PATH, read_item
from sopan.drawn import decode
from sopan.writers.tests.makers import a_cell
from sopan.writers.xlsx import write
from sopan.writers.xlsx.styles import fitting_size
from tests.office_checks import faults, placed, shape_of, without

FLOW = "Bagan alir"


def a_step(id: str, kegiatan: str = "Memeriksa berkas", *, kind: Kind = Kind.PROCESS, **mutu_baku: object) -> Step:
    return Step(id=id, kegiatan=kegiatan, symbols=(Symbol("Staf"),), kind=kind, mutu_baku=MutuBaku(**mutu_baku))  # type: ignore[arg-type]


def a_procedure(*steps: Step, **identity: object) -> Procedure:
    steps = steps or (
        a_step("1", "Mengajukan permohonan", kind=Kind.START),
        a_step("2", "Memeriksa kelengkapan berkas", kind=Kind.DECISION, kelengkapan=("KTP", "Kartu keluarga")),
        a_step("3", "Menerima kutipan akta", kind=Kind.END),
    )
    onward = [Edge(End(a.id), End(b.id), "Ya" if a.kind is Kind.DECISION else "") for a, b in pairwise(steps)]
    back = [Edge(End(a.id), End(steps[0].id), "Tidak") for a in steps if a.kind is Kind.DECISION]
    return Procedure(
        identity=Identity(**{"judul": "Penerbitan Akta", **identity}),  # type: ignore[arg-type]
        daftar_pelaksana=("Staf", "Kepala Dinas"),
        steps=steps,
        edges=(*onward, *back),
    )


def a_long_procedure() -> Procedure:
    return a_procedure(*(a_step(str(number), "Memeriksa berkas permohonan " * 8) for number in range(1, 13)))


def written(procedure: Procedure, sheet: str = "", **dress: object) -> bytes:
    return write(procedure, api.lay_out(procedure, sheet), **dress)  # type: ignore[arg-type]


def book(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def part(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def found(node: etree._Element, path: str) -> list[str]:
    return [str(each) for each in node.xpath(path, namespaces=dict(NAMESPACES))]


def texts(sheet: openpyxl.worksheet.worksheet.Worksheet) -> dict[str, object]:
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


# ---- cells ---------------------------------------------------------------------------------------------------------


def test_identity_and_flow_have_a_sheet_each():
    assert book(written(a_procedure())).sheetnames == ["Identitas", FLOW]


def test_text_is_whole_and_parted_only_between_items():
    said = texts(book(written(a_procedure()))[FLOW]).values()
    assert "Memeriksa kelengkapan berkas" in said
    assert "- KTP\n- Kartu keluarga" in said


def test_a_number_of_a_row_is_a_number_and_any_other_is_text():
    procedure = a_procedure(a_step("1", waktu="60"), replace(a_step("2"), nomor="007"))
    said = list(texts(book(written(procedure))[FLOW]).values())
    assert 1 in said
    assert "60" in said
    assert "007" in said


@pytest.mark.parametrize("text", ["=1+1", "+62 811", "-", "@SUM(A1)", '=HYPERLINK("http://contoh.go.id")'])
def test_text_like_a_formula_stays_text(text):
    sheet = book(written(a_procedure(a_step("1", text), judul=text)))[FLOW]
    (cell,) = (cell for row in sheet.iter_rows() for cell in row if cell.value == text)
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_what_nobody_can_see_is_left_out():
    assert "Memeriksa berkas" in texts(book(written(a_procedure(a_step("1", "Meme\u200briksa berkas"))))[FLOW]).values()


def test_text_like_a_code_of_a_letter_is_written_so_that_it_stays():
    data = written(a_procedure(a_step("1", "Mengisi kolom _x0041_")))
    assert "Mengisi kolom _x005F_x0041_" in found(part(data, "xl/sharedStrings.xml"), "//x:t/text()")


def test_the_table_has_its_head_once_however_many_pages_it_takes():
    procedure = a_long_procedure()
    assert len(api.lay_out(procedure).pages) > 2
    sheet = book(written(procedure))[FLOW]
    assert list(texts(sheet).values()).count("Kegiatan") == 1
    assert len(sheet.row_breaks.brk) == len(api.lay_out(procedure).pages) - 2


def test_merged_cells_have_their_border_on_every_side():
    sheet = book(written(a_procedure()))[FLOW]
    (band,) = (each for each in sheet.merged_cells.ranges if sheet[each.coord.split(":")[0]].value == "Mutu Baku")
    for row, column in band.bottom:
        assert sheet.cell(row, column).border.bottom.style == "thin"
    for row, column in band.right:
        assert sheet.cell(row, column).border.right.style == "thin"


def test_a_tall_row_is_parted_because_excel_has_none():
    procedure = a_procedure(a_step("1"), a_step("2"), dasar_hukum=tuple(f"Peraturan {n}" for n in range(60)))
    for sheet in book(written(procedure)):
        assert all(row.height <= 409 for row in sheet.row_dimensions.values())


def test_an_empty_cell_looks_as_what_will_be_typed_into_it_should():
    sheet = book(written(a_procedure()))["Identitas"]
    (label,) = (cell for row in sheet.iter_rows() for cell in row if cell.value == "Nomor SOP")
    beside = sheet.cell(label.row, label.column + 1)
    assert beside.value is None
    assert (beside.font.name, beside.font.sz, beside.alignment.wrap_text) == ("Arial", 9.5, True)


@pytest.mark.parametrize(("lines", "size"), [(1, 9.0), (14, 9.0), (15, 8.5), (30, 8.5)])
def test_type_shrinks_only_where_excel_would_cut_a_line_off(lines, size):
    leading = 9 * 1.2 * 25.4 / 72
    cell = a_cell("kegiatan", *["kata"] * lines, height=lines * leading + 2, leading=leading)
    assert fitting_size(cell) == size


def test_a_mark_stands_over_the_table_until_the_procedure_is_in_force():
    assert "KONSEP – BELUM BERLAKU" in texts(book(written(a_procedure()))[FLOW]).values()


# ---- drawing -------------------------------------------------------------------------------------------------------


def anchors(data: bytes, name: str = "xl/drawings/drawing2.xml") -> Iterator[etree._Element]:
    yield from without_fallbacks(data, name).iter(f"{{{NAMESPACES['xdr']}}}twoCellAnchor")


def without_fallbacks(data: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return without(archive.read(name), "Fallback")


def test_every_symbol_and_line_is_an_object_with_a_name():
    root = next(anchors(written(a_procedure()), "xl/drawings/drawing2.xml")).getparent()
    names = found(root, ".//xdr:cNvPr/@name")
    assert set(names) == {
        "Langkah 1", "Langkah 2", "Langkah 3", "Alur 1-2", "Alur 2-3", "Alur 2-1", "Label Ya 2", "Label Tidak 2",
    }  # fmt: skip


def test_a_symbol_says_aloud_what_it_is():
    root = next(anchors(written(a_procedure()))).getparent()
    assert found(root, ".//xdr:cNvPr[@name='Langkah 1']/@descr") == [
        "Langkah 1, kegiatan awal oleh Staf; ke langkah 2."
    ]


def test_lines_are_glued_and_their_plain_sisters_look_alike():
    data = written(a_procedure())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = archive.read("xl/drawings/drawing2.xml")
    glued, plain = without(content, "Fallback"), without(content, "Choice")
    assert len(found(glued, "//xdr:cxnSp")) == 3
    assert len(found(glued, "//a:stCxn/@id")) == 3
    assert found(plain, "//a:stCxn/@id") == []
    (line,) = glued.xpath("//xdr:cNvPr[@name='Alur 2-1']", namespaces=dict(NAMESPACES))
    (sister,) = plain.xpath("//xdr:cNvPr[@name='Alur 2-1']", namespaces=dict(NAMESPACES))
    assert placed(shape_of(line)) == placed(shape_of(sister))


def test_symbols_of_one_row_are_joined_without_a_head():
    both = Step(id="1", kegiatan="Rapat", symbols=(Symbol("Staf"), Symbol("Kepala Dinas")))
    root = next(anchors(written(a_procedure(both)))).getparent()
    (joint,) = root.xpath(".//xdr:cxnSp", namespaces=dict(NAMESPACES))
    assert found(joint, ".//a:tailEnd") == []


def test_anchors_say_the_same_as_the_boxes_of_the_shapes():
    data = written(a_long_procedure())
    columns, rows = edges(part(data, "xl/worksheets/sheet2.xml"))
    for anchor in anchors(data):
        ends = [
            (columns[int(at[0].text)] + int(at[1].text), rows[int(at[2].text)] + int(at[3].text))
            for at in (anchor[0], anchor[1])
        ]
        (named,) = anchor.xpath(".//xdr:cNvPr", namespaces=dict(NAMESPACES))
        said = placed(shape_of(named)).frame.anchor
        assert (*ends[0], *ends[1]) == pytest.approx(said, abs=2)


def edges(sheet: etree._Element) -> tuple[list[int], list[int]]:
    """Edges of columns and rows in EMU, as Excel counts them with digits eight pixels wide."""
    columns, rows = [0], [0]
    for width in found(sheet, "//x:col/@width"):
        columns.append(columns[-1] + int((256 * float(width) + 16) / 256 * 8) * EMU_PER_PIXEL)
    for height in found(sheet, "//x:row/@ht"):
        rows.append(rows[-1] + round(float(height) * 96 / 72) * EMU_PER_PIXEL)
    return columns, rows


def test_a_code_is_a_picture_that_says_what_it_is():
    procedure = a_procedure()
    diagram = api.lay_out(procedure, verification=True)
    data = write(procedure, diagram, verification="https://contoh.go.id/v/1")
    assert found(part(data, "xl/drawings/drawing1.xml"), "//xdr:pic//xdr:cNvPr/@name") == ["Kode QR"]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("xl/media/verification.png").startswith(b"\x89PNG")


# ---- paper ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "number"), [("f4", 14), ("a4", 9), ("legal", 5), ("letter", 1)])
def test_paper_lies_on_its_side(paper, number):
    for sheet in book(written(a_procedure(), paper)):
        assert sheet.page_setup.paperSize == number
        assert sheet.page_setup.orientation == "landscape"


def test_columns_fit_between_the_margins():
    diagram = api.lay_out(a_procedure())
    for sheet in book(written(a_procedure())):
        width = sum(column.width * 8 for column in sheet.column_dimensions.values()) / 96
        room = diagram.sheet.width / 25.4 - sheet.page_margins.left - sheet.page_margins.right
        assert 0.1 < room - width < 0.13


def test_what_is_printed_and_repeated_is_said():
    sheet = book(written(a_long_procedure()))[FLOW]
    assert sheet.print_title_rows == "$1:$5"
    assert sheet.print_area == f"'{FLOW}'!$A$1:$H${sheet.max_row}"


def test_pages_are_counted_over_the_whole_document():
    sheets = book(written(a_long_procedure())).worksheets
    assert [sheet.page_setup.firstPageNumber for sheet in sheets] == [1, 2]
    assert "Halaman &P dari" in sheets[1].oddFooter.right.text


def test_an_ampersand_in_the_title_is_no_command():
    data = written(a_procedure(judul="Ternak & Ikan"))
    assert "Ternak && Ikan" in found(part(data, "xl/worksheets/sheet1.xml"), "//x:oddFooter/text()")[0]


# ---- the file ------------------------------------------------------------------------------------------------------


def test_the_procedure_rides_along_with_what_was_to_be_seen():
    procedure = a_procedure()
    with zipfile.ZipFile(io.BytesIO(written(procedure))) as archive:
        model = read_item(archive.read(ITEM_PATH))
    assert model is not None
    assert model.procedure == encode_json(procedure)
    identity, flow = decode(model.seen)
    assert (identity.name, flow.name) == ("Identitas", FLOW)
    assert [symbol.key for symbol in flow.symbols] == ["Langkah 1", "Langkah 2", "Langkah 3"]


def test_the_same_procedure_is_the_same_file():
    assert written(a_procedure()) == written(a_procedure())


def test_a_procedure_without_anything_is_still_a_workbook():
    data = written(Procedure())
    assert faults(data) == []
    assert book(data).sheetnames == ["Identitas", FLOW]


def test_a_good_file_has_no_faults_of_ours_nor_of_the_standard(tmp_path):
    for number, procedure in enumerate((a_procedure(), a_long_procedure())):
        data = written(procedure)
        assert faults(data) == []
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(data)
        assert complaints(path) == []


def complaints(path: Path) -> list[str]:
    return [str(error) for error in OpenXmlValidator().validate(path).errors]
