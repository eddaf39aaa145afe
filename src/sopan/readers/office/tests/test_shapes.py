"""Shapes, connectors, groups and freeforms of DrawingML."""

from __future__ import annotations

import pytest
from lxml import etree

from sopan.drawingml import Connector, Frame
from sopan.drawn import Box, Form
from sopan.readers.office.gathered import Gathered, settled
from sopan.readers.office.shapes import Setting, gather

NAMESPACES = (
    'xmlns:xdr="urn:xdr" xmlns:a="urn:a" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="urn:r"'
)
MM = 36_000
LINE = '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill>{}</a:ln>'
PLAIN = LINE.format("")
HEAD = LINE.format('<a:tailEnd type="triangle"/>')


def xfrm(x=0, y=0, width=10, height=10, *, turn=0, flips="") -> str:
    """In millimetres and degrees."""
    return (
        f'<a:xfrm rot="{turn * 60_000}" {flips}><a:off x="{x * MM}" y="{y * MM}"/>'
        f'<a:ext cx="{width * MM}" cy="{height * MM}"/></a:xfrm>'
    )


def a_shape(id=1, place=None, preset="flowChartProcess", *, text="", line=PLAIN, textbox=False, rest="") -> str:
    words = f"<xdr:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></xdr:txBody>" if text else ""
    kind = 'txBox="1"' if textbox else ""
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{id}" name="Langkah {id}" {rest}/><xdr:cNvSpPr {kind}/>'
        f'</xdr:nvSpPr><xdr:spPr>{place or xfrm()}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{line}</xdr:spPr>'
        f"{words}</xdr:sp>"
    )


def a_connector(id=9, place=None, preset="straightConnector1", *, start=0, end=0, line=HEAD, adjusted="") -> str:
    glue = (f'<a:stCxn id="{start}" idx="2"/>' if start else "") + (f'<a:endCxn id="{end}" idx="0"/>' if end else "")
    return (
        f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{id}" name="Alur"/><xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr>'
        f'</xdr:nvCxnSpPr><xdr:spPr>{place or xfrm()}<a:prstGeom prst="{preset}"><a:avLst>{adjusted}</a:avLst>'
        f"</a:prstGeom>{line}</xdr:spPr></xdr:cxnSp>"
    )


def a_picture(id=3, place=None) -> str:
    return (
        f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{id}" name="Graphic"/></xdr:nvPicPr><xdr:blipFill>'
        f'<a:blip r:embed="rId1"/></xdr:blipFill><xdr:spPr>{place or xfrm()}</xdr:spPr></xdr:pic>'
    )


def a_group(*inside: str, place="", inner="") -> str:
    return f"<xdr:grpSp><xdr:grpSpPr><a:xfrm>{place}{inner}</a:xfrm></xdr:grpSpPr>{''.join(inside)}</xdr:grpSp>"


def drawing(*elements: str):
    into = Gathered()
    for one in etree.fromstring(f"<root {NAMESPACES}>{''.join(elements)}</root>"):
        gather(one, into, Setting())
    return settled(into, lambda point: f"{point[0]:.0f},{point[1]:.0f}")


def test_a_symbol_has_its_box_its_text_and_its_place():
    (symbol,) = drawing(a_shape(7, xfrm(10, 20, 30, 10), text="Mulai", preset="flowChartTerminator")).symbols
    assert (symbol.key, symbol.form, symbol.text) == ("7", Form.CAPSULE, "Mulai")
    assert (symbol.box, symbol.place) == (Box(10, 20, 40, 30), "25,25")


@pytest.mark.parametrize(
    ("preset", "size", "form"),
    [
        ("flowChartProcess", (20, 10), Form.BOX),
        ("rect", (20, 10), Form.BOX),
        ("flowChartTerminator", (20, 10), Form.CAPSULE),
        ("roundRect", (20, 10), Form.CAPSULE),
        ("flowChartDecision", (20, 10), Form.DIAMOND),
        ("diamond", (20, 10), Form.DIAMOND),
        ("flowChartOffpageConnector", (10, 10), Form.PENTAGON),
        ("homePlate", (10, 10), Form.PENTAGON),
        ("flowChartConnector", (10, 10), Form.CIRCLE),
        ("ellipse", (30, 10), Form.CAPSULE),
        ("flowChartDocument", (20, 10), Form.OTHER),
    ],
)
def test_presets_are_told_by_what_they_look_like(preset, size, form):
    (symbol,) = drawing(a_shape(preset=preset, place=xfrm(0, 0, *size))).symbols
    assert (symbol.form, symbol.said) == (form, preset)


