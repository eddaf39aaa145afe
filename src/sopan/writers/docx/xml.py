"""Elements of WordprocessingML."""

from __future__ import annotations

from lxml import etree

from sopan.drawingml.markup import NAMESPACES, element

Element = etree._Element

PREFIXES = ("w", "r", "a", "mc", "pic", "wp", "wpc", "wpg", "wps")
"""Declared at the top of every part: `mc:Choice` names `wpc` by its prefix, wherever it is used."""
TWIPS_PER_MILLIMETRE = 1440 / 25.4


def w(name: str, *children: Element | None, text: str | None = None, **attributes: str | float | None) -> Element:
    """`<w:name>` with attributes of the same namespace; attributes and children that are None are left out."""
    prefixed = {f"w_{key}": value for key, value in attributes.items()}
    return element(f"w:{name}", *(child for child in children if child is not None), text=text, **prefixed)


def serialised(root: Element) -> bytes:
    """The part as a file."""
    etree.cleanup_namespaces(root, top_nsmap={each: NAMESPACES[each] for each in PREFIXES}, keep_ns_prefixes=PREFIXES)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(millimetres: float) -> int:
    """The nearest whole twentieth of a point."""
    return round(millimetres * TWIPS_PER_MILLIMETRE)
