"""A procedure as a BPMN 2.0 document: the semantics, then where everything stands."""

from __future__ import annotations

from lxml import etree

from sopan.domain import Procedure
from sopan.writers.bpmn.interchange import diagram_of
from sopan.writers.bpmn.lanes import lanes_of
from sopan.writers.bpmn.places import place
from sopan.writers.bpmn.plan import plan
from sopan.writers.bpmn.semantics import definitions


def write(procedure: Procedure) -> bytes:
    """The document; the same bytes for the same procedure.

    BPMN has one plane and no pages, so no `Diagram` is asked for. InvalidProcedure when a text holds a character that
    no document can carry.
    """
    graph, lanes = plan(procedure), lanes_of(procedure)
    root = definitions(procedure, graph, lanes)
    root.append(diagram_of(graph, lanes, place(graph, lanes, procedure.identity.judul)))
    document: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return document