def test_a_connector_is_glued_and_runs_as_it_is_adjusted():
    bent = a_connector(
        9, xfrm(10, 20, 40, 20, flips='flipV="1"'), "bentConnector3", start=1, end=2,
        adjusted='<a:gd name="adj1" fmla="val 25000"/>',
    )  # fmt: skip
    (line,) = drawing(a_shape(1, xfrm(0, 35)), a_shape(2, xfrm(50, 15)), bent).lines
    assert line.points == ((10, 40), (20, 40), (20, 20), (50, 20))
    assert (line.start, line.end, line.arrow_at_start, line.arrow_at_end) == ("1", "2", False, True)


def test_a_turned_connector_is_that_of_the_shared_geometry():
    frame = Frame(10 * MM, 20 * MM, 40 * MM, 20 * MM, 90 * 60_000, flip_h=True)
    from sopan.drawingml import corners

    (line,) = drawing(
        a_connector(place=xfrm(10, 20, 40, 20, turn=90, flips='flipH="1"'), preset="bentConnector2")
    ).lines
    expected = [(x / MM, y / MM) for x, y in corners(Connector("bentConnector2", frame))]
    assert line.points == tuple(pytest.approx(point) for point in expected)


def test_glue_to_what_is_not_there_is_no_glue():
    (line,) = drawing(a_shape(1), a_connector(start=1, end=99)).lines
    assert (line.start, line.end) == ("1", None)


@pytest.mark.parametrize(
    ("preset", "points"),
    [
        ("line", ((0, 0), (10, 20))),
        ("lineInv", ((0, 20), (10, 0))),
        ("rightArrow", ((0, 10), (10, 10))),
        ("leftArrow", ((10, 10), (0, 10))),
        ("downArrow", ((5, 0), (5, 20))),
        ("upArrow", ((5, 20), (5, 0))),
    ],
)
def test_lines_and_block_arrows_are_lines_whatever_the_file_takes_them_for(preset, points):
    found = drawing(a_shape(preset=preset, place=xfrm(0, 0, 10, 20), line=HEAD))
    (line,) = found.lines
    assert (line.points, line.arrow_at_end, found.symbols) == (points, True, ())


def test_of_what_is_written_twice_the_newer_form_is_read():
    twice = (
        f'<mc:AlternateContent><mc:Choice Requires="xdr14">{a_connector(5)}</mc:Choice>'
        f"<mc:Fallback>{a_shape(5, preset='line')}</mc:Fallback></mc:AlternateContent>"
    )
    unknown = (
        f'<mc:AlternateContent><mc:Choice Requires="later">{a_shape(6)}</mc:Choice>'
        f"<mc:Fallback>{a_shape(7, xfrm(50))}</mc:Fallback></mc:AlternateContent>"
    )
    found = drawing(a_group(twice, unknown))
    assert (len(found.lines), [symbol.key for symbol in found.symbols]) == (1, ["7"])


def test_children_of_a_group_stand_where_the_group_puts_them():
    place = f'<a:off x="{100 * MM}" y="{50 * MM}"/><a:ext cx="{40 * MM}" cy="{20 * MM}"/>'
    inner = '<a:chOff x="1000" y="0"/><a:chExt cx="2000" cy="1000"/>'
    child = a_shape(1, '<a:xfrm><a:off x="2000" y="500"/><a:ext cx="1000" cy="500"/></a:xfrm>')
    (symbol,) = drawing(a_group(child, place=place, inner=inner)).symbols
    assert symbol.box == Box(120, 60, 140, 70)


def test_a_shape_that_is_turned_lies_on_its_side():
    (symbol,) = drawing(a_shape(place=xfrm(0, 0, 40, 20, turn=90))).symbols
    assert symbol.box == Box(10, -10, 30, 30)


NO_LINE = "<a:noFill/><a:ln><a:noFill/></a:ln>"
WHITE = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln>'


@pytest.mark.parametrize("line", [NO_LINE, WHITE])
def test_text_without_a_border_is_text(line):
    found = drawing(a_shape(preset="rect", text="Ya", line=line), a_shape(2, line=line))
    assert ([text.text for text in found.texts], found.symbols) == (["Ya"], ())


def test_an_answer_in_a_bordered_box_is_text_and_a_longer_text_is_not():
    found = drawing(
        a_shape(1, xfrm(0), "rect", text="TIDAK"),
        a_shape(2, xfrm(20), "rect", text="Lengkap?", textbox=True),
        a_shape(3, xfrm(40), "rect", text="Memeriksa berkas pemohon", textbox=True),
        a_shape(4, xfrm(60), "flowChartDecision", text="Ya"),
    )
    assert [text.text for text in found.texts] == ["TIDAK", "Lengkap?"]
    assert [symbol.key for symbol in found.symbols] == ["3", "4"]


