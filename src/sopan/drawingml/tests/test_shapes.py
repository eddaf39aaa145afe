"""DrawingML of symbols, lines and labels."""

from __future__ import annotations

from lxml import etree

from sopan.drawingml import Frame, connector, nearest_site, sites
from sopan.drawingml.markup import NAMESPACES, element
from sopan.drawingml.shapes import flow_properties, paragraphs, symbol_properties
from sopan.flowchart.diagram import ShapeKind


def said(node: etree._Element, path: str) -> list[str]:
    found = node.xpath(path, namespaces=dict(NAMESPACES))
    assert isinstance(found, list)
    return [str(each) for each in found]


def test_a_decision_is_the_diamond_of_flowcharts():
    made = symbol_properties("xdr:spPr", ShapeKind.DECISION, Frame(1, 2, 30, 40))
    assert said(made, "a:prstGeom/@prst") == ["flowChartDecision"]
    assert said(made, "a:xfrm/a:off/@*") == ["1", "2"]
    assert said(made, "a:xfrm/a:ext/@*") == ["30", "40"]


def test_a_flow_has_its_head_at_the_end_and_a_joint_has_none():
    line = connector([(0, 0), (50_000, 0), (50_000, 20_000)])
    flow, joint = (flow_properties("wps:spPr", line, arrow=arrow) for arrow in (True, False))
    assert said(flow, "a:ln/a:tailEnd/@type") == ["triangle"]
    assert said(flow, "a:ln/a:headEnd/@type") == []
    assert said(joint, "a:ln/a:tailEnd/@type") == []


def test_shares_of_legs_are_written_as_guides():
    made = flow_properties("xdr:spPr", connector([(0, 0), (0, 400), (900, 400), (900, 800)]), arrow=True)
    assert said(made, "a:prstGeom/@prst") == ["bentConnector3"]
    assert said(made, "a:prstGeom/a:avLst/a:gd/@*") == ["adj1", "val 50000"]
    assert said(made, "a:xfrm/@rot") == ["5400000"]


def test_text_without_a_place_in_xml_is_left_out():
    (made,) = paragraphs(["Ti\x00dak\ud800\ufffe"], 7.5, "Arial")
    assert said(made, "a:r/a:t/text()") == ["Tidak"]
    assert said(made, "a:r/a:rPr/@sz") == ["750"]
    etree.tostring(made)


def test_a_line_is_glued_to_the_site_that_it_touches():
    assert [nearest_site("flowChartDecision", share) for share in ((0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5))] == [
        0, 1, 2, 3,
    ]  # fmt: skip
    assert [nearest_site("ellipse", share) for share in ((0.5, 0), (0, 0.5), (0.5, 1), (1, 0.5))] == [0, 2, 4, 6]
    assert len(sites("flowChartConnector")) == 8


def test_an_attribute_may_carry_a_prefix_or_be_absent():
    made = element("a:blip", r_embed="rId1", cstate=None)
    assert made.attrib == {f"{{{NAMESPACES['r']}}}embed": "rId1"}
