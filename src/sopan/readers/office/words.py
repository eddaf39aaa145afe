"""The text of paragraphs, as it is shown: in DrawingML (`a:p`) and in Word (`w:p`).

What was inserted under tracked changes counts, what was deleted does not; neither do hidden text and the code of
fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from sopan.readers.office.alternates import child, children, local, value

_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "softHyphen": ""}
_LEFT_OUT = frozenset(
    {"del", "moveFrom", "pPr", "rPr", "drawing", "pict", "object", "txbxContent", "instrText", "delText"}
)
_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f]+")


def of_paragraph(paragraph: etree._Element) -> str:
    """The text of one paragraph, with line feeds where its author broke a line."""
    return "".join(_pieces(paragraph))


def of_body(body: etree._Element | None) -> str:
    """The text of a shape: the paragraphs of its `txBody` or its `txbxContent`, one under the other."""
    if body is None:
        return ""
    return tidy(of_paragraph(one) for one in body.iter("{*}p") if not _stands_in_another_shape(one, body))


def tidy(lines: Iterable[str]) -> str:
    """Lines without needless spaces, and without empty ones."""
    parts = (_SPACES.sub(" ", part).strip() for line in lines for part in re.split(r"[\n\v\f\r\u2028\u2029]", line))
    return "\n".join(part for part in parts if part)


def _pieces(element: etree._Element) -> Iterator[str]:
    for one in children(element):
        name = local(one)
        if name == "t":
            yield one.text or ""
        elif name == "br" and value(one, key="type") == "page":
            continue
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name == "sym":
            yield _symbol(one)
        elif name not in _LEFT_OUT and not (name == "r" and _is_hidden(one)):
            yield from _pieces(one)


def _is_hidden(run: etree._Element) -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and value(hidden) not in ("0", "false", "off")


def _symbol(element: etree._Element) -> str:
    """A sign of a symbol font: ticks are told from crosses, other signs are bullets."""
    code = value(element, key="char").upper()[-2:]
    return {"FC": "√", "FE": "√", "50": "√", "52": "√", "FB": "X", "FD": "X", "4F": "X", "51": "X"}.get(code, "•")


def _stands_in_another_shape(paragraph: etree._Element, body: etree._Element) -> bool:
    for above in paragraph.iterancestors():
        if above is body:
            return False
        if local(above) in ("txbxContent", "txBody"):
            return True
    return False