def test_a_picture_with_a_connector_is_a_symbol_and_so_is_its_twin():
    found = drawing(a_picture(3, xfrm(0)), a_picture(4, xfrm(50)), a_connector(start=3))
    assert [(symbol.key, symbol.form) for symbol in found.symbols] == [("3", Form.BOX), ("4", Form.BOX)]


def test_a_picture_by_itself_is_a_picture():
    assert len(drawing(a_picture()).pictures) == 1


def test_what_lies_on_its_own_copy_is_there_once():
    found = drawing(
        a_shape(1), a_shape(2), a_shape(5, xfrm(50)), a_connector(8, xfrm(5, 10, 0, 40)),
        a_connector(9, xfrm(5, 10, 0, 40), start=2, end=5),
    )  # fmt: skip
    assert [symbol.key for symbol in found.symbols] == ["1", "5"]
    assert [(line.start, line.end) for line in found.lines] == [("1", "5")]


def test_an_id_that_stands_twice_names_the_first():
    found = drawing(a_shape(1), a_shape(1, xfrm(50)), a_connector(start=1))
    assert [symbol.key for symbol in found.symbols] == ["1", "1#2"]


def test_lines_that_meet_at_a_joint_are_one():
    joint = '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm>'
    found = drawing(
        a_shape(1, xfrm(0, 0)), a_shape(2, xfrm(50, 50)), a_shape(3, joint, "rect"),
        a_connector(8, xfrm(0, 10, 0, 10), start=1, end=3, line=PLAIN),
        a_connector(9, xfrm(0, 20, 30, 0), start=3, end=2),
    )  # fmt: skip
    (line,) = found.lines
    assert (line.start, line.end, line.arrow_at_end) == ("1", "2", True)
    assert line.points == ((0, 10), (0, 20), (30, 20))
    assert [symbol.key for symbol in found.symbols] == ["1", "2"]


def a_freeform(path: str, *, size=(100, 100), line=HEAD) -> str:
    return (
        f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="Bebas"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>{xfrm(10, 10)}'
        f'<a:custGeom><a:pathLst><a:path w="{size[0]}" h="{size[1]}">{path}</a:path></a:pathLst></a:custGeom>{line}'
        "</xdr:spPr></xdr:sp>"
    )


def a_path(*points: tuple[float, float], close=False) -> str:
    steps = [
        f'<a:{"lnTo" if n else "moveTo"}><a:pt x="{x}" y="{y}"/></a:{"lnTo" if n else "moveTo"}>'
        for n, (x, y) in enumerate(points)
    ]
    return "".join(steps) + "<a:close/>" * close


def test_an_open_freeform_is_a_line():
    (line,) = drawing(a_freeform(a_path((0, 0), (100, 0), (100, 100)))).lines
    assert line.points == ((10, 10), (20, 10), (20, 20))


@pytest.mark.parametrize(
    ("corners", "form"),
    [
        (((0, 0), (100, 0), (100, 100), (0, 100)), Form.BOX),
        (((50, 0), (100, 50), (50, 100), (0, 50)), Form.DIAMOND),
        (((0, 0), (100, 0), (100, 75), (50, 100), (0, 75)), Form.PENTAGON),
        (((0, 0), (100, 0), (50, 100)), Form.OTHER),
    ],
)
def test_a_closed_freeform_is_what_it_looks_like(corners, form):
    (symbol,) = drawing(a_freeform(a_path(*corners, close=True))).symbols
    assert symbol.form == form


@pytest.mark.parametrize("path", ["", a_path((0, 0)), '<a:moveTo><a:pt x="x1" y="y1"/></a:moveTo>'])
def test_a_path_that_cannot_be_followed_is_some_form(path):
    (symbol,) = drawing(a_freeform(path)).symbols
    assert symbol.box == Box(10, 10, 20, 20)


def test_numbers_without_sense_move_nothing():
    odd = '<a:xfrm rot="nan"><a:off x="1e999" y="-x"/><a:ext cx="" cy="99999999999999999999"/></a:xfrm>'
    (symbol,) = drawing(a_shape(place=odd)).symbols
    assert all(abs(edge) <= 10_000 for edge in (symbol.box.left, symbol.box.bottom))


def test_hidden_shapes_are_not_seen():
    assert drawing(a_shape(rest='hidden="1"')).symbols == ()
