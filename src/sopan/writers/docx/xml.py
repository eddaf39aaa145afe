"""Elements of WordprocessingML."""

from __future__ import annotations

from lxml import etree

from sopan.drawingml.markup import NAMESPACES, writable

Element = etree._Element

PREFIXES = ("w", "r", "a", "mc", "pic", "wp", "wpc", "wpg", "wps")
"""Declared at the top of every part: `mc:Choice` names `wpc` by its prefix, wherever it is used."""
_W = f"{{{NAMESPACES['w']}}}"
_PREFIX = {"w": NAMESPACES["w"]}
TWIPS_PER_MILLIMETRE = 1440 / 25.4


def w(name: str, *children: Element | None, text: str | None = None, **attributes: str | float | None) -> Element:
    """`<w:name>` with attributes of the same namespace; attributes and children that are None are left out.

    A document has ten thousands of these, so this is `drawingml.markup.element` without its generality.
    """
    made = etree.Element(_W + name, None, _PREFIX)
    for key, value in attributes.items():
        if value is not None:
            made.set(_W + key, writable(value) if isinstance(value, str) else str(round(value)))
    if text is not None:
        made.text = writable(text)
    made.extend([child for child in children if child is not None])
    return made


def serialised(root: Element) -> bytes:
    """The part as a file."""
    etree.cleanup_namespaces(root, top_nsmap={each: NAMESPACES[each] for each in PREFIXES}, keep_ns_prefixes=PREFIXES)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(millimetres: float) -> int:
    """The nearest whole twentieth of a point."""
    return round(millimetres * TWIPS_PER_MILLIMETRE)


def settled(millimetres: float) -> float:
    """Where a length really ends when it is written in twips."""
    return twips(millimetres) / TWIPS_PER_MILLIMETRE
