"""The procedure that rides along in an Office file: an XML part with what was written and what was to be seen then.

Whoever reads the file compares what is seen now with what was seen then; what is equal is the procedure itself, and
what differs was changed by a person. Office programs keep such a part when they save; openpyxl drops it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from lxml import etree

from sopan.drawingml.package import Part, Reference

NAMESPACE = "urn:sopan:procedure:1"
ITEM_PATH = "customXml/item1.xml"
PROPERTIES_PATH = "customXml/itemProps1.xml"
PROPERTIES_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
ITEM_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
"""From the workbook or the document to the item."""
PROPERTIES_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps"
"""From the item to its properties."""

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_NOT_XML = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Model:
    """Two texts of JSON: the procedure, and the pages as they were drawn."""

    procedure: str
    seen: str


def item(model: Model) -> bytes:
    """The part itself."""
    root = etree.fromstring(f'<sopan xmlns="{NAMESPACE}"/>')
    for name, text in (("procedure", model.procedure), ("seen", model.seen)):
        etree.SubElement(root, f"{{{NAMESPACE}}}{name}").text = _NOT_XML.sub(_escaped, text)
    return _written(root)


def properties() -> bytes:
    """The part beside it, without which Word takes no notice of it."""
    root = etree.Element(f"{{{_PROPERTIES}}}datastoreItem", None, {"ds": _PROPERTIES})
    identifier = str(uuid5(NAMESPACE_URL, NAMESPACE)).upper()
    root.set(f"{{{_PROPERTIES}}}itemID", f"{{{identifier}}}")
    schemas = etree.SubElement(root, f"{{{_PROPERTIES}}}schemaRefs")
    etree.SubElement(schemas, f"{{{_PROPERTIES}}}schemaRef").set(f"{{{_PROPERTIES}}}uri", NAMESPACE)
    return _written(root)


def parts(model: Model) -> tuple[Part, Part]:
    """Both parts for a package; the workbook or the document refers to the first by `ITEM_RELATIONSHIP`."""
    beside = {"rId1": Reference(PROPERTIES_RELATIONSHIP, PROPERTIES_PATH)}
    return (
        Part(ITEM_PATH, item(model), "application/xml", beside),
        Part(PROPERTIES_PATH, properties(), PROPERTIES_MEDIA_TYPE),
    )


def read_item(data: bytes) -> Model | None:
    """What a part of that kind holds; None when it is none of ours, or damaged."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root.tag != f"{{{NAMESPACE}}}sopan":
        return None
    procedure, seen = (root.findtext(f"{{{NAMESPACE}}}{name}") for name in ("procedure", "seen"))
    return Model(procedure, seen) if procedure and seen else None


def _escaped(found: re.Match[str]) -> str:
    """As JSON says it: such a character can only stand inside a string."""
    return f"\\u{ord(found[0]):04x}"


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
