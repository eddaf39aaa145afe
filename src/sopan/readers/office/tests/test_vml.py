"""Shapes as programs wrote them before 2010."""

from __future__ import annotations

import pytest
from lxml import etree

from sopan.drawn import Box, Form
from sopan.readers.office.gathered import Gathered, settled
from sopan.readers.office.vml import Setting, gather, glue_of, length, types_of

MM = 72 / 25.4


def place(x=0.0, y=0.0, width=10.0, height=10.0, rest="") -> str:
    return (
        f'style="position:absolute;margin-left:{x * MM}pt;margin-top:{y * MM}pt;width:{width * MM}pt;'
        f'height:{height * MM}pt;{rest}"'
    )


def drawing(content: str):
    root = etree.fromstring(
        '<root xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
        f'xmlns:w="urn:w">{content}</root>'
    )
    into, setting = Gathered(), Setting(types=types_of(root), glue=glue_of(root))
    for one in root:
        gather(one, into, setting)
    return settled(into, lambda _: "")


@pytest.mark.parametrize(
    ("spt", "form"),
    [("116", Form.CAPSULE), ("109", Form.BOX), ("110", Form.DIAMOND), ("177", Form.PENTAGON), ("120", Form.CIRCLE)],
)
def test_shapes_are_told_by_their_types(spt, form):
    kind = f'<v:shapetype id="_x0000_t{spt}" o:spt="{spt}"/>'
    (symbol,) = drawing(f'{kind}<v:shape id="s1" type="#_x0000_t{spt}" {place(10, 20)}/>').symbols
    assert (symbol.form, symbol.box) == (form, Box(10, 20, 20, 30))


def test_rectangles_and_ovals_have_names_of_their_own():
    found = drawing(f'<v:rect id="a" {place()}/><v:roundrect id="b" {place(20)}/><v:oval id="c" {place(40, 0, 30)}/>')
    assert [symbol.form for symbol in found.symbols] == [Form.BOX, Form.CAPSULE, Form.CAPSULE]


def test_a_line_runs_from_here_to_there():
    (line,) = drawing(
        f'<v:line id="l" from="0,0" to="{10 * MM}pt,{20 * MM}pt"><v:stroke endarrow="block"/></v:line>'
    ).lines
    assert (line.points, line.arrow_at_start, line.arrow_at_end) == (((0, 0), (10, 20)), False, True)


def test_a_connector_holds_on_to_what_its_rule_names():
    content = (
        '<v:shapetype id="_x0000_t34" o:spt="34"/>'
        f'<v:rect id="s1" {place()}/><v:rect id="s2" {place(50, 20)}/>'
        f'<v:shape id="c1" type="#_x0000_t34" adj="5400" o:connectortype="elbow" {place(10, 5, 40, 20)}>'
        '<v:stroke endarrow="block"/></v:shape>'
        '<o:rules><o:r id="V:Rule1" type="connector" idref="#c1"><o:proxy start="" idref="#s1"/>'
        '<o:proxy end="" idref="#s2"/></o:r></o:rules>'
    )
    (line,) = drawing(content).lines
    assert (line.start, line.end) == ("s1", "s2")
    assert line.points == ((10, 5), (20, 5), (20, 25), (50, 25))


def test_children_of_a_group_count_in_its_own_measure():
    child = '<v:rect id="a" style="position:absolute;left:600;top:100;width:100;height:100"/>'
    group = f'<v:group coordorigin="500,0" coordsize="1000,1000" {place(100, 50, 100, 100)}>{child}</v:group>'
    (symbol,) = drawing(group).symbols
    assert symbol.box == Box(110, 60, 120, 70)


def test_an_answer_in_a_text_box_is_text():
    content = (
        '<v:shapetype id="_x0000_t202" o:spt="202"/>'
        f'<v:shape id="t" type="#_x0000_t202" {place()}><v:textbox><w:txbxContent><w:p><w:r><w:t>Tidak</w:t>'
        "</w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    )
    assert [text.text for text in drawing(content).texts] == ["Tidak"]


def test_what_is_hidden_or_neither_drawn_nor_filled_is_not_seen():
    hidden = f'<v:rect id="a" {place(rest="visibility:hidden")}/><v:rect id="b" stroked="f" filled="f" {place()}/>'
    assert drawing(hidden).symbols == ()


@pytest.mark.parametrize(
    ("text", "emu"),
    [("1in", 914_400), ("10mm", 360_000), ("72pt", 914_400), ("2", 19_050), ("", 0), ("x", 0), ("1e9", 0)],
)
def test_lengths_have_units(text, emu):
    assert length(text) == emu
