"""Elements of Office files by their usual prefixes: `element("a:off", x=0, y=0)`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

NAMESPACES: Mapping[str, str] = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
    "xdr14": "http://schemas.microsoft.com/office/excel/2010/spreadsheetDrawing",
    "x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
}
WORKBOOK = "x"
"""Never written: in the parts of a workbook its namespace is the one without a prefix."""
_NOT_XML = re.compile("[^\t\n\r\\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(
    name: str, /, *children: etree._Element, text: str | None = None, **attributes: str | float | bool | None
) -> etree._Element:
    """An element with its children. Numbers become whole, truths 1 and 0, and None is left out.

    An attribute with a prefix is written `r_embed`; characters that no XML can hold are dropped.
    """
    prefix, _, local = name.partition(":")
    own = None if prefix == WORKBOOK else prefix
    made = etree.Element(f"{{{NAMESPACES[prefix]}}}{local}", None, {own: NAMESPACES[prefix]})  # type: ignore[dict-item]
    for key, value in attributes.items():
        if value is not None:
            made.set(_attribute(key), _written(value))
    if text is not None:
        made.text = writable(text)
    made.extend(children)
    return made


def writable(text: str) -> str:
    """`text` without the characters that no XML can hold."""
    return _NOT_XML.sub("", text)


def _attribute(key: str) -> str:
    prefix, _, local = key.partition("_")
    return f"{{{NAMESPACES[prefix]}}}{local}" if local else key


def _written(value: str | float | bool) -> str:
    if isinstance(value, str):
        return writable(value)
    return str(round(value))
